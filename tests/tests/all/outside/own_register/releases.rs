//! Releases of several organisations.

use std::path::Path;
use std::process::Command;

use super::super::{fail, succeed};
use super::organisation::{cloud, shop};
use super::{outside, program};

fn git(folder: &Path, arguments: &[&str]) {
    let mut command = Command::new("git");
    command.current_dir(folder);
    command.args(["-c", "user.name=Editor", "-c", "user.email=editor@example.com"]).args(arguments);
    succeed(command);
}

#[test]
fn releases_of_two_publishers_are_never_compared() {
    let outside = outside();
    let folder = outside.path();
    let (shop, cloud) = (shop(folder), cloud(folder));
    let said = fail(program(&shop, &["release", "1.0.0"]));
    assert!(said.contains("not in a git repository") && said.contains("made again"), "{said}");

    git(folder, &["init", "--quiet"]);
    git(folder, &["add", "."]);
    git(folder, &["commit", "--quiet", "--message", "Two lists"]);
    succeed(program(&shop, &["release", "1.0.0"]));
    git(folder, &["add", "."]);
    git(folder, &["commit", "--quiet", "--message", "A release"]);
    let theirs = shop.join("releases");
    let arguments = ["release", "1.1.0", "--releases", theirs.to_str().unwrap()];
    let said = fail(program(&cloud, &arguments));
    assert!(said.contains("release 1.0.0 is one of `harbour`"), "{said}");
    succeed(program(&cloud, &["release", "2.0.0"]));
    assert!(cloud.join("releases/2.0.0/manifest.json").exists());
    assert!(!theirs.join("1.1.0").exists());
    succeed(program(&shop, &["release", "verify", "1.0.0"]));
}
