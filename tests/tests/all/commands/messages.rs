//! What commands say of what was typed, where it cannot be used.

use std::fs;
use std::path::Path;
use std::process::Stdio;

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
    for (path, file) in mini.sources.data_files() {
        let path = folder.path().join("data").join(path);
        fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        fs::write(path, &file.bytes).expect("a file");
    }
    let check = ["check", "--data", "data", "--data", "./data/vocabulary/.."];
    let (code, said) = said(folder.path(), &check);
    assert_eq!(code, Some(1), "{said}");
    assert_eq!(said.matches("error[").count(), 1, "{said}");
}
