//! Nothing that a command did not make is overwritten without `--force`.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use service_providers_tests::mini::Mini;
use service_providers_tests::{fixture, run, run_on};

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

/// A feed or a page begins like any other. What tells ours apart stands a few lines below.
#[test]
fn a_feed_and_a_page_of_somebody_else_stay() {
    let folder = folder();
    let feed = folder.path().join("news.xml");
    let diff = [&DIFF[..], &["--format", "atom"]].concat();
    assert_stays(
        &feed,
        || command(folder.path(), &diff, &feed),
        |text| text.replace("<id>tag:", "<id>https:"),
    );
    let out = folder.path().join("out");
    let page = out.join("2025-03-01/service-providers.html");
    let export = ["export", "--format", "html"];
    assert_stays(
        &page,
        || command(folder.path(), &export, &out),
        |_| "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<title>Mine</title>\n".to_owned(),
    );
}

/// What a command wrote is renewed, and what somebody else wrote in its place stays.
#[track_caller]
fn assert_stays(file: &Path, write: impl Fn() -> ExitCode, change: fn(&str) -> String) {
    assert_eq!(write(), ExitCode::SUCCESS);
    assert_eq!(write(), ExitCode::SUCCESS);
    let other = change(&fs::read_to_string(file).expect("a file"));
    fs::write(file, &other).expect("a file");
    assert_eq!(write(), ExitCode::from(REFUSED));
    assert_eq!(fs::read_to_string(file).expect("a file"), other);
}

#[test]
fn a_notice_that_somebody_edited_stays() {
    let folder = folder();
    let notice = folder.path().join("notice.md");
    let diff = [&DIFF[..], &["--format", "notice"]].concat();
    assert_stays(
        &notice,
        || command(folder.path(), &diff, &notice),
        |text| format!("{text}We wish you a good year.\n"),
    );
    let forced = [&diff[..], &["--force"]].concat();
    assert_eq!(command(folder.path(), &forced, &notice), ExitCode::SUCCESS);
}

/// One file that cannot be replaced keeps all others as they are, also where much is allowed.
#[test]
fn an_export_replaces_all_files_or_none() {
    let folder = folder();
    let out = folder.path().join("out");
    let export = ["export", "--format", "csv", "--force"];
    assert_eq!(command(folder.path(), &export, &out), ExitCode::SUCCESS);
    let (first, in_the_way) = (out.join("2024-01-15"), out.join("2025-03-01/denials.csv"));
    fs::write(first.join("denials.csv"), "old\n").expect("a file");
    fs::remove_file(&in_the_way).expect("a file");
    fs::create_dir(&in_the_way).expect("a folder");
    assert_eq!(command(folder.path(), &export, &out), ExitCode::from(REFUSED));
    assert_eq!(fs::read_to_string(first.join("denials.csv")).expect("a file"), "old\n");
    fs::remove_dir(&in_the_way).expect("a folder");
    assert_eq!(command(folder.path(), &export, &out), ExitCode::SUCCESS);
}

/// The bytes of a device may have no end.
#[cfg(unix)]
#[test]
fn a_device_is_no_place_for_a_file() {
    let folder = folder();
    for words in [&DIFF[..], &["rules"], &["rules", "--force"], &["export"]] {
        assert_eq!(command(folder.path(), words, Path::new("/dev/zero")), ExitCode::from(REFUSED));
    }
    let data = folder.path().join("data");
    let words = ["workbook", "--read", "/dev/zero", "--data", data.to_str().expect("UTF-8")];
    assert_eq!(run(words), ExitCode::from(REFUSED));
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

#[test]
fn a_folder_of_schemas_is_renewed_and_pages_of_somebody_else_stay() {
    let folder = folder();
    let data = folder.path().join("data");
    for (file, text) in [("README.md", "# Mine\n"), ("storage.schema.json", "{\"$schema\": 1}\n")] {
        let schema = folder.path().join(file.replace('.', "-"));
        let places = ["--data", &data.to_string_lossy(), "--schema", &schema.to_string_lossy()]
            .map(str::to_owned);
        let command = |word| run(std::iter::once(word).chain(places.iter().map(String::as_str)));
        assert_eq!(command("schema"), ExitCode::SUCCESS);
        assert_eq!(command("sync"), ExitCode::SUCCESS);
        fs::write(schema.join(file), text).expect("a file");
        fs::remove_file(schema.join("providers.schema.json")).expect("a file");
        for word in ["schema", "sync"] {
            assert_eq!(command(word), ExitCode::from(REFUSED), "{word} {file}");
            assert_eq!(fs::read_to_string(schema.join(file)).expect("a file"), text);
            assert!(!schema.join("providers.schema.json").exists(), "{word} {file}");
        }
    }
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
