//! The formats in which a register is exported.
//!
//! Every format is one module and one line in [`FORMATS`]. `tables`, `json`, `datapackage`, `sql` and
//! `jsonl` hold every fact; [`relations`] makes the last three, so that they say the same. `csv` and
//! `markdown` show a selection, which [`projection`] makes for both. `docs/exports.md` describes all.

mod allow_lists;
pub mod csv;
mod cyclonedx;
pub mod datapackage;
mod html;
pub mod json;
pub mod jsonl;
pub mod jsonld;
pub mod markdown;
pub mod processing_record;
pub mod projection;
mod readers;
pub mod relations;
pub mod sql;
pub mod tables;

use std::panic::resume_unwind;
use std::sync::OnceLock;
use std::thread;

use service_providers_codegen::Register;
use service_providers_codegen::row::Edition;

use relations::Relation;

/// A way to write a register.
pub struct Format {
    /// The name on the command line.
    pub name: &'static str,
    /// What it is, in a few words.
    pub about: &'static str,
    edition: Option<fn(&Register, &Edition) -> Vec<File>>,
    all: Option<fn(&AllEditions<'_>) -> Vec<File>>,
}

/// The folder of the files that span editions. No edition has this id, because an id is a date.
pub const ALL_EDITIONS: &str = "all-editions";

/// A register with all its editions. What several formats write is made once, when the first of them
/// asks for it.
pub struct AllEditions<'r> {
    /// The register.
    pub register: &'r Register,
    relations: OnceLock<Vec<Relation>>,
}

impl<'r> AllEditions<'r> {
    /// All editions of a register.
    pub fn new(register: &'r Register) -> Self {
        Self { register, relations: OnceLock::new() }
    }

    /// The register as relations.
    pub fn relations(&self) -> &[Relation] {
        self.relations.get_or_init(|| relations::relations(self.register))
    }
}

/// Makes the files of several formats at the same time. They come in the order of the formats.
pub fn made<'f>(
    formats: impl IntoIterator<Item = &'f Format>,
    files: impl Fn(&Format) -> Vec<File> + Sync,
) -> Vec<File> {
    let files = &files;
    thread::scope(|scope| {
        let formats = formats.into_iter();
        let running: Vec<_> = formats.map(|format| scope.spawn(move || files(format))).collect();
        let files = running.into_iter().map(|one| one.join().unwrap_or_else(|e| resume_unwind(e)));
        files.flatten().collect()
    })
}

/// Every format.
pub static FORMATS: &[Format] = &[
    Format::new("csv", "Flat tables for a spreadsheet").edition(csv::files),
    Format::new(tables::NAME, "The source tables of the edition").edition(tables::files),
    Format::new("json", "Everything in one nested document").edition(json::files),
    Format::new("markdown", "Two pages for readers").edition(markdown::files),
    Format::new("html", "The pages that people read, and a site over all editions")
        .edition(html::files)
        .all(|all| html::site(all.register)),
    Format::new("datapackage", "All editions as a Data Package of CSV tables")
        .all(datapackage::files),
    Format::new("sql", "All editions as SQL for SQLite and PostgreSQL").all(sql::files),
    Format::new("jsonl", "One fact a line, of each edition and of all")
        .edition(jsonl::edition_files)
        .all(jsonl::files),
    Format::new("allow-lists", "Who gets which data, for gates in other languages")
        .edition(allow_lists::files),
    Format::new("cyclonedx", "A bill of materials of services, in CycloneDX 1.6")
        .edition(cyclonedx::files),
    Format::new("processing-record", "A record of processing, after GDPR Art. 30(1)")
        .edition(processing_record::files),
    Format::new("jsonld", "Linked data in the terms of the Data Privacy Vocabulary")
        .edition(jsonld::files),
];

/// An exported file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its path inside the folder of its edition, or of all editions, with `/` between folders.
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
    const fn new(name: &'static str, about: &'static str) -> Self {
        Self { name, about, edition: None, all: None }
    }

    /// Has files of each edition, in the folder of the edition.
    const fn edition(mut self, files: fn(&Register, &Edition) -> Vec<File>) -> Self {
        self.edition = Some(files);
        self
    }

    /// Has files of all editions together, in [`ALL_EDITIONS`].
    const fn all(mut self, files: fn(&AllEditions<'_>) -> Vec<File>) -> Self {
        self.all = Some(files);
        self
    }

    /// The format of this name.
    pub fn find(name: &str) -> Option<&'static Self> {
        FORMATS.iter().find(|format| format.name == name)
    }

    /// Whether it has files of single editions.
    pub fn has_editions(&self) -> bool {
        self.edition.is_some()
    }

    /// The files of an edition in this format. The same register gives the same bytes.
    pub fn files(&self, register: &Register, edition: &Edition) -> Vec<File> {
        self.edition.map(|files| files(register, edition)).unwrap_or_default()
    }

    /// The files of all editions together in this format.
    pub fn files_of_all(&self, all: &AllEditions<'_>) -> Vec<File> {
        self.all.map(|files| files(all)).unwrap_or_default()
    }
}
