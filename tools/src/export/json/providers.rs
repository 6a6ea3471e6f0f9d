//! Providers in JSON.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use service_providers_codegen::row::{IdentifierRow, ProviderRow};
use service_providers_codegen::{Key, Name, Register, Stated, Text};

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
    /// The numbers and codes by which public registers know it, by scheme and value.
    pub identifiers: Vec<Identifier>,
    /// Why the provider was a mistake. `none` if it was not.
    pub withdrawn: Stated<Text>,
}

/// A number or code by which a public register knows a provider.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Identifier {
    /// The public register.
    pub scheme: Key,
    /// The number or code.
    pub value: Name,
}

impl Provider {
    /// The providers of an excerpt.
    pub(super) fn all(excerpt: &Register) -> Vec<Self> {
        let identifiers = excerpt.identifiers_by_provider();
        let of = |row: &ProviderRow| identifiers.get(&*row.key).map_or(&[][..], Vec::as_slice);
        excerpt.providers.iter().map(|row| Self::new(row, of(row))).collect()
    }

    fn new(row: &ProviderRow, identifiers: &[&IdentifierRow]) -> Self {
        let aliases = match row.aliases.names() {
            [] => ListOrWord::Word(Word::None),
            names => ListOrWord::Items(names.to_vec()),
        };
        Self {
            key: row.key.clone(),
            name: row.name.clone(),
            aliases,
            identifiers: (identifiers.iter())
                .map(|row| Identifier { scheme: row.scheme.clone(), value: row.value.clone() })
                .collect(),
            withdrawn: row.withdrawn.clone(),
        }
    }
}
