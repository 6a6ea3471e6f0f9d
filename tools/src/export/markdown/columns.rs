//! The columns of the page of the service providers.

use service_providers_codegen::{Register, Stated, YesOrUnknown};

use super::disclosures::information;
use super::words;
use crate::export::projection::{KeysOrWord, PublishedRow};
use crate::missing::{EDITION_PAGES, NONE, UNKNOWN};

/// A column after the first, which names the provider.
pub(super) struct Column {
    /// Its heading.
    pub(super) heading: &'static str,
    /// The lines of a cell; `None` if the source states nothing.
    pub(super) cell: fn(&Register, &PublishedRow<'_>) -> Option<Vec<String>>,
}

/// Every column, in order.
pub(super) const COLUMNS: [Column; 7] = [
    Column { heading: "Used for", cell: |_, row| Some(vec![row.row.summary.to_string()]) },
    Column { heading: "Information", cell: information },
    Column { heading: "Safeguards", cell: safeguards },
    Column { heading: "Company in", cell: company },
    Column { heading: "Data kept in", cell: storage },
    Column { heading: "Features", cell: features },
    Column { heading: "Notes", cell: |register, row| Some(notes(register, row)) },
];

fn safeguards(register: &Register, published: &PublishedRow<'_>) -> Option<Vec<String>> {
    let safeguards = stated(KeysOrWord::from(&published.row.safeguards))?;
    Some(vec![words::names(&register.vocabulary.safeguards, &safeguards)])
}

fn company(register: &Register, published: &PublishedRow<'_>) -> Option<Vec<String>> {
    let country = &published.row.entity_country;
    (*country != Stated::Unknown)
        .then(|| vec![words::name(&register.vocabulary.countries, country)])
}

fn storage(register: &Register, published: &PublishedRow<'_>) -> Option<Vec<String>> {
    Some(match stated(published.storage())? {
        KeysOrWord::Word(word) => vec![words::storage_word(word).to_owned()],
        KeysOrWord::Keys(_) => {
            let places = published.places.iter().map(|row| words::place(register, row));
            vec![places.collect::<Vec<_>>().join(", ")]
        }
    })
}

fn features(register: &Register, published: &PublishedRow<'_>) -> Option<Vec<String>> {
    let features = published.features.iter().map(|feature| words::feature(register, feature));
    let features: Vec<String> = features.collect();
    (!features.is_empty()).then(|| vec![features.join("; ")])
}

fn notes(register: &Register, published: &PublishedRow<'_>) -> Vec<String> {
    let (row, terms) = (published.row, &register.vocabulary);
    let mut notes = Vec::new();
    if let Some(excluded) = keys(KeysOrWord::from(&row.excluded_subjects)) {
        notes.push(format!("Not used for: {}.", words::names(&terms.data_subjects, &excluded)));
    }
    if row.optional == YesOrUnknown::Yes {
        notes.push("Users may do without it.".to_owned());
    }
    if let Some(territory) = keys(KeysOrWord::from(&row.territory)) {
        notes.push(format!("Used only in: {}.", words::names(&terms.countries, &territory)));
    }
    if row.hosted_by.known().is_some() {
        notes.push(format!("Runs on: {}.", words::name(&register.providers, &row.hosted_by)));
    }
    notes.extend(published.contract_facts.iter().map(|fact| words::contract_fact(register, fact)));
    if published.identifiers() != NONE {
        notes.push(format!("In public registers: {}.", published.identifiers().replace(';', ", ")));
    }
    notes.extend(row.note.known().map(|note| note.to_string()));
    notes.extend(published.listing.note.known().map(|note| note.to_string()));
    if notes.is_empty() {
        notes.push(EDITION_PAGES.none.to_owned());
    }
    notes
}

/// The keys or the word, unless the source is silent.
fn stated(cell: KeysOrWord<'_>) -> Option<KeysOrWord<'_>> {
    (cell != KeysOrWord::Word(UNKNOWN)).then_some(cell)
}

/// The keys, unless a word stands in their place.
fn keys(cell: KeysOrWord<'_>) -> Option<KeysOrWord<'_>> {
    matches!(cell, KeysOrWord::Keys(_)).then_some(cell)
}
