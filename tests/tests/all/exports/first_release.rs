//! The first release, which was published in format 1, against its own tables in format 2: no fact
//! differs.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use serde_json::{Map, Value, json};
use service_providers_codegen::{Register, Sources, compile, join, migrate, schema};
use service_providers_tests::exports::{Row, rows as table_rows, text};
use service_providers_tests::root;

use super::OWN;

fn release() -> PathBuf {
    root().join("releases/0.1.0")
}

/// The register that the release published, in format 2.
fn migrated() -> Register {
    let read = |(edition, ..): &(&str, usize, usize)| {
        let tables = release().join(edition).join("tables");
        Sources::read_data(&tables, "data", schema::files()).expect("the tables can be read")
    };
    let mut sources = join(&OWN.iter().map(read).collect::<Vec<_>>()).expect("two editions");
    for (path, bytes) in migrate(&sources).expect("it is format 1").files {
        sources.set_data(&path, bytes);
    }
    compile(&sources).unwrap_or_else(|report| panic!("{report}"))
}

fn published(edition: &str, file: &str) -> String {
    fs::read_to_string(release().join(edition).join(file)).expect("the file was published")
}

/// An object with these members under other names.
fn renamed(object: &Value, names: &[(&str, &str)]) -> Map<String, Value> {
    let members = object.as_object().expect("an object").iter();
    let name = |old: &String| {
        names.iter().find(|(name, _)| name == old).map_or(old.clone(), |(_, new)| (*new).to_owned())
    };
    members.map(|(member, value)| (name(member), value.clone())).collect()
}

/// The rows of a list with these members under other names, and without the members that format 1
/// did not have.
fn rows(list: &Value, names: &[(&str, &str)], new: &[&str]) -> Vec<Value> {
    let objects = list.as_array().expect("a list").iter();
    objects
        .map(|row| {
            let mut row = renamed(row, names);
            for member in new {
                row.remove(*member);
            }
            for feature in
                row.get_mut("features").and_then(Value::as_array_mut).into_iter().flatten()
            {
                let old = feature.as_object_mut().and_then(|row| row.remove("setting"));
                if let Some(old) = old {
                    feature["settings"] = settings(&old);
                }
            }
            if let Some(disclosures) = row.get_mut("disclosures") {
                let parties = [("from", "sender"), ("to", "recipient")];
                *disclosures = rows(disclosures, &parties, &[]).into();
            }
            Value::Object(row)
        })
        .collect()
}

/// The cells of a table in the columns that the release published. Recipients stand there by the keys
/// of their providers, without the names that the document prints. No place of storage is limited.
fn published_cells(table: &str, columns: &[String]) -> Vec<Row> {
    let key = |name: &str| {
        let key = name.rsplit_once(" (").map_or(name, |(_, key)| key.trim_end_matches(')'));
        key.split(',').next().unwrap_or_default().to_owned()
    };
    let mut rows = table_rows(table.as_bytes());
    for row in &mut rows {
        assert_eq!(row.get("storage_notes").map_or("none", String::as_str), "none");
        row.retain(|column, _| columns.contains(column));
        for (_, cell) in row.iter_mut().filter(|(column, _)| column.ends_with("ed_with")) {
            let keys: BTreeSet<String> = cell.split(';').map(key).collect();
            *cell = keys.into_iter().collect::<Vec<_>>().join(";");
        }
    }
    rows
}

/// What format 1 printed of storage, as it is printed now.
fn with_places(row: &Value) -> Value {
    let mut row = row.clone();
    let place = |key: &Value| json!({ "place": key, "context": "none", "condition": "none", "withdrawn": "none" });
    row["storage"] = match &row["storage"] {
        Value::Array(countries) => countries.iter().map(place).collect(),
        word if word == "global" => json!([place(&json!("worldwide"))]),
        word => word.clone(),
    };
    row
}

/// The vocabularies of format 1 as they are now: which countries are members of the European
/// Economic Area stands with the regions.
fn with_regions(vocabularies: &Value) -> Value {
    let mut now = vocabularies.clone();
    let mut members = Vec::new();
    for country in now["countries"].as_array_mut().expect("a list") {
        let row = country.as_object_mut().expect("an object");
        if row.remove("eea") == Some(json!("yes")) {
            members.push(row["key"].clone());
        }
    }
    let source = "The countries of the register in format 1, column eea.";
    let member = |country: Value| {
        json!({
            "region": "eea", "country": country, "from": "unknown", "until": "none", "source": source
        })
    };
    now["region_members"] = members.into_iter().map(member).collect();
    now
}

/// The settings of a feature in the words of format 2.
fn settings(old: &Value) -> Value {
    match old.as_str() {
        Some("both") => json!(["in-school", "out-of-school"]),
        Some("unstated") => json!("unknown"),
        _ => json!([old]),
    }
}

/// The settings of format 2 in place of the two columns that format 1 had.
fn with_settings(mut row: Row) -> Row {
    let old = [("in-school", "in_school"), ("out-of-school", "out_of_school")];
    if let [(inside, Some(one)), (outside, Some(other))] =
        old.map(|(key, column)| (key, row.remove(column)))
    {
        let open = [&one, &other].into_iter().any(|answer| answer == "unknown");
        let used = [(inside, one), (outside, other)].into_iter();
        let keys: Vec<&str> =
            used.filter(|(_, answer)| answer == "yes").map(|(key, _)| key).collect();
        let missing = if open { "unknown" } else { "none" };
        let keys = if keys.is_empty() { missing.to_owned() } else { keys.join(";") };
        row.insert("settings".to_owned(), keys);
        row.insert("settings_open".to_owned(), if open { "yes" } else { "no" }.to_owned());
    }
    row
}

#[test]
fn its_tables_say_the_same() {
    let register = migrated();
    for (edition, ..) in OWN {
        for file in ["service-providers.csv", "data-transparency.csv"] {
            let new = text(&register, edition, "csv", file);
            let old = table_rows(published(edition, file).as_bytes());
            let mut old: Vec<Row> = old.into_iter().map(with_settings).collect();
            // The word `global` of format 1 is a region now.
            for storage in old.iter_mut().filter_map(|row| row.get_mut("storage")) {
                *storage = storage.replace("global", "worldwide");
            }
            let columns: Vec<String> =
                old.first().into_iter().flat_map(|row| row.keys().cloned()).collect();
            assert_eq!(published_cells(&new, &columns), old, "{edition} {file}");
        }
    }
}

/// The vocabularies of format 1, with the `v` that format 2 writes before a version.
fn with_versions(vocabularies: &Value) -> Value {
    let mut vocabularies = vocabularies.clone();
    for table in ["dpv_terms", "fideslang_terms"] {
        for row in vocabularies[table].as_array_mut().expect("a list") {
            row["version"] = format!("v{}", row["version"].as_str().expect("text")).into();
        }
    }
    vocabularies
}

#[test]
fn its_documents_say_the_same() {
    let register = migrated();
    let parse = |text: &str| serde_json::from_str::<Value>(text).expect("JSON");
    let place = [("source", "document"), ("source_row", "row"), ("source_record", "row")];
    for (edition, listed, recorded) in OWN {
        let old = parse(&published(edition, "service-providers.json"));
        let new = parse(&text(&register, edition, "json", "service-providers.json"));
        for (member, count, more) in [
            ("engagements", listed, &["data", "part", "contract_facts"][..]),
            ("practices", recorded, &[]),
        ] {
            let said = rows(&old[member], &place, &[]).into_iter();
            let listed = member == "engagements";
            let said: Vec<Value> =
                said.map(|row| if listed { with_places(&row) } else { row }).collect();
            assert_eq!(said.len(), count);
            assert_eq!(said, rows(&new[member], &[], more), "{edition} {member}");
        }
        let (before, after) = (&old["providers"], &new["providers"]);
        assert_eq!(rows(before, &[], &[]), rows(after, &[], &["identifiers"]), "{edition}");
        // What stood in the code in format 1 is a vocabulary in format 2.
        let mut now = new["vocabularies"].clone();
        let regions = now.as_object_mut().expect("an object").remove("regions");
        assert_eq!(regions.map_or(0, |rows| rows.as_array().map_or(0, Vec::len)), 2);
        for (name, terms) in
            with_versions(&with_regions(&old["vocabularies"])).as_object().expect("an object")
        {
            assert_eq!(*terms, now[name], "{edition} {name}");
        }
        for document in old["register"]["sources"].as_array().expect("a list") {
            let own = new["register"]["documents"].as_array().expect("a list").iter();
            let own = own.filter(|other| other["id"] == document["id"]).collect::<Vec<_>>();
            let [own] = own[..] else { panic!("{document} stands there once") };
            for (member, value) in document.as_object().expect("an object") {
                assert_eq!(own[member], *value, "{document}");
            }
        }
        // A succession stands in the editions in which it shows, which format 1 did not know.
        for row in old["successions"].as_array().expect("a list") {
            let names = [("from", "predecessor"), ("to", "successor"), ("source", "document")];
            let mut known = renamed(row, &names);
            known.insert("edition".to_owned(), "2025-11-17".into());
            let found = register.successions.iter().any(|own| {
                serde_json::to_value(own).expect("a row is JSON") == Value::Object(known.clone())
            });
            assert!(found, "{row}");
        }
    }
}
