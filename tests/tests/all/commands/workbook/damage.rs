//! What a spreadsheet or a hasty hand does to a workbook, each with its complete report.

use std::fmt::Write as _;
use std::fs;

use rust_xlsxwriter::utility::row_col_to_cell;

use super::book::{Book, Value};
use super::{Desk, told};

/// What is done to the workbook, and how.
type Case = (&'static str, fn(&mut Book));

const CASES: &[Case] = &[
    ("a key that is not there", |book| book.write("engagements", "D3", "comunication")),
    ("the same wrong key in three rows", |book| {
        for cell in ["F2", "F3", "F4"] {
            book.write("engagements", cell, "send-email;suport");
        }
    }),
    ("a date, where a text was typed", |book| {
        book.put("region-members", "E2", Value::Date(2004, 1, 3));
    }),
    ("a version that became a date, in two rows", |book| {
        book.put("dpv-terms", "B2", Value::Date(2004, 1, 3));
        book.put("dpv-terms", "B3", Value::Date(2004, 1, 3));
    }),
    ("a number, where a text was typed", |book| {
        book.put("identifiers", "B2", Value::Number(7.0));
    }),
    ("half a number", |book| book.put("disclosures", "C2", Value::Number(2.5))),
    ("a logical value", |book| book.put("engagements", "O2", Value::Truth(true))),
    ("a formula", |book| book.put("providers", "B2", Value::Formula("=1+1"))),
    ("a line break", |book| book.write("engagements", "G2", "One.\nTwo.")),
    ("a sheet with another name", |book| book.rename("engagements", "Sheet1")),
    ("a sheet with a misspelt name and a new column", |book| {
        book.rename("providers", "provider");
        book.write("provider", "E1", "seen");
    }),
    ("a copy of a sheet beside it", |book| {
        book.add("providers (2)");
        book.write_row("providers (2)", 1, &["key", "name", "aliases", "withdrawn"]);
    }),
    ("a sheet that is gone", |book| book.remove("practices")),
    ("a sheet without any cell", |book| {
        book.remove("practices");
        book.add("practices");
    }),
    ("a blank row above the header", |book| book.insert_row("providers", 1)),
    ("a column of notes without a name", |book| {
        book.insert_column("providers", "B");
        book.write("providers", "B3", "ask them");
    }),
    ("a column of notes with a name", |book| book.write("providers", "E1", "checked by")),
    ("a column that is gone", |book| book.remove_column("providers", "C")),
    ("a header that was translated", |book| {
        book.write_row("providers", 1, &["Schl\u{fc}ssel", "Anzeigename", "Andere", "Grund"]);
    }),
    ("a new provider behind a blank row, with a name that is taken", |book| {
        book.write_row("providers", 6, &["aa-ringer", " Mailer ", "none", "none"]);
    }),
    ("a row whose rest is missing", |book| book.write("providers", "A9", "ringer")),
    ("two columns of one name", |book| book.write("providers", "B1", "key")),
    ("a header that is a number", |book| book.put("providers", "A1", Value::Number(1.0))),
    ("a text dragged over many columns", |book| {
        for column in 5..200 {
            book.write("providers", &row_col_to_cell(2, column), "x");
        }
    }),
    ("a text with a character that no spreadsheet shows", |book| {
        book.write("providers", "B2", "Mai\0ler");
    }),
    ("a workbook without its state, in which a summary was changed", |book| {
        book.remove("state");
        book.write("engagements", "G2", "Something else.");
    }),
];

#[test]
fn every_damage_is_told() {
    let mut reports = String::new();
    for (name, change) in CASES {
        writeln!(reports, "## {name}\n\n{}", told(change)).expect("memory");
    }
    insta::assert_snapshot!(reports);
}

#[test]
fn a_file_that_is_no_workbook_is_refused() {
    let desk = Desk::new();
    for (bytes, why) in [
        (&b"key,name\n"[..], "it is a file of another kind"),
        (b"", "the file is empty"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "it is of an old format, or has a password"),
    ] {
        fs::write(desk.path("list.csv"), bytes).unwrap();
        let said = desk.run("workbook --read list.csv");
        assert_eq!(said.code, Some(2));
        let error = format!(
            "error: list.csv: cannot be read as a workbook: {why}; save it as .xlsx or .ods\n"
        );
        assert_eq!(said.err, error);
    }
    assert_eq!(desk.run("workbook --read missing.ods").code, Some(2));
}
