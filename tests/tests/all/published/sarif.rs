//! The SARIF form has the shape that the standard asks for.

use serde_json::Value;
use service_providers_tests::root;
use service_providers_tools::published::compare::{Known, compare};
use service_providers_tools::published::edition_content::EditionContent;
use service_providers_tools::published::inventory::{self, lines};
use service_providers_tools::published::locations::Countries;
use service_providers_tools::published::names::NameIndex;
use service_providers_tools::published::report::{self, Format, Report};
use service_providers_tools::published::text::PageText;

use super::shown::fixture;

/// The document of a report, held against the parts of SARIF's schema that it uses.
fn document(report: &Report<'_>) -> Value {
    let schema = root().join("tests/fixtures/sarif-2.1.0-subset.schema.json");
    let schema = std::fs::read_to_string(schema).expect("the schema is there");
    let schema: Value = serde_json::from_str(&schema).expect("the schema is JSON");
    let validator = jsonschema::validator_for(&schema).expect("the schema is one");
    let mut out = Vec::new();
    report::write(&mut out, report, Format::Sarif, 0, 100).expect("memory can be written to");
    let document: Value = serde_json::from_slice(&out).expect("the report is JSON");
    let wrong: Vec<String> = validator
        .iter_errors(&document)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect();
    assert_eq!(wrong, Vec::<String>::new());
    document
}

fn results(document: &Value) -> &[Value] {
    document["runs"][0]["results"].as_array().expect("results")
}

#[test]
fn a_comparison_is_sarif() {
    let held = EditionContent::default();
    let (names, countries) = (NameIndex::default(), Countries::new([("se", "Sweden")]));
    let known = Known { held: &held, names: &names, countries: &countries };
    for name in ["one-table.md", "five-tables.md", "nested.html", "vendors.csv"] {
        let page = fixture(name);
        let comparison = compare(&page, &known);
        let report = report::comparison(&page, &comparison);
        let document = document(&report);
        assert_eq!(results(&document).len(), report.findings.len(), "{name}");
        for result in results(&document) {
            // Every rule that a result names is described at the place that it points to.
            let index = result["ruleIndex"].as_u64().expect("a rule") as usize;
            let rules = &document["runs"][0]["tool"]["driver"]["rules"];
            assert_eq!(rules[index]["id"], result["ruleId"], "{name}");
        }
    }
}

#[test]
fn columns_count_characters_and_end_behind_the_last() {
    let page = fixture("vendors.csv");
    let held = EditionContent::default();
    let (names, countries) = (NameIndex::default(), Countries::new([]));
    let known = Known { held: &held, names: &names, countries: &countries };
    let document = document(&report::comparison(&page, &compare(&page, &known)));
    let first = &results(&document)[0];
    assert_eq!(first["ruleId"], "new");
    let region = &first["locations"][0]["physicalLocation"]["region"];
    assert_eq!(region["startLine"], 3);
    assert_eq!(region["startColumn"], 9);
    assert_eq!(region["endColumn"], 9 + "Acorn".len());
}

#[test]
fn an_inventory_is_sarif() {
    let text = PageText::decode("names.txt", "Acorn\nBirch\n".as_bytes()).unwrap();
    let inventory = inventory::compare(
        &lines(&text).unwrap(),
        &EditionContent::default(),
        &NameIndex::default(),
    );
    let document = document(&report::inventory(&text, &inventory));
    assert_eq!(results(&document).len(), 2);
}
