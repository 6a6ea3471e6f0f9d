//! Commands as they are called: what they write and how they end.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use service_providers_codegen::Sources;
use service_providers_tests::fixture::{self, add, set};
use service_providers_tests::mini::Mini;
use service_providers_tests::{program, run_on};
use service_providers_tools::cli::check_arguments;
use service_providers_tools::diff::{self, EditionRef, LoadedEdition, compare};
use service_providers_tools::page::Names;
use service_providers_tools::report;

const PROBLEMS: u8 = 1;
const USAGE: u8 = 2;

/// The sources as a data folder.
fn folder(sources: &Sources) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fixture::write_files(sources, folder.path());
    folder
}

/// Runs a command on a data folder.
fn command(data: &Path, arguments: &[&str]) -> ExitCode {
    run_on(data, arguments.iter().copied())
}

fn expect(ended: ExitCode, code: u8) {
    assert_eq!(ended, ExitCode::from(code));
}

/// The path of a file in a folder, as an argument.
fn at(folder: &Path, name: &str) -> (PathBuf, String) {
    let path = folder.join(name);
    let text = path.to_str().unwrap().to_owned();
    (path, text)
}

#[test]
fn a_diff_is_written_in_every_format() {
    let sources = fixture::sources("editions");
    let data = folder(&sources);
    let register = fixture::register(&sources);
    let edition = |id| EditionRef { register: &register, id };
    let diff = compare(edition("2020-01-01"), edition("2021-01-01"), &register);
    let names = Names::of(&[&register]);
    let out = tempfile::tempdir().unwrap();
    for (format, text) in [
        ("markdown", diff::markdown::page(&diff, &names)),
        ("json", diff::json::document(&diff)),
        ("atom", diff::atom(&diff, &names, None)),
        ("notice", diff::notice::page(&diff, &names)),
    ] {
        let (path, file) = at(out.path(), format);
        let arguments =
            ["diff", "2020-01-01", "2021-01-01", "--format", format, "--out", file.as_str()];
        expect(command(data.path(), &arguments), 0);
        assert_eq!(fs::read_to_string(&path).unwrap(), text, "{format}");
    }
    // Without a format it is the page.
    let (path, file) = at(out.path(), "page");
    expect(command(data.path(), &["diff", "2020-01-01", "2021-01-01", "--out", &file]), 0);
    assert_eq!(fs::read(path).unwrap(), fs::read(out.path().join("markdown")).unwrap());
}

#[test]
fn a_folder_stands_for_its_newest_edition() {
    let sources = fixture::sources("editions");
    let data = folder(&sources);
    let out = tempfile::tempdir().unwrap();
    let (release, export) = at(out.path(), "1.0.0");
    let chosen = ["--edition", "2020-01-01", "--edition", "2021-01-01"];
    let arguments = ["export", "--out", &export, "--format", "tables"];
    expect(command(data.path(), &[&arguments[..], &chosen].concat()), 0);
    let written = |from: &str, name: &str| {
        let (path, file) = at(out.path(), name);
        expect(
            command(data.path(), &["diff", from, "2022-01-01", "--format", "json", "--out", &file]),
            0,
        );
        fs::read_to_string(path).unwrap()
    };
    let expected = written("2021-01-01", "edition.json");
    assert_eq!(written(&export, "release.json"), expected);
    let (_, edition) = at(&release, "2021-01-01");
    assert_eq!(written(&edition, "folder.json"), expected);
    let (_, tables) = at(&release, "2021-01-01/tables");
    assert_eq!(written(&tables, "tables.json"), expected);
    // Nor does it matter whether the newer one is a folder, though its tables do not tell what
    // became of providers that it does not name.
    let (_, all) = at(out.path(), "2.0.0");
    expect(command(data.path(), &["export", "--out", &all, "--format", "tables"]), 0);
    let (path, file) = at(out.path(), "folders.json");
    expect(command(data.path(), &["diff", &export, &all, "--format", "json", "--out", &file]), 0);
    assert_eq!(fs::read_to_string(path).unwrap(), expected);
    // The tables of an older edition are not taken for those of a newer.
    let (path, file) = at(out.path(), "older.json");
    let (_, older) = at(&release, "2020-01-01");
    let arguments = ["diff", &older, "2020-01-01", "--format", "json", "--out", &file];
    expect(command(data.path(), &arguments), 0);
    let diff: serde_json::Value = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    assert_eq!(diff["unchanged"].as_array().unwrap().len(), 11);
    // The other way round it is the older one that comes second.
    expect(command(data.path(), &["diff", "2022-01-01", &export]), USAGE);
}

#[test]
fn a_side_that_is_not_there_is_wrong_usage() {
    let data = folder(&fixture::sources("editions"));
    expect(command(data.path(), &["diff", "2020-01-01", "2021-01-02"]), USAGE);
    expect(command(data.path(), &["diff", "releases/9.9.9", "2021-01-01"]), USAGE);
    expect(command(data.path(), &["diff", "2021-01-01", "2020-01-01"]), USAGE);
    let usage = check_arguments(
        &program(),
        ["cargo xtask", "diff", "2020-01-01", "2021-01-01", "--format", "yaml"],
    );
    assert_eq!(usage.unwrap_err().exit_code(), i32::from(USAGE));
    let usage = check_arguments(&program(), ["cargo xtask", "diff", "2020-01-01"]);
    assert_eq!(usage.unwrap_err().exit_code(), i32::from(USAGE));
    // An empty folder, and a file in the place of the folder to write to.
    let empty = tempfile::tempdir().unwrap();
    let (file, out) = at(empty.path(), "file");
    expect(command(data.path(), &["diff", empty.path().to_str().unwrap(), "2021-01-01"]), USAGE);
    fs::write(file, "").unwrap();
    let out = format!("{out}/diff.md");
    expect(command(data.path(), &["diff", "2020-01-01", "2021-01-01", "--out", &out]), USAGE);
}

#[test]
fn a_side_that_is_not_there_is_told_with_the_nearest() {
    let register = fixture::register(&fixture::sources("editions"));
    let said = |name: &str| LoadedEdition::find(name, &register).err().unwrap().to_string();
    assert_eq!(
        said("2021-01-02"),
        "`2021-01-02` is no edition and no folder; did you mean `2021-01-01`? The editions are: \
         2020-01-01, 2021-01-01, 2022-01-01"
    );
    assert_eq!(
        said("yesterday"),
        "`yesterday` is no edition and no folder; the editions are: 2020-01-01, 2021-01-01, \
         2022-01-01"
    );
    let releases = tempfile::tempdir().unwrap();
    let data = folder(&fixture::sources("editions"));
    fs::rename(data.path(), releases.path().join("1.0.0")).unwrap();
    let (_, missing) = at(releases.path(), "1.0.1");
    let (_, there) = at(releases.path(), "1.0.0");
    let said = said(&missing);
    assert!(
        said.contains(&format!("is no edition and no folder; there is a folder `{there}`")),
        "{said}"
    );
}

#[test]
fn a_folder_with_problems_is_told_with_its_own_places() {
    let mut mini = Mini::new();
    mini.edit("providers.csv", |text| format!("{text}garbage\n"));
    let broken = folder(&mini.sources);
    let register = fixture::register(&Mini::new().sources);
    let path = broken.path().to_str().unwrap();
    let said = LoadedEdition::find(path, &register).err().unwrap().to_string();
    assert!(said.contains(&format!("the first: {path}/providers.csv:")), "{said}");
}

#[test]
fn problems_in_the_data_end_either_command() {
    let mut sources = fixture::sources("editions");
    set(&mut sources, "engagements.csv", &["fresh-2021-01-01"], "provider", "nobody");
    let data = folder(&sources);
    let out = tempfile::tempdir().unwrap();
    let (path, file) = at(out.path(), "diff.md");
    expect(command(data.path(), &["diff", "2020-01-01", "2021-01-01", "--out", &file]), PROBLEMS);
    assert!(!path.exists());
    expect(command(data.path(), &["audit"]), PROBLEMS);
}

/// The register without findings, with one finding of the code `plain-http-link`.
fn with_a_finding() -> Sources {
    let mut sources = fixture::sources("audit");
    let url = "http://mail.example/privacy";
    set(&mut sources, "listings.csv", &["page-2020", "1"], "policy_url", url);
    sources
}

fn accept(sources: &mut Sources, code: &str, subject: &str) {
    let row = [code, subject, "Looked at.", "Privacy officer", "2020-01-01"];
    add(sources, "accepted-findings.csv", &row);
}

#[test]
fn an_audit_fails_for_what_is_denied_and_found() {
    let none = folder(&fixture::sources("audit"));
    let one = folder(&with_a_finding());
    for (data, arguments, code) in [
        (&none, &["audit"][..], 0),
        (&none, &["audit", "--deny", "plain-http-link"], 0),
        (&one, &["audit"], 0),
        (&one, &["audit", "--deny", "plain-http-link"], PROBLEMS),
        (&one, &["audit", "--deny", "no-records"], 0),
        (&one, &["audit", "--deny", "no-records", "--deny", "plain-http-link"], PROBLEMS),
        (&one, &["audit", "--deny", "plain-http-links"], USAGE),
    ] {
        assert_eq!(command(data.path(), arguments), ExitCode::from(code), "{arguments:?}");
    }
    // The form in which it is said changes nothing.
    for format in ["human", "json", "markdown"] {
        expect(command(one.path(), &["audit", "--format", format]), 0);
        let denied = ["audit", "--format", format, "--deny", "plain-http-link"];
        expect(command(one.path(), &denied), PROBLEMS);
    }
}

#[test]
fn what_is_accepted_is_not_denied_and_nothing_is_accepted_for_nothing() {
    let mut sources = with_a_finding();
    accept(&mut sources, "plain-http-link", "mail-2020-01-01");
    let accepted = folder(&sources);
    expect(command(accepted.path(), &["audit", "--deny", "plain-http-link"]), 0);
    // The link was mended since.
    let mut sources = fixture::sources("audit");
    accept(&mut sources, "plain-http-link", "mail-2020-01-01");
    let stale = folder(&sources);
    expect(command(stale.path(), &["audit"]), PROBLEMS);
    expect(command(stale.path(), &["audit", "--deny", "no-records"]), PROBLEMS);
}

/// The miniature register after a change, as a data folder.
fn mini(change: impl FnOnce(&mut Mini)) -> tempfile::TempDir {
    let mut mini = Mini::new();
    change(&mut mini);
    folder(&mini.sources)
}

fn windows(mini: &mut Mini) {
    mini.edit("providers.csv", |text| text.replace('\n', "\r\n"));
    mini.edit("register.json", |text| text.replace("  ", "\t"));
}

#[test]
fn check_and_sync_agree_on_what_is_mended() {
    let data = mini(windows);
    let text = |name: &str| fs::read_to_string(data.path().join(name)).unwrap();
    expect(command(data.path(), &["check"]), PROBLEMS);
    expect(command(data.path(), &["sync", "--check"]), PROBLEMS);
    expect(command(data.path(), &["fmt", "--check"]), PROBLEMS);
    // What would be mended is no error.
    expect(command(data.path(), &["sync", "--dry-run"]), 0);
    assert!(text("providers.csv").contains('\r'));
    expect(command(data.path(), &["sync"]), 0);
    for name in ["providers.csv", "register.json"] {
        assert_eq!(text(name), Mini::new().text(name));
    }
    for again in [&["check"][..], &["sync", "--check"], &["fmt", "--check"]] {
        expect(command(data.path(), again), 0);
    }
}

#[test]
fn one_file_in_doubt_keeps_no_other_from_being_mended() {
    for command_name in ["sync", "fmt"] {
        let data = mini(|mini| {
            windows(mini);
            mini.replace("engagements.csv", "\"Sends e-mail, also in bulk.\"", "Sends, also");
        });
        let text = |name: &str| fs::read_to_string(data.path().join(name)).unwrap();
        let damaged = text("engagements.csv");
        expect(command(data.path(), &[command_name, "--dry-run"]), PROBLEMS);
        assert!(text("providers.csv").contains('\r'));
        expect(command(data.path(), &[command_name]), PROBLEMS);
        assert_eq!(text("providers.csv"), Mini::new().text("providers.csv"));
        assert_eq!(text("engagements.csv"), damaged);
    }
}

#[test]
fn what_was_typed_wrong_is_wrong_usage() {
    for arguments in [["check", "--limit", "abc"], ["check", "--explain", "fromm"]] {
        let arguments = [&["cargo xtask"][..], &arguments].concat();
        let usage = check_arguments(&program(), arguments).unwrap_err();
        assert_eq!(usage.exit_code(), i32::from(USAGE));
        let said = usage.to_string();
        assert!(
            said.contains("write a whole number") || said.contains("similar value exists: 'form'"),
            "{said}"
        );
    }
}

#[test]
fn a_sound_register_is_counted() {
    let register = Mini::new().compile().unwrap();
    let lines = Mini::new();
    let rows: usize = (lines.sources.data_files())
        .filter(|(path, _)| path.ends_with(".csv"))
        .map(|(path, _)| lines.text(path).lines().count() - 1)
        .sum();
    assert_eq!(register.row_count(), rows);
    let tables = service_providers_codegen::TABLES.len();
    assert_eq!(
        report::no_problems(&register),
        format!("{tables} tables, {rows} rows: no problems")
    );
}
