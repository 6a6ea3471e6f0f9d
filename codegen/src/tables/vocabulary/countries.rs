//! `vocabulary/countries.csv`: the countries of ISO 3166-1.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::term::term;
use super::{OwnRecord, Record};
use crate::cell_types::{Key, OwnName};
use crate::tables::Row;

/// A country.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CountryRow {
    /// The country's ISO 3166-1 alpha-2 code in lower case.
    pub key: Key,
    /// The name to show.
    pub name: OwnName,
}

impl Row for CountryRow {
    const TABLE: &'static str = "countries";
    const PATH: &'static str = "vocabulary/countries.csv";
    const KEY: &'static [&'static str] = &["key"];
}

term!(CountryRow, "Country", Record::Own(OwnRecord::Country));
