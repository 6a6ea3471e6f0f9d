//! The schema of one document: the general one, with the keys that this document has.
//!
//! JSON Schema cannot say that a value must stand in another part of the document. It can list the
//! values. So this schema refuses a provider, a place or a term that the document does not have,
//! and the general schema, which holds for every register, does not.

use std::collections::{BTreeMap, HashSet};

use serde_json::{Map, Value, json};
use service_providers_codegen::TABLES;
use service_providers_codegen::schema::published;

use super::Document;
use super::schema::annotated;
use crate::atom::tag;
use crate::json::{pretty, with_id};

/// The name of the file, beside the document.
pub const NAME: &str = "service-providers.schema.json";

/// The text of the schema file of a document.
pub fn text(document: &Document) -> String {
    let keys = Keys::of(document);
    let mut schema = annotated();
    keys.close(&mut schema);
    for (table, keys) in &keys.0 {
        // A list of values must have one; where there is no key, nothing is allowed.
        schema["$defs"][definition(table)] = match keys.as_slice() {
            [] => json!({ "type": "string", "not": {} }),
            keys => json!({ "type": "string", "enum": keys }),
        };
    }
    let edition = &document.edition;
    let specific = format!("service-providers/{}/{NAME}", edition.id);
    let id = tag(&document.register.publisher.key, &edition.published, &specific);
    pretty(&with_id(&published(&schema), &id))
}

/// The keys of a document by the table in which they stand.
struct Keys(BTreeMap<String, Vec<Value>>);

impl Keys {
    fn of(document: &Document) -> Self {
        let keys = |rows: &Value, member: &str| -> Vec<Value> {
            rows.as_array().into_iter().flatten().map(|row| row[member].clone()).collect()
        };
        let mut tables = BTreeMap::new();
        let vocabularies = serde_json::to_value(&document.vocabularies);
        let vocabularies = vocabularies.expect("every key is text");
        for (name, rows) in vocabularies.as_object().into_iter().flatten() {
            let table = name.replace('_', "-");
            let info = TABLES.iter().find(|info| info.name == table);
            // A table of pairs has no key that a cell could hold.
            if let Some([key]) = info.map(|info| info.key) {
                tables.insert(table, keys(rows, key));
            }
        }
        let places = [&tables["countries"][..], &tables["regions"]].concat();
        tables.insert("places".to_owned(), places);
        let Document { register, providers, engagements, practices, .. } = document;
        let mut add = |table: &str, keys: Vec<&str>| {
            // Several published rows may say the same.
            let mut seen = HashSet::new();
            let keys = keys.into_iter().filter(|key| seen.insert(*key));
            tables.insert(table.to_owned(), keys.map(Value::from).collect());
        };
        add("providers", providers.iter().map(|row| &*row.key).collect());
        add("engagements", engagements.iter().map(|row| &*row.key).collect());
        add("practices", practices.iter().map(|row| &*row.key).collect());
        add("documents", register.documents.iter().map(|row| &*row.id).collect());
        add("editions", register.editions.iter().map(|row| &*row.id).collect());
        tables.insert("senders-and-recipients".to_owned(), parties(&tables));
        Self(tables)
    }

    /// Gives every part that refers to a table the keys of that table.
    fn close(&self, schema: &mut Value) {
        match schema {
            Value::Object(members) => self.close_members(members),
            Value::Array(items) => items.iter_mut().for_each(|item| self.close(item)),
            _ => {}
        }
    }

    fn close_members(&self, members: &mut Map<String, Value>) {
        if members.get("x-kind").is_some_and(|kind| kind == "party") {
            members.insert("$ref".to_owned(), reference("senders-and-recipients"));
        } else if let Some(table) = members.get("x-references").and_then(Value::as_str)
            && self.0.contains_key(table)
        {
            let reference = reference(table);
            refer(members, reference);
        }
        members.values_mut().for_each(|member| self.close(member));
    }
}

/// Everybody who may give or get data.
fn parties(tables: &BTreeMap<String, Vec<Value>>) -> Vec<Value> {
    let own = ["publisher", "provider"].map(Value::from);
    let providers = tables["providers"].iter().filter_map(Value::as_str);
    let providers = providers.map(|key| Value::from(format!("provider:{key}")));
    own.into_iter().chain(tables["parties"].iter().cloned()).chain(providers).collect()
}

/// Makes a property refer to keys: the property itself, or the items of its list.
fn refer(property: &mut Map<String, Value>, keys: Value) {
    if let Some(items) = property.get_mut("items") {
        items["$ref"] = keys;
        return;
    }
    if let Some(Value::Array(ways)) = property.get_mut("anyOf") {
        let lists: Vec<&mut Value> = ways.iter_mut().filter(|way| way["type"] == "array").collect();
        if !lists.is_empty() {
            lists.into_iter().for_each(|list| list["items"]["$ref"] = keys.clone());
            return;
        }
    }
    match property.get("x-words") {
        None => property.insert("$ref".to_owned(), keys),
        Some(words) => {
            let ways = json!([{ "$ref": keys }, { "enum": words }]);
            property.insert("anyOf".to_owned(), ways)
        }
    };
}

fn definition(table: &str) -> String {
    format!("keys-of-{table}")
}

fn reference(table: &str) -> Value {
    format!("#/$defs/{}", definition(table)).into()
}
