//! A published row as a service, and what passes in it as processes.

use serde_json::{Value, json};
use service_providers_codegen::{Asserted, Stated};

use super::dpv;
use super::nodes::{Nodes, add, facts};
use crate::export::json::{Disclosure, Engagement, ListOrWord};

pub(super) fn row(nodes: &Nodes<'_>, row: &Engagement) -> Value {
    // Two published rows may cite one engagement, so the place in the document names the node.
    let key = format!("{}:{}:{}", row.document, row.row, row.part);
    let mut node = facts(row);
    node["@id"] = nodes.name("listings", &key).into();
    node["@type"] = dpv::SERVICE.into();
    node["of"] = nodes.to("providers", &row.provider);
    node["published_in"] = nodes.to_edition();
    add(&mut node, dpv::HAS_PURPOSE, nodes.to_all("purposes", &row.purposes));
    add(&mut node, dpv::HAS_MEASURE, nodes.to_all("safeguards", &row.safeguards));
    if let ListOrWord::Items(_) = row.storage {
        node["storage"] = Value::Null;
        add(&mut node, dpv::HAS_STORAGE_CONDITION, storage(nodes, row));
    }
    let of_row = |asserted: Asserted| {
        let rows = row.disclosures.iter();
        rows.filter(move |row| row.asserted == asserted && row.withdrawn == Stated::None)
    };
    let processes = of_row(Asserted::Yes).map(|it| process(nodes, &key, row, it)).collect();
    let denials = of_row(Asserted::No).map(|it| denial(nodes, &key, row, it)).collect();
    node["disclosures"] = Value::Null;
    add(&mut node, dpv::HAS_PROCESS, processes);
    add(&mut node, "denials", denials);
    node.as_object_mut().expect("a node is an object").retain(|_, value| !value.is_null());
    node
}

fn storage(nodes: &Nodes<'_>, row: &Engagement) -> Vec<Value> {
    let ListOrWord::Items(places) = &row.storage else { return Vec::new() };
    let standing = places.iter().filter(|place| place.withdrawn == Stated::None);
    standing
        .map(|place| {
            let mut node = facts(place);
            node["@type"] = dpv::STORAGE_LOCATION.into();
            node[dpv::HAS_LOCATION] = nodes.to("places", &place.place);
            node
        })
        .collect()
}

/// The node of a disclosure, with who gives the data and who gets it.
fn node(nodes: &Nodes<'_>, key: &str, row: &Engagement, disclosure: &Disclosure) -> Value {
    let mut node = facts(disclosure);
    let key = format!("{key}:{}", disclosure.position);
    node["@id"] = nodes.name("disclosures", &key).into();
    node["given_by"] = nodes.to_party(&disclosure.sender, &row.provider);
    node["provider"] = row.provider.as_str().into();
    node
}

fn process(nodes: &Nodes<'_>, key: &str, row: &Engagement, disclosure: &Disclosure) -> Value {
    let mut node = node(nodes, key, row, disclosure);
    node["@type"] = dpv::PROCESS.into();
    node[dpv::HAS_PROCESSING] = json!({ "@id": dpv::DISCLOSE });
    node[dpv::HAS_RECIPIENT] = nodes.to_party(&disclosure.recipient, &row.provider);
    // Data about nobody is not personal.
    let property = match disclosure.data_subject {
        Stated::None => dpv::HAS_DATA,
        _ => dpv::HAS_PERSONAL_DATA,
    };
    let kind = disclosure.data_category.kind();
    add(
        &mut node,
        property,
        kind.map(|key| nodes.to("data-categories", key)).into_iter().collect(),
    );
    let group = disclosure.data_subject.known();
    let group = group.map(|key| nodes.to("data-subjects", key));
    add(&mut node, dpv::HAS_DATA_SUBJECT, group.into_iter().collect());
    node
}

/// What is said not to pass. It has no property of DPV.
fn denial(nodes: &Nodes<'_>, key: &str, row: &Engagement, disclosure: &Disclosure) -> Value {
    let mut node = node(nodes, key, row, disclosure);
    node["@type"] = "Denial".into();
    node["not_received_by"] = nodes.to_party(&disclosure.recipient, &row.provider);
    let kind = disclosure.data_category.kind();
    let kind = kind.map(|key| nodes.to("data-categories", key));
    add(&mut node, "not_data", kind.into_iter().collect());
    let group = disclosure.data_subject.known();
    let group = group.map(|key| nodes.to("data-subjects", key));
    add(&mut node, "not_of", group.into_iter().collect());
    node
}
