//! The installed program.

#![forbid(unsafe_code)]

use std::process::ExitCode;

use service_providers_tools::cli;
use service_providers_tools::program::Program;

fn main() -> ExitCode {
    cli::run(&Program::installed("service-providers"), std::env::args_os())
}
