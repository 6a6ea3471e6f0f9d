//! The JSON document, against its schema and read back into the rows of the register.

use std::fmt::Debug;
use std::fs;

use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use service_providers_codegen::row::*;
use service_providers_codegen::{Register, TABLES};
use service_providers_tests::exports::{awkward_data, own_data, register, text};
use service_providers_tests::root;
use service_providers_tools::export::json::{Document, SCHEMA_PATH, schema_text};

use super::OWN;

fn document(register: &Register, edition: &str) -> String {
    text(register, edition, "json", "service-providers.json")
}

#[test]
fn counts() {
    let register = register(&own_data());
    for (edition, listed, recorded) in OWN {
        let read: Document = serde_json::from_str(&document(&register, edition)).expect("typed");
        assert_eq!((read.engagements.len(), read.practices.len()), (listed, recorded));
        assert_eq!(read.providers.len(), register.providers_in(edition).len());
    }
}

#[test]
fn the_committed_schema_is_the_one_of_the_types() {
    let committed = fs::read_to_string(root().join("schema").join(SCHEMA_PATH));
    assert_eq!(committed.expect("run `cargo xtask schema`"), schema_text());
}

#[test]
fn documents_fit_the_schema_and_broken_ones_do_not() {
    let schema: Value = serde_json::from_str(&schema_text()).expect("the schema is JSON");
    let schema = jsonschema::validator_for(&schema).expect("the schema is one");
    for data in [own_data(), awkward_data()] {
        let register = register(&data);
        for edition in register.editions() {
            let document = document(&register, &edition.id);
            let document: Value = serde_json::from_str(&document).expect("the document is JSON");
            let faults: Vec<String> =
                schema.iter_errors(&document).map(|e| e.to_string()).collect();
            assert_eq!(faults, Vec::<String>::new());
            for (pointer, value) in [
                ("/format_version", Value::from(2)),
                ("/engagements/0/storage", Value::Array(vec![])),
                ("/engagements/0/storage", Value::from("somewhere")),
                ("/engagements/0/position", Value::from("1")),
                ("/engagements/0/disclosures/0/form", Value::from("raw")),
                ("/vocabularies/sections", Value::Null),
            ] {
                let mut broken = document.clone();
                *broken.pointer_mut(pointer).expect("the member is there") = value;
                assert!(!schema.is_valid(&broken), "{pointer}");
            }
        }
    }
}

#[test]
fn a_document_read_into_its_types_is_the_same_document() {
    for data in [own_data(), awkward_data()] {
        let register = register(&data);
        for edition in register.editions() {
            let read: Document =
                serde_json::from_str(&document(&register, &edition.id)).expect("typed");
            assert_eq!(read, Document::new(&register, edition));
        }
    }
}

/// A JSON object as the row of a table: numbers as text, a word in the place of a list as a list
/// of it, and without the nested rows.
fn row<R: DeserializeOwned>(table: &str, object: &Value, parent: &[(&str, &str)]) -> R {
    let schema = (TABLES.iter().find(|info| info.name == table).expect("a table").schema)();
    let columns = schema.get("properties").and_then(Value::as_object).expect("columns");
    let parent: Map<String, Value> =
        parent.iter().map(|(column, key)| ((*column).to_owned(), Value::from(*key))).collect();
    let mut row = Map::new();
    for (column, about) in columns {
        let value = match object.get(column).or(parent.get(column)).expect("no column is missing") {
            Value::Number(number) => Value::from(number.to_string()),
            Value::String(word) if about["type"] == "array" => Value::from(vec![word.as_str()]),
            other => other.clone(),
        };
        row.insert(column.clone(), value);
    }
    serde_json::from_value(Value::Object(row)).expect("the row is one of the table")
}

fn list<R: DeserializeOwned>(table: &str, objects: &Value, parent: &[(&str, &str)]) -> Vec<R> {
    let objects = objects.as_array().expect("a list");
    objects.iter().map(|object| row(table, object, parent)).collect()
}

#[test]
fn rows_read_back_are_those_of_the_register() {
    for data in [own_data(), awkward_data()] {
        let register = register(&data);
        for edition in register.editions() {
            let document: Value =
                serde_json::from_str(&document(&register, &edition.id)).expect("JSON");
            engagements(&register, &edition.id, &document["engagements"]);
            practices(&register, &edition.id, &document["practices"]);
            vocabularies(&register, &document["vocabularies"]);
            let excerpt = register.excerpt(&edition.id);
            assert_eq!(
                list::<ProviderRow>("providers", &document["providers"], &[]),
                excerpt.providers
            );
            let successions = list::<SuccessionRow>("successions", &document["successions"], &[]);
            assert_eq!(successions, excerpt.successions);
            let mut about = document["register"].clone();
            about["format_version"] = Value::from(register.file.format_version);
            assert_eq!(
                serde_json::from_value::<RegisterFile>(about).expect("typed"),
                register.file
            );
            assert_eq!(
                serde_json::from_value::<Edition>(document["edition"].clone()).expect("typed"),
                *edition
            );
        }
    }
}

fn engagements(register: &Register, edition: &str, objects: &Value) {
    let published = register.engagements_in(edition);
    let withdrawn = register.withdrawn_engagements_in(edition);
    let count = published.len();
    let objects = objects.as_array().expect("a list");
    assert_eq!(objects.len(), count + withdrawn.len());
    for (index, (object, expected)) in
        objects.iter().zip(published.iter().chain(&withdrawn)).enumerate()
    {
        let position = if index < count { Value::from(index + 1) } else { Value::Null };
        assert_eq!(object["position"], position, "{}", expected.row.key);
        let mut object = object.clone();
        object["position"] = Value::from(expected.row.position);
        assert_eq!(row::<EngagementRow>("engagements", &object, &[]), expected.row);
        let parent = [("engagement", &*expected.row.key)];
        let features: Vec<EngagementFeatureRow> =
            list("engagement-features", &object["features"], &parent);
        assert_eq!(features, expected.features);
        let disclosures: Vec<DisclosureRow> = list("disclosures", &object["disclosures"], &parent);
        assert_eq!(disclosures, expected.disclosures);
    }
}

fn practices(register: &Register, edition: &str, objects: &Value) {
    let published = register.practices_in(edition);
    let withdrawn = register.withdrawn_practices_in(edition);
    let count = published.len();
    let objects = objects.as_array().expect("a list");
    assert_eq!(objects.len(), count + withdrawn.len());
    for (index, (object, expected)) in
        objects.iter().zip(published.iter().chain(&withdrawn)).enumerate()
    {
        let position = if index < count { Value::from(index + 1) } else { Value::Null };
        assert_eq!(object["position"], position, "{}", expected.row.key);
        let mut object = object.clone();
        object["position"] = Value::from(expected.row.position);
        assert_eq!(row::<PracticeRow>("practices", &object, &[]), expected.row);
        let parent = [("practice", &*expected.row.key)];
        let subjects: Vec<PracticeSubjectRow> =
            list("practice-subjects", &object["subjects"], &parent);
        assert_eq!(subjects, expected.subjects);
        let recipients: Vec<PracticeRecipientRow> =
            list("practice-recipients", &object["recipients"], &parent);
        assert_eq!(recipients, expected.recipients);
    }
}

fn vocabularies(register: &Register, objects: &Value) {
    let terms = &register.vocabulary;
    fn same<R: DeserializeOwned + PartialEq + Debug>(table: &str, objects: &Value, terms: &[R]) {
        assert_eq!(list::<R>(table, objects, &[]), terms);
    }
    macro_rules! same {
        ($($member:ident: $table:literal,)*) => {
            $(same($table, &objects[stringify!($member)], &terms.$member);)*
            assert_eq!(objects.as_object().expect("an object").len(), [$($table),*].len());
        };
    }
    same! {
        collection_methods: "collection-methods",
        contexts: "contexts",
        countries: "countries",
        data_categories: "data-categories",
        data_subjects: "data-subjects",
        dpv_terms: "dpv-terms",
        features: "features",
        fideslang_terms: "fideslang-terms",
        legal_bases: "legal-bases",
        purposes: "purposes",
        safeguards: "safeguards",
        sections: "sections",
        service_categories: "service-categories",
    }
}
