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
mod without_withdrawn;

pub use document::{About, Document, FORMAT_VERSION};
pub use engagements::{ContractFact, Disclosure, Engagement, Feature};
pub use list_or_word::{ListOrWord, Word};
pub use listings::Listing;
pub use practices::{Practice, Recipient, Subject};
pub use providers::{Identifier, Provider};
pub use schema::{SCHEMA_PATH, schema_text};
pub use vocabularies::{OrderedTerm, Vocabularies};
pub use without_withdrawn::{DisclosureFacts, RowsWithListings, without_withdrawn};

use super::{File, OneEdition, Sink};
use crate::json::rows;

pub(super) fn files(one: &OneEdition<'_>, add: Sink<'_>) {
    let document = one.document();
    add(File::new("service-providers.json", rows(document)));
    add(File::new(closed_schema::NAME, closed_schema::text(document)));
}
