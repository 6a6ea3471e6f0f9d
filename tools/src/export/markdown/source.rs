//! The document that a page goes back to.

use serde::Serialize;
use service_providers_codegen::Register;

/// What a page says of a document.
#[derive(Serialize)]
pub(super) struct Source {
    title: String,
    date_basis: String,
}

impl Source {
    /// The document of this id, which a compiled register has.
    pub(super) fn new(register: &Register, id: &str) -> Self {
        let source = register.file.sources.iter().find(|source| &*source.id == id);
        let text = |text: Option<&str>| text.unwrap_or_default().to_owned();
        Self {
            title: text(source.map(|source| &*source.title)),
            date_basis: text(source.map(|source| &*source.date_basis)),
        }
    }
}
