//! Providers, successions and the terms of the vocabularies.

use serde_json::{Value, json};
use service_providers_codegen::Register;
use service_providers_codegen::row::SuccessionRow;

use super::nodes::node_name;
use crate::export::json::{Document, Provider, without_withdrawn};
use crate::missing::NONE;

/// Lists of terms of others. They are the types of our terms.
const STANDARDS: [&str; 2] = ["dpv_terms", "fideslang_terms"];

pub(super) fn provider(provider: &Provider) -> Value {
    let mut node = without_withdrawn(provider);
    node["@id"] = node_name("providers", &provider.key).into();
    node["@type"] = "Provider".into();
    node["skos:prefLabel"] = json!(provider.name);
    node
}

pub(super) fn succession(row: &SuccessionRow) -> Value {
    let mut node = without_withdrawn(row);
    node["@type"] = "Succession".into();
    node["of"] = node_name("providers", &row.predecessor).into();
    node["followed_by"] = node_name("providers", &row.successor).into();
    node
}

/// The publisher and the terms of every vocabulary.
pub(super) fn terms(register: &Register, document: &Document) -> Vec<Value> {
    let publisher = &register.file.publisher;
    let publisher = json!({
        "@id": node_name("publishers", &publisher.key),
        "@type": "Publisher",
        "skos:prefLabel": publisher.name,
    });
    let mut terms = vec![publisher];
    let vocabularies = without_withdrawn(&document.vocabularies);
    for (vocabulary, rows) in vocabularies.as_object().into_iter().flatten() {
        if STANDARDS.contains(&vocabulary.as_str()) {
            continue;
        }
        let rows = rows.as_array().into_iter().flatten();
        terms.extend(rows.map(|row| term(vocabulary, row)));
    }
    terms
}

fn term(vocabulary: &str, row: &Value) -> Value {
    // Countries and regions are places together.
    let table = match vocabulary {
        "countries" | "regions" => "places".to_owned(),
        other => other.replace('_', "-"),
    };
    let mut node = row.clone();
    node["vocabulary"] = vocabulary.into();
    let Some(key) = row["key"].as_str() else {
        // A pair of groups, or a country in a region.
        for (member, table) in PAIRED {
            if let Some(key) = row.get(member).and_then(Value::as_str) {
                node[format!("this_{member}")] = node_name(table, key).into();
            }
        }
        return node;
    };
    node["@id"] = node_name(&table, key).into();
    if let Some(term) = node.as_object_mut().and_then(|members| members.shift_remove("dpv")) {
        // `dpv` alone would be the namespace.
        node["dpv_term"] = term;
    }
    let dpv = row["dpv"].as_str().filter(|iri| *iri != NONE);
    node["@type"] = json!(["skos:Concept"].into_iter().chain(dpv).collect::<Vec<_>>());
    node["skos:prefLabel"] = row["name"].clone();
    if let Some(parent) = row["parent"].as_str().filter(|parent| *parent != NONE) {
        node["skos:broader"] = node_name(&table, parent).into();
    }
    node
}

/// The members of a pair, with the tables they refer to.
const PAIRED: [(&str, &str); 4] = [
    ("group", "data-subjects"),
    ("other", "data-subjects"),
    ("region", "places"),
    ("country", "places"),
];
