//! The names of nodes, and references to them.

use serde_json::{Value, json};
use service_providers_codegen::{Key, Party};

use super::dpv;

use crate::export::json::{Document, ListOrWord};

/// Stands for the beginning of every name.
const PREFIX: &str = "sp";

/// The properties whose values are names of nodes.
const REFERENCES: [&str; 22] = [
    dpv::HAS_DATA,
    dpv::HAS_DATA_SUBJECT,
    dpv::HAS_LEGAL_BASIS,
    dpv::HAS_LOCATION,
    dpv::HAS_MEASURE,
    dpv::HAS_PERSONAL_DATA,
    dpv::HAS_PROCESSING,
    dpv::HAS_PURPOSE,
    dpv::HAS_RECIPIENT,
    "about_data",
    "followed_by",
    "given_by",
    "not_data",
    "not_of",
    "not_received_by",
    "of",
    "published_in",
    "skos:broader",
    "this_country",
    "this_group",
    "this_other",
    "this_region",
];

/// The name of a thing that a table has under a key. It is the same in every edition.
pub(super) fn node_name(table: &str, key: &str) -> String {
    format!("{PREFIX}:{table}:{key}")
}

/// The names of the things of a list; none if a word stands in its place.
pub(super) fn node_names(table: &str, list: &ListOrWord<Key>) -> Vec<String> {
    match list {
        ListOrWord::Items(keys) => keys.iter().map(|key| node_name(table, key)).collect(),
        ListOrWord::Word(_) => Vec::new(),
    }
}

/// Makes the names of nodes that belong to the publisher or to the edition.
pub(super) struct Nodes<'d> {
    publisher: &'d str,
    edition: &'d str,
}

impl<'d> Nodes<'d> {
    pub(super) fn of(document: &'d Document) -> Self {
        Self { publisher: &document.register.publisher.key, edition: &document.edition.id }
    }

    /// What the names of members stand for. It stands in the file, so nobody has to fetch it.
    pub(super) fn context(&self) -> Value {
        let mut context = json!({
            // Members of the JSON export.
            "@vocab": "urn:service-providers:term:",
            "dpv": dpv::NAMESPACE,
            "skos": "http://www.w3.org/2004/02/skos/core#",
            PREFIX: format!("urn:service-providers:{}:", self.publisher),
        });
        for property in REFERENCES {
            context[property] = json!({ "@type": "@id" });
        }
        context
    }

    /// The name of the edition.
    pub(super) fn edition(&self) -> String {
        node_name("editions", self.edition)
    }

    /// The name of somebody who gives or gets data.
    pub(super) fn party(&self, party: &Party, provider: &str) -> String {
        match party {
            Party::Publisher => node_name("publishers", self.publisher),
            Party::Provider => node_name("providers", provider),
            Party::OtherProvider(key) => node_name("providers", key),
            Party::Other(key) => node_name("parties", key),
        }
    }
}

/// Adds references to a node, unless there are none.
pub(super) fn add(node: &mut Value, property: &str, references: Vec<String>) {
    if !references.is_empty() {
        node[property] = references.into();
    }
}
