//! Nothing that a command did not make is overwritten without `--force`.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use service_providers_tests::mini::Mini;
use service_providers_tests::{fixture, run_on};

use crate::release::workshop;

/// A folder with the miniature register in `data`.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    fixture::write_files(&Mini::new().sources, &folder.path().join("data"));
    folder
}

fn command(folder: &Path, words: &[&str], out: &Path) -> ExitCode {
    let out = ["--out", out.to_str().expect("UTF-8")];
    run_on(&folder.join("data"), words.iter().copied().chain(out))
}

const DIFF: [&str; 3] = ["diff", "2024-01-15", "2025-03-01"];
const REFUSED: u8 = 2;

#[test]
fn a_file_of_somebody_else_stays() {
    let folder = folder();
    let notes = folder.path().join("notes.md");
    fs::write(&notes, "# My notes\n").expect("a file");
    assert_eq!(command(folder.path(), &DIFF, &notes), ExitCode::from(REFUSED));
    assert_eq!(fs::read_to_string(&notes).expect("a file"), "# My notes\n");
    let forced = [&DIFF[..], &["--force"]].concat();
    assert_eq!(command(folder.path(), &forced, &notes), ExitCode::SUCCESS);
    // Now the command made it.
    assert_eq!(command(folder.path(), &DIFF, &notes), ExitCode::SUCCESS);
}

#[test]
fn source_files_stay() {
    let folder = folder();
    let table = folder.path().join("data/providers.csv");
    let before = fs::read(&table).expect("a file");
    assert_eq!(command(folder.path(), &DIFF, &table), ExitCode::from(REFUSED));
    assert_eq!(fs::read(&table).expect("a file"), before);
    let inside = folder.path().join("data/exports");
    assert_eq!(command(folder.path(), &["export"], &inside), ExitCode::from(REFUSED));
    assert!(!inside.exists());
}

/// A name without a folder means the current one, which may be that of the tables.
#[test]
fn source_files_stay_where_their_folder_is_the_current_one() {
    let folder = folder();
    let data = folder.path().join("data");
    for words in ["workbook --out table.xlsx", "rules --out table.md", "export --out new/table"] {
        let words: Vec<&str> = words.split(' ').chain(["--data", "."]).collect();
        let output = workshop::command(&data, &words).output().expect("it runs");
        let error = String::from_utf8(output.stderr).expect("text");
        assert_eq!(output.status.code(), Some(i32::from(REFUSED)), "{error}");
        assert!(error.contains("lies among the source files"), "{error}");
    }
    assert!(!data.join("table.xlsx").exists() && !data.join("new").exists());
}

#[test]
fn an_export_is_renewed_and_a_folder_of_somebody_else_stays() {
    let folder = folder();
    let out = folder.path().join("out");
    for _ in 0..2 {
        assert_eq!(command(folder.path(), &["export", "--format", "csv"], &out), ExitCode::SUCCESS);
    }
    let table = out.join("2025-03-01/service-providers.csv");
    fs::write(&table, "name,price\nMailer,10\n").expect("a file");
    let again = command(folder.path(), &["export", "--format", "csv"], &out);
    assert_eq!(again, ExitCode::from(REFUSED));
    assert!(fs::read_to_string(&table).expect("a file").starts_with("name,price"));
}

#[cfg(unix)]
#[test]
fn nothing_is_written_through_a_link() {
    let folder = folder();
    let elsewhere = folder.path().join("elsewhere");
    fs::create_dir(&elsewhere).expect("a folder");
    let link = folder.path().join("link");
    std::os::unix::fs::symlink(&elsewhere, &link).expect("a link");
    assert_eq!(command(folder.path(), &["export"], &link), ExitCode::from(REFUSED));
    assert_eq!(fs::read_dir(&elsewhere).expect("a folder").count(), 0);
}
