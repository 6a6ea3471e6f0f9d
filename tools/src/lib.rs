//! The commands of the register: `cargo xtask --help`.
//!
//! Depends on the compiler (`codegen`), never on the library: with broken data the library does
//! not build, and that is exactly when `check` must run. Nothing here reads the clock or the
//! locale: the same sources give the same bytes.

#![forbid(unsafe_code)]
#![warn(missing_docs)]

pub mod atom;
pub mod audit;
pub mod cli;
mod commands;
pub mod diff;
pub mod export;
pub mod failure;
mod output;
pub mod page;
mod progress;
pub mod release;
pub mod report;
mod workspace;
