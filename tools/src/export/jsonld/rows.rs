//! A published row as a service, and what passes in it as processes.

use serde::Serialize;
use serde_json::Value;
use service_providers_codegen::{Asserted, Stated};

use super::dpv;
use super::nodes::{Nodes, node_name, node_names};
use crate::export::json::{
    Disclosure, DisclosureFacts, Engagement, ListOrWord, RowsWithListings, without_withdrawn,
};

/// A published row.
#[derive(Serialize)]
pub(super) struct Row<'d> {
    #[serde(rename = "@id")]
    id: String,
    #[serde(rename = "@type")]
    kind: &'static str,
    of: String,
    published_in: String,
    #[serde(flatten)]
    facts: Value,
    #[serde(rename = "dpv:hasPurpose", skip_serializing_if = "Vec::is_empty")]
    purposes: Vec<String>,
    #[serde(
        rename = "dpv:hasTechnicalOrganisationalMeasure",
        skip_serializing_if = "Vec::is_empty"
    )]
    measures: Vec<String>,
    #[serde(rename = "dpv:hasStorageCondition", skip_serializing_if = "Vec::is_empty")]
    storage: Vec<Value>,
    #[serde(rename = "dpv:hasProcess", skip_serializing_if = "Vec::is_empty")]
    processes: Vec<Process<'d>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    denials: Vec<Denial<'d>>,
}

/// What passes.
#[derive(Serialize)]
struct Process<'d> {
    #[serde(flatten)]
    node: Node<'d>,
    #[serde(rename = "dpv:hasProcessing")]
    processing: &'static str,
    #[serde(rename = "dpv:hasRecipient")]
    recipient: String,
    /// Data about nobody is not personal.
    #[serde(rename = "dpv:hasData", skip_serializing_if = "Option::is_none")]
    data: Option<String>,
    #[serde(rename = "dpv:hasPersonalData", skip_serializing_if = "Option::is_none")]
    personal_data: Option<String>,
    #[serde(rename = "dpv:hasDataSubject", skip_serializing_if = "Option::is_none")]
    data_subject: Option<String>,
}

/// What is said not to pass. It has no property of DPV.
#[derive(Serialize)]
struct Denial<'d> {
    #[serde(flatten)]
    node: Node<'d>,
    not_received_by: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    not_data: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    not_of: Option<String>,
}

/// What both have.
#[derive(Serialize)]
struct Node<'d> {
    #[serde(rename = "@id")]
    id: String,
    #[serde(rename = "@type")]
    kind: &'static str,
    provider: &'d str,
    given_by: String,
    #[serde(flatten)]
    said: DisclosureFacts<'d>,
}

pub(super) fn row<'d>(
    nodes: &Nodes<'_>,
    listed: &RowsWithListings<'_>,
    row: &'d Engagement,
) -> Row<'d> {
    // Two published rows may cite one engagement, so the place in the document names the node.
    let key = format!("{}:{}:{}", row.document, row.row, row.part);
    let mut facts = listed.row(row);
    if let (ListOrWord::Items(_), Value::Object(members)) = (&row.storage, &mut facts) {
        members.shift_remove("storage");
    }
    Row {
        id: node_name("listings", &key),
        kind: dpv::SERVICE,
        of: node_name("providers", &row.provider),
        published_in: nodes.edition(),
        facts,
        purposes: node_names("purposes", &row.purposes),
        measures: node_names("safeguards", &row.safeguards),
        storage: storage(row),
        processes: (row.standing_disclosures(Asserted::Yes))
            .map(|(it, said)| process(nodes, row, it, node(nodes, &key, row, it, said)))
            .collect(),
        denials: (row.standing_disclosures(Asserted::No))
            .map(|(it, said)| denial(nodes, row, it, node(nodes, &key, row, it, said)))
            .collect(),
    }
}

fn storage(row: &Engagement) -> Vec<Value> {
    let ListOrWord::Items(places) = &row.storage else { return Vec::new() };
    let places = places.iter().filter(|place| place.withdrawn == Stated::None);
    places
        .map(|place| {
            let mut node = without_withdrawn(place);
            node["@type"] = dpv::STORAGE_LOCATION.into();
            node[dpv::HAS_LOCATION] = node_name("places", &place.place).into();
            node
        })
        .collect()
}

fn node<'d>(
    nodes: &Nodes<'_>,
    key: &str,
    row: &'d Engagement,
    disclosure: &Disclosure,
    said: DisclosureFacts<'d>,
) -> Node<'d> {
    Node {
        id: node_name("disclosures", &format!("{key}:{}", disclosure.position)),
        kind: match disclosure.asserted {
            Asserted::Yes => dpv::PROCESS,
            Asserted::No => "Denial",
        },
        provider: &row.provider,
        given_by: nodes.party(&disclosure.sender, &row.provider),
        said,
    }
}

fn process<'d>(
    nodes: &Nodes<'_>,
    row: &Engagement,
    disclosure: &Disclosure,
    node: Node<'d>,
) -> Process<'d> {
    let data = data(disclosure);
    let (data, personal_data) = match disclosure.data_subject {
        Stated::None => (data, None),
        _ => (None, data),
    };
    Process {
        node,
        processing: dpv::DISCLOSE,
        recipient: nodes.party(&disclosure.recipient, &row.provider),
        data,
        personal_data,
        data_subject: group(disclosure),
    }
}

fn denial<'d>(
    nodes: &Nodes<'_>,
    row: &Engagement,
    disclosure: &Disclosure,
    node: Node<'d>,
) -> Denial<'d> {
    Denial {
        node,
        not_received_by: nodes.party(&disclosure.recipient, &row.provider),
        not_data: data(disclosure),
        not_of: group(disclosure),
    }
}

fn data(disclosure: &Disclosure) -> Option<String> {
    disclosure.data_category.kind().map(|key| node_name("data-categories", key))
}

fn group(disclosure: &Disclosure) -> Option<String> {
    disclosure.data_subject.known().map(|key| node_name("data-subjects", key))
}
