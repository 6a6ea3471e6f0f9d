//! `cyclonedx`: a bill of materials of services (SaaSBOM), in CycloneDX 1.6.
//!
//! A published row is a service. CycloneDX has a slot for the provider, for the direction in which
//! data flows and for its classification. Every fact of the row, also those with a slot, stands in
//! the properties of its service; what belongs to no row stands in the properties of the whole.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::{Map, Value, json};
use service_providers_codegen::register::Vocabulary;
use service_providers_codegen::{Asserted, DataStatus, Party, Register, Stated};

use super::json::{Disclosure, Document, Engagement};
use super::{Add, File, OneEdition};
use crate::json::{Lazily, pretty};
use crate::missing::{NONE, UNKNOWN};
use crate::page::{encoded, limits};
use crate::sha256;

/// The component that uses all services.
const PUBLISHER: &str = "publisher";

/// Stands for the serial number until the rest of the document is known.
const NO_NUMBER: &str = "urn:uuid:00000000-0000-0000-0000-000000000000";

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Bom<'d, S: Serialize> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    bom_format: &'static str,
    spec_version: &'static str,
    serial_number: &'static str,
    version: u32,
    metadata: Value,
    services: S,
    dependencies: Vec<Value>,
    properties: Vec<Property<'d>>,
}

/// A fact under a name.
#[derive(Serialize)]
struct Property<'d> {
    name: String,
    value: Cow<'d, str>,
}

pub(super) fn files(one: &OneEdition<'_>, add: Add<'_>) {
    let (register, document) = (one.register, one.document());
    let whole = of_no_row(document);
    let bom = Bom {
        schema: "http://cyclonedx.org/schema/bom-1.6.schema.json",
        bom_format: "CycloneDX",
        spec_version: "1.6",
        serial_number: NO_NUMBER,
        version: 1,
        metadata: json!({
            "component": {
                "type": "application",
                "bom-ref": PUBLISHER,
                "name": document.register.publisher.name,
                "version": one.edition.id,
            },
        }),
        services: Lazily(|| {
            document.engagements.iter().map(|row| service(register, document, row))
        }),
        dependencies: dependencies(document),
        properties: properties(&whole),
    };
    let text = pretty(&bom);
    // The same bytes have the same number, and others have another one. It stands near the beginning.
    let text = text.replacen(NO_NUMBER, &serial_number(&text), 1);
    add(File::new("service-providers.cdx.json", text));
}

/// The reference of a published row.
fn reference(row: &Engagement) -> String {
    format!("row-{}", row.position)
}

fn service(register: &Register, document: &Document, row: &Engagement) -> Value {
    let name = Vocabulary::name(&register.providers, &row.provider);
    let mut provider = json!({ "name": name });
    if let Some(country) = row.entity_country.known() {
        // As the standard of countries prints its codes.
        provider["address"] = json!({ "country": country.to_uppercase() });
    }
    let mut service = json!({
        "bom-ref": reference(row),
        "provider": provider,
        "name": row.published_name.known().map_or(name, |printed| printed),
        "description": row.summary,
    });
    let data = flows(register, row);
    if !data.is_empty() {
        service["data"] = data.into();
    }
    if let Some(policy) = row.policy_url.known() {
        // As the register has it, the address stands in the properties.
        let url = encoded(policy);
        let policy = json!({ "type": "other", "url": url, "comment": "Privacy policy" });
        service["externalReferences"] = json!([policy]);
    }
    service["properties"] = value(&properties(&of_row(document, row)));
    service
}

/// What flows into the service and out of it, each kind once. What passes by it, between others, has
/// no direction of its own; it stands in the properties.
///
/// CycloneDX also has a name and a description for each flow. Its library for Python refuses to read
/// them, so they are left out, and the properties say whose data it is.
fn flows(register: &Register, row: &Engagement) -> Vec<Value> {
    if row.data == DataStatus::Unknown {
        return vec![json!({ "flow": UNKNOWN, "classification": UNKNOWN })];
    }
    let mut flows = Vec::new();
    for disclosure in row.disclosures.iter().filter(|it| stands(it, Asserted::Yes)) {
        let flow = flow(&register.vocabulary, disclosure);
        flows.extend(flow.filter(|flow| !flows.contains(flow)));
    }
    flows
}

fn flow(vocabulary: &Vocabulary, disclosure: &Disclosure) -> Option<Value> {
    let direction = match (&disclosure.sender, &disclosure.recipient) {
        (_, Party::Provider) => "inbound",
        (Party::Provider, _) => "outbound",
        _ => return None,
    };
    let limits = limits(vocabulary, disclosure);
    let kind = &*disclosure.data_category;
    let classification =
        if limits.is_empty() { kind.to_owned() } else { format!("{kind} ({})", limits.join("; ")) };
    Some(json!({ "flow": direction, "classification": classification }))
}

/// What a flow must not be taken without.
fn limits(vocabulary: &Vocabulary, disclosure: &Disclosure) -> Vec<String> {
    let mut limits = limits::qualifiers(disclosure.form, disclosure.likelihood, disclosure.example);
    let context = disclosure.context.known();
    limits
        .extend(context.map(|key| format!("for {}", Vocabulary::name(&vocabulary.contexts, key))));
    limits.extend(disclosure.condition.known().map(|_| "on a condition".to_owned()));
    limits
}

fn stands(disclosure: &Disclosure, asserted: Asserted) -> bool {
    disclosure.asserted == asserted && disclosure.withdrawn == Stated::None
}

/// Which service runs on which. The publisher uses all of them.
fn dependencies(document: &Document) -> Vec<Value> {
    let rows = &document.engagements;
    let all: Vec<String> = rows.iter().map(reference).collect();
    let mut dependencies = vec![json!({ "ref": PUBLISHER, "dependsOn": all })];
    let mut of_provider: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for row in rows {
        of_provider.entry(&row.provider).or_default().push(reference(row));
    }
    for row in rows {
        let hosts = row.hosted_by.known().and_then(|host| of_provider.get(&**host));
        // A provider may run on servers of its own.
        if let Some(hosts) = hosts.filter(|_| row.hosted_by.known() != Some(&row.provider)) {
            dependencies.push(json!({ "ref": reference(row), "dependsOn": hosts }));
        }
    }
    dependencies
}

/// Every fact of a row. What is said not to pass has a name of its own, so that nobody takes it for
/// what does. What was withdrawn is left out.
fn of_row(document: &Document, row: &Engagement) -> Value {
    let disclosures = |asserted: Asserted| -> Vec<&Disclosure> {
        row.disclosures.iter().filter(|disclosure| stands(disclosure, asserted)).collect()
    };
    let mut facts = value(row);
    facts["denials"] = value(&disclosures(Asserted::No));
    facts["disclosures"] = value(&disclosures(Asserted::Yes));
    let providers = &document.providers;
    let provider = providers.binary_search_by(|provider| provider.key.cmp(&row.provider));
    let provider = provider.ok().map(|at| &providers[at]);
    facts["identifiers"] = value(&provider.map(|provider| &provider.identifiers));
    facts["aliases"] = value(&provider.map(|provider| &provider.aliases));
    facts
}

/// Every fact of the edition that belongs to no row.
fn of_no_row(document: &Document) -> Value {
    let mut facts = value(document);
    if let Value::Object(members) = &mut facts {
        // The first two stand with the rows. The vocabularies explain the facts and are none.
        for member in ["engagements", "providers", "vocabularies"] {
            members.shift_remove(member);
        }
    }
    facts
}

fn value(of: &impl Serialize) -> Value {
    serde_json::to_value(of).expect("every key is text")
}

/// A property for each text and number, named by the way to it. Items of a list of texts share a
/// name. An empty list has none.
fn properties(facts: &Value) -> Vec<Property<'_>> {
    let mut properties = Vec::new();
    add(&mut properties, "service-providers", facts);
    properties
}

fn add<'f>(properties: &mut Vec<Property<'f>>, name: &str, value: &'f Value) {
    match value {
        Value::Object(members) => add_members(properties, name, members),
        Value::Array(items) => {
            for (number, item) in items.iter().enumerate() {
                match item {
                    // What was a mistake is no fact.
                    Value::Object(members) if was_withdrawn(members) => {}
                    Value::Object(members) => {
                        add_members(properties, &format!("{name}:{}", number + 1), members);
                    }
                    item => add(properties, name, item),
                }
            }
        }
        Value::Null => {}
        Value::String(text) => {
            properties.push(Property { name: name.to_owned(), value: text.into() });
        }
        other => {
            properties.push(Property { name: name.to_owned(), value: other.to_string().into() });
        }
    }
}

fn was_withdrawn(members: &Map<String, Value>) -> bool {
    members.get("withdrawn").is_some_and(|reason| reason != NONE)
}

fn add_members<'f>(
    properties: &mut Vec<Property<'f>>,
    name: &str,
    members: &'f Map<String, Value>,
) {
    for (member, value) in members {
        add(properties, &format!("{name}:{member}"), value);
    }
}

/// A number made of a text: a UUID of version 8, whose bits are those of the text's digest.
fn serial_number(text: &str) -> String {
    let hex = sha256::hex(text.as_bytes());
    // The version, and the variant: the two upper bits of the digit are 10.
    let variant = ["8", "9", "a", "b"][usize::from(hex.as_bytes()[16] % 4)];
    format!(
        "urn:uuid:{}-{}-8{}-{variant}{}-{}",
        &hex[..8],
        &hex[8..12],
        &hex[13..16],
        &hex[17..20],
        &hex[20..32]
    )
}
