//! Verifying a release.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;

use service_providers_tests::fixture::moved;

use super::workshop::{ARGUMENTS, COMMAND, Ended, INSTALLED, Workshop, ended, restore};

/// Verifies 1.0.0, the export of the recorded commit being run by a stand-in for cargo: it runs the
/// command of this test in the checkout instead of building the one that lies there.
fn verify(workshop: &Workshop) -> Ended {
    let stand_in = workshop.root().with_file_name("cargo");
    let text = format!(
        "#!/bin/sh\n\
         [ \"$1 $2 $3 $4 $5\" = 'run --quiet --locked --package xtask' ] || exit 9\n\
         while [ \"$1\" != -- ]; do shift; done; shift\n\
         {ARGUMENTS}=\"$(printf '%s\\037' \"$@\" | sed 's/.$//')\"\n\
         export {ARGUMENTS}\n\
         exec '{}' --exact {COMMAND} --ignored --nocapture\n",
        std::env::current_exe().unwrap().display()
    );
    fs::write(&stand_in, text).unwrap();
    fs::set_permissions(&stand_in, fs::Permissions::from_mode(0o755)).unwrap();
    let mut command = workshop.command(&["release", "verify", "1.0.0"]);
    ended(command.env("CARGO", stand_in).output().unwrap())
}

#[test]
fn a_release_is_rebuilt_at_its_commit() {
    let workshop = Workshop::released();
    // The data moved on; the release is made from what it was.
    workshop.edit(|s| moved(s, "fresh-2021-01-01", "us", "de"));
    verify(&workshop).expect(0, "1.0.0: digests and exports are right");
    // The checkout is gone again.
    assert!(!workshop.root().join(".git/worktrees").exists());
    // Another clone that holds the commit comes to the same.
    let clone = workshop.cloned("elsewhere");
    restore(&clone.root().join("releases"), &workshop.releases());
    verify(&clone).expect(0, "1.0.0: digests and exports are right");
}

#[test]
fn a_file_that_was_altered_added_or_taken_away() {
    let workshop = Workshop::released();
    let before = workshop.releases();
    let releases = workshop.path("releases");
    fs::write(releases.join("1.0.0/notice.txt"), "Nothing changed.\n").unwrap();
    fs::write(releases.join("1.0.0/extra.txt"), "More.\n").unwrap();
    fs::remove_file(releases.join("1.0.0/diff.md")).unwrap();
    let ended = workshop.run(&["release", "verify", "1.0.0", "--no-rebuild"]);
    ended.expect(1, "1.0.0: notice.txt was altered");
    ended.expect(1, "1.0.0: extra.txt is not part of the release");
    ended.expect(1, "1.0.0: diff.md is missing");
    restore(&releases, &before);
    let ended = workshop.run(&["release", "verify", "1.0.0", "--no-rebuild"]);
    ended.expect(0, "1.0.0: digests are right");
}

/// Whoever alters an export can write new digests as well; what comes out of the sources they
/// cannot change.
#[test]
fn an_export_that_was_altered_together_with_its_digests() {
    let workshop = Workshop::released();
    let folder = workshop.path("releases/1.0.0");
    let export = "2022-01-01/service-providers.csv";
    let text = fs::read_to_string(folder.join(export)).unwrap();
    let old = sha256(text.as_bytes());
    let text = text.replace("worldwide", "us");
    fs::write(folder.join(export), &text).unwrap();
    let new = sha256(text.as_bytes());
    assert_ne!(old, new);
    let manifest = fs::read_to_string(folder.join("manifest.json")).unwrap();
    let old_manifest = sha256(manifest.as_bytes());
    let manifest = manifest.replace(&old, &new);
    fs::write(folder.join("manifest.json"), &manifest).unwrap();
    let sums = fs::read_to_string(folder.join("SHA256SUMS")).unwrap();
    let sums = sums.replace(&old, &new).replace(&old_manifest, &sha256(manifest.as_bytes()));
    fs::write(folder.join("SHA256SUMS"), sums).unwrap();
    let ended = workshop.run(&["release", "verify", "1.0.0", "--no-rebuild"]);
    ended.expect(0, "1.0.0: digests are right");
    let ended = verify(&workshop);
    ended.expect(1, "1.0.0: 2022-01-01/service-providers.csv comes out of the sources differently");
}

/// The digest by another program.
fn sha256(bytes: &[u8]) -> String {
    let file = tempfile::NamedTempFile::new().unwrap();
    fs::write(file.path(), bytes).unwrap();
    let output = std::process::Command::new("sha256sum").arg(file.path()).output().unwrap();
    String::from_utf8(output.stdout).unwrap()[..64].to_owned()
}

#[test]
fn the_digests_are_those_that_sha256sum_reads() {
    let workshop = Workshop::released();
    let status = std::process::Command::new("sha256sum")
        .args(["--check", "--quiet", "--strict", "SHA256SUMS"])
        .current_dir(workshop.path("releases/1.0.0"))
        .status()
        .unwrap();
    assert!(status.success());
}

#[test]
fn a_release_from_tables_that_this_program_does_not_export() {
    let workshop = Workshop::released();
    let folder = workshop.path("releases/1.0.0");
    let manifest = fs::read_to_string(folder.join("manifest.json")).unwrap();
    let old = sha256(manifest.as_bytes());
    let manifest = manifest.replace("\"format_version\": 2", "\"format_version\": 1");
    fs::write(folder.join("manifest.json"), &manifest).unwrap();
    let sums = fs::read_to_string(folder.join("SHA256SUMS")).unwrap();
    let sums = sums.replace(&old, &sha256(manifest.as_bytes()));
    fs::write(folder.join("SHA256SUMS"), sums).unwrap();
    let mut command = workshop.command(&["release", "verify", "1.0.0"]);
    let ended = ended(command.env(INSTALLED, "yes").output().unwrap());
    let words = format!("verify it with the program of version {}", env!("CARGO_PKG_VERSION"));
    ended.expect(2, &words);
    let ended = workshop.run(&["release", "verify", "1.0.0", "--no-rebuild"]);
    ended.expect(0, "1.0.0: digests are right");
}

#[test]
fn a_release_that_is_not_there() {
    let workshop = Workshop::released();
    let ended = workshop.run(&["release", "verify", "2.0.0"]);
    ended.expect(2, "no release 2.0.0; the releases are: 1.0.0");
}

#[test]
fn a_commit_that_is_not_there() {
    let workshop = Workshop::released();
    let other = Workshop::new();
    // The same data, another history.
    other.git(&["commit", "--quiet", "--amend", "--message", "another"]);
    // Made in the same second, the commit that was amended is the one of the release.
    other.git(&["reflog", "expire", "--expire=now", "--all"]);
    other.git(&["gc", "--quiet", "--prune=now"]);
    restore(&other.root().join("releases"), &workshop.releases());
    verify(&other).expect(2, "is not in this repository; fetch it first");
}
