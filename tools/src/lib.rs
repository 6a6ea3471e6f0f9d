//! The commands for a register of service providers: check it, keep its files tidy, export it,
//! compare its editions, and release it.
//!
//! The commands work on any register in any folder. They depend on the compiler
//! (`service-providers-codegen`) and never on the library, because the library does not build
//! while its data is broken, and `check` must run exactly then. Nothing here reads the clock or the
//! locale, so the same tables give the same bytes.

#![forbid(unsafe_code)]
#![warn(missing_docs)]

pub mod atom;
pub mod audit;
pub mod cli;
mod commands;
pub mod diff;
mod earlier_formats;
mod embedded;
pub mod export;
pub mod failure;
mod init;
mod json;
mod missing;
mod one_module;
mod out_of_order;
mod output;
mod own_crate;
pub mod page;
mod paths;
pub mod program;
mod progress;
mod project;
pub mod published;
pub mod reference;
pub mod release;
pub mod report;
mod sha256;
pub mod workbook;
pub mod workspace;
