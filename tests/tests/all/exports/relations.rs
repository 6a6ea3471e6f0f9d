//! The relations that `datapackage`, `sql` and `jsonl` write: they hold together, they say the same as
//! the library, and their shape is the same for every register and edition.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::PathBuf;

use serde_json::Value;
use service_providers::{DataSubject, Disclosures, Edition};
use service_providers_codegen::Register;
use service_providers_tests::exports::{awkward_data, own_data, register, rows, text};
use service_providers_tests::root;
use service_providers_tools::export::relations::{
    Cell, Column, Holds, Relation, denials, disclosures, relations, without_lists,
};
use service_providers_tools::export::{AllEditions, Format};

fn registers() -> Vec<Register> {
    let fixture = |name: &str| root().join(format!("tests/fixtures/{name}/data"));
    let folders: [PathBuf; 4] = [own_data(), awkward_data(), fixture("editions"), fixture("audit")];
    folders.iter().map(|folder| register(folder)).collect()
}

/// What a cell says, as text that tells cells of different types apart.
fn shown(cell: &Cell) -> String {
    format!("{cell:?}")
}

fn key(row: &[Cell], relation: &Relation, columns: &[String]) -> Option<Vec<String>> {
    let cells = columns.iter().map(|column| &row[relation.place(column).expect("a column")]);
    cells.map(|cell| (*cell != Cell::Missing).then(|| shown(cell))).collect()
}

#[test]
fn keys_identify_rows_and_references_lead_to_them() {
    for register in registers() {
        let all = relations(&register);
        let all: Vec<_> = all.iter().flat_map(without_lists).collect();
        let mut keys: BTreeMap<&str, BTreeSet<Vec<String>>> = BTreeMap::new();
        for relation in &all {
            let own = relation.rows.iter().map(|row| key(row, relation, &relation.key));
            let own: Option<BTreeSet<Vec<String>>> = own.collect();
            let own = own.unwrap_or_else(|| panic!("{}: a key is missing", relation.name));
            assert_eq!(own.len(), relation.rows.len(), "{}: a key is there twice", relation.name);
            assert!(keys.insert(&relation.name, own).is_none(), "{}: twice", relation.name);
        }
        for relation in &all {
            for reference in &relation.references {
                let target = all.iter().find(|other| other.name == reference.relation);
                assert_eq!(target.map(|other| &other.key), Some(&reference.key), "{reference:?}");
                let found = &keys[reference.relation.as_str()];
                let named = relation.rows.iter();
                for named in named.filter_map(|row| key(row, relation, &reference.columns)) {
                    assert!(found.contains(&named), "{}: {named:?}: {reference:?}", relation.name);
                }
            }
        }
    }
}

#[test]
fn cells_are_of_the_type_of_their_column() {
    for register in registers() {
        for edition in register.editions() {
            let flat = [disclosures(&register, edition), denials(&register, edition)];
            for relation in relations(&register).iter().chain(&flat) {
                for row in &relation.rows {
                    assert_eq!(row.len(), relation.columns.len(), "{}", relation.name);
                    for (column, cell) in relation.columns.iter().zip(row) {
                        assert!(fits(column, cell), "{}.{}: {cell:?}", relation.name, column.name);
                    }
                }
            }
        }
    }
}

fn fits(column: &Column, cell: &Cell) -> bool {
    let text_fits = |text: &str| {
        let term = column.terms.is_empty() || column.terms.iter().any(|(term, _)| term == text);
        let word = column.status.is_some() && ["unknown", "none"].contains(&text);
        term && !text.is_empty() && !word
    };
    match (&column.holds, cell) {
        (_, Cell::Missing) => column.status.is_some(),
        (Holds::Text | Holds::Address, Cell::Text(text)) => text_fits(text),
        (Holds::Date, Cell::Text(text)) => {
            text.len() == 10 && text.split('-').all(|part| part.parse::<u32>().is_ok())
        }
        (Holds::Integer, Cell::Integer(_)) | (Holds::Boolean, Cell::Boolean(_)) => true,
        (Holds::List { .. }, Cell::List(items)) => {
            !items.is_empty() && items.iter().all(|item| text_fits(item))
        }
        _ => false,
    }
}

/// The column that says in which way a cell is missing stands beside it, and says `stated` where the
/// cell is there.
#[test]
fn a_missing_cell_says_why() {
    for register in registers() {
        let editions = register.editions().iter();
        let flat = editions
            .flat_map(|edition| [disclosures(&register, edition), denials(&register, edition)]);
        for relation in relations(&register).into_iter().chain(flat) {
            for (at, column) in relation.columns.iter().enumerate() {
                let Some(status) = &column.status else { continue };
                let beside = relation.place(&status.column).expect("the column of the status");
                let terms = &relation.columns[beside].terms;
                assert!(terms.iter().any(|(term, _)| *term == status.word), "{}", relation.name);
                for row in &relation.rows {
                    let is_there = row[beside] == Cell::text(&status.word);
                    let cell = &row[at];
                    assert_eq!(
                        *cell != Cell::Missing,
                        is_there,
                        "{}.{}",
                        relation.name,
                        column.name
                    );
                }
            }
        }
    }
}

/// Names and types hold for every register and edition. Only the columns of groups differ, because the
/// groups are those of the register.
#[test]
fn shape() {
    let registers = registers();
    let mut shapes = registers.iter().map(|register| {
        let edition = &register.editions()[0];
        let flat = [disclosures(register, edition), denials(register, edition)];
        let of_group = |column: &Column| {
            column.name.starts_with("concerns_") || column.name.starts_with("denies_")
        };
        let mut shape = String::new();
        for relation in relations(register).iter().chain(&flat) {
            let _ = writeln!(shape, "\n{} ({})", relation.name, relation.key.join(", "));
            for column in relation.columns.iter().filter(|column| !of_group(column)) {
                let mark = if column.status.is_some() { "?" } else { "" };
                let holds = format!("{:?}", column.holds).to_lowercase();
                let _ = writeln!(shape, "    {}{mark}: {holds}", column.name);
            }
            for reference in &relation.references {
                let (own, key) = (reference.columns.join(", "), reference.key.join(", "));
                let _ = writeln!(shape, "    {own} -> {}.{key}", reference.relation);
            }
        }
        shape
    });
    let first = shapes.next().expect("the register itself");
    for other in shapes {
        assert_eq!(first, other);
    }
    insta::assert_snapshot!(first);
}

/// `concerns_…` says what the library answers, for every edition and group.
#[test]
fn groups_are_answered_as_the_library_does() {
    let register = register(&own_data());
    for edition in Edition::ALL {
        let flat = rows(text(&register, edition.key(), "csv", "disclosures.csv").as_bytes());
        for group in DataSubject::ALL {
            let column = format!("concerns_{}", group.key().replace('-', "_"));
            let asked = || Disclosures::in_edition(*edition).any_direction();
            for (answers, question) in [
                (&["yes"][..], asked().subject(*group)),
                (&["yes", "possible"], asked().subject_possible(*group)),
            ] {
                let found: Vec<_> =
                    flat.iter().filter(|row| answers.contains(&&*row[&column])).collect();
                let providers: BTreeSet<&str> = found.iter().map(|row| &*row["provider"]).collect();
                let expected: BTreeSet<&str> =
                    question.providers().iter().map(|provider| provider.key()).collect();
                assert_eq!(providers, expected, "{edition}: {group}");
                assert_eq!(found.len(), question.count(), "{edition}: {group}");
            }
        }
    }
}

/// Each line of JSON Lines has the cells of its row, in the order of the columns.
#[test]
fn lines_are_rows() {
    for register in registers() {
        let files =
            Format::find("jsonl").expect("the format").files_of_all(&AllEditions::new(&register));
        let all = relations(&register);
        assert_eq!(files.len(), all.len());
        for (relation, file) in all.iter().zip(files) {
            assert_eq!(file.path, format!("jsonl/{}.jsonl", relation.name));
            let text = String::from_utf8(file.bytes).expect("UTF-8");
            assert_eq!(text.lines().count(), relation.rows.len());
            for (row, line) in relation.rows.iter().zip(text.lines()) {
                let read: serde_json::Map<String, Value> =
                    serde_json::from_str(line).expect("a line is an object");
                let columns = relation.columns.iter().map(|column| &column.name);
                assert!(read.keys().eq(columns), "{line}");
                let cells = row.iter().map(|cell| serde_json::to_value(cell).expect("JSON"));
                assert!(read.into_iter().map(|(_, value)| value).eq(cells), "{line}");
            }
        }
    }
}

/// The descriptor of the data package names every file, with its size and its columns.
#[test]
fn the_descriptor_describes_the_files() {
    for register in registers() {
        let files = Format::find("datapackage")
            .expect("the format")
            .files_of_all(&AllEditions::new(&register));
        let mut files: BTreeMap<String, Vec<u8>> =
            files.into_iter().map(|file| (file.path, file.bytes)).collect();
        let descriptor = files.remove("datapackage/datapackage.json").expect("the descriptor");
        let descriptor: Value = serde_json::from_slice(&descriptor).expect("JSON");
        for resource in descriptor["resources"].as_array().expect("resources") {
            let path = resource["path"].as_str().expect("a path");
            let bytes = files.remove(&format!("datapackage/{path}")).expect("the file");
            assert_eq!(resource["bytes"], bytes.len(), "{path}");
            let fields = resource["schema"]["fields"].as_array().expect("fields");
            let fields: Vec<&str> = fields.iter().filter_map(|it| it["name"].as_str()).collect();
            let mut reader = csv::Reader::from_reader(bytes.as_slice());
            assert_eq!(reader.headers().expect("a header"), fields, "{path}");
        }
        assert!(files.is_empty(), "{:?}", files.keys());
    }
}
