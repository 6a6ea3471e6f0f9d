//! From format 1 to format 2: no fact is lost, and none is added.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use serde_json::Value;
use service_providers_codegen::{Register, Sources, compile, join, migrate, schema, tidy};
use service_providers_tests::root;

fn read(data: &Path) -> Sources {
    Sources::read_data(data, "data", schema::files()).expect("the folder can be read")
}

/// A made-up register in format 1: rows that begin and end, one that goes on, one that was a
/// mistake, and a page of which a part goes on.
fn made_up() -> Sources {
    read(&root().join("tests/fixtures/format-1/data"))
}

/// The register of a release in format 1, from the tables of its editions.
fn released(version: &str) -> Sources {
    let release = root().join("releases").join(version);
    let mut tables: Vec<PathBuf> = (std::fs::read_dir(&release).expect("the release"))
        .map(|entry| entry.expect("an entry").path().join("tables"))
        .filter(|tables| tables.is_dir())
        .collect();
    tables.sort();
    let parts: Vec<Sources> = tables.iter().map(|tables| read(tables)).collect();
    join(&parts).expect("the release has editions")
}

/// The same with every file of the migrated register in its place.
fn migrated(old: &Sources) -> Sources {
    let migrated = migrate(old).unwrap_or_else(|report| panic!("{report}"));
    let mut new = old.clone();
    for (path, bytes) in migrated.files {
        new.set_data(&path, bytes);
    }
    new
}

type Row = BTreeMap<String, String>;

fn rows(sources: &Sources, path: &str) -> Vec<Row> {
    let file = sources.data(path).unwrap_or_else(|| panic!("no table {path}"));
    let mut reader = csv::Reader::from_reader(file.bytes.as_slice());
    reader.deserialize().map(|row| row.expect("a row")).collect()
}

fn register_file(sources: &Sources) -> Value {
    let file = sources.data("register.json").expect("register.json");
    serde_json::from_slice(&file.bytes).expect("JSON")
}

/// The cells of a row in columns of other names, those that format 2 keeps elsewhere left out.
fn renamed(row: &Row, gone: &[&str], names: &[(&str, &str)]) -> Row {
    let kept = row.iter().filter(|(column, _)| !gone.contains(&column.as_str()));
    let cells = kept.map(|(column, cell)| {
        let name = names.iter().find(|(old, _)| old == column);
        (name.map_or(column.as_str(), |(_, new)| *new).to_owned(), cell.clone())
    });
    cells.collect()
}

fn without(row: &Row, columns: &[&str]) -> Row {
    renamed(row, columns, &[])
}

/// Compares every cell of format 1 with what format 2 has for it.
fn compare(old: &Sources) {
    let new = migrated(old);
    let register = compile(&new).unwrap_or_else(|report| panic!("{report}"));
    let (old_file, new_file) = (register_file(old), register_file(&new));
    compare_register_files(&old_file, &new_file);
    for path in old.data_files().map(|(path, _)| path) {
        let (before, after) = (rows_or_none(old, path), rows_or_none(&new, path));
        match path {
            "register.json" => {}
            "engagements.csv" => compare_engagements(old, &new),
            "practices.csv" => {
                let gone = ["position", "since", "until", "source", "source_record"];
                let before: Vec<Row> = before.iter().map(|row| without(row, &gone)).collect();
                same(path, before, after);
            }
            "disclosures.csv" => {
                let names = [("from", "sender"), ("to", "recipient")];
                let before: Vec<Row> = before.iter().map(|row| renamed(row, &[], &names)).collect();
                same(path, before, after);
            }
            "successions.csv" => {
                let names = [("from", "predecessor"), ("to", "successor"), ("source", "document")];
                let before: Vec<Row> = before.iter().map(|row| renamed(row, &[], &names)).collect();
                let after: Vec<Row> = after.iter().map(|row| without(row, &["edition"])).collect();
                same(path, before, after);
            }
            "vocabulary/countries.csv" => {
                let before: Vec<Row> = before.iter().map(|row| without(row, &["eea"])).collect();
                same(path, before, after);
                compare_members(old, &new);
            }
            "engagement-features.csv" => {
                let before = before.iter().map(|row| {
                    let mut row = renamed(row, &[], &[("setting", "settings")]);
                    let setting = row.get_mut("settings").expect("a setting");
                    *setting = match setting.as_str() {
                        "both" => "in-school;out-of-school".to_owned(),
                        "unstated" => "unknown".to_owned(),
                        one => one.to_owned(),
                    };
                    row
                });
                same(path, before.collect(), after);
            }
            "vocabulary/dpv-terms.csv" | "vocabulary/fideslang-terms.csv" => {
                let before = before.into_iter().map(|mut row| {
                    let version = row.get_mut("version").expect("a version");
                    *version = format!("v{version}");
                    row
                });
                same(path, before.collect(), after);
            }
            _ => same(path, before, after),
        }
    }
    compare_editions(old, &old_file, &register);
}

fn rows_or_none(sources: &Sources, path: &str) -> Vec<Row> {
    if path.ends_with(".csv") { rows(sources, path) } else { Vec::new() }
}

/// Whether two tables have the same rows. Where they were joined they are in another order.
#[track_caller]
fn same(path: &str, before: Vec<Row>, after: Vec<Row>) {
    assert_eq!(before.len(), after.len(), "{path}");
    let after: BTreeSet<Row> = after.into_iter().collect();
    for row in before {
        assert!(after.contains(&row), "{path}: {row:?}");
    }
}

fn compare_register_files(old: &Value, new: &Value) {
    assert_eq!(old["publisher"]["key"], new["publisher"]["key"]);
    assert_eq!(old["publisher"]["name"], new["publisher"]["name"]);
    assert_eq!(old["data_licence_note"], new["data_licence_note"]);
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    for source in list(&old["sources"]) {
        let documents = list(&new["documents"]);
        let document = documents.iter().find(|document| document["id"] == source["id"]);
        let document = document.expect("the document is there");
        for member in ["title", "date", "date_basis"] {
            assert_eq!(document[member], source[member]);
        }
    }
    let (before, after) = (list(&old["editions"]), list(&new["editions"]));
    assert_eq!(before.len(), after.len());
    for (before, after) in before.iter().zip(&after) {
        for member in ["id", "published", "effective", "objection_until"] {
            assert_eq!(before[member], after[member]);
        }
        assert_eq!(before["source"], after["documents"][0]);
    }
    assert_eq!(new["current"], after[after.len() - 1]["id"]);
}

/// What stands in listings.csv now.
const LISTED: [&str; 8] = [
    "published_name",
    "section",
    "position",
    "policy_url",
    "since",
    "until",
    "source",
    "source_row",
];

fn compare_engagements(old: &Sources, new: &Sources) {
    let disclosing: BTreeSet<String> = (rows(new, "disclosures.csv").into_iter())
        .filter(|row| row["withdrawn"] == "none")
        .map(|row| row["engagement"].clone())
        .collect();
    let before = rows(old, "engagements.csv");
    let after = rows(new, "engagements.csv");
    for row in &after {
        let listed = disclosing.contains(&row["key"]);
        assert_eq!(row["data"], if listed { "listed" } else { "unknown" });
    }
    compare_storage(&before, &after, &rows(new, "storage.csv"));
    let path = "engagements.csv";
    let kept = |row: &Row| without(&without(row, &LISTED), &["data", "storage"]);
    same(path, before.iter().map(kept).collect(), after.iter().map(kept).collect());
}

/// Every cell of format 1 comes back out of the status and the places.
fn compare_storage(before: &[Row], after: &[Row], storage: &[Row]) {
    let mut places = 0;
    for row in after {
        let own = storage.iter().filter(|place| place["engagement"] == row["key"]);
        let own: Vec<&str> = own.map(|place| place["place"].as_str()).collect();
        places += own.len();
        let cell = if own.is_empty() { row["storage"].clone() } else { own.join(";") };
        assert_eq!(row["storage"] == "listed", !own.is_empty(), "{}", row["key"]);
        let old = before.iter().find(|old| old["key"] == row["key"]).expect("the row is not new");
        assert_eq!(cell.replace("worldwide", "global"), old["storage"], "{}", row["key"]);
    }
    assert_eq!(places, storage.len());
    assert!(storage.iter().all(|row| row["context"] == "none" && row["condition"] == "none"));
}

/// The members of the European Economic Area are those that the column of format 1 marked.
fn compare_members(old: &Sources, new: &Sources) {
    let marked =
        rows(old, "vocabulary/countries.csv").into_iter().filter(|row| row["eea"] == "yes");
    let marked: BTreeSet<String> = marked.map(|row| row["key"].clone()).collect();
    let members = rows(new, "vocabulary/region-members.csv").into_iter();
    let members: BTreeSet<String> = members.map(|row| row["country"].clone()).collect();
    assert_eq!(members, marked);
    let regions = rows(new, "vocabulary/regions.csv");
    let keys: Vec<&str> = regions.iter().map(|row| row["key"].as_str()).collect();
    assert_eq!(keys, ["eea", "worldwide"]);
}

/// Every edition publishes the rows that format 1 says it publishes, in their order, with the cells
/// that format 1 held in the row itself; and nothing else.
fn compare_editions(old: &Sources, file: &Value, register: &Register) {
    for edition in file["editions"].as_array().expect("a list") {
        let id = edition["id"].as_str().expect("an id");
        let lists = |row: &Row| {
            let until = row["until"].as_str();
            row["withdrawn"] == "none"
                && row["since"].as_str() <= id
                && (until == "current" || id < until)
        };
        let position = |row: &Row| row["position"].parse::<u32>().expect("a number");
        let mut engagements = rows(old, "engagements.csv");
        engagements.retain(lists);
        engagements.sort_by_key(position);
        let published = register.published_rows(id);
        assert_eq!(published.len(), engagements.len(), "{id}");
        for (row, published) in engagements.iter().zip(published) {
            assert_eq!(row["key"], *published.engagement.row.key);
            let listing = published.listing;
            assert_eq!(row["published_name"], listing.published_name.to_string());
            assert_eq!(row["section"], listing.section.to_string());
            assert_eq!(row["policy_url"], listing.policy_url.to_string());
            assert_eq!(listing.note.to_string(), "none");
            if row["since"] == id {
                assert_eq!(row["source"], *listing.document);
                assert_eq!(row["source_row"], listing.row.to_string());
            }
        }
        let mut practices = rows(old, "practices.csv");
        practices.retain(lists);
        practices.sort_by_key(position);
        let records = register.published_records(id);
        assert_eq!(records.len(), practices.len(), "{id}");
        for (row, record) in practices.iter().zip(records) {
            assert_eq!(row["key"], *record.practice.row.key);
            if row["since"] == id {
                assert_eq!(row["source"], *record.listing.document);
                assert_eq!(row["source_record"], record.listing.row.to_string());
            }
        }
    }
}

#[test]
fn no_fact_of_the_first_release_is_lost() {
    let old = released("0.1.0");
    assert_eq!(rows(&old, "engagements.csv").len(), 74);
    assert_eq!(rows(&old, "practices.csv").len(), 25);
    compare(&old);
    assert_eq!(migrate(&old).map(|migrated| migrated.remarks), Ok(Vec::new()));
}

#[test]
fn no_fact_of_a_made_up_register_is_lost() {
    compare(&made_up());
}

/// What format 1 left open, and the one thing that format 2 does not hold.
#[test]
fn what_a_person_should_look_at_is_said() {
    let remarks = migrate(&made_up()).expect("it is migrated").remarks;
    insta::assert_snapshot!(remarks.join("\n"), @r#"
row 2 of `list-2025`: format 1 did not say which row of it `helper-2024-01-15` is; look it up
`oldmail-technical-2024-01-15` was withdrawn; it stood in row 3 of `list-2024`, section technical, position 30, as "Oldmail", policy http://oldmail.example/privacy, since 2024-01-15 until 2025-03-01
"#);
}

#[test]
fn a_migrated_register_is_canonical_and_is_not_migrated_twice() {
    let new = migrated(&made_up());
    let tidying = tidy(&new);
    assert!(tidying.blocking.is_empty());
    assert!(tidying.files.iter().all(|file| file.mended.is_empty()));
    insta::assert_snapshot!(migrate(&new).expect_err("it is refused"), @"data/register.json:2:21: shape: the register is in format 2; only a register in format 1 can be migrated");
}

/// Whoever runs any other command on a folder in format 1 is told one thing.
#[test]
fn a_register_in_format_1_has_one_problem() {
    let old = made_up();
    let report = compile(&old).expect_err("it is refused");
    insta::assert_snapshot!(report, @"data/register.json:2:21: old-format: the register is written in format 1, and this tool reads format 2; run `cargo xtask migrate`");
    let tidying = tidy(&old);
    assert_eq!(tidying.blocking, report);
    assert_eq!(tidying.files, []);
}

/// A table that cannot be read is said with its place, and nothing is migrated.
#[test]
fn what_cannot_be_read_is_refused() {
    let mut old = made_up();
    let text = old.data("engagements.csv").map(|file| file.bytes.clone()).expect("the table");
    let text = String::from_utf8(text).expect("text");
    old.set_data("engagements.csv", text.replace("Sent e-mail.", "Sent, e-mail.").into_bytes());
    old.set_data("practices.csv", b"key,name\n".to_vec());
    old.remove_data("successions.csv");
    insta::assert_snapshot!(migrate(&old).expect_err("it is refused"), @r#"
data/successions.csv:1:1: missing-file: the file is missing; put it back; a new table starts with its header line
data/engagements.csv:4:63: cell-count: the row has 23 cells, the header 22; the comma in `summary` seems to be one of its text; put the cell in quotation marks
data/engagements.csv:5:75: cell-count: the row has 23 cells, the header 22; the comma in `summary` seems to be one of its text; put the cell in quotation marks
data/practices.csv:1:5: unknown-column: `name` is not a column of practices; the header is: key,position,data_category,certainty,inferred_from,collection,acquired_from,purposes,summary,use,sharing,transfer,destination,transfer_reason,legal_bases,since,until,source,source_record,note,withdrawn
"#);
    let mut old = made_up();
    old.set_data("register.json", b"{\n  \"format_version\": 1\n}\n".to_vec());
    insta::assert_snapshot!(migrate(&old).expect_err("it is refused"), @"data/register.json:1:1: shape: this is not what format 1 looks like: missing field `publisher`; only a register in format 1 can be migrated");
}

/// What a spreadsheet did to a file of format 1 does not keep it from being read.
#[test]
fn what_sync_would_mend_is_no_hindrance() {
    let mut old = made_up();
    let text = old.data("engagements.csv").map(|file| file.bytes.clone()).expect("the table");
    let text = String::from_utf8(text).expect("text");
    old.set_data("engagements.csv", format!("\u{feff}{}", text.replace('\n', "\r\n")).into());
    assert_eq!(migrate(&old), migrate(&made_up()));
}
