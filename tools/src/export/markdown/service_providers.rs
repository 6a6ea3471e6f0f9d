//! The page of the service providers.

use std::collections::BTreeSet;

use serde::Serialize;
use service_providers_codegen::register::Vocabulary;
use service_providers_codegen::row::{DisclosureRow, Edition};
use service_providers_codegen::{Key, Register, Stated, YesOrUnknown};

use super::source::Source;
use super::words::{self, NONE};
use crate::export::projection::{Items, Listing, listings};

/// What the template shows.
#[derive(Serialize)]
pub(super) struct Page {
    publisher: String,
    edition: String,
    published: String,
    /// From when and until when, where a document says.
    effective: Option<String>,
    objection_until: Option<String>,
    /// The document that is the edition.
    source: Source,
    rows: usize,
    providers: usize,
    parts: Vec<Part>,
    /// The headings of the columns after the first.
    columns: Vec<&'static str>,
    /// The headings of the columns that are left out because no row states anything in them.
    silent: Option<String>,
}

/// A heading and the table below it. The parts of a page run in order: a section, its kinds of
/// service, the next section.
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
    name: String,
    policy: Option<String>,
    /// One list of lines for each column after the first.
    cells: Vec<Vec<String>>,
}

/// A column after the first.
struct Column {
    heading: &'static str,
    /// The lines of a cell; `None` where the source states nothing.
    cell: fn(&Register, &Listing<'_>) -> Option<Vec<String>>,
}

const COLUMNS: [Column; 7] = [
    Column { heading: "Used for", cell: |_, listing| Some(vec![listing.row.summary.to_string()]) },
    Column {
        heading: "Information",
        cell: |register, listing| Some(information(register, listing)),
    },
    Column { heading: "Safeguards", cell: safeguards },
    Column { heading: "Company in", cell: company },
    Column { heading: "Data kept in", cell: storage },
    Column { heading: "Features", cell: features },
    Column { heading: "Notes", cell: |register, listing| Some(notes(register, listing)) },
];

impl Page {
    pub(super) fn new(register: &Register, edition: &Edition) -> Self {
        let listings = listings(register, &edition.id);
        let (shown, silent): (Vec<&Column>, Vec<&Column>) = COLUMNS
            .iter()
            .partition(|column| listings.iter().any(|row| (column.cell)(register, row).is_some()));
        let silent: Vec<&str> = silent.iter().map(|column| column.heading).collect();
        let providers: BTreeSet<&str> = listings.iter().map(|row| &*row.row.provider).collect();
        Self {
            publisher: register.file.publisher.name.to_string(),
            edition: edition.id.clone(),
            published: edition.published.clone(),
            effective: edition.effective.known().cloned(),
            objection_until: edition.objection_until.known().cloned(),
            source: Source::new(register, &edition.source),
            rows: listings.len(),
            providers: providers.len(),
            parts: parts(register, &listings, &shown),
            columns: shown.iter().map(|column| column.heading).collect(),
            silent: (!silent.is_empty() && !listings.is_empty()).then(|| silent.join(", ")),
        }
    }
}

/// The parts in published order: sections and kinds of service by the order of their vocabularies,
/// rows by position. Rows without a kind come first in their section.
fn parts(register: &Register, listings: &[Listing<'_>], columns: &[&Column]) -> Vec<Part> {
    let terms = &register.vocabulary;
    let mut sections: Vec<_> = terms.sections.iter().collect();
    sections.sort_by_key(|section| section.position);
    let mut categories: Vec<_> = terms.service_categories.iter().collect();
    categories.sort_by_key(|category| category.position);
    let rows = |section: Option<&str>, category: Option<&str>| -> Vec<Row> {
        listings
            .iter()
            .filter(|listing| listing.row.section.known().map(|key| key.as_str()) == section)
            .filter(|listing| {
                listing.row.service_category.known().map(|key| key.as_str()) == category
            })
            .map(|listing| row(register, listing, columns))
            .collect()
    };
    let mut parts = Vec::new();
    for section in sections.into_iter().map(Some).chain([None]) {
        let key = section.map(|section| section.key.as_str());
        let anchor = key.map_or("providers".to_owned(), |key| format!("section-{key}"));
        let kinds: Vec<Part> = (categories.iter())
            .map(|category| Part {
                depth: 2,
                anchor: format!("{anchor}--{}", category.key),
                name: category.name.to_string(),
                description: Some(category.description.to_string()),
                rows: rows(key, Some(category.key.as_str())),
            })
            .filter(|part| !part.rows.is_empty())
            .collect();
        let own = rows(key, None);
        if own.is_empty() && kinds.is_empty() {
            continue;
        }
        parts.push(Part {
            depth: 1,
            anchor,
            name: section.map_or("Providers".to_owned(), |section| section.name.to_string()),
            description: section.map(|section| section.description.to_string()),
            rows: own,
        });
        parts.extend(kinds);
    }
    parts
}

fn row(register: &Register, listing: &Listing<'_>, columns: &[&Column]) -> Row {
    let silent = || vec![words::NOT_STATED.to_owned()];
    Row {
        name: listing.row.published_name.to_string(),
        policy: listing.row.policy_url.known().map(|url| url.to_string()),
        cells: (columns.iter())
            .map(|column| (column.cell)(register, listing).unwrap_or_else(silent))
            .collect(),
    }
}

/// Disclosures that differ in nothing but whose data it is.
struct Data<'r> {
    row: &'r DisclosureRow,
    subjects: Vec<&'r Stated<Key>>,
}

/// What passes, and what is said not to: one line for each way, set of people and
/// condition.
fn information(register: &Register, listing: &Listing<'_>) -> Vec<String> {
    let mut lines = ways(register, &listing.disclosed, "From");
    lines.extend(ways(register, &listing.not_disclosed, "Not disclosed, from"));
    lines
}

fn ways(register: &Register, rows: &[&DisclosureRow], from: &str) -> Vec<String> {
    let mut data: Vec<Data<'_>> = Vec::new();
    for row in rows.iter().copied() {
        match data.iter_mut().find(|data| same_but_subject(data.row, row)) {
            Some(data) if data.subjects.contains(&&row.data_subject) => {}
            Some(data) => data.subjects.push(&row.data_subject),
            None => data.push(Data { row, subjects: vec![&row.data_subject] }),
        }
    }
    let mut lines: Vec<(String, String, Vec<String>)> = Vec::new();
    for data in &data {
        let row = data.row;
        let mut way = format!(
            "{from} {} to {}",
            words::party(register, &row.from),
            words::party(register, &row.to)
        );
        if let Some(context) = row.context.known() {
            way += &format!(" ({})", Vocabulary::name(&register.vocabulary.contexts, context));
        }
        way += &format!(", about {}", people(register, &data.subjects));
        let condition = match row.condition.known() {
            Some(condition) => format!(" Condition: {condition}"),
            None => String::new(),
        };
        let item = words::data(register, row);
        match lines.iter_mut().find(|line| line.0 == way && line.1 == condition) {
            Some((_, _, items)) => items.push(item),
            None => lines.push((way, condition, vec![item])),
        }
    }
    lines
        .into_iter()
        .map(|(way, condition, items)| format!("{way}: {}.{condition}", items.join("; ")))
        .collect()
}

fn same_but_subject(a: &DisclosureRow, b: &DisclosureRow) -> bool {
    let mut a = a.clone();
    a.position = b.position;
    a.data_subject.clone_from(&b.data_subject);
    a == *b
}

fn people(register: &Register, subjects: &[&Stated<Key>]) -> String {
    let name = |subject: &&Stated<Key>| match subject {
        Stated::Known(key) => Vocabulary::name(&register.vocabulary.data_subjects, key).to_owned(),
        Stated::None => "no person".to_owned(),
        Stated::Unknown | Stated::NotApplicable => "people not stated".to_owned(),
    };
    subjects.iter().map(name).collect::<Vec<_>>().join(", ")
}

fn safeguards(register: &Register, listing: &Listing<'_>) -> Option<Vec<String>> {
    stated(Items::from(&listing.row.safeguards))
        .map(|items| vec![words::names(&register.vocabulary.safeguards, &items)])
}

fn company(register: &Register, listing: &Listing<'_>) -> Option<Vec<String>> {
    let country = &listing.row.entity_country;
    (*country != Stated::Unknown)
        .then(|| vec![words::name(&register.vocabulary.countries, country)])
}

fn storage(register: &Register, listing: &Listing<'_>) -> Option<Vec<String>> {
    stated(Items::from(&listing.row.storage)).map(|items| {
        vec![match items {
            Items::Word(word) => words::storage_word(word).to_owned(),
            countries => words::names(&register.vocabulary.countries, &countries),
        }]
    })
}

fn features(register: &Register, listing: &Listing<'_>) -> Option<Vec<String>> {
    let features = listing.features.iter().map(|feature| words::feature(register, feature));
    let features: Vec<String> = features.collect();
    (!features.is_empty()).then(|| vec![features.join("; ")])
}

fn notes(register: &Register, listing: &Listing<'_>) -> Vec<String> {
    let (row, terms) = (listing.row, &register.vocabulary);
    let mut notes = Vec::new();
    if let Some(excluded) = items(Items::from(&row.excluded_subjects)) {
        notes.push(format!("Not used for: {}.", words::names(&terms.data_subjects, &excluded)));
    }
    if row.optional == YesOrUnknown::Yes {
        notes.push("Users may do without it.".to_owned());
    }
    if let Some(territory) = items(Items::from(&row.territory)) {
        notes.push(format!("Used only in: {}.", words::names(&terms.countries, &territory)));
    }
    if row.hosted_by.known().is_some() {
        notes.push(format!("Runs on: {}.", words::name(&register.providers, &row.hosted_by)));
    }
    notes.extend(row.note.known().map(|note| note.to_string()));
    if notes.is_empty() {
        notes.push(NONE.to_owned());
    }
    notes
}

/// What is there, unless the source is silent.
fn stated(items: Items<'_>) -> Option<Items<'_>> {
    (items != Items::Word("unknown")).then_some(items)
}

/// The items, unless a word stands for them.
fn items(items: Items<'_>) -> Option<Items<'_>> {
    matches!(items, Items::Keys(_)).then_some(items)
}
