//! The register that the project ships: it compiles, lies there in canonical form, and its schema
//! files are those of the row types.

use service_providers_codegen::{schema, tidy};
use service_providers_tests::fixture::{self, real_sources};
use service_providers_tests::{program, root};
use service_providers_tools::reference::dictionary;

#[test]
fn it_compiles() {
    let register = fixture::real();
    let rows = |edition: &str| register.published_rows(edition).len();
    assert_eq!((rows("2025-11-17"), rows("2018-11-05")), (41, 33));
    assert_eq!(register.published_records("2018-11-05").len(), 25);
}

#[test]
fn it_is_tidy() {
    let tidying = tidy(&real_sources());
    assert!(tidying.blocking.is_empty(), "{}", tidying.blocking);
    for file in tidying.files {
        assert_eq!(file.mended, Vec::<String>::new(), "{}; run `cargo xtask sync`", file.path);
        let found = real_sources().data(&file.path).map(|source| source.bytes.clone());
        assert_eq!(found, Some(file.bytes), "{}; run `cargo xtask sync`", file.path);
    }
}

#[test]
fn the_schema_files_are_those_of_the_row_types() {
    let sources = real_sources();
    for (path, text) in schema::files() {
        let found = sources.schema(&path).map(|file| String::from_utf8_lossy(&file.bytes));
        assert_eq!(found.as_deref(), Some(text.as_str()), "{path}; run `cargo xtask sync`");
    }
}

#[test]
fn the_data_dictionary_is_that_of_the_row_types() {
    let found = std::fs::read_to_string(root().join("schema/README.md")).unwrap();
    assert_eq!(found, dictionary::page(&program()), "run `cargo xtask sync`");
}
