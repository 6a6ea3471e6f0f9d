//! Data transparency records. A record names several recipients with several roles, so it is no
//! process of DPV; it has the properties that hold for the record as a whole.

use serde_json::Value;

use super::dpv;
use super::nodes::{Nodes, add, facts};
use crate::export::json::Practice;

pub(super) fn record(nodes: &Nodes<'_>, record: &Practice) -> Value {
    let mut node = facts(record);
    let key = format!("{}:{}", record.document, record.row);
    node["@id"] = nodes.name("listings", &key).into();
    node["@type"] = "Record".into();
    node["published_in"] = nodes.to_edition();
    node["about_data"] = nodes.to("data-categories", &record.data_category);
    add(&mut node, dpv::HAS_PURPOSE, nodes.to_all("purposes", &record.purposes));
    add(&mut node, dpv::HAS_LEGAL_BASIS, nodes.to_all("legal-bases", &record.legal_bases));
    for (place, recipient) in record.recipients.iter().enumerate() {
        node["recipients"][place]["of"] = nodes.to("providers", &recipient.provider);
    }
    node
}
