//! Reads the command line and hands it on.

#![forbid(unsafe_code)]

use std::process::ExitCode;

use clap::Parser as _;

fn main() -> ExitCode {
    service_providers_tools::cli::run(service_providers_tools::cli::Cli::parse())
}
