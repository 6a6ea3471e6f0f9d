//! The commands of the register: `cargo xtask --help`.
//!
//! Depends on the compiler (`codegen`), never on the library: with broken data the library does
//! not build, and that is exactly when `check` must run.

#![forbid(unsafe_code)]
#![warn(missing_docs)]

pub mod cli;
mod commands;
pub mod export;
mod failure;
mod output;
mod progress;
pub mod report;
mod workspace;
