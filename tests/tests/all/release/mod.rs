//! Releases: what is in them, what is refused, and that nothing that happens on the way does harm.
//!
//! Every command runs in a process of its own, in a repository made for the test.

mod contents;
mod feed;
mod interruption;
mod refusals;
mod verification;
pub mod workshop;

use std::path::Path;
use std::process::ExitCode;

use service_providers_tools::cli;
use service_providers_tools::program::Program;
use service_providers_tools::workspace::Workspace;

/// The command itself, for [`workshop::Workshop::run`] and those who interrupt it.
#[test]
#[ignore = "started by the other tests in a process of its own"]
fn command() {
    let Ok(arguments) = std::env::var(workshop::ARGUMENTS) else { return };
    let arguments = arguments.split(workshop::BETWEEN);
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let workspace = Workspace::at(Path::new(".")).with_cargo(cargo);
    let program = match std::env::var_os(workshop::INSTALLED) {
        Some(_) => Program::installed("service-providers"),
        None => Program::of_workspace("cargo xtask", workspace),
    };
    let code = cli::run(&program, std::iter::once("cargo xtask").chain(arguments));
    let known = (0..=2).find(|number| code == ExitCode::from(*number));
    std::process::exit(known.map_or(101, i32::from));
}
