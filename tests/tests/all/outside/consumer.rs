//! The library as a consumer sees it, outside the workspace.

use std::fs;

use super::{cargo, empty_folder, root, succeed, write_consumer};

#[test]
fn what_compiles_and_what_the_compiler_says() {
    // Not offline: the consumer has a test tool of its own that the workspace has not.
    succeed(cargo(&root().join("tests/consumer"), &["test", "--locked", "--quiet"]));
}

#[test]
fn the_dependency_is_one_crate_and_warns_of_nothing() {
    let folder = empty_folder("consumer-empty");
    write_consumer(&folder, root(), "", "fn main() {}\n");
    let tree = succeed(cargo(
        &folder,
        &["tree", "--offline", "--edges=normal,build", "--prefix=none", "--quiet"],
    ));
    let crates: Vec<&str> = tree.lines().filter_map(|line| line.split(' ').next()).collect();
    assert_eq!(crates, ["consumer", "service-providers"], "{tree}");
    let lock = fs::read_to_string(folder.join("Cargo.lock")).unwrap();
    assert_eq!(lock.matches("[[package]]").count(), 2);
    let mut check = cargo(&folder, &["check", "--offline", "--quiet"]);
    // A path dependency's own warnings are shown, and fail here.
    check.env("RUSTFLAGS", "-Dwarnings");
    assert_eq!(succeed(check), "");
}
