//! `json`: everything about an edition in one nested document.

mod closed_schema;
mod document;
mod engagements;
mod list_or_word;
mod listings;
mod practices;
mod providers;
mod schema;
mod vocabularies;

pub use document::{About, Document, FORMAT_VERSION};
pub use engagements::{ContractFact, Disclosure, Engagement, Feature};
pub use list_or_word::{ListOrWord, Word};
pub use listings::Listing;
pub use practices::{Practice, Recipient, Subject};
pub use providers::{Identifier, Provider};
pub use schema::{SCHEMA_PATH, schema_text};
pub use vocabularies::{OrderedTerm, Vocabularies};

use service_providers_codegen::Register;
use service_providers_codegen::row::Edition;

use super::File;
use crate::json::pretty;

pub(super) fn files(register: &Register, edition: &Edition) -> Vec<File> {
    let document = Document::new(register, edition);
    vec![
        File::new("service-providers.json", pretty(&document)),
        File::new(closed_schema::NAME, closed_schema::text(&document)),
    ]
}
