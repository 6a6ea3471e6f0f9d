//! Registers to export, and what comes out.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use service_providers_codegen::{Register, Sources, compile};
use service_providers_tools::export::Format;

use crate::root;

/// The data folder of the register itself.
pub fn own_data() -> PathBuf {
    root().join("data")
}

/// A small invented register. Its names are full of what could be markup, its rows show every way
/// in which a fact can be missing, and both editions have something to leave out.
pub fn awkward_data() -> PathBuf {
    root().join("tests/fixtures/awkward/data")
}

/// The register in a data folder.
pub fn register(data: &Path) -> Register {
    let sources = Sources::read(data, &root().join("schema")).expect("the sources can be read");
    compile(&sources).unwrap_or_else(|report| panic!("{report}"))
}

/// The files of an edition in one format, by path.
pub fn export(register: &Register, edition: &str, format: &str) -> BTreeMap<String, Vec<u8>> {
    let edition = register.edition(edition).expect("the register has the edition");
    let format = Format::find(format).expect("there is such a format");
    format.files(register, edition).into_iter().map(|file| (file.path, file.bytes)).collect()
}

/// One file of an edition, as text.
pub fn text(register: &Register, edition: &str, format: &str, path: &str) -> String {
    let bytes = export(register, edition, format).remove(path).expect("the format has the file");
    String::from_utf8(bytes).expect("every file is UTF-8")
}

/// A row of a CSV file by column.
pub type Row = BTreeMap<String, String>;

/// The rows of a CSV file.
pub fn rows(text: &[u8]) -> Vec<Row> {
    csv::Reader::from_reader(text).deserialize().collect::<Result<_, _>>().expect("the file is CSV")
}
