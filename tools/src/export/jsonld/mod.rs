//! `jsonld`: linked data in the terms of the Data Privacy Vocabulary (DPV) 2.3.
//!
//! A published row is a `dpv:Service`, and each of its disclosures a `dpv:Process`. What is said not
//! to pass is a node of a type of our own, so that no question about processing finds it. Every
//! member of the JSON export is a property of ours as well, with the same value, so nothing is lost
//! where DPV has no term.

mod dpv;
mod nodes;
mod records;
mod rows;
mod terms;

use serde::Serialize;
use serde_json::{Value, json};

use self::nodes::Nodes;
use super::json::Document;
use super::{Add, File, OneEdition};
use crate::json::{Lazily, pretty};

pub use self::dpv::STRUCTURE;

#[derive(Serialize)]
struct Linked<G: Serialize> {
    #[serde(rename = "@context")]
    context: Value,
    #[serde(rename = "@graph")]
    graph: G,
}

pub(super) fn files(one: &OneEdition<'_>, add: Add<'_>) {
    let document = one.document();
    let nodes = Nodes::of(document);
    let graph = || {
        let providers = document.providers.iter().map(|provider| terms::provider(&nodes, provider));
        let rows = document.engagements.iter().map(|row| rows::row(&nodes, row));
        let records = document.practices.iter().map(|record| records::record(&nodes, record));
        let successions = document.successions.iter().map(|row| terms::succession(&nodes, row));
        [whole(&nodes, document)]
            .into_iter()
            .chain(terms::terms(&nodes, one.register, document))
            .chain(providers)
            .chain(rows)
            .chain(records)
            .chain(successions)
    };
    let text = pretty(&Linked { context: context(), graph: Lazily(graph) });
    add(File::new("service-providers.jsonld", text));
}

/// What the names of members stand for. It stands in the file, so nobody has to fetch it.
fn context() -> Value {
    json!({
        // Members of the JSON export.
        "@vocab": "urn:service-providers:term:",
        "dpv": dpv::NAMESPACE,
        "skos": "http://www.w3.org/2004/02/skos/core#",
    })
}

/// The edition, with the register that it belongs to.
fn whole(nodes: &Nodes<'_>, document: &Document) -> Value {
    let mut node = nodes.to_edition();
    node["@type"] = "Edition".into();
    for (name, value) in [
        ("format_version", json!(document.format_version)),
        ("announced", json!(document.announced)),
        ("edition", nodes::facts(&document.edition)),
        ("register", nodes::facts(&document.register)),
        ("listings", nodes::facts(&document.listings)),
    ] {
        node[name] = value;
    }
    node
}
