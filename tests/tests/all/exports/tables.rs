//! The normalised tables, read back through the compiler.

use std::fs;

use service_providers_codegen::register::{Engagement, Practice};
use service_providers_codegen::row::ListingRow;
use service_providers_codegen::{Register, Sources, TABLES, compile};
use service_providers_tests::exports::{awkward_data, export, own_data, register};
use service_providers_tests::root;

use super::OWN;

/// The register that the exported tables of an edition compile to.
fn read_back(register: &Register, edition: &str) -> Register {
    let files = export(register, edition, "tables").into_iter().map(|(path, bytes)| {
        (path.strip_prefix("tables/").expect("all lie in one folder").to_owned(), bytes)
    });
    let own = Sources::read(&own_data(), &root().join("schema")).expect("the schema can be read");
    let schema = own.schema_files().map(|(path, file)| (path.to_owned(), file.bytes.clone()));
    compile(&Sources::from_memory(files, schema)).unwrap_or_else(|report| panic!("{report}"))
}

#[test]
fn every_table_is_there() {
    let register = register(&own_data());
    for (edition, ..) in OWN {
        let files = export(&register, edition, "tables");
        assert_eq!(files.len(), TABLES.len() + 1);
        assert!(TABLES.iter().all(|table| files.contains_key(&format!("tables/{}", table.path))));
        assert!(files.contains_key("tables/register.json"));
    }
}

/// The published rows of an edition with all that they say.
fn rows(register: &Register, edition: &str) -> Vec<(ListingRow, Engagement)> {
    let rows = register.published_rows(edition).into_iter();
    rows.map(|row| (row.listing.clone(), row.engagement.clone())).collect()
}

/// The published records of an edition with all that they say.
fn records(register: &Register, edition: &str) -> Vec<(ListingRow, Practice)> {
    let records = register.published_records(edition).into_iter();
    records.map(|record| (record.listing.clone(), record.practice.clone())).collect()
}

#[test]
fn tables_compile_to_the_register_of_the_edition() {
    for data in [own_data(), awkward_data()] {
        let register = register(&data);
        for edition in register.editions() {
            let back = read_back(&register, &edition.id);
            assert_eq!(back, register.excerpt(&edition.id));
            assert_eq!(back.edition(&edition.id), Some(edition));
            assert_eq!(back.vocabulary, register.vocabulary);
            assert_eq!(rows(&back, &edition.id), rows(&register, &edition.id));
            assert_eq!(records(&back, &edition.id), records(&register, &edition.id));
            assert_eq!(back.providers_in(&edition.id), register.providers_in(&edition.id));
            assert!(back.providers.iter().all(|row| register.providers.contains(row)));
            assert!(back.successions.iter().all(|row| register.successions.contains(row)));
            // Nothing is left to cut: an export of the export is the same.
            assert_eq!(back.excerpt(&edition.id), back);
        }
    }
}

#[test]
fn own_tables_hold_the_rows_of_the_edition_alone() {
    let register = register(&own_data());
    for (edition, listed, recorded) in OWN {
        let back = read_back(&register, edition);
        assert_eq!((back.engagements.len(), back.practices.len()), (listed, recorded));
        assert_eq!(back.providers.len(), register.providers_in(edition).len());
    }
}

/// A provider on whose servers another runs is kept with the row that lists it, though that row
/// is of another edition; so is a succession between two that are kept.
#[test]
fn what_a_row_names_comes_along() {
    let back = read_back(&register(&awkward_data()), "2024-02-29");
    assert!(back.engagement("old-2020-01-01").is_some());
    assert_eq!(back.successions.len(), 1);
    assert!(rows(&back, "2024-02-29").iter().all(|(_, said)| &*said.row.provider != "old"));
}

#[test]
fn whole_register_writes_its_own_source_files() {
    for data in [own_data(), awkward_data()] {
        for (path, bytes) in register(&data).source_files() {
            let file = fs::read(data.join(&path)).expect("the source file is there");
            assert_eq!(String::from_utf8(bytes), String::from_utf8(file), "{path}");
        }
    }
}
