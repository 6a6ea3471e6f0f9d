//! The formats in which a register is exported.
//!
//! Each format is one module and one line in [`FORMATS`]. [`relations`] makes the tables of `datapackage`, `sql`
//! and `jsonl`, so that they agree; [`json`] makes the document that `cyclonedx` and `jsonld` are built from;
//! `readers` makes what `html` and `markdown` show. `docs/exports.md` describes every format and says which hold
//! all facts.

mod allow_lists;
pub mod csv;
mod cyclonedx;
mod datapackage;
mod html;
pub mod json;
mod jsonl;
pub mod jsonld;
mod make;
mod markdown;
pub mod processing_record;
pub(crate) mod projection;
mod readers;
mod register_facts;
pub mod relations;
mod sql;
pub(crate) mod tables;

use std::sync::{Arc, OnceLock};

use service_providers_codegen::Register;
use service_providers_codegen::row::Edition;

use json::Document;
use projection::{PublishedRow, published_rows};
use readers::{Page, RecordsPage};
use register_facts::RegisterFacts;
use relations::Relation;

pub use make::{Job, jobs, make};

/// A way to write a register.
pub struct Format {
    /// The name on the command line.
    pub name: &'static str,
    /// What it is, in a few words.
    pub about: &'static str,
    edition: Option<fn(&OneEdition<'_>, Sink<'_>)>,
    all: Option<fn(&AllEditions<'_>, Sink<'_>)>,
}

/// Takes a file as soon as it is made, so that only one lies in memory.
pub type Sink<'f> = &'f mut dyn FnMut(File);

/// The folder of the files that span editions. No edition has this id, because an id is a date.
pub const ALL_EDITIONS: &str = "all-editions";

/// An edition. What several formats write is made once, when the first of them asks for it.
pub struct OneEdition<'r> {
    /// The register.
    pub register: &'r Register,
    /// The edition.
    pub edition: &'r Edition,
    register_facts: Arc<OnceLock<RegisterFacts<'r>>>,
    excerpt: OnceLock<Register>,
    document: OnceLock<Document>,
    facts: OnceLock<[Relation; 2]>,
    published_rows: OnceLock<Vec<PublishedRow<'r>>>,
    page: OnceLock<Page>,
    records_page: OnceLock<RecordsPage>,
}

impl<'r> OneEdition<'r> {
    /// An edition of a register.
    pub fn new(register: &'r Register, edition: &'r Edition) -> Self {
        Self::with(register, edition, Arc::default())
    }

    /// An edition that shares what the pages of all editions ask of the register.
    fn with(
        register: &'r Register,
        edition: &'r Edition,
        register_facts: Arc<OnceLock<RegisterFacts<'r>>>,
    ) -> Self {
        Self {
            register,
            edition,
            register_facts,
            excerpt: OnceLock::new(),
            document: OnceLock::new(),
            facts: OnceLock::new(),
            published_rows: OnceLock::new(),
            page: OnceLock::new(),
            records_page: OnceLock::new(),
        }
    }

    /// The published rows of the edition.
    fn published_rows(&self) -> &[PublishedRow<'r>] {
        self.published_rows.get_or_init(|| published_rows(self.register, &self.edition.id))
    }

    fn register_facts(&self) -> &RegisterFacts<'r> {
        self.register_facts.get_or_init(|| RegisterFacts::of(self.register))
    }

    /// What the page of the edition shows.
    fn page(&self) -> &Page {
        let new = || Page::new(self.register_facts(), self.edition, self.published_rows());
        self.page.get_or_init(new)
    }

    /// What the page of its data transparency records shows.
    fn records_page(&self) -> &RecordsPage {
        let new = || RecordsPage::new(self.register_facts(), self.edition, self.published_rows());
        self.records_page.get_or_init(new)
    }

    /// The register cut down to the edition.
    pub fn excerpt(&self) -> &Register {
        self.excerpt.get_or_init(|| self.register.excerpt(&self.edition.id))
    }

    /// Everything about the edition.
    pub fn document(&self) -> &Document {
        let new = || Document::with(self.register, self.edition, self.excerpt());
        self.document.get_or_init(new)
    }

    /// The disclosures and the denials of the edition, as flat tables.
    pub fn facts(&self) -> &[Relation; 2] {
        let relations = [relations::disclosures, relations::denials];
        self.facts.get_or_init(|| relations.map(|relation| relation(self.register, self.edition)))
    }
}

/// A register with all its editions. What several formats write is made once, when the first of them
/// asks for it.
pub struct AllEditions<'r> {
    /// The register.
    pub register: &'r Register,
    facts: Arc<OnceLock<RegisterFacts<'r>>>,
    relations: OnceLock<Vec<Relation>>,
}

impl<'r> AllEditions<'r> {
    /// All editions of a register.
    pub fn new(register: &'r Register) -> Self {
        Self::with(register, Arc::default())
    }

    /// All editions, which share with each of them what its pages ask of the register.
    fn with(register: &'r Register, facts: Arc<OnceLock<RegisterFacts<'r>>>) -> Self {
        Self { register, facts, relations: OnceLock::new() }
    }

    fn facts(&self) -> &RegisterFacts<'r> {
        self.facts.get_or_init(|| RegisterFacts::of(self.register))
    }

    /// The register as relations.
    pub fn relations(&self) -> &[Relation] {
        self.relations.get_or_init(|| relations::relations(self.register))
    }
}

/// Every format.
pub static FORMATS: &[Format] = &[
    Format::new("csv", "Flat tables for a spreadsheet").edition(csv::files),
    Format::new(tables::NAME, "The source tables of the edition").edition(tables::files),
    Format::new("json", "Everything in one nested document").edition(json::files),
    Format::new("markdown", "Two pages for readers").edition(markdown::files),
    Format::new("html", "The pages that people read, and a site over all editions")
        .edition(html::files)
        .all(html::site),
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

    /// Adds the function that makes the files of one edition.
    const fn edition(mut self, files: fn(&OneEdition<'_>, Sink<'_>)) -> Self {
        self.edition = Some(files);
        self
    }

    /// Adds the function that makes the files in [`ALL_EDITIONS`].
    const fn all(mut self, files: fn(&AllEditions<'_>, Sink<'_>)) -> Self {
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
        let mut files = Vec::new();
        if let Some(make) = self.edition {
            make(&OneEdition::new(register, edition), &mut |file| files.push(file));
        }
        files
    }

    /// The files of all editions together in this format.
    pub fn files_of_all(&self, all: &AllEditions<'_>) -> Vec<File> {
        let mut files = Vec::new();
        if let Some(make) = self.all {
            make(all, &mut |file| files.push(file));
        }
        files
    }
}
