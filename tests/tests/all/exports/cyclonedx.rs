//! The bill of materials of services, held against the register.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use service_providers_codegen::register::PublishedRow;
use service_providers_codegen::{Asserted, Party, Register};
use service_providers_tests::exports::{awkward_data, own_data, register, text};

fn bom(register: &Register, edition: &str) -> Value {
    let text = text(register, edition, "cyclonedx", "service-providers.cdx.json");
    serde_json::from_str(&text).expect("the document is JSON")
}

/// The values of the properties by name, without the common beginning.
fn properties(node: &Value) -> BTreeMap<&str, Vec<&str>> {
    let mut properties: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for property in node["properties"].as_array().expect("properties") {
        let name =
            property["name"].as_str().and_then(|name| name.strip_prefix("service-providers:"));
        let value = property["value"].as_str().expect("a text");
        properties.entry(name.expect("a name of ours")).or_default().push(value);
    }
    properties
}

#[test]
fn a_row_is_a_service_with_every_fact() {
    for data in [own_data(), awkward_data()] {
        let register = register(&data);
        for edition in register.editions() {
            let bom = bom(&register, &edition.id);
            let services = bom["services"].as_array().expect("services");
            let rows = register.published_rows(&edition.id);
            assert_eq!(services.len(), rows.len());
            for (service, row) in services.iter().zip(&rows) {
                compare(service, row);
            }
        }
    }
}

fn compare(service: &Value, row: &PublishedRow<'_>) {
    let properties = properties(service);
    let engagement = row.engagement;
    assert_eq!(properties["provider"], [engagement.row.provider.as_str()]);
    assert_eq!(properties["purposes"].join(";"), engagement.row.purposes.to_string());
    assert_eq!(properties["safeguards"].join(";"), engagement.row.safeguards.to_string());
    assert_eq!(service["description"], *engagement.row.summary);
    assert_eq!(properties["policy_url"], [row.listing.policy_url.to_string()]);
    let link = service["externalReferences"][0]["url"].as_str();
    assert_eq!(link.is_some(), row.listing.policy_url.known().is_some());
    // CycloneDX takes what RFC 3986 allows.
    assert!(
        !link.unwrap_or_default().contains(['|', '<', '>', '[', ']', '"', ' ', '^', '`', '{', '}'])
    );
    let mut flows = BTreeSet::new();
    let mut seen = [0, 0];
    for disclosure in engagement.standing_disclosures() {
        let (word, at) = match disclosure.asserted {
            Asserted::Yes => ("disclosures", 0),
            Asserted::No => ("denials", 1),
        };
        seen[at] += 1;
        let text = properties[word][seen[at] - 1];
        let facts: Value = serde_json::from_str(text).expect("the value is JSON");
        let said = |column: &str| facts[column].as_str().expect("a text");
        assert_eq!(said("data_category"), &*disclosure.data_category);
        assert_eq!(said("data_subject"), disclosure.data_subject.to_string());
        assert_eq!(said("sender"), disclosure.sender.to_string());
        assert_eq!(said("recipient"), disclosure.recipient.to_string());
        assert_eq!(said("form"), disclosure.form.to_string());
        assert_eq!(said("likelihood"), disclosure.likelihood.to_string());
        assert_eq!(said("context"), disclosure.context.to_string());
        assert_eq!(said("condition"), disclosure.condition.to_string());
        let direction = match (&disclosure.sender, &disclosure.recipient) {
            (_, Party::Provider) => "inbound",
            (Party::Provider, _) => "outbound",
            _ => continue,
        };
        if disclosure.asserted == Asserted::Yes {
            flows.insert((direction.to_owned(), disclosure.data_category.to_string()));
        }
    }
    for (word, count) in [("disclosures", seen[0]), ("denials", seen[1])] {
        assert_eq!(properties.get(word).map_or(0, Vec::len), count);
    }
    let kinds = service["data"].as_array().into_iter().flatten().map(|data| {
        let classification = data["classification"].as_str().expect("a text");
        let kind = classification.split(" (").next().unwrap_or_default();
        (data["flow"].as_str().expect("a text").to_owned(), kind.to_owned())
    });
    let kinds: BTreeSet<_> = kinds.filter(|(flow, _)| flow != "unknown").collect();
    assert_eq!(kinds, flows, "{}", engagement.row.key);
}

/// What is not always so does not stand there as if it were.
#[test]
fn a_flow_tells_its_limits() {
    let register = register(&own_data());
    let bom = bom(&register, "2025-11-17");
    let services = bom["services"].as_array().expect("services");
    let find = |name: &str| services.iter().find(|it| it["name"] == name).expect("listed");
    let lines = |name: &str| {
        let data = find(name)["data"].as_array().expect("data").iter();
        let lines = data.map(|it| format!("{} {}", it["flow"], it["classification"]));
        lines.collect::<Vec<_>>().join("\n")
    };
    insta::assert_snapshot!(lines("Anthropic"));
    insta::assert_snapshot!(lines("AWS"));
}

#[test]
fn the_number_is_that_of_the_bytes() {
    let register = register(&own_data());
    let [old, new] = ["2018-11-05", "2025-11-17"].map(|edition| bom(&register, edition));
    assert_ne!(old["serialNumber"], new["serialNumber"]);
    let number = new["serialNumber"].as_str().expect("a text");
    let groups: Vec<usize> =
        number.strip_prefix("urn:uuid:").expect("a UUID").split('-').map(str::len).collect();
    assert_eq!(groups, [8, 4, 4, 4, 12]);
    // Version 8, and the variant of RFC 9562.
    assert_eq!(&number[23..24], "8");
    assert!("89ab".contains(&number[28..29]));
    assert!(new["metadata"].get("timestamp").is_none());
}

#[test]
fn what_belongs_to_no_row_is_there() {
    let register = register(&own_data());
    let bom = bom(&register, "2018-11-05");
    let properties = properties(&bom);
    let practices: Vec<Value> = (properties["practices"].iter())
        .map(|text| serde_json::from_str(text).expect("the value is JSON"))
        .collect();
    assert_eq!(practices[0]["key"], "practice-01");
    assert_eq!(practices[24]["key"], "practice-25");
    assert_eq!(properties["register:publisher:key"], ["classdojo"]);
    assert_eq!(properties["edition:id"], ["2018-11-05"]);
    let recipients = practices.iter().flat_map(|record| record["recipients"].as_array());
    let expected: usize = register
        .published_records("2018-11-05")
        .iter()
        .map(|record| record.practice.recipients.len())
        .sum();
    assert_eq!(recipients.map(Vec::len).sum::<usize>(), expected);
}
