//! The commands of the register for this workspace.

#![forbid(unsafe_code)]

use std::process::ExitCode;

use clap::Parser as _;
use service_providers_tools::cli::{Cli, run};

fn main() -> ExitCode {
    run(Cli::parse())
}
