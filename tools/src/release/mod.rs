//! Releases: what a version publishes. A release is written completely or not at all, and never
//! changes afterwards.
//!
//! ```text
//! releases/
//!     1.0.0/              one folder for each release, complete in itself
//!         README.md       what lies here
//!         2025-11-17/ …   the exports of every edition
//!         all-editions/   the exports that span editions
//!         diff.md …       what changed since the release before
//!         manifest.json   what the release is, and the digest of every file
//!         SHA256SUMS      the same digests for `sha256sum -c`
//!     CHANGELOG.md        made from all releases
//!     updates.atom        made from all releases
//!     latest.json         made from all releases
//! ```
//!
//! `prepare` decides whether a version may be released and makes its bytes in memory. Only
//! `ReleaseStore` writes.

mod changes;
mod contents;
mod counts;
mod digests;
mod git;
mod index;
pub mod manifest;
mod prepare;
mod readme;
mod rebuild;
mod refusals;
mod since;
mod store;
mod verify;
mod worktree;

pub(crate) use git::Git;
pub(crate) use prepare::{Decision, Prepared, Request, prepare};
pub(crate) use rebuild::{Exporter, differences};
pub(crate) use since::since_newest;
pub(crate) use store::ReleaseStore;
pub(crate) use verify::check_files;

use std::collections::BTreeMap;

use service_providers_codegen::Register;

/// Files by their path below a folder, with `/` between folders.
type Files = BTreeMap<String, Vec<u8>>;

/// The address of the folder of releases, with `/` at its end; empty if the register does not say under
/// which address its exports are published.
fn address(register: &Register) -> String {
    let address = register.file.exports_address.known();
    address.map(|address| format!("{}/", address.trim_end_matches('/'))).unwrap_or_default()
}
