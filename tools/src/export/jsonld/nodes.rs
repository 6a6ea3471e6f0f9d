//! The names of nodes, and references to them.

use serde::Serialize;
use serde_json::{Value, json};
use service_providers_codegen::{Key, Party};

use crate::export::json::{Document, ListOrWord};
use crate::missing::NONE;

/// Makes the names of nodes. A thing has the same name in every edition.
pub(super) struct Nodes<'d> {
    publisher: &'d str,
    edition: &'d str,
}

impl<'d> Nodes<'d> {
    pub(super) fn of(document: &'d Document) -> Self {
        Self { publisher: &document.register.publisher.key, edition: &document.edition.id }
    }

    /// The name of a thing that a table has under a key.
    pub(super) fn name(&self, table: &str, key: &str) -> String {
        format!("urn:service-providers:{}:{table}:{key}", self.publisher)
    }

    /// A reference to the edition.
    pub(super) fn to_edition(&self) -> Value {
        self.to("editions", self.edition)
    }

    /// A reference to a thing.
    pub(super) fn to(&self, table: &str, key: &str) -> Value {
        json!({ "@id": self.name(table, key) })
    }

    /// References to the things of a list; none if a word stands in its place.
    pub(super) fn to_all(&self, table: &str, list: &ListOrWord<Key>) -> Vec<Value> {
        match list {
            ListOrWord::Items(keys) => keys.iter().map(|key| self.to(table, key)).collect(),
            ListOrWord::Word(_) => Vec::new(),
        }
    }

    /// A reference to somebody who gives or gets data.
    pub(super) fn to_party(&self, party: &Party, provider: &str) -> Value {
        match party {
            Party::Publisher => self.to("publishers", self.publisher),
            Party::Provider => self.to("providers", provider),
            Party::OtherProvider(key) => self.to("providers", key),
            Party::Other(key) => self.to("parties", key),
        }
    }
}

/// The members of a thing, without what was withdrawn in it.
pub(super) fn facts(thing: &impl Serialize) -> Value {
    let mut facts = serde_json::to_value(thing).expect("every key is text");
    remove_withdrawn(&mut facts);
    facts
}

fn remove_withdrawn(value: &mut Value) {
    match value {
        Value::Array(items) => {
            let was_withdrawn = |item: &Value| {
                item.get("withdrawn").is_some_and(|reason| reason.as_str() != Some(NONE))
            };
            items.retain(|item| !was_withdrawn(item));
            items.iter_mut().for_each(remove_withdrawn);
        }
        Value::Object(members) => members.values_mut().for_each(remove_withdrawn),
        _ => {}
    }
}

/// Adds references to a node, unless there are none.
pub(super) fn add(node: &mut Value, property: &str, references: Vec<Value>) {
    if !references.is_empty() {
        node[property] = references.into();
    }
}
