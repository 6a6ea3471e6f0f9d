//! `vocabulary/legal-bases.csv`: a legal basis for processing.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::term::term;
use super::{OwnRecord, Record};
use crate::cell_types::{Key, Name, OwnName, Stated, Text, WebAddress};
use crate::tables::Row;

/// A legal basis for processing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LegalBasisRow {
    /// The term's key. It never changes and never goes away.
    pub key: Key,
    /// The name to show.
    pub name: OwnName,
    /// The fitting term of the Data Privacy Vocabulary, in the version of dpv-terms.csv. `none` if none
    /// fits.
    #[schemars(extend("x-references" = "dpv-terms", "x-words" = ["none"]))]
    pub dpv: Stated<WebAddress>,
    /// The article of the law, such as `GDPR Art. 6(1)(f)`.
    pub article: Name,
    /// What it means, in one plain sentence.
    pub description: Text,
}

impl Row for LegalBasisRow {
    const TABLE: &'static str = "legal-bases";
    const PATH: &'static str = "vocabulary/legal-bases.csv";
    const KEY: &'static [&'static str] = &["key"];
}

term!(LegalBasisRow, "LegalBasis", Record::Own(OwnRecord::LegalBasis));
