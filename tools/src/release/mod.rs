//! Releases: what a version publishes, written whole or not at all, and never changed afterwards.
//!
//! ```text
//! releases/
//!     1.0.0/              one folder a release, complete in itself
//!         README.md       what lies here
//!         2025-11-17/ …   the exports of every edition
//!         diff.md …       what changed against the release before
//!         manifest.json   what the release is, and the digest of every file
//!         SHA256SUMS      the same digests for `sha256sum -c`
//!     CHANGELOG.md        made from the releases
//!     updates.atom        made from the releases
//!     latest.json         made from the releases
//! ```
//!
//! [`prepare`] decides and makes the bytes in memory; [`Shelf`] alone writes.

mod changes;
mod contents;
mod digests;
mod git;
mod index;
pub mod manifest;
mod prepare;
mod readme;
mod shelf;
mod swap;
pub mod verify;

pub use git::Git;
pub use prepare::{Prepared, Request, prepare};
pub use shelf::Shelf;

use std::collections::BTreeMap;

/// Files by their path below a folder, with `/` between folders.
pub type Files = BTreeMap<String, Vec<u8>>;
