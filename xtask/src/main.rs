//! The commands of the register: `cargo xtask --help`.
//!
//! Depends on the compiler (`codegen`), never on the library: with broken data the library does
//! not build, and that is exactly when `check` must run.

#![forbid(unsafe_code)]

mod cli;
mod commands;
mod failure;
mod output;
mod report;
mod workspace;

use std::process::ExitCode;

use clap::Parser as _;

fn main() -> ExitCode {
    cli::run(cli::Cli::parse())
}
