//! Providers in JSON.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use service_providers_codegen::row::ProviderRow;
use service_providers_codegen::{Key, Name, Stated, Text};

use super::{ListOrWord, Word};

/// One service of one company.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Provider {
    /// The provider's key. It never changes and never goes away.
    pub key: Key,
    /// The name to show.
    pub name: Name,
    /// Other names that a document prints for the same thing, or `none`.
    pub aliases: ListOrWord<String>,
    /// Why the provider was a mistake. `none` if it was not.
    pub withdrawn: Stated<Text>,
}

impl Provider {
    pub(super) fn new(row: &ProviderRow) -> Self {
        let aliases = match row.aliases.names() {
            [] => ListOrWord::Word(Word::None),
            names => ListOrWord::Items(names.to_vec()),
        };
        Self {
            key: row.key.clone(),
            name: row.name.clone(),
            aliases,
            withdrawn: row.withdrawn.clone(),
        }
    }
}
