//! The JSON document, against its schema and read back into the rows of the register.

use std::collections::BTreeSet;
use std::fs;

use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};
use service_providers_codegen::register::{VocabularyRow, VocabularyVisitor};
use service_providers_codegen::row::*;
use service_providers_codegen::{Register, TABLES};
use service_providers_tests::exports::{awkward_data, own_data, register, text};
use service_providers_tests::root;
use service_providers_tools::export::json::{Document, SCHEMA_PATH, schema_text};
use service_providers_tools::program::Program;
use service_providers_tools::reference::schema_folder;

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

/// The document of an edition, in which the schema finds no fault.
fn document_that_fits(register: &Register, edition: &str, schema: &jsonschema::Validator) -> Value {
    let document = document(register, edition);
    let document: Value = serde_json::from_str(&document).expect("the document is JSON");
    let faults: Vec<String> = schema.iter_errors(&document).map(|e| e.to_string()).collect();
    assert_eq!(faults, Vec::<String>::new());
    document
}

#[test]
fn documents_fit_the_schema_and_broken_ones_do_not() {
    let schema: Value = serde_json::from_str(&schema_text()).expect("the schema is JSON");
    let schema = jsonschema::validator_for(&schema).expect("the schema is one");
    for data in [own_data(), awkward_data()] {
        let register = register(&data);
        for edition in register.editions() {
            let document = document_that_fits(&register, &edition.id, &schema);
            for (pointer, value) in [
                ("/format_version", Value::from(1)),
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
fn the_schema_beside_a_document_has_its_keys_and_no_others() {
    for data in [own_data(), awkward_data()] {
        let register = register(&data);
        for edition in register.editions() {
            let schema = text(&register, &edition.id, "json", "service-providers.schema.json");
            let schema: Value = serde_json::from_str(&schema).expect("the schema is JSON");
            let options = jsonschema::options().should_validate_formats(true);
            let schema = options.build(&schema).expect("the schema is one");
            let document = document_that_fits(&register, &edition.id, &schema);
            for (pointer, value) in [
                ("/engagements/0/provider", json!("nobody")),
                ("/engagements/0/purposes", json!(["nothing"])),
                ("/engagements/0/hosted_by", json!("nobody")),
                ("/engagements/0/entity_country", json!("none")),
                ("/engagements/0/document", json!("nothing")),
                ("/engagements/0/policy_url", json!("somewhere else")),
                ("/engagements/0/disclosures/0/sender", json!("provider:nobody")),
                ("/engagements/0/disclosures/0/data_category", json!("nothing")),
                ("/listings/0/engagement", json!("nothing")),
                ("/vocabularies/data_subjects/0/parent", json!("nobody")),
                ("/edition/published", json!("2025-02-30")),
                ("/register/current", json!("2025-13-01")),
                ("/engagements/0/since", json!("2025-11-18")),
                ("/engagements/0/until", json!("never")),
            ] {
                let mut broken = document.clone();
                *broken.pointer_mut(pointer).expect("the member is there") = value;
                assert!(!schema.is_valid(&broken), "{pointer}");
            }
        }
    }
}

/// Every member of a schema, whatever it lies in.
fn members(schema: &Value, found: &mut BTreeSet<String>) {
    match schema {
        Value::Object(object) => {
            found.extend(object.keys().cloned());
            object.values().for_each(|value| members(value, found));
        }
        Value::Array(items) => items.iter().for_each(|value| members(value, found)),
        _ => {}
    }
}

#[test]
fn schema_files_have_an_address_and_nothing_of_our_own() {
    let own = own_data();
    let beside = text(&register(&own), OWN[1].0, "json", "service-providers.schema.json");
    let program = Program::installed("service-providers");
    let files = schema_folder::files(&program).into_iter();
    let files = files.filter(|(path, _)| path.ends_with(".json"));
    let mut ids = BTreeSet::new();
    for (path, text) in files.chain([("beside the document".to_owned(), beside)]) {
        let schema: Value = serde_json::from_str(&text).expect("the schema is JSON");
        let mut found = BTreeSet::new();
        members(&schema, &mut found);
        let own: Vec<&String> = found.iter().filter(|name| name.starts_with("x-")).collect();
        assert_eq!(own, Vec::<&String>::new(), "{path}");
        let id = schema["$id"].as_str().unwrap_or_else(|| panic!("{path} has no `$id`"));
        assert!(ids.insert(id.to_owned()), "{path}");
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
            let listings = list::<ListingRow>("listings", &document["listings"], &[]);
            let documents = edition.documents.iter();
            let published: Vec<ListingRow> =
                documents.flat_map(|document| register.listings_in(document)).cloned().collect();
            assert_eq!(listings, published);
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
    let published = register.published_rows(edition);
    let objects = objects.as_array().expect("a list");
    assert_eq!(objects.len(), published.len());
    for (index, (object, expected)) in objects.iter().zip(&published).enumerate() {
        let (listing, engagement) = (expected.listing, expected.engagement);
        assert_eq!(object["position"], Value::from(index + 1), "{}", engagement.row.key);
        let place = json!([listing.document, listing.row, listing.part]);
        assert_eq!(json!([object["document"], object["row"], object["part"]]), place);
        let printed = json!([listing.published_name, listing.section, listing.policy_url]);
        assert_eq!(
            json!([object["published_name"], object["section"], object["policy_url"]]),
            printed
        );
        let parent = [("engagement", &*engagement.row.key)];
        // A list of places stands for the word `listed`.
        let mut flat = object.clone();
        if object["storage"].is_array() {
            flat["storage"] = "listed".into();
            let storage: Vec<StorageRow> = list("storage", &object["storage"], &parent);
            assert_eq!(storage, engagement.storage);
        }
        assert_eq!(row::<EngagementRow>("engagements", &flat, &[]), engagement.row);
        let features: Vec<EngagementFeatureRow> =
            list("engagement-features", &object["features"], &parent);
        assert_eq!(features, engagement.features);
        let disclosures: Vec<DisclosureRow> = list("disclosures", &object["disclosures"], &parent);
        assert_eq!(disclosures, engagement.disclosures);
    }
}

fn practices(register: &Register, edition: &str, objects: &Value) {
    let published = register.published_records(edition);
    let objects = objects.as_array().expect("a list");
    assert_eq!(objects.len(), published.len());
    for (index, (object, expected)) in objects.iter().zip(&published).enumerate() {
        let (listing, practice) = (expected.listing, expected.practice);
        assert_eq!(object["position"], Value::from(index + 1), "{}", practice.row.key);
        let place = json!([listing.document, listing.row]);
        assert_eq!(json!([object["document"], object["row"]]), place);
        assert_eq!(row::<PracticeRow>("practices", object, &[]), practice.row);
        let parent = [("practice", &*practice.row.key)];
        let subjects: Vec<PracticeSubjectRow> =
            list("practice-subjects", &object["subjects"], &parent);
        assert_eq!(subjects, practice.subjects);
        let recipients: Vec<PracticeRecipientRow> =
            list("practice-recipients", &object["recipients"], &parent);
        assert_eq!(recipients, practice.recipients);
    }
}

fn vocabularies(register: &Register, objects: &Value) {
    struct Compare<'o>(&'o Map<String, Value>, usize);

    impl VocabularyVisitor for Compare<'_> {
        fn visit<R: VocabularyRow>(&mut self, name: &'static str, _: &'static str, rows: &[R]) {
            assert_eq!(list::<R>(R::TABLE, &self.0[name], &[]), rows);
            self.1 += 1;
        }
    }

    let objects = objects.as_object().expect("an object");
    let mut compare = Compare(objects, 0);
    register.vocabulary.visit(&mut compare);
    assert_eq!(compare.1, objects.len());
}
