//! Helpers for the tests of the whole register.

#![forbid(unsafe_code)]

pub mod exports;
pub mod fixture;
pub mod mini;
pub mod unusual;

use std::path::PathBuf;

/// The root of the workspace.
pub fn root() -> PathBuf {
    let package = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    package.parent().map(PathBuf::from).unwrap_or(package)
}
