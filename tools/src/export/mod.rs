//! The formats in which a register is exported.
//!
//! Every format is one module and one line in [`FORMATS`]. `tables` and `json` hold everything;
//! `csv` and `markdown` show a selection, which [`projection`] makes for both, so that they say the
//! same. `docs/exports.md` describes all four.

mod allow_lists;
pub mod csv;
mod cyclonedx;
pub mod json;
pub mod jsonld;
pub mod markdown;
pub mod processing_record;
pub mod projection;
pub mod tables;

use service_providers_codegen::Register;
use service_providers_codegen::row::Edition;

/// A way to write an edition.
pub struct Format {
    /// The name on the command line.
    pub name: &'static str,
    /// What it is, in a few words.
    pub about: &'static str,
    write: fn(&Register, &Edition) -> Vec<File>,
}

/// Every format.
pub static FORMATS: &[Format] = &[
    Format { name: "csv", about: "Two flat tables for a spreadsheet", write: csv::files },
    Format { name: tables::NAME, about: "The source tables of the edition", write: tables::files },
    Format { name: "json", about: "Everything in one nested document", write: json::files },
    Format { name: "markdown", about: "Two pages for readers", write: markdown::files },
    Format {
        name: "allow-lists",
        about: "Who gets which data, for gates in other languages",
        write: allow_lists::files,
    },
    Format {
        name: "cyclonedx",
        about: "A bill of materials of services, in CycloneDX 1.6",
        write: cyclonedx::files,
    },
    Format {
        name: "processing-record",
        about: "A record of processing, after GDPR Art. 30(1)",
        write: processing_record::files,
    },
    Format {
        name: "jsonld",
        about: "Linked data in the terms of the Data Privacy Vocabulary",
        write: jsonld::files,
    },
];

/// An exported file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its path inside the folder of its edition, with `/` between folders.
    pub path: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

impl File {
    fn new(path: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Self {
        Self { path: path.into(), bytes: bytes.into() }
    }
}

impl Format {
    /// The format of this name.
    pub fn find(name: &str) -> Option<&'static Self> {
        FORMATS.iter().find(|format| format.name == name)
    }

    /// The files of an edition in this format. The same register gives the same bytes.
    pub fn files(&self, register: &Register, edition: &Edition) -> Vec<File> {
        (self.write)(register, edition)
    }
}
