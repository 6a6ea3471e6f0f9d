//! The recipes of `docs/editing.md`, followed word by word on the miniature register: each ends
//! with data in which nothing is wrong.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::ExitCode;

use serde_json::{Map, Value};
use service_providers_codegen::{TABLES, csv_text};
use service_providers_tests::mini::Mini;
use service_providers_tests::{root, run_on};

/// From this recipe the others start.
const NEW_EDITION: &str = "A new edition";
/// Sections that are no recipes for the tables. `workbook` follows that of the workbook.
const OTHERS: [&str; 3] = ["In a workbook", "Who notices what", "Without Rust on your machine"];

/// What a block tells the editor to do.
#[derive(Clone, Debug)]
enum Step {
    /// Write these cells into a row of a file, which the words behind the comma name.
    Write { file: String, place: String, cells: Vec<(String, String)> },
    /// Write these members into the part of `register.json` that the words name.
    Members { place: String, members: Map<String, Value> },
    /// Run a command.
    Run(Vec<String>),
}

/// The recipes by their headings, in order. The first part, before any heading, has none.
fn recipes() -> Vec<(String, Vec<Step>)> {
    let page = fs::read_to_string(root().join("docs/editing.md")).expect("the page");
    let sections = page.split("\n## ").skip(1);
    let sections = sections.map(|part| part.split_once('\n').expect("a text below the heading"));
    let recipes = sections.filter(|(heading, _)| !OTHERS.contains(heading));
    let read = |(heading, text): (&str, &str)| {
        let parts: Vec<&str> = text.split("```").collect();
        let blocks = parts.chunks_exact(2).map(|pair| (pair[0], pair[1]));
        (heading.to_owned(), blocks.flat_map(|(above, block)| steps(above, block)).collect())
    };
    recipes.map(read).collect()
}

/// The steps of a block. The line above a block of JSON says where its text belongs.
fn steps(above: &str, block: &str) -> Vec<Step> {
    let mut lines = block.trim_end().lines();
    match lines.next() {
        Some("console") => lines
            .map(|line| {
                let words =
                    line.strip_prefix("$ ").and_then(|line| line.strip_suffix(" --data try"));
                let words = words.expect("a command on the copy").split(' ');
                Step::Run(words.map(str::to_owned).collect())
            })
            .collect(),
        Some("text") => {
            let (file, place) = lines.next().and_then(|line| line.split_once(", ")).expect("a row");
            let cells = lines.map(|line| line.split_once(" = ").expect("a cell"));
            let cells = cells.map(|(name, cell)| (name.to_owned(), cell.to_owned())).collect();
            let file = file.strip_prefix("data/").expect("a file").to_owned();
            vec![Step::Write { file, place: place.to_owned(), cells }]
        }
        Some("json") => {
            let place = above.trim_end().lines().next_back().expect("a line above");
            let place =
                place.strip_prefix("In `data/register.json`, ").expect("a place in the file");
            let text = lines.collect::<Vec<_>>().join("\n");
            let object = if text.starts_with('{') { text } else { format!("{{{text}}}") };
            let members = serde_json::from_str(&object).expect("JSON");
            vec![Step::Members { place: place.trim_end_matches(':').to_owned(), members }]
        }
        other => panic!("a block of {other:?}"),
    }
}

fn follow(data: &Path, steps: &[Step]) {
    for step in steps {
        match step {
            Step::Run(words) => {
                let words: Vec<&str> = words.iter().map(String::as_str).collect();
                let words = words.strip_prefix(&["cargo", "xtask"]).expect("a command of ours");
                assert_eq!(command(data, words), ExitCode::SUCCESS, "{words:?}");
            }
            Step::Members { place, members } => {
                write_members(&data.join("register.json"), place, members);
            }
            Step::Write { file, place, cells } => write_cells(data, file, place, cells),
        }
    }
}

fn command(data: &Path, words: &[&str]) -> ExitCode {
    run_on(data, words.iter().copied())
}

/// Writes members of `register.json`: of the file itself, of a new member of a list, which may stand
/// before another one, or of a member that is there.
fn write_members(path: &Path, place: &str, members: &Map<String, Value>) {
    let text = fs::read_to_string(path).expect("a file");
    let mut file: Value = serde_json::from_str(&text).expect("JSON");
    let words: Vec<&str> = place.split(' ').collect();
    let at = |list: &Value, id: &str| {
        let mut members = list.as_array().expect("a list").iter();
        members.position(|member| member["id"] == *id).unwrap_or_else(|| panic!("no {id}"))
    };
    let object = match words[..] {
        ["itself"] => &mut file,
        ["new", "in", list, ref before @ ..] => {
            let at = match before {
                ["before", id] => at(&file[list], id),
                _ => file[list].as_array().expect("a list").len(),
            };
            file[list].as_array_mut().expect("a list").insert(at, Value::Object(Map::new()));
            &mut file[list][at]
        }
        [list, id] => {
            let at = at(&file[list], id);
            &mut file[list][at]
        }
        _ => panic!("where is {place}?"),
    };
    for (name, member) in members {
        object[name] = member.clone();
    }
    fs::write(path, serde_json::to_string(&file).expect("JSON")).expect("a file");
}

fn write_cells(data: &Path, file: &str, place: &str, cells: &[(String, String)]) {
    let table = TABLES.iter().find(|table| table.path == file).expect("a table");
    let mut reader = csv::Reader::from_path(data.join(file)).expect("a file");
    let header: Vec<String> =
        reader.headers().expect("a header").iter().map(str::to_owned).collect();
    let mut rows: Vec<Vec<String>> = reader
        .records()
        .map(|row| row.expect("a row").iter().map(str::to_owned).collect())
        .collect();
    let at = |name: &str| header.iter().position(|column| column == name).expect("a column");
    let key = if file == "listings.csv" { &["document", "engagement"] } else { table.key };
    let key_of = |row: &Vec<String>| {
        key.iter().map(|name| row[at(name)].as_str()).collect::<Vec<_>>().join(" ")
    };
    match place.split_once(' ') {
        Some(("row", key)) => {
            let mut found = rows.iter_mut().filter(|row| key_of(row) == key);
            let row = found.next().unwrap_or_else(|| panic!("{file} has no row {key}"));
            for (name, cell) in cells {
                assert_ne!(row[at(name)], *cell, "{key}: {name} is so already");
                row[at(name)].clone_from(cell);
            }
        }
        Some(("delete", key)) => {
            let count = rows.len();
            rows.retain(|row| key_of(row) != key);
            assert!(cells.is_empty() && rows.len() < count, "{file} has no row {key}");
        }
        _ => {
            assert_eq!(place, "a new row");
            let cells: BTreeMap<&str, &str> =
                cells.iter().map(|(name, cell)| (name.as_str(), cell.as_str())).collect();
            assert_eq!(cells.len(), header.len(), "{file}: every cell is written");
            rows.push(header.iter().map(|name| cells[name.as_str()].to_owned()).collect());
        }
    }
    let header: Vec<&str> = header.iter().map(String::as_str).collect();
    let bytes = csv_text(&header, rows.iter().map(|row| row.iter().map(String::as_str)));
    fs::write(data.join(file), bytes).expect("a file");
}

#[test]
fn every_recipe_ends_with_data_in_which_nothing_is_wrong() {
    let recipes = recipes();
    let (_, new_edition) =
        recipes.iter().find(|(heading, _)| heading == NEW_EDITION).expect("the recipe");
    assert_eq!(recipes.len(), 11);
    for (heading, steps) in &recipes {
        assert!(!steps.is_empty(), "{heading}: nothing to do");
        let folder = Mini::new().on_disk();
        if heading != NEW_EDITION {
            follow(folder.path(), new_edition);
        }
        follow(folder.path(), steps);
        assert_eq!(command(folder.path(), &["sync"]), ExitCode::SUCCESS, "{heading}");
        assert_eq!(command(folder.path(), &["check"]), ExitCode::SUCCESS, "{heading}");
        assert_eq!(command(folder.path(), &["sync", "--check"]), ExitCode::SUCCESS, "{heading}");
    }
}

/// A copied document is refused until somebody has looked at it.
#[test]
fn a_document_that_nobody_has_looked_at_is_refused() {
    let recipes = recipes();
    let (_, steps) =
        recipes.iter().find(|(heading, _)| heading == NEW_EDITION).expect("the recipe");
    let folder = Mini::new().on_disk();
    follow(folder.path(), &steps[..1]);
    assert_eq!(command(folder.path(), &["check"]), ExitCode::from(1));
    assert_eq!(command(folder.path(), &["sync"]), ExitCode::from(1));
}
