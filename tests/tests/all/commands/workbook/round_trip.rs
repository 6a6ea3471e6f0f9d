//! A workbook that nobody edited says what the tables say, and one that somebody edited well becomes
//! tables.

use std::fs;

use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed};
use service_providers_codegen::{Sources, TABLES};
use service_providers_tests::fixture;
use service_providers_tests::mini::Mini;
use service_providers_tests::unusual::UNUSUAL;
use service_providers_tools::workbook::{WorkbookContent, sheets, write};

use super::book::Value;
use super::{Book, Desk};

#[test]
fn the_shipped_register_comes_back_as_it_was() {
    let desk = Desk::with(&fixture::real_sources());
    let before = desk.files();
    assert_eq!(desk.run("workbook --out first.xlsx").code, Some(0));
    let said = desk.run("workbook --read first.xlsx");
    assert_eq!(said.code, Some(0), "{said:?}");
    assert!(said.out.contains("the workbook says what the tables say already\n"), "{}", said.out);
    assert_eq!(desk.files(), before);
    assert_eq!(desk.run("workbook --out second.xlsx").code, Some(0));
    let [first, second] = ["first.xlsx", "second.xlsx"].map(|it| fs::read(desk.path(it)).unwrap());
    assert!(first == second, "the same tables give the same bytes");
}

/// Reading a workbook that is older than a change would take the change back in silence.
#[test]
fn a_workbook_that_is_older_than_a_change() {
    let desk = Desk::with(&Mini::new().sources);
    assert_eq!(desk.run("workbook --out old.xlsx").code, Some(0));
    let providers = desk.path("try/providers.csv");
    let text = fs::read_to_string(&providers).unwrap();
    fs::write(&providers, text.replace("Helper", "Helper One")).unwrap();
    let (listings, name) = (desk.path("try/listings.csv"), ",Helper,");
    let rows = fs::read_to_string(&listings).unwrap();
    fs::write(&listings, rows.replace(name, ",Helper One,")).unwrap();
    let changed = desk.files();
    let refused = desk.run("workbook --read old.xlsx");
    assert_eq!(refused.code, Some(1), "{refused:?}");
    let said = "the tables changed since this workbook was made: listings.csv, providers.csv.";
    assert!(refused.err.contains(said), "{}", refused.err);
    assert_eq!(desk.files(), changed);
    assert_eq!(desk.run("workbook --read old.xlsx --force").code, Some(0));
    assert_eq!(fs::read_to_string(&providers).unwrap(), text);
}

const NEXT_EDITION: &str = r#"{
    "id": "2026-01-15", "published": "2026-01-15", "effective": "unknown",
    "objection_until": "unknown", "documents": ["list-2026"], "undated_basis": "none"
}"#;

/// A document that was added leaves cells for a person to fill. The workbook is where they fill them.
#[test]
fn what_waits_for_a_person_is_filled_in_the_workbook() {
    let desk = Desk::with(&Mini::new().sources);
    assert_eq!(desk.run("document add list-2026 --like list-2024").code, Some(0));
    let said = desk.run("workbook --out open.xlsx");
    assert_eq!(said.code, Some(0), "{said:?}");
    let waiting = "the tables have 3 problems, and the workbook has them too; fix them there, then";
    assert!(said.out.contains(waiting), "{}", said.out);
    let register = desk.path("try/register.json");
    let text = fs::read_to_string(&register).unwrap();
    let text = text
        .replace(r#""date": "","#, r#""date": "2026-01-15","#)
        .replace(r#""date_basis": "","#, r#""date_basis": "Printed on it.","#)
        .replace("  ],\n  \"current\"", &format!("    , {NEXT_EDITION}\n  ],\n  \"current\""));
    fs::write(&register, text).unwrap();
    insta::assert_snapshot!(desk.run("workbook --read open.xlsx").err, @r#"
error[blank-cell]: `row` is blank
 --> listings!C8
  |
8 | list-2026,,1,oldmail-2024-01-15,none,none,Oldmail,http://oldmail.example/privacy,none,unknown,unknown,unknown,unknown
  |           ^ `row`
  |
  = help: this column always needs a fact
  = note: docs/rules.md#blank-cell

1 problem
more may follow once the sheet listings is mended, because some checks wait for that
docs/rules.md and `cargo xtask check --explain CODE` tell more
nothing was written
"#);
    let mut book = Book::open(&desk.path("open.xlsx"));
    book.write_at("listings", "document", "list-2026", "row", "1");
    book.save(&desk.path("filled.xlsx"));
    let said = desk.run("workbook --read filled.xlsx");
    insta::assert_snapshot!(said.err, @"");
}

/// Where it is not clear which column a cell belongs to, a sheet would hide it.
#[test]
fn a_table_with_a_cell_too_few_becomes_no_sheet() {
    let mut mini = Mini::new();
    mini.replace("providers.csv", "helper,Helper,none,none", "helper,Helper,none");
    let desk = Desk::with(&mini.sources);
    let said = desk.run("workbook --out broken.xlsx");
    assert_eq!(said.code, Some(1));
    assert!(!desk.path("broken.xlsx").exists());
    insta::assert_snapshot!(said.err, @r#"
error[cell-count]: the row has 3 cells, the header 4
 --> try/providers.csv:2:1
  |
2 | helper,Helper,none
  | ^^^^^^^^^^^^^^^^^^
  |
  = help: look for a missing comma or quotation mark
  = note: docs/rules.md#cell-count

1 problem
more may follow once try/providers.csv is mended, because some checks wait for that
docs/rules.md and `cargo xtask check --explain CODE` tell more
"#);
}

/// Files that `sync` would mend are no other tables than those in the workbook.
#[test]
fn a_workbook_of_tables_that_were_not_tidy() {
    let mut mini = Mini::new();
    mini.edit("providers.csv", |text| text.replace('\n', "\r\n"));
    let desk = Desk::with(&mini.sources);
    assert_eq!(desk.run("workbook --out try.xlsx").code, Some(0));
    let said = desk.run("workbook --read try.xlsx");
    assert_eq!(said.code, Some(0), "{said:?}");
    assert!(desk.files() == Desk::with(&Mini::new().sources).files());
}

/// The tables of the workbook of a register.
fn back(sources: &Sources) -> Sources {
    let book = write(sources).expect("a workbook").expect("columns");
    let tables = WorkbookContent::of(&sheets(&book).expect("sheets"));
    assert_eq!(tables.damage, []);
    let mut back = sources.clone();
    for table in tables.tables {
        back.set_data(table.path, table.bytes);
    }
    back
}

#[test]
fn unusual_registers_come_back_as_they_were() {
    for unusual in UNUSUAL {
        let mini = unusual.mini();
        assert!(back(&mini.sources) == mini.sources, "{}", unusual.name);
    }
}

proptest! {
    #![proptest_config(Config {
        cases: 48,
        rng_seed: RngSeed::Fixed(2025),
        failure_persistence: None,
        ..Config::default()
    })]

    /// Whatever a cell says, also what `check` would refuse.
    #[test]
    fn any_text_comes_back_as_it_was(
        edits in proptest::collection::vec((0..TABLES.len(), any::<u8>(), any::<u8>(), text()), 8)
    ) {
        let mut mini = Mini::new();
        for (table, row, column, text) in edits {
            let table = &TABLES[table];
            let rows = mini.text(table.path).lines().count() - 1;
            if rows > 0 {
                let columns = table.column_names();
                let column = columns[usize::from(column) % columns.len()];
                mini.cell(table.path, 2 + usize::from(row) % rows, column, &text);
            }
        }
        prop_assert!(back(&mini.sources) == mini.sources);
    }
}

/// One line of text, such as a spreadsheet might change.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => "\\PC{1,40}",
        1 => proptest::sample::select(vec![
            "1", "007", "1E5", "=1+1", "TRUE", "2025-11-17", "3.1.4", " a  b ", "_x0041_", "a,b", "\"",
            "(name of provider)", "'1", "\u{a0}", "&lt;", "#N/A",
        ]).prop_map(str::to_owned),
    ]
}

#[test]
fn what_is_edited_is_written() {
    let desk = Desk::new();
    let said = desk.edited(|book| {
        // A number is what it is where a column holds numbers.
        book.put("disclosures", "C2", Value::Number(10.0));
        book.write("providers", "B2", " Helper Desk");
        book.write("providers", "C2", "Helper");
        // The column beside is not read.
        book.write("engagements", "C2", "Somebody else");
        book.add("Sheet2");
        // A blank row holds nothing, and columns are known by their names.
        book.insert_row("engagements", 3);
        book.swap_columns("storage", "A", "C");
    });
    assert_eq!(said.code, Some(0), "{said:?}");
    let wrote = "wrote try/providers.csv: lines new or changed: 1; gone or changed: 1\n";
    assert!(said.out.contains(wrote), "{}", said.out);
    let providers = fs::read_to_string(desk.path("try/providers.csv")).unwrap();
    assert!(providers.contains("\nhelper,Helper Desk,Helper,none\n"), "{providers}");
}

#[test]
fn a_workbook_with_changes_of_somebody_is_not_written_over() {
    let desk = Desk::new();
    assert_eq!(desk.run("workbook --out try.xlsx").code, Some(0), "it is the same");
    let mut book = Book::open(&desk.path("try.xlsx"));
    book.write("providers", "B2", "Helper Desk");
    book.save(&desk.path("try.xlsx"));
    let edited = fs::read(desk.path("try.xlsx")).unwrap();
    let said = desk.run("workbook --out try.xlsx");
    assert_eq!(said.code, Some(2));
    assert!(said.err.contains("is there already, and may hold changes of yours"), "{}", said.err);
    assert_eq!(fs::read(desk.path("try.xlsx")).unwrap(), edited);
    assert_eq!(desk.run("workbook --out try/try.xlsx").code, Some(2), "among the sources");
    assert_eq!(desk.run("workbook --out try.xlsx --force").code, Some(0));
}
