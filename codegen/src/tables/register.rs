//! `register.json`: who publishes the register, from which documents, in which editions.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::cell_types::{EditionId, Key, Kind, Name, Stated, Text};

/// The path of the file inside the data folder.
pub(crate) const REGISTER: &str = "register.json";

/// The name by which columns refer to the documents of `register.json`.
pub(crate) const SOURCES: &str = "sources";

/// The name by which columns refer to the editions of `register.json`.
pub(crate) const EDITIONS: &str = "editions";

/// What the register is, its source documents and its editions.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RegisterFile {
    /// The version of the tables' format. This library reads version 1.
    #[schemars(range(min = 1, max = 1))]
    pub format_version: u32,
    /// The company whose providers these are.
    pub publisher: Publisher,
    /// On what terms the data may be used.
    pub data_licence_note: Text,
    /// The documents that the facts come from.
    #[schemars(length(min = 1, max = 1000))]
    pub sources: Vec<Source>,
    /// The editions of the list, oldest first.
    #[schemars(length(min = 1, max = 1000))]
    pub editions: Vec<Edition>,
}

/// The company that publishes the register.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(inline)]
pub struct Publisher {
    /// A short key.
    pub key: Key,
    /// The name to show.
    pub name: Name,
}

/// A document that facts come from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(inline)]
pub struct Source {
    /// The key by which rows cite it.
    pub id: Key,
    /// Its title.
    pub title: Name,
    /// Its date, `YYYY-MM-DD`. `unknown` if it bears none.
    #[schemars(with = "DateOrUnknown", extend("x-words" = ["unknown"]))]
    pub date: Stated<String>,
    /// How the date is known.
    pub date_basis: Text,
}

/// One edition of the published list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(inline)]
pub struct Edition {
    /// Its id: the date of publication.
    #[schemars(with = "EditionId")]
    pub id: String,
    /// When it was published, `YYYY-MM-DD`.
    #[schemars(with = "EditionId")]
    pub published: String,
    /// When it takes effect. `unknown` if no document says.
    #[schemars(with = "DateOrUnknown", extend("x-words" = ["unknown"]))]
    pub effective: Stated<String>,
    /// Until when customers may object. `unknown` if no document says.
    #[schemars(with = "DateOrUnknown", extend("x-words" = ["unknown"]))]
    pub objection_until: Stated<String>,
    /// The document that is this edition.
    #[schemars(extend("x-references" = "sources"))]
    pub source: Key,
}

/// The schema of a date that may be unknown.
struct DateOrUnknown;

impl JsonSchema for DateOrUnknown {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "DateOrUnknown".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "pattern": "^([0-9]{4}-[0-9]{2}-[0-9]{2}|unknown)$",
            "format": "date",
            "x-kind": Kind::Date,
            "x-form": "a date as year-month-day, such as 2025-11-17, or `unknown`"
        })
    }
}
