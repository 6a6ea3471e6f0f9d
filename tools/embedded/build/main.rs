//! Refuses to build constants that were made from other tables than those in `data/`.
//!
//! The published package has no build script: it holds no tables, and was made from a snapshot that
//! was compared here.

#![forbid(unsafe_code)]

#[path = "build/snapshot.rs"]
mod snapshot;

fn main() {
    for path in ["build.rs", "build", "data", "schema"] {
        println!("cargo::rerun-if-changed={path}");
    }
    if let Err(error) = snapshot::run() {
        println!("cargo::error={error}");
    }
}
