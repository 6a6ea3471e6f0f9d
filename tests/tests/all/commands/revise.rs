//! `revise`: what it changes, what it refuses, and that it changes nothing then.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::ExitCode;

use service_providers_codegen::{Sources, compile};
use service_providers_tests::mini::Mini;
use service_providers_tests::run;

/// The miniature register with one edition more, as files.
fn register() -> tempfile::TempDir {
    let mut mini = Mini::new();
    mini.edit("register.json", |text| {
        let mut file: serde_json::Value = serde_json::from_str(&text).expect("JSON");
        let document = serde_json::json!({
            "id": "list-2026", "title": "Who works for us", "date": "2026-02-01",
            "date_basis": "Printed on it."
        });
        let edition = serde_json::json!({
            "id": "2026-02-01", "published": "2026-02-01", "effective": "unknown",
            "objection_until": "unknown", "source": "list-2026"
        });
        file["sources"].as_array_mut().expect("a list").push(document);
        file["editions"].as_array_mut().expect("a list").push(edition);
        serde_json::to_string_pretty(&file).expect("JSON") + "\n"
    });
    let folder = tempfile::tempdir().expect("a folder");
    fs::create_dir(folder.path().join("vocabulary")).expect("a folder");
    for (path, file) in mini.sources.data_files() {
        fs::write(folder.path().join(path), &file.bytes).expect("a file");
    }
    folder
}

fn revise(data: &Path, engagement: &str, edition: &str, more: &[&str]) -> ExitCode {
    let data = data.to_str().expect("UTF-8");
    let command = ["revise", engagement, "--edition", edition, "--data", data];
    run(command.into_iter().chain(more.iter().copied()))
}

fn read(data: &Path) -> Sources {
    let schema = service_providers_tests::root().join("schema");
    Sources::read(data, &schema).expect("readable")
}

fn bytes(data: &Path) -> BTreeMap<String, Vec<u8>> {
    read(data).data_files().map(|(path, file)| (path.to_owned(), file.bytes.clone())).collect()
}

/// The lines that are new in a table.
fn added(before: &BTreeMap<String, Vec<u8>>, after: &BTreeMap<String, Vec<u8>>) -> String {
    let lines = |files: &BTreeMap<String, Vec<u8>>, path: &String| -> Vec<String> {
        String::from_utf8_lossy(&files[path]).lines().map(str::to_owned).collect()
    };
    let mut shown = String::new();
    for path in after.keys() {
        let (old, new) = (lines(before, path), lines(after, path));
        shown.extend(old.iter().filter(|l| !new.contains(l)).map(|l| format!("{path} - {l}\n")));
        shown.extend(new.iter().filter(|l| !old.contains(l)).map(|l| format!("{path} + {l}\n")));
    }
    shown
}

#[test]
fn a_row_ends_and_its_copy_begins() {
    let folder = register();
    let before = bytes(folder.path());
    assert_eq!(revise(folder.path(), "mailer-2025-03-01", "2026-02-01", &[]), ExitCode::SUCCESS);
    let after = bytes(folder.path());
    insta::assert_snapshot!(added(&before, &after), @r#"
disclosures.csv + mailer-2026-02-01,10,publisher,provider,email-address,student,hashed,stated,no,newsletter,none,yes,none
disclosures.csv + mailer-2026-02-01,100,provider,provider:helper,email-address,teacher,plain,stated,no,none,none,yes,none
engagement-features.csv + mailer-2026-02-01,messages,both,all
engagements.csv - mailer-2025-03-01,mailer,"Mailer, Inc.",technical,10,communication,send-email;support,"Sends e-mail, also in bulk.",us,de;us,helper,unknown,unknown,none,encryption;short-retention,https://mailer.example/privacy,2025-03-01,current,list-2025,1,none,none
engagements.csv + mailer-2025-03-01,mailer,"Mailer, Inc.",technical,10,communication,send-email;support,"Sends e-mail, also in bulk.",us,de;us,helper,unknown,unknown,none,encryption;short-retention,https://mailer.example/privacy,2025-03-01,2026-02-01,list-2025,1,none,none
engagements.csv + mailer-2026-02-01,mailer,"Mailer, Inc.",technical,10,communication,send-email;support,"Sends e-mail, also in bulk.",us,de;us,helper,unknown,unknown,none,encryption;short-retention,https://mailer.example/privacy,2026-02-01,current,list-2026,1,none,none
"#);
    let register = compile(&read(folder.path())).unwrap_or_else(|report| panic!("{report}"));
    let listed = |edition: &str| -> Vec<String> {
        let rows = register.engagements_in(edition);
        rows.iter().map(|engagement| engagement.row.key.to_string()).collect()
    };
    assert_eq!(listed("2025-03-01"), ["mailer-2025-03-01", "helper-2025-03-01"]);
    assert_eq!(listed("2026-02-01"), ["mailer-2026-02-01", "helper-2025-03-01"]);
}

#[test]
fn a_dry_run_changes_nothing() {
    let folder = register();
    let before = bytes(folder.path());
    let done = revise(folder.path(), "mailer-2025-03-01", "2026-02-01", &["--dry-run"]);
    assert_eq!(done, ExitCode::SUCCESS);
    assert_eq!(bytes(folder.path()), before);
}

#[test]
fn what_cannot_be_revised_is_refused_and_left_alone() {
    let folder = register();
    let before = bytes(folder.path());
    for (engagement, edition) in [
        ("mailer-2025-03-01", "2026-02-02"),
        ("mailer-2025-03-01", "2025-03-01"),
        ("mailer-2025-03-01", "2024-01-15"),
        ("oldmail-2024-01-15", "2026-02-01"),
        ("mailer-2025-03-10", "2026-02-01"),
    ] {
        let done = revise(folder.path(), engagement, edition, &[]);
        assert_eq!(done, ExitCode::from(2), "{engagement} {edition}");
    }
    assert_eq!(bytes(folder.path()), before);
    fs::write(folder.path().join("vocabulary/contexts.csv"), "key\n").expect("a file");
    let done = revise(folder.path(), "mailer-2025-03-01", "2026-02-01", &[]);
    assert_eq!(done, ExitCode::from(1));
}

#[test]
fn the_reasons() {
    let folder = register();
    let mut register = compile(&read(folder.path())).unwrap_or_else(|report| panic!("{report}"));
    let mut reason = |engagement: &str, edition: &str| {
        register.revise(engagement, edition).map_or_else(|error| error.to_string(), |r| r.key)
    };
    assert_eq!(
        reason("mailer-2025-03-01", "2026-02-02"),
        "there is no edition `2026-02-02`; a new one is added to register.json first; \
         did you mean `2026-02-01`? allowed: `2024-01-15`, `2025-03-01`, `2026-02-01`"
    );
    assert_eq!(
        reason("mailer-2025-03-01", "2025-03-01"),
        "`mailer-2025-03-01` starts with edition 2025-03-01; edition 2025-03-01 is not newer"
    );
    assert_eq!(
        reason("oldmail-2024-01-15", "2026-02-01"),
        "`oldmail-2024-01-15` has ended with edition 2025-03-01 already"
    );
    assert_eq!(
        reason("mailer", "2026-02-01"),
        "there is no engagement `mailer`; the rows of `mailer` that still run: `mailer-2025-03-01`"
    );
    assert_eq!(
        reason("oldmail", "2026-02-01"),
        "there is no engagement `oldmail`; no row of `oldmail` still runs"
    );
    assert_eq!(
        reason("mailer-2025-03-10", "2026-02-01"),
        "there is no engagement `mailer-2025-03-10`; did you mean `mailer-2025-03-01`? \
         allowed: `helper-2025-03-01`, `mailer-2025-03-01`"
    );
    assert_eq!(reason("mailer-2025-03-01", "2026-02-01"), "mailer-2026-02-01");
    assert_eq!(
        reason("mailer-2025-03-01", "2026-02-01"),
        "`mailer-2025-03-01` has ended with edition 2026-02-01 already"
    );
    // The row number that the first copy took is taken.
    assert_eq!(reason("helper-2025-03-01", "2026-02-01"), "helper-2026-02-01");
    let row = |key: &str| register.engagement(key).map(|e| e.row.source_row);
    assert_eq!((row("mailer-2026-02-01"), row("helper-2026-02-01")), (Some(1), Some(2)));
}
