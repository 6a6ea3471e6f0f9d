//! Registers to test with: the real one and made-up ones.

use service_providers_codegen::{Register, Sources, compile, schema};

use crate::root;

/// The sources of the real register.
///
/// # Panics
/// If they cannot be read.
pub fn real_sources() -> Sources {
    let root = root();
    Sources::read(&root.join("data"), &root.join("schema")).expect("the real sources can be read")
}

/// The real register.
///
/// # Panics
/// If it has problems.
pub fn real() -> Register {
    register(&real_sources())
}

/// The sources of a made-up register, `fixtures/NAME/data`.
///
/// # Panics
/// If they cannot be read.
pub fn sources(name: &str) -> Sources {
    let folder = root().join("tests/fixtures").join(name).join("data");
    Sources::read_data(&folder, schema::files()).expect("the made-up sources can be read")
}

/// Compiles sources that are right.
///
/// # Panics
/// If they have problems, with all of them.
pub fn register(sources: &Sources) -> Register {
    compile(sources).unwrap_or_else(|report| panic!("{report}"))
}
