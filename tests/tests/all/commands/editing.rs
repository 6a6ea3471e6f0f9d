//! The commands that edit source files: what they change, what they refuse, and that they change
//! nothing then.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::ExitCode;

use service_providers_codegen::{Sources, schema};
use service_providers_tests::mini::Mini;
use service_providers_tests::{fixture, root, run_on};

fn command(data: &Path, words: &str) -> ExitCode {
    run_on(data, words.split(' '))
}

fn has(file: &[u8], text: &str) -> bool {
    String::from_utf8_lossy(file).contains(text)
}

fn bytes(data: &Path) -> BTreeMap<String, Vec<u8>> {
    let sources = Sources::read_data(data, "data", schema::files()).expect("readable");
    sources.data_files().map(|(path, file)| (path.to_owned(), file.bytes.clone())).collect()
}

/// The register in which two documents say the same of Mailer.
fn register_with_two_documents() -> tempfile::TempDir {
    let folder = Mini::new().on_disk();
    let mut mini = Mini::new();
    mini.edit("listings.csv", |text| {
        let further = "list-2024,2,1,mailer-2025-03-01,none,none,Mailer,unknown,none,unknown,\
                       unknown,unknown,unknown\n";
        text.replacen("list-2025,1,", &format!("{further}list-2025,1,"), 1)
    });
    mini.register(|file| file["documents"][0]["published_rows"] = 2.into());
    for path in ["listings.csv", "register.json"] {
        fs::write(folder.path().join(path), mini.text(path)).expect("a file");
    }
    assert_eq!(command(folder.path(), "sync"), ExitCode::SUCCESS);
    folder
}

/// The older document says something else: it is revised backwards, and that is taken back.
#[test]
fn a_revision_is_written_and_taken_back() {
    let folder = register_with_two_documents();
    let before = bytes(folder.path());
    let revise = "revise mailer-2025-03-01 --document list-2024";
    assert_eq!(command(folder.path(), &format!("{revise} --dry-run")), ExitCode::SUCCESS);
    assert_eq!(bytes(folder.path()), before);
    assert_eq!(command(folder.path(), revise), ExitCode::SUCCESS);
    let listings = String::from_utf8(bytes(folder.path())["listings.csv"].clone()).expect("text");
    assert!(listings.contains("\nlist-2024,2,1,mailer-list-2024,"), "{listings}");
    assert!(listings.contains("\nlist-2025,1,1,mailer-2025-03-01,"), "{listings}");
    let undo = "revise mailer-list-2024 --document list-2024 --undo mailer-2025-03-01";
    assert_eq!(command(folder.path(), undo), ExitCode::SUCCESS);
    assert_eq!(bytes(folder.path()), before);
    // A row that no document cites any more would be refused, so nothing is written.
    assert_eq!(
        command(folder.path(), "revise helper-2025-03-01 --document list-2025"),
        ExitCode::from(1)
    );
    assert_eq!(bytes(folder.path()), before);
}

/// An engagement that says something of its own is no copy any more, so taking it back loses facts.
#[test]
fn what_somebody_edited_is_deleted_only_with_force() {
    let folder = register_with_two_documents();
    let revise = "revise mailer-2025-03-01 --document list-2024";
    assert_eq!(command(folder.path(), revise), ExitCode::SUCCESS);
    let table = folder.path().join("engagements.csv");
    let text = fs::read_to_string(&table).expect("a file");
    let (before, copy) = text.split_once("\nmailer-list-2024,").expect("the copy");
    let copy = copy.replacen(",us,", ",de,", 1);
    fs::write(&table, format!("{before}\nmailer-list-2024,{copy}")).expect("a file");
    let edited = bytes(folder.path());
    let undo = "revise mailer-list-2024 --document list-2024 --undo mailer-2025-03-01";
    assert_eq!(command(folder.path(), undo), ExitCode::from(2));
    assert_eq!(bytes(folder.path()), edited);
    assert_eq!(command(folder.path(), &format!("{undo} --force")), ExitCode::SUCCESS);
    assert!(!bytes(folder.path()).values().any(|file| has(file, "mailer-list-2024")));
}

/// An interrupted command left files behind that wait to be moved. Meanwhile somebody has edited one
/// of those in their places.
#[test]
fn what_was_edited_since_a_command_was_interrupted_stays() {
    let folder = Mini::new().on_disk();
    let waiting = folder.path().join(".complete-set");
    fs::create_dir(&waiting).expect("a folder");
    fs::write(waiting.join("providers.csv"), "key,name,aliases,withdrawn\n").expect("a file");
    fs::write(waiting.join(".replaced"), "0123  providers.csv\n").expect("a file");
    let providers = fs::read(folder.path().join("providers.csv")).expect("a file");
    for words in ["check", "sync", "revise mailer-2025-03-01 --document list-2025"] {
        assert_eq!(command(folder.path(), words), ExitCode::from(2), "{words}");
        assert_eq!(fs::read(folder.path().join("providers.csv")).expect("a file"), providers);
        assert!(waiting.join("providers.csv").exists(), "{words}");
    }
    fs::remove_dir_all(&waiting).expect("a folder");
    assert_eq!(command(folder.path(), "check"), ExitCode::SUCCESS);
}

#[test]
fn a_document_is_added_with_blank_rows() {
    let folder = Mini::new().on_disk();
    let add = "document add list-2026 --like list-2025";
    let before = bytes(folder.path());
    assert_eq!(command(folder.path(), &format!("{add} --dry-run")), ExitCode::SUCCESS);
    assert_eq!(bytes(folder.path()), before);
    assert_eq!(command(folder.path(), add), ExitCode::SUCCESS);
    let listings = String::from_utf8(bytes(folder.path())["listings.csv"].clone()).expect("text");
    let copies = listings.lines().filter(|line| line.starts_with("list-2026,,1,"));
    assert_eq!(copies.count(), 2, "{listings}");
    // What is blank in the first copy is no reason to begin another.
    let added = bytes(folder.path());
    assert_eq!(command(folder.path(), add), ExitCode::from(2));
    assert_eq!(bytes(folder.path()), added);
}

#[test]
fn what_cannot_be_edited_is_refused_and_left_alone() {
    let folder = Mini::new().on_disk();
    let before = bytes(folder.path());
    for words in [
        "revise mailer-2025-03-01 --document list-2024",
        "revise mailer-2025-03-10 --document list-2025",
        "revise mailer-2025-03-01 --document list-2025 --undo helper-2025-03-01",
        "document add list-2025 --like list-2024",
        "document add list-2026 --like list-2023",
        "migrate",
    ] {
        assert_eq!(command(folder.path(), words), ExitCode::from(2), "{words}");
    }
    assert_eq!(bytes(folder.path()), before);
}

#[test]
fn a_register_of_format_1_is_migrated_once() {
    let folder = tempfile::tempdir().expect("a folder");
    let tables = root().join("releases/0.1.0/2025-11-17/tables");
    let old = Sources::read_data(&tables, "data", schema::files()).expect("readable");
    fixture::write_files(&old, folder.path());
    assert_eq!(command(folder.path(), "check"), ExitCode::from(1));
    let before = bytes(folder.path());
    assert_eq!(command(folder.path(), "migrate --dry-run"), ExitCode::SUCCESS);
    assert_eq!(bytes(folder.path()), before);
    assert_eq!(command(folder.path(), "migrate"), ExitCode::SUCCESS);
    let after = bytes(folder.path());
    assert!(after.contains_key("listings.csv"));
    assert_eq!(command(folder.path(), "migrate"), ExitCode::from(2));
    assert_eq!(bytes(folder.path()), after);
}
