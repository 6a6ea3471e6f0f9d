//! Helpers for the tests of the whole register.

#![forbid(unsafe_code)]

pub mod exports;
pub mod fixture;
pub mod mini;
pub mod questions;
pub mod unusual;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use service_providers_tools::cli;
use service_providers_tools::program::Program;
use service_providers_tools::workspace::Workspace;

/// The root of the workspace.
pub fn root() -> PathBuf {
    let package = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    package.parent().map(PathBuf::from).unwrap_or(package)
}

/// The program of this workspace.
pub fn program() -> Program {
    Program::of_workspace("cargo xtask", Workspace::at(&root()))
}

/// Runs a command of this workspace.
pub fn run<'a>(arguments: impl IntoIterator<Item = &'a str>) -> ExitCode {
    cli::run(&program(), std::iter::once("cargo xtask").chain(arguments))
}

/// Runs a command of this workspace on the register in a data folder.
///
/// # Panics
/// If the path is not UTF-8.
pub fn run_on<'a>(data: &'a Path, arguments: impl IntoIterator<Item = &'a str>) -> ExitCode {
    let data = ["--data", data.to_str().expect("the path is UTF-8")];
    run(arguments.into_iter().chain(data))
}
