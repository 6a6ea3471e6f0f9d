//! The document that a page goes back to.

use serde::Serialize;
use service_providers_codegen::row::Edition;
use service_providers_codegen::{Register, Stated};

/// What a page says of a document.
#[derive(Serialize)]
pub(super) struct Source {
    title: String,
    /// How its date is known and, where it does not bear the date of the edition, on what basis it
    /// is part of the edition.
    date_basis: String,
}

impl Source {
    /// A document of an edition.
    pub(super) fn new(register: &Register, edition: &Edition, id: &str) -> Self {
        let Some(document) = register.document(id) else {
            return Self { title: id.to_owned(), date_basis: String::new() };
        };
        let mut basis = vec![document.date_basis.to_string()];
        if document.date != Stated::Known(edition.published.clone()) {
            let further = edition.undated_basis.known().map(|basis| basis.to_string());
            basis.extend(further.filter(|further| *further != basis[0]));
        }
        Self { title: document.title.to_string(), date_basis: basis.join(" ") }
    }
}
