//! Registers of other organisations: begun by the installed program in folders outside of the
//! workspace, and built there.

mod foreign;
mod organisation;
mod releases;
mod steps;
mod together;
mod upgrade;

use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

/// A folder outside of the workspace, because cargo takes a package below it for a member. What is
/// built there goes with it.
fn outside() -> TempDir {
    tempfile::tempdir().unwrap()
}

/// Cargo in a folder below one that is outside of the workspace.
fn cargo(outside: &TempDir, folder: &Path, arguments: &[&str]) -> Command {
    let mut command = super::cargo(folder, arguments);
    command.env("CARGO_TARGET_DIR", outside.path().join("target"));
    command.env("CARGO_NET_OFFLINE", "true");
    command
}

/// The folder that has the installed program under its name.
fn programs(folder: &Path) -> PathBuf {
    let programs = folder.join("programs");
    std::fs::create_dir_all(&programs).unwrap();
    let program = programs.join("service-providers");
    if !program.exists() {
        symlink(env!("CARGO_BIN_EXE_installed"), program).unwrap();
    }
    programs
}

/// The installed program in a folder, with nobody to answer its questions.
fn program(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_installed"));
    command.current_dir(folder).args(arguments).stdin(std::process::Stdio::null());
    command
}
