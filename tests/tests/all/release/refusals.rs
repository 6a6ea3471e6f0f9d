//! What is refused. Nothing is written then.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;

use service_providers_codegen::Sources;
use service_providers_tests::fixture::{copy, edit_register, set, write_files};

use super::workshop::{Ended, Workshop};

/// Tries to release, and finds everything as it was.
fn refused(workshop: &Workshop, version: &str) -> Ended {
    let before = workshop.releases();
    let ended = workshop.run(&["release", version]);
    assert_eq!(workshop.releases(), before);
    assert!(!workshop.left_behind());
    let dry = workshop.run(&["release", version, "--dry-run"]);
    assert_eq!(dry.code, ended.code, "{}\n{}", dry.text, ended.text);
    ended
}

#[test]
fn changes_that_no_commit_holds() {
    let workshop = Workshop::new();
    fs::write(workshop.path("data/README.md"), "Notes.\n").unwrap();
    refused(&workshop, "1.0.0").expect(1, "refused: there are changes that no commit holds:");
    fs::remove_file(workshop.path("data/README.md")).unwrap();
    // The folder of releases, and what the writing leaves beside it, are no sources.
    workshop.release("1.0.0");
}

/// Git says nothing of a file that it was told to take for unchanged.
#[test]
fn a_file_that_is_hidden_from_git() {
    let workshop = Workshop::new();
    workshop.git(&["update-index", "--assume-unchanged", "data/providers.csv"]);
    let mut sources = workshop.sources();
    set(&mut sources, "providers.csv", &["fresh"], "aliases", "Refresh");
    workshop.write_data(&sources);
    let ended = workshop.run(&["sync"]);
    assert_eq!(ended.code, Some(0), "{}", ended.text);
    workshop.git(&["update-index", "--assume-unchanged", "src/generated.rs"]);
    let ended = refused(&workshop, "1.0.0");
    ended.expect(1, "refused: the commit does not hold these files as they are:\n  providers.csv");
}

/// On the day on which an announced edition takes effect, it should be in force.
#[test]
fn an_announced_edition_that_is_in_effect() {
    let workshop = Workshop::new();
    workshop.edit(|s| {
        edit_register(s, |file| {
            file["current"] = "2021-01-01".into();
            file["editions"][2]["effective"] = "2022-02-01".into();
        });
    });
    let ended = workshop.run(&["release", "1.0.0", "--date", "2022-02-01"]);
    ended.expect(1, "refused: edition 2022-01-01 takes effect on or before that day");
    workshop
        .run(&["release", "1.0.0", "--date", "soon"])
        .expect(2, "write the day as year-month-day");
    let ended = workshop.run(&["release", "1.0.0", "--date", "2022-01-31"]);
    assert_eq!(ended.code, Some(0), "{}", ended.text);
    let page = workshop.path("releases/1.0.0/2022-01-01/service-providers.md");
    let page = fs::read_to_string(page).unwrap();
    assert!(page.contains("List of 2022-01-01. This list is announced. It is not in force yet."));
    let readme = fs::read_to_string(workshop.path("releases/1.0.0/README.md")).unwrap();
    assert!(readme.contains("| 2022-01-01 (announced) |"), "{readme}");
}

#[test]
fn what_is_made_from_the_tables_is_stale() {
    let workshop = Workshop::new();
    fs::write(workshop.path("docs/audit.md"), "Old.\n").unwrap();
    workshop.commit();
    let ended = refused(&workshop, "1.0.0");
    ended.expect(1, "refused: what is made from the tables is not up to date");
    ended.expect(1, "stale: docs/audit.md");
}

#[test]
fn problems_in_the_data() {
    let workshop = Workshop::new();
    let mut sources = workshop.sources();
    set(&mut sources, "engagements.csv", &["fresh-2021-01-01"], "entity_country", "atlantis");
    workshop.write_data(&sources);
    workshop.commit();
    refused(&workshop, "1.0.0").expect(1, "unknown-reference");
}

#[test]
fn no_version() {
    let workshop = Workshop::new();
    refused(&workshop, "1.0").expect(2, "invalid value '1.0'");
    refused(&workshop, "1.0.0-rc.1").expect(2, "write three numbers");
    workshop.run(&["release"]).expect(2, "<VERSION>");
}

#[test]
fn a_step_that_is_too_small() {
    let workshop = Workshop::released();
    workshop.edit(|s| {
        copy(s, "vocabulary/purposes.csv", &["hosting"], &[("key", "chatting"), ("name", "Chat")]);
    });
    let ended = refused(&workshop, "1.0.1");
    ended
        .expect(1, "1.0.1 is too small a step from 1.0.0: a minor step is needed, 1.1.0 or higher");
    ended.expect(1, "vocabulary/purposes.csv: new key chatting");
    workshop.release("1.1.0");
}

#[test]
fn a_version_that_is_lower() {
    let workshop = Workshop::released();
    workshop.edit(|s| set(s, "providers.csv", &["fresh"], "aliases", "Refresh"));
    refused(&workshop, "0.9.0").expect(1, "0.9.0 is lower than 1.0.0, which is released");
}

#[test]
fn a_version_that_exists_with_other_bytes() {
    let workshop = Workshop::released();
    workshop.edit(|s| set(s, "providers.csv", &["fresh"], "aliases", "Refresh"));
    let ended = refused(&workshop, "1.0.0");
    ended.expect(1, "1.0.0 is released with other bytes (");
    ended.expect(1, "a release never changes, choose a higher version");
}

/// A release is committed after it was made, and is then not that of the commit.
#[test]
fn a_version_that_exists_and_is_of_another_commit() {
    let workshop = Workshop::released();
    workshop.git(&["add", "--all"]);
    workshop.git(&["commit", "--quiet", "--message", "release"]);
    let ended = refused(&workshop, "1.0.0");
    ended.expect(1, "1.0.0 is released already, from commit ");
    ended.expect(1, ", and nothing but the commit differs");
}

#[test]
fn a_key_that_is_gone() {
    let workshop = Workshop::released();
    workshop.edit(|s| drop_line(s, "vocabulary/contexts.csv", "invites"));
    let ended = refused(&workshop, "2.0.0");
    ended.expect(
        1,
        "vocabulary/contexts.csv: invites was in release 1.0.0 and is gone; keys are never removed: put it back, and if it was a mistake, write the reason into its `withdrawn`",
    );
}

fn drop_line(sources: &mut Sources, path: &str, key: &str) {
    let text = String::from_utf8(sources.data(path).unwrap().bytes.clone()).unwrap();
    let kept = text.lines().filter(|line| !line.starts_with(&format!("{key},")));
    sources.set_data(path, kept.map(|line| format!("{line}\n")).collect::<String>().into_bytes());
}

#[test]
fn an_earlier_release_that_was_altered() {
    let workshop = Workshop::released();
    workshop.edit(|s| set(s, "providers.csv", &["fresh"], "aliases", "Refresh"));
    fs::write(workshop.path("releases/1.0.0/notice.txt"), "Nothing changed.\n").unwrap();
    refused(&workshop, "1.0.1").expect(1, "release 1.0.0 was altered: notice.txt was altered");
}

#[test]
fn a_folder_that_is_read_only() {
    let workshop = Workshop::released();
    workshop.edit(|s| set(s, "providers.csv", &["fresh"], "aliases", "Refresh"));
    let before = workshop.releases();
    let releases = workshop.path("releases");
    fs::set_permissions(&releases, fs::Permissions::from_mode(0o555)).unwrap();
    let ended = workshop.run(&["release", "1.0.1"]);
    fs::set_permissions(&releases, fs::Permissions::from_mode(0o755)).unwrap();
    ended.expect(2, "is read-only");
    assert_eq!(workshop.releases(), before);
    assert!(!workshop.left_behind());
    workshop.release("1.0.1");
}

#[test]
fn data_that_no_commit_holds() {
    let workshop = Workshop::new();
    let elsewhere = tempfile::tempdir().unwrap();
    let data = elsewhere.path().join("data");
    write_files(&workshop.sources(), &data);
    let ended = workshop.run(&["release", "1.0.0", "--data", data.to_str().unwrap()]);
    ended.expect(2, "not in the repository");
}
