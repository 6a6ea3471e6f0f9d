//! Data transparency records. A record names several recipients with several roles, so it is no
//! process of DPV; it has the properties that hold for the record as a whole.

use serde_json::Value;

use super::dpv;
use super::nodes::{Nodes, add, node_name, node_names};
use crate::export::json::{Practice, without_withdrawn};

pub(super) fn record(nodes: &Nodes<'_>, record: &Practice) -> Value {
    let mut node = without_withdrawn(record);
    let key = format!("{}:{}", record.document, record.row);
    node["@id"] = node_name("listings", &key).into();
    node["@type"] = "Record".into();
    node["published_in"] = nodes.edition().into();
    node["about_data"] = node_name("data-categories", &record.data_category).into();
    add(&mut node, dpv::HAS_PURPOSE, node_names("purposes", &record.purposes));
    add(&mut node, dpv::HAS_LEGAL_BASIS, node_names("legal-bases", &record.legal_bases));
    for (place, recipient) in record.recipients.iter().enumerate() {
        node["recipients"][place]["of"] = node_name("providers", &recipient.provider).into();
    }
    node
}
