//! `providers.csv`: one row is one service that is or was listed.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Row, VocabularyTerm};
use crate::cell_types::{Key, Name, Stated, Text, cell_schema};
use crate::limits::MAX_ITEMS;

/// One service of one company that is or was listed. Google Cloud and Google Ads are two.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ProviderRow {
    /// The provider's key. It never changes and never goes away.
    pub key: Key,
    /// The name to show.
    pub name: Name,
    /// Other names that a document prints for the same thing.
    #[schemars(with = "AliasList", extend("x-words" = ["none"]))]
    pub aliases: Aliases,
    /// Why the row was a mistake. `none` if it was not.
    #[schemars(extend("x-words" = ["none"]))]
    pub withdrawn: Stated<Text>,
}

impl ProviderRow {
    /// The name to show, then the aliases.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        std::iter::once(&*self.name).chain(self.aliases.names().iter().map(String::as_str))
    }
}

impl Row for ProviderRow {
    const TABLE: &'static str = "providers";
    const PATH: &'static str = "providers.csv";
    const KEY: &'static [&'static str] = &["key"];
}

impl VocabularyTerm for ProviderRow {
    fn key(&self) -> &str {
        &self.key
    }

    fn name(&self) -> &str {
        &self.name
    }
}

/// Other names, or `none`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Vec<String>", into = "Vec<String>")]
pub struct Aliases(Vec<String>);

impl Aliases {
    /// The names.
    pub fn names(&self) -> &[String] {
        &self.0
    }
}

impl From<Vec<String>> for Aliases {
    fn from(mut names: Vec<String>) -> Self {
        if names == ["none"] {
            names.clear();
        }
        Self(names)
    }
}

impl From<Aliases> for Vec<String> {
    fn from(aliases: Aliases) -> Self {
        if aliases.0.is_empty() { vec!["none".to_owned()] } else { aliases.0 }
    }
}

/// The schema of [`Aliases`].
struct AliasList;

cell_schema!(AliasList, |generator| {
    "type": "array",
    "items": Name::json_schema(generator),
    "minItems": 1,
    "maxItems": MAX_ITEMS,
    "uniqueItems": true
});
