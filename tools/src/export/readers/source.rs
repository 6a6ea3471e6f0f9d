//! The documents that a page cites.

use serde::Serialize;
use service_providers_codegen::row::Edition;
use service_providers_codegen::{Register, Stated};

/// What a page says of a document.
#[derive(Serialize)]
pub(in crate::export) struct DocumentSource {
    title: String,
    date: Option<String>,
    address: Option<String>,
    /// How its date is known and, where it does not bear the date of the edition, on what basis it
    /// is part of the edition.
    date_basis: String,
}

impl DocumentSource {
    /// A document of an edition.
    pub(in crate::export) fn new(register: &Register, edition: &Edition, id: &str) -> Self {
        let Some(document) = register.document(id) else {
            let title = id.to_owned();
            return Self { title, date: None, address: None, date_basis: String::new() };
        };
        let mut basis = vec![document.date_basis.to_string()];
        if document.date != Stated::Known(edition.published.clone()) {
            let further = edition.undated_basis.known().map(|basis| basis.to_string());
            basis.extend(further.filter(|further| *further != basis[0]));
        }
        Self {
            title: document.title.to_string(),
            date: document.date.known().cloned(),
            address: document.address.known().map(|address| address.to_string()),
            date_basis: basis.join(" "),
        }
    }
}

/// The documents of an edition that publish rows of providers; in an edition without such rows, its
/// first document.
pub(super) fn sources(register: &Register, edition: &Edition) -> Vec<DocumentSource> {
    let rows = register.published_rows(&edition.id);
    let shown = |id: &&_| rows.iter().any(|row| row.listing.document == **id);
    let mut documents: Vec<_> = edition.documents.iter().filter(shown).collect();
    if documents.is_empty() {
        documents.extend(edition.documents.first());
    }
    documents.into_iter().map(|id| DocumentSource::new(register, edition, id)).collect()
}
