//! The commands for this workspace: `cargo xtask --help`.
//!
//! `tools` has the commands. Here they learn where the workspace lies, so that they also renew what
//! only the workspace has: the snapshot in `src/`, the schema files, and the pages of rules and
//! findings.

#![forbid(unsafe_code)]

use std::env;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use service_providers_tools::cli;
use service_providers_tools::program::Program;
use service_providers_tools::workspace::Workspace;

fn main() -> ExitCode {
    // Cargo says at run time where the package lies, so a checkout that was moved still works.
    let package =
        env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
    let package = PathBuf::from(package);
    let root = package.parent().unwrap_or(Path::new("."));
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let workspace = Workspace::at(root).with_cargo(cargo);
    cli::run(&Program::of_workspace("cargo xtask", workspace), env::args_os())
}
