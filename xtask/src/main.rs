//! Reads the command line and hands over.

#![forbid(unsafe_code)]

use std::process::ExitCode;

use clap::Parser as _;

fn main() -> ExitCode {
    xtask::cli::run(xtask::cli::Cli::parse())
}
