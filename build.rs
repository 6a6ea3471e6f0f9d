//! Two ways to build, one truth.
//!
//! With the feature `from-source`, which the workspace turns on, the tables in `data/` are validated
//! and compiled. Without it, the committed snapshot `src/generated.rs` is used, and must have been
//! made from the tables as they are. That guards those who depend on a checkout, by path or git.
//! The published package has no build script: it holds no tables, and a release is made from a
//! snapshot that was checked.

#![forbid(unsafe_code)]

#[cfg_attr(feature = "from-source", path = "build/from_source.rs")]
#[cfg_attr(not(feature = "from-source"), path = "build/snapshot.rs")]
mod way;

fn main() {
    for path in ["build.rs", "build", "codegen/src/digest/sum.rs", "data", "schema"] {
        println!("cargo::rerun-if-changed={path}");
    }
    if let Err(error) = way::run() {
        println!("cargo::error={error}");
    }
}
