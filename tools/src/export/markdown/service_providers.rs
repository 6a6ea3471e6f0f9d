//! The page of the service providers.

use std::collections::BTreeSet;

use serde::Serialize;
use service_providers_codegen::register::Vocabulary;
use service_providers_codegen::row::Edition;
use service_providers_codegen::{Key, Register};

use super::columns::{COLUMNS, Column};
use crate::export::projection::{PublishedRow, is_announced, published_rows};
use crate::export::readers::Source;
use crate::missing::{EDITION_PAGES, PageWords};

/// What the template shows.
#[derive(Serialize)]
pub(super) struct Page {
    publisher: String,
    edition: String,
    published: String,
    /// When it takes effect, and until when customers may object, if a document says so.
    effective: Option<String>,
    objection_until: Option<String>,
    /// Whether it is announced and not in force yet.
    announced: bool,
    /// The documents whose rows it shows.
    sources: Vec<Source>,
    rows: usize,
    providers: usize,
    parts: Vec<Part>,
    /// The headings of the columns after the first.
    columns: Vec<&'static str>,
    /// The headings of the columns that are left out because no row states anything in them.
    silent: Option<String>,
    words: &'static PageWords,
}

/// A heading and the table below it. A section comes first, then its kinds of service, then the
/// next section.
#[derive(Serialize)]
struct Part {
    /// 1 for a section, 2 for a kind of service in it.
    depth: u8,
    anchor: String,
    name: String,
    description: Option<String>,
    rows: Vec<Row>,
}

#[derive(Serialize)]
struct Row {
    /// The name as printed.
    name: String,
    /// The name under which the register has the provider, where it is another one.
    known_as: Option<String>,
    policy: Option<String>,
    /// One list of lines for each column after the first.
    cells: Vec<Vec<String>>,
}

impl Page {
    pub(super) fn new(register: &Register, edition: &Edition) -> Self {
        let published = published_rows(register, &edition.id);
        let (shown, silent): (Vec<&Column>, Vec<&Column>) = COLUMNS
            .iter()
            .partition(|column| published.iter().any(|row| (column.cell)(register, row).is_some()));
        let silent: Vec<&str> = silent.iter().map(|column| column.heading).collect();
        let providers: BTreeSet<&str> = published.iter().map(|row| &*row.row.provider).collect();
        Self {
            publisher: register.file.publisher.name.to_string(),
            edition: edition.id.clone(),
            published: edition.published.clone(),
            effective: edition.effective.known().cloned(),
            objection_until: edition.objection_until.known().cloned(),
            announced: is_announced(register, edition),
            sources: sources(register, edition, &published),
            rows: published.len(),
            providers: providers.len(),
            parts: parts(register, &published, &shown),
            columns: shown.iter().map(|column| column.heading).collect(),
            silent: (!silent.is_empty() && !published.is_empty()).then(|| silent.join(", ")),
            words: &EDITION_PAGES,
        }
    }
}

/// The documents whose rows are shown; in an edition without rows, its first document.
fn sources(register: &Register, edition: &Edition, published: &[PublishedRow<'_>]) -> Vec<Source> {
    let shown = |document: &&Key| published.iter().any(|row| &row.listing.document == *document);
    let mut documents: Vec<&Key> = edition.documents.iter().filter(shown).collect();
    if documents.is_empty() {
        documents.extend(edition.documents.first());
    }
    documents.into_iter().map(|document| Source::new(register, edition, document)).collect()
}

/// The parts in published order: sections and kinds of service in the order of their vocabularies,
/// rows by position.
fn parts(register: &Register, published: &[PublishedRow<'_>], columns: &[&Column]) -> Vec<Part> {
    let mut sections: Vec<_> = register.vocabulary.sections.iter().collect();
    sections.sort_by_key(|section| section.position);
    let mut parts = Vec::new();
    for section in &sections {
        let heading = Heading {
            anchor: format!("section-{}", section.key),
            name: section.name.to_string(),
            description: Some(section.description.to_string()),
        };
        let rows: Vec<&PublishedRow<'_>> = (published.iter())
            .filter(|row| row.listing.section.known() == Some(&section.key))
            .collect();
        parts.extend(section_parts(register, heading, &rows, columns));
    }
    let heading =
        Heading { anchor: "providers".to_owned(), name: "Providers".to_owned(), description: None };
    let rows: Vec<&PublishedRow<'_>> =
        published.iter().filter(|row| row.listing.section.known().is_none()).collect();
    parts.extend(section_parts(register, heading, &rows, columns));
    parts
}

/// The heading of a section, or of all rows in an edition without sections.
struct Heading {
    anchor: String,
    name: String,
    description: Option<String>,
}

/// A section and its kinds of service. Rows without a kind come first. There are no parts without
/// rows.
fn section_parts(
    register: &Register,
    heading: Heading,
    published: &[&PublishedRow<'_>],
    columns: &[&Column],
) -> Vec<Part> {
    if published.is_empty() {
        return Vec::new();
    }
    let Heading { anchor, name, description } = heading;
    let mut categories: Vec<_> = register.vocabulary.service_categories.iter().collect();
    categories.sort_by_key(|category| category.position);
    let rows = |category: Option<&Key>| -> Vec<Row> {
        let of_category =
            published.iter().filter(|row| row.row.service_category.known() == category);
        of_category.map(|published| row(register, published, columns)).collect()
    };
    let kinds: Vec<Part> = (categories.into_iter())
        .map(|category| Part {
            depth: 2,
            anchor: format!("{anchor}--{}", category.key),
            name: category.name.to_string(),
            description: Some(category.description.to_string()),
            rows: rows(Some(&category.key)),
        })
        .filter(|part| !part.rows.is_empty())
        .collect();
    let mut parts = vec![Part { depth: 1, anchor, name, description, rows: rows(None) }];
    parts.extend(kinds);
    parts
}

fn row(register: &Register, published: &PublishedRow<'_>, columns: &[&Column]) -> Row {
    let silent = || vec![EDITION_PAGES.unknown.to_owned()];
    let printed = published.listing.published_name.to_string();
    let known_as = Vocabulary::name(&register.providers, &published.row.provider);
    Row {
        known_as: (printed.to_lowercase() != known_as.to_lowercase()).then(|| known_as.to_owned()),
        name: printed,
        policy: published.listing.policy_url.known().map(|url| url.to_string()),
        cells: (columns.iter())
            .map(|column| (column.cell)(register, published).unwrap_or_else(silent))
            .collect(),
    }
}
