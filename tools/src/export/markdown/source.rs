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
        let document = register.document(id);
        let text = |text: Option<&str>| text.unwrap_or_default().to_owned();
        Self {
            title: text(document.map(|document| &*document.title)),
            date_basis: text(document.map(|document| &*document.date_basis)),
        }
    }
}
