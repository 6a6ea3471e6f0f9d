//! `json`: everything about an edition in one nested document.

mod document;
mod engagements;
mod listed;
mod practices;
mod providers;
mod schema;
mod vocabularies;

pub use document::{About, Document, FORMAT_VERSION};
pub use engagements::{Disclosure, Engagement, Feature};
pub use listed::{Listed, Word};
pub use practices::{Practice, Recipient, Subject};
pub use providers::Provider;
pub use schema::{SCHEMA_PATH, schema_text};
pub use vocabularies::{OrderedTerm, Vocabularies};

use service_providers_codegen::Register;
use service_providers_codegen::row::Edition;

use super::File;

pub(super) fn files(register: &Register, edition: &Edition) -> Vec<File> {
    let document = Document::new(register, edition);
    vec![File::new("service-providers.json", pretty(&document))]
}

/// JSON as this project writes it: two spaces, members in the order of their types, LF at the end.
fn pretty(value: &impl serde::Serialize) -> String {
    let mut text = serde_json::to_string_pretty(value).expect("keys are text");
    text.push('\n');
    text
}
