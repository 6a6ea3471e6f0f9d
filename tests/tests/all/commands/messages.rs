//! What commands say of what was typed, where it cannot be used.

use std::fs;
use std::path::Path;
use std::process::Stdio;

use service_providers_tests::fixture;
use service_providers_tests::mini::Mini;

use crate::release::workshop;

/// The exit code of a command of the installed program, and all that it says.
fn said(folder: &Path, words: &[&str]) -> (Option<i32>, String) {
    let mut command = workshop::command(folder, words);
    let output = command.env(workshop::INSTALLED, "1").stdin(Stdio::null()).output();
    let output = output.expect("it runs");
    let text = [output.stderr, output.stdout].concat();
    (output.status.code(), String::from_utf8(text).expect("text"))
}

#[test]
fn a_name_that_no_company_can_have_is_told_as_the_option() {
    let folder = tempfile::tempdir().expect("a folder");
    let init = ["init", "new", "--publisher", "acme", "--date", "2026-03-01", "--name"];
    for name in ["A\\B", "A\nB", "   ", &"x".repeat(500)] {
        let (code, said) = said(folder.path(), &[&init[..], &[name]].concat());
        assert_eq!(code, Some(2), "{said}");
        assert!(said.starts_with("error: --name: "), "{said}");
        assert!(!said.contains("register.json") && !said.contains("sync"), "{said}");
    }
    assert!(!folder.path().join("new").exists());
}

#[test]
fn a_folder_that_is_named_twice_is_checked_once() {
    let mut mini = Mini::new();
    mini.cell("engagements.csv", 3, "purposes", "send-emial");
    let folder = tempfile::tempdir().expect("a folder");
    fixture::write_files(&mini.sources, &folder.path().join("data"));
    let check = ["check", "--data", "data", "--data", "./data/vocabulary/.."];
    let (code, said) = said(folder.path(), &check);
    assert_eq!(code, Some(1), "{said}");
    assert_eq!(said.matches("error[").count(), 1, "{said}");
}

#[test]
fn an_interrupted_beginning_is_finished_by_the_next() {
    let folder = tempfile::tempdir().expect("a folder");
    let init = ["init", "new", "--publisher", "acme", "--date", "2026-03-01"];
    assert_eq!(said(folder.path(), &init).0, Some(0));
    // All files but one wait to be moved.
    let new = folder.path().join("new");
    let waiting = new.join(".complete-set");
    let paths = ["Cargo.toml", "data/register.json", "data/providers.csv"];
    let made = paths.map(|path| fs::read(new.join(path)).expect("a file"));
    fs::create_dir_all(waiting.join("data")).expect("a folder");
    for path in &paths[1..] {
        fs::rename(new.join(path), waiting.join(path)).expect("it moves");
    }
    let replaced = paths.map(|path| format!("none  {path}\n")).concat();
    fs::write(waiting.join(".replaced"), replaced).expect("a file");
    let (code, text) = said(folder.path(), &init);
    assert_eq!(code, Some(0), "{text}");
    assert!(text.starts_with("finished what an interrupted command began: wrote "), "{text}");
    assert!(!waiting.exists());
    assert_eq!(paths.map(|path| fs::read(new.join(path)).expect("a file")), made);
    // What is there then is refused as ever.
    assert_eq!(said(folder.path(), &init).0, Some(2));
}

#[test]
fn files_that_an_earlier_version_left_waiting_are_told() {
    let folder = tempfile::tempdir().expect("a folder");
    fixture::write_files(&Mini::new().sources, &folder.path().join("data"));
    fs::create_dir(folder.path().join("data/.complete-set")).expect("a folder");
    let (code, said) = said(folder.path(), &["check"]);
    assert_eq!(code, Some(2), "{said}");
    let told = "error: data/.complete-set: was left by an earlier version; move its files to their \
                places, or delete it\n";
    assert!(said.starts_with(told), "{said}");
}

#[test]
fn advice_names_what_was_typed() {
    let folder = tempfile::tempdir().expect("a folder");
    fixture::write_files(&Mini::new().sources, &folder.path().join("data"));
    let (code, text) = said(folder.path(), &["check", "--schema", "nosch"]);
    assert_eq!(code, Some(2), "{text}");
    assert!(text.contains("schema --schema nosch` makes it"), "{text}");
    fs::write(folder.path().join("page.md"), "Nothing here.\n").expect("a file");
    let (code, text) = said(folder.path(), &["compare", "page.md", "--row", "1"]);
    assert_eq!(code, Some(2), "{text}");
    assert!(text.contains("page.md: no row was found; name its columns"), "{text}");
}
