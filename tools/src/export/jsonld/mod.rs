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
use super::json::{Document, RowsWithListings, without_withdrawn};
use super::{File, OneEdition, Sink};
use crate::json::{Lazily, rows as text};

pub use self::dpv::STRUCTURE;

#[derive(Serialize)]
struct Linked<G: Serialize> {
    #[serde(rename = "@context")]
    context: Value,
    #[serde(rename = "@graph")]
    graph: G,
}

/// An item of the graph.
#[derive(Serialize)]
#[serde(untagged)]
enum Node<'d> {
    Row(Box<rows::Row<'d>>),
    Other(Value),
}

pub(super) fn files(one: &OneEdition<'_>, add: Sink<'_>) {
    let document = one.document();
    let (nodes, listed) = (Nodes::of(document), RowsWithListings::of(document));
    let graph = || {
        let providers = document.providers.iter().map(terms::provider);
        let rows = document.engagements.iter();
        let rows = rows.map(|row| Node::Row(Box::new(rows::row(&nodes, &listed, row))));
        let records = document.practices.iter().map(|record| records::record(&nodes, record));
        let successions = document.successions.iter().map(terms::succession);
        [edition_node(&nodes, &listed, document)]
            .into_iter()
            .chain(terms::terms(one.register, document))
            .chain(providers)
            .map(Node::Other)
            .chain(rows)
            .chain(records.map(Node::Other))
            .chain(successions.map(Node::Other))
    };
    let text = text(&Linked { context: nodes.context(), graph: Lazily(graph) });
    add(File::new("service-providers.jsonld", text));
}

/// The node of the edition, with its register.
fn edition_node(nodes: &Nodes<'_>, listed: &RowsWithListings<'_>, document: &Document) -> Value {
    let mut node = json!({ "@id": nodes.edition(), "@type": "Edition" });
    for (name, value) in [
        ("format_version", json!(document.format_version)),
        ("announced", json!(document.announced)),
        ("edition", without_withdrawn(&document.edition)),
        ("register", without_withdrawn(&document.register)),
        ("listings", without_withdrawn(&listed.others())),
    ] {
        node[name] = value;
    }
    node
}
