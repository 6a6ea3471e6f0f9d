//! The statements that make and fill a table.

use std::fmt::Write as _;

use super::dialect::Dialect;
use crate::export::relations::{Cell, Column, Reference, Relation, Status};

/// How many rows one statement inserts. A system that reads statement by statement needs little
/// memory.
const ROWS: usize = 500;

/// Makes the table of a relation.
pub(super) fn create(relation: &Relation, dialect: &Dialect, sql: &mut String) {
    let mut parts: Vec<String> =
        relation.columns.iter().map(|column| definition(column, dialect)).collect();
    // A list has its own table; only its status is a column here.
    parts.extend(relation.columns.iter().filter_map(|column| {
        let Status { column: status, word } = column.status.as_ref()?;
        Some(format!("CHECK (({} IS NULL) = ({status} <> {}))", column.name, quoted(word)))
    }));
    parts.push(format!("PRIMARY KEY ({})", relation.key.join(", ")));
    parts.extend(relation.references.iter().map(foreign_key));
    if !dialect.has_comments {
        let _ = write!(sql, "\n-- {}", relation.description);
    }
    let (name, options) = (&relation.name, dialect.table_options);
    let body = parts.join(",\n  ");
    let _ = writeln!(sql, "\nCREATE TABLE {name} (\n  {body}\n){options};");
    if dialect.has_comments {
        let _ = writeln!(sql, "COMMENT ON TABLE {name} IS {};", quoted(&relation.description));
        for column in &relation.columns {
            let description = quoted(&column.description);
            let _ = writeln!(sql, "COMMENT ON COLUMN {name}.{} IS {description};", column.name);
        }
    }
}

fn definition(column: &Column, dialect: &Dialect) -> String {
    let name = &column.name;
    let mut text = format!("{name} {}", dialect.column_type(&column.holds));
    if column.status.is_none() {
        text.push_str(" NOT NULL");
    }
    let terms: Vec<String> = column.terms.iter().map(|(term, _)| quoted(term)).collect();
    let checks = [
        dialect.type_check(name, &column.holds),
        (!terms.is_empty()).then(|| format!("{name} IN ({})", terms.join(", "))),
        (column.pattern.as_ref().filter(|_| dialect.has_patterns))
            .map(|pattern| format!("{name} ~ {}", quoted(pattern))),
    ];
    for check in checks.into_iter().flatten() {
        let _ = write!(text, " CHECK ({check})");
    }
    text
}

/// A reference is checked when all tables are filled, because rows of one table refer to each other.
fn foreign_key(reference: &Reference) -> String {
    format!(
        "FOREIGN KEY ({}) REFERENCES {} ({}) DEFERRABLE INITIALLY DEFERRED",
        reference.columns.join(", "),
        reference.relation,
        reference.key.join(", "),
    )
}

/// Fills the table of a relation.
pub(super) fn insert(relation: &Relation, sql: &mut String) {
    for rows in relation.rows.chunks(ROWS) {
        let _ = write!(sql, "\nINSERT INTO {} VALUES", relation.name);
        for (at, row) in rows.iter().enumerate() {
            sql.push_str(if at == 0 { "\n  (" } else { ",\n  (" });
            for (at, cell) in row.iter().enumerate() {
                if at > 0 {
                    sql.push_str(", ");
                }
                literal(cell, sql);
            }
            sql.push(')');
        }
        sql.push_str(";\n");
    }
}

fn literal(cell: &Cell, sql: &mut String) {
    match cell {
        Cell::Missing => sql.push_str("NULL"),
        Cell::Boolean(yes) => sql.push_str(if *yes { "TRUE" } else { "FALSE" }),
        Cell::Integer(number) => {
            let _ = write!(sql, "{number}");
        }
        other => sql.push_str(&quoted(&other.written())),
    }
}

/// A text between quotation marks. In standard SQL nothing else has to be escaped.
pub(super) fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}
