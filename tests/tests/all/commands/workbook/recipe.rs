//! The recipe of `docs/editing.md`, followed word by word.

use std::fs;

use service_providers_codegen::TABLES;
use service_providers_tests::mini::Mini;
use service_providers_tests::root;

use super::{Book, Desk};

#[test]
fn the_recipe_leads_from_the_tables_to_the_tables() {
    let page = fs::read_to_string(root().join("docs/editing.md")).expect("the page");
    let (_, section) = page.split_once("\n## In a workbook\n").expect("the section");
    let (section, _) = section.split_once("\n## ").expect("the next section");
    let blocks: Vec<&str> = section.split("```").skip(1).step_by(2).collect();
    let [write, edit, read] = blocks[..] else { panic!("{} blocks", blocks.len()) };
    let desk = Desk::with(&Mini::new().sources);
    follow(&desk, write);
    let (sheet, row, column, text) = cell(edit);
    let path = desk.path("try.xlsx");
    let mut book = Book::open(&path);
    let table = TABLES.iter().find(|table| table.name == sheet).expect("a table");
    book.write_at(sheet, table.key[0], row, column, text);
    book.save(&path);
    follow(&desk, read);
    let mut expected = Mini::new();
    expected.cell(table.path, 2, column, text);
    let written = fs::read_to_string(desk.path("try").join(table.path)).expect("the table");
    assert_eq!(written, expected.text(table.path));
}

/// Runs the command of a block.
fn follow(desk: &Desk, block: &str) {
    let words = block.trim().strip_prefix("console\n$ cargo xtask ");
    let words = words.and_then(|words| words.strip_suffix(" --data try"));
    let said = desk.run(words.expect("a command on the copy"));
    assert_eq!(said.code, Some(0), "{said:?}");
}

/// The sheet, the key of the row, the column and the text of a block.
fn cell(block: &str) -> (&str, &str, &str, &str) {
    let block = block.trim().strip_prefix("text\nsheet ").expect("a sheet");
    let (place, cell) = block.split_once('\n').expect("a cell");
    let (sheet, row) = place.split_once(", row ").expect("a row");
    let (column, text) = cell.split_once(" = ").expect("a text");
    (sheet, row, column, text)
}
