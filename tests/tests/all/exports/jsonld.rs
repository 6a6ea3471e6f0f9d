//! The linked data, held against the register and the terms of DPV.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use service_providers_codegen::{Asserted, Register, Stated};
use service_providers_tests::exports::{awkward_data, own_data, register, text};
use service_providers_tools::export::jsonld::STRUCTURE;

fn document(register: &Register, edition: &str) -> Value {
    let text = text(register, edition, "jsonld", "service-providers.jsonld");
    serde_json::from_str(&text).expect("the document is JSON")
}

/// Every object in the document that has a type.
fn nodes<'v>(value: &'v Value, found: &mut Vec<&'v Value>) {
    match value {
        Value::Object(members) => {
            if members.contains_key("@type") {
                found.push(value);
            }
            members.values().for_each(|member| nodes(member, found));
        }
        Value::Array(items) => items.iter().for_each(|item| nodes(item, found)),
        _ => {}
    }
}

fn of_type<'v>(document: &'v Value, name: &str) -> Vec<&'v Value> {
    let mut found = Vec::new();
    nodes(&document["@graph"], &mut found);
    found.into_iter().filter(|node| node["@type"] == name).collect()
}

/// The last part of the name of the only thing that a property refers to.
fn key<'v>(node: &'v Value, property: &str) -> Option<&'v str> {
    let value = node.get(property)?;
    let name = value.get(0).unwrap_or(value).as_str().expect("a name");
    Some(name.rsplit(':').next().unwrap_or_default())
}

#[test]
fn a_disclosure_is_a_process_and_a_denial_is_none() {
    for data in [own_data(), awkward_data()] {
        let register = register(&data);
        for edition in register.editions() {
            let document = document(&register, &edition.id);
            let rows = register.published_rows(&edition.id);
            let said = |asserted: Asserted| {
                let all = rows.iter().flat_map(|row| row.engagement.standing_disclosures());
                all.filter(move |row| row.asserted == asserted).collect::<Vec<_>>()
            };
            let processes = of_type(&document, "dpv:Process");
            let disclosed = said(Asserted::Yes);
            assert_eq!(processes.len(), disclosed.len());
            for (process, row) in processes.iter().zip(disclosed) {
                let kind = key(process, "dpv:hasPersonalData").or(key(process, "dpv:hasData"));
                assert_eq!(kind, row.data_category.kind().map(|key| &**key));
                assert_eq!(process.get("dpv:hasData").is_some(), row.data_subject == Stated::None);
                let group = row.data_subject.known();
                assert_eq!(key(process, "dpv:hasDataSubject"), group.map(|key| &**key));
                assert!(key(process, "dpv:hasRecipient").is_some());
                assert_eq!(process["condition"], row.condition.to_string());
                assert_eq!(process["likelihood"], row.likelihood.to_string());
                assert_eq!(process["form"], row.form.to_string());
            }
            let denials = of_type(&document, "Denial");
            assert_eq!(denials.len(), said(Asserted::No).len());
            for denial in denials {
                let members = denial.as_object().expect("an object");
                assert!(members.keys().all(|member| !member.starts_with("dpv:")), "{denial}");
            }
        }
    }
}

/// Every address in the namespace of DPV is a term that the register lists, or one of the structure.
#[test]
fn every_term_of_dpv_exists() {
    for data in [own_data(), awkward_data()] {
        let register = register(&data);
        let terms = register.vocabulary.dpv_terms.iter().map(|row| row.iri.to_string());
        let mut known: BTreeSet<String> = terms.collect();
        known.extend(STRUCTURE.iter().map(|term| format!("https://w3id.org/dpv#{term}")));
        for edition in register.editions() {
            let text = text(&register, &edition.id, "jsonld", "service-providers.jsonld");
            let words = text.split('"').filter_map(|word| match word.strip_prefix("dpv:") {
                Some(term) => Some(format!("https://w3id.org/dpv#{term}")),
                None => word.starts_with("https://w3id.org/dpv").then(|| word.to_owned()),
            });
            // The namespace itself is no term.
            let used: BTreeSet<String> =
                words.filter(|word| word != "https://w3id.org/dpv#").collect();
            assert!(used.is_subset(&known), "{:?}", used.difference(&known));
            assert!(used.len() > 5);
        }
    }
}

#[test]
fn every_name_is_one_thing_and_every_reference_leads_to_one() {
    for data in [own_data(), awkward_data()] {
        let register = register(&data);
        for edition in register.editions() {
            let document = document(&register, &edition.id);
            let mut all = Vec::new();
            nodes(&document["@graph"], &mut all);
            let mut named: BTreeMap<&str, usize> = BTreeMap::new();
            for node in &all {
                if let Some(name) = node["@id"].as_str() {
                    *named.entry(name).or_default() += 1;
                }
            }
            let twice: Vec<_> = named.iter().filter(|(_, count)| **count > 1).collect();
            assert!(twice.is_empty(), "{twice:?}");
            let mut references = BTreeSet::new();
            find_references(&document["@context"], &document["@graph"], &mut references);
            assert!(references.iter().all(|name| name.starts_with("sp:")));
            assert!(!references.is_empty());
            let lost: Vec<_> =
                references.iter().filter(|name| !named.contains_key(**name)).collect();
            assert!(lost.is_empty(), "{lost:?}");
        }
    }
}

/// The names that properties refer to, without those of DPV. The context says which properties refer to
/// names; every property of DPV is one of them.
fn find_references<'v>(context: &Value, value: &'v Value, found: &mut BTreeSet<&'v str>) {
    match value {
        Value::Object(members) => {
            for (member, value) in members {
                let names = if value.is_array() { value.as_array() } else { None };
                let names = names.map_or(std::slice::from_ref(value), Vec::as_slice);
                let names = names.iter().filter_map(Value::as_str);
                if context[member]["@type"] == "@id" {
                    found.extend(names.filter(|name| !name.starts_with("dpv:")));
                } else {
                    assert!(!member.starts_with("dpv:") || names.count() == 0, "{member}");
                }
                find_references(context, value, found);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| find_references(context, item, found)),
        _ => {}
    }
}

/// A member with the name of a prefix would stand for a whole namespace.
#[test]
fn no_member_is_a_prefix() {
    let register = register(&own_data());
    let document = document(&register, "2025-11-17");
    let context = document["@context"].as_object().expect("prefixes").iter();
    let prefixes: Vec<&String> =
        context.filter(|(_, of)| of.is_string()).map(|(name, _)| name).collect();
    let mut members = BTreeSet::new();
    find_members(&document["@graph"], &mut members);
    assert!(prefixes.iter().all(|prefix| !members.contains(prefix.as_str())), "{prefixes:?}");
    assert!(members.contains("dpv_term"));
}

fn find_members<'v>(value: &'v Value, found: &mut BTreeSet<&'v str>) {
    match value {
        Value::Object(members) => {
            found.extend(members.keys().map(String::as_str));
            members.values().for_each(|member| find_members(member, found));
        }
        Value::Array(items) => items.iter().for_each(|item| find_members(item, found)),
        _ => {}
    }
}

#[test]
fn a_process_and_a_denial() {
    let register = register(&own_data());
    let document = document(&register, "2025-11-17");
    let of = |name: &str, provider: &str| {
        let nodes = of_type(&document, name);
        let node = nodes.into_iter().find(|node| node["provider"] == provider).expect("a node");
        serde_json::to_string_pretty(node).expect("JSON")
    };
    insta::assert_snapshot!(of("dpv:Process", "speechsuper"));
    insta::assert_snapshot!(of("Denial", "blueshift"));
}
