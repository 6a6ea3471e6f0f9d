//! `cyclonedx`: a bill of materials of services (SaaSBOM), in CycloneDX 1.6.
//!
//! A published row is a service. CycloneDX has a slot for the provider, for the direction in which
//! data flows and for its classification. Every fact of the row, also those with a slot, stands in
//! the properties of its service; what belongs to no row stands in the properties of the whole.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::{Value, json};
use service_providers_codegen::register::Vocabulary;
use service_providers_codegen::{Asserted, DataStatus, Key, Party, Register, WebAddress};

use super::json::{Disclosure, Document, Engagement, RowsWithListings, without_withdrawn};
use super::{File, OneEdition, Sink};
use crate::json::{Lazily, rows};
use crate::missing::UNKNOWN;
use crate::page::{encoded, limits, push_new};
use crate::sha256;

/// The component that uses all services.
const PUBLISHER: &str = "publisher";

/// Stands for the serial number until the rest of the document is known.
const NO_NUMBER: &str = "urn:uuid:00000000-0000-0000-0000-000000000000";

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Bom<S: Serialize> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    bom_format: &'static str,
    spec_version: &'static str,
    serial_number: &'static str,
    version: u32,
    metadata: Value,
    services: S,
    dependencies: Vec<Value>,
    properties: Vec<Property>,
}

#[derive(Serialize)]
struct Service<'d> {
    #[serde(rename = "bom-ref")]
    reference: String,
    provider: Provider<'d>,
    name: &'d str,
    description: &'d str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    data: Vec<Flow>,
    #[serde(rename = "externalReferences", skip_serializing_if = "Option::is_none")]
    links: Option<[Link<'d>; 1]>,
    properties: Vec<Property>,
}

#[derive(Serialize)]
struct Provider<'d> {
    name: &'d str,
    #[serde(skip_serializing_if = "Option::is_none")]
    address: Option<Address>,
}

#[derive(Serialize)]
struct Address {
    country: String,
}

#[derive(Serialize)]
struct Link<'d> {
    #[serde(rename = "type")]
    kind: &'static str,
    url: Cow<'d, str>,
    comment: &'static str,
}

/// In which direction a kind of data flows.
#[derive(Serialize, PartialEq)]
struct Flow {
    flow: &'static str,
    classification: String,
}

/// A fact under a name.
#[derive(Serialize)]
struct Property {
    name: String,
    value: String,
}

pub(super) fn files(one: &OneEdition<'_>, add: Sink<'_>) {
    let (register, document) = (one.register, one.document());
    let listed = RowsWithListings::of(document);
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
            document.engagements.iter().map(|row| service(register, &listed, document, row))
        }),
        dependencies: dependencies(document),
        properties: of_no_row(&listed, document),
    };
    let text = rows(&bom);
    // The serial number is made from the rest of the document, so equal documents have equal numbers.
    let text = text.replacen(NO_NUMBER, &serial_number(&text), 1);
    add(File::new("service-providers.cdx.json", text));
}

/// The reference of a published row.
fn reference(row: &Engagement) -> String {
    format!("row-{}", row.position)
}

fn service<'d>(
    register: &'d Register,
    listed: &RowsWithListings<'_>,
    document: &'d Document,
    row: &'d Engagement,
) -> Service<'d> {
    let name = Vocabulary::name(&register.providers, &row.provider);
    // As the standard of countries prints its codes.
    let address = |country: &Key| Address { country: country.to_uppercase() };
    // As the register has it, the address stands in the properties.
    let link = |policy: &'d WebAddress| {
        [Link { kind: "other", url: encoded(policy), comment: "Privacy policy" }]
    };
    Service {
        reference: reference(row),
        provider: Provider { name, address: row.entity_country.known().map(address) },
        name: row.published_name.known().map_or(name, |printed| printed),
        description: &row.summary,
        data: flows(register, row),
        links: row.policy_url.known().map(link),
        properties: of_row(listed, document, row),
    }
}

/// The flows into and out of the service, each kind once. Data that passes between other parties has no
/// direction in CycloneDX; it is in the properties.
///
/// CycloneDX also has a name and a description for each flow. Its library for Python refuses to read
/// them, so they are left out, and the properties say whose data it is.
fn flows(register: &Register, row: &Engagement) -> Vec<Flow> {
    if row.data == DataStatus::Unknown {
        return vec![Flow { flow: UNKNOWN, classification: UNKNOWN.to_owned() }];
    }
    let mut flows = Vec::new();
    for (disclosure, _) in row.standing_disclosures(Asserted::Yes) {
        if let Some(flow) = flow(&register.vocabulary, disclosure) {
            push_new(&mut flows, flow);
        }
    }
    flows
}

fn flow(vocabulary: &Vocabulary, disclosure: &Disclosure) -> Option<Flow> {
    let flow = match (&disclosure.sender, &disclosure.recipient) {
        (_, Party::Provider) => "inbound",
        (Party::Provider, _) => "outbound",
        _ => return None,
    };
    let limits = limits(vocabulary, disclosure);
    let kind = &*disclosure.data_category;
    let classification =
        if limits.is_empty() { kind.to_owned() } else { format!("{kind} ({})", limits.join("; ")) };
    Some(Flow { flow, classification })
}

/// The limits of a flow, which its classification must state.
fn limits(vocabulary: &Vocabulary, disclosure: &Disclosure) -> Vec<String> {
    let mut limits = limits::qualifiers(disclosure.form, disclosure.likelihood, disclosure.example);
    let context = disclosure.context.known();
    limits
        .extend(context.map(|key| format!("for {}", Vocabulary::name(&vocabulary.contexts, key))));
    limits.extend(disclosure.condition.known().map(|_| "on a condition".to_owned()));
    limits
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
fn of_row(listed: &RowsWithListings<'_>, document: &Document, row: &Engagement) -> Vec<Property> {
    let mut properties = Vec::new();
    for (name, value) in listed.row(row).as_object().into_iter().flatten() {
        add(&mut properties, name, value);
    }
    for (name, asserted) in [("disclosures", Asserted::Yes), ("denials", Asserted::No)] {
        let texts =
            row.standing_disclosures(asserted).map(|(_, said)| serde_json::to_string(&said));
        let texts = texts.map(|text| text.expect("every key is text"));
        properties.extend(texts.map(|text| Property::new(name, text)));
    }
    let providers = &document.providers;
    let provider = providers.binary_search_by(|provider| provider.key.cmp(&row.provider));
    if let Ok(at) = provider {
        add(&mut properties, "identifiers", &without_withdrawn(&providers[at].identifiers));
        add(&mut properties, "aliases", &without_withdrawn(&providers[at].aliases));
    }
    properties
}

/// Every fact of the edition that belongs to no row.
fn of_no_row(listed: &RowsWithListings<'_>, document: &Document) -> Vec<Property> {
    let mut properties = Vec::new();
    add(&mut properties, "format_version", &document.format_version.into());
    add(&mut properties, "register", &without_withdrawn(&document.register));
    add(&mut properties, "edition", &without_withdrawn(&document.edition));
    add(&mut properties, "announced", &without_withdrawn(&document.announced));
    add(&mut properties, "successions", &without_withdrawn(&document.successions));
    add(&mut properties, "practices", &without_withdrawn(&document.practices));
    add(&mut properties, "listings", &without_withdrawn(&listed.others()));
    properties
}

impl Property {
    fn new(name: &str, value: String) -> Self {
        Self { name: format!("service-providers:{name}"), value }
    }
}

/// Adds a property for each text and number, named by the way to it, and one for each item of a list. An item
/// that has members of its own is JSON text. An empty list has none.
fn add(properties: &mut Vec<Property>, name: &str, value: &Value) {
    match value {
        Value::Object(members) => {
            for (member, value) in members {
                add(properties, &format!("{name}:{member}"), value);
            }
        }
        Value::Array(items) => {
            for item in items {
                let text = item.as_str().map_or_else(|| item.to_string(), str::to_owned);
                properties.push(Property::new(name, text));
            }
        }
        Value::Null => {}
        Value::String(text) => properties.push(Property::new(name, text.clone())),
        other => properties.push(Property::new(name, other.to_string())),
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
