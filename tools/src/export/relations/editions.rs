//! Documents and editions, and what each edition publishes.

use schemars::JsonSchema;
use serde_json::Value;
use service_providers_codegen::row::{Document, Edition};
use service_providers_codegen::{Register, column};

use super::actors::RowContext;
use super::relation::{Cell, Column, Holds, Reference, Relation, STATED};
use super::source::{Source, value};
use crate::missing::NONE;

/// What an edition is today.
const STANDINGS: [(&str, &str); 3] = [
    ("announced", "It is not in force yet."),
    ("in-force", "It is in force."),
    ("past", "A newer edition is in force."),
];

/// A list of `register.json` as a source.
fn source<T: JsonSchema>(table: &'static str, description: &str) -> Source {
    let schema = schemars::schema_for!(T);
    let properties = schema.get("properties").and_then(Value::as_object);
    let columns: Vec<_> =
        properties.into_iter().flatten().map(|(name, property)| column(name, property)).collect();
    Source::new(table, description, &columns, &["id"])
}

pub(super) fn documents(register: &Register) -> Relation {
    let context = RowContext { register, provider: "" };
    let source = source::<Document>("documents", "A document that facts come from.");
    let rows = register.documents().iter().map(|row| source.cells(&value(row), context));
    let rows = rows.collect();
    source.named("documents").with(rows)
}

pub(super) fn editions(register: &Register) -> Relation {
    let context = RowContext { register, provider: "" };
    let source = source::<Edition>("editions", "An edition: documents that hold together.");
    let current = register.editions().iter().position(|row| row.id == register.file.current);
    let current = current.unwrap_or_default();
    let mut previous = None;
    let rows = register.editions().iter().enumerate().map(|(at, row)| {
        let mut cells = source.cells(&value(row), context);
        let standing = match at.cmp(&current) {
            std::cmp::Ordering::Less => "past",
            std::cmp::Ordering::Equal => "in-force",
            std::cmp::Ordering::Greater => "announced",
        };
        let status = if previous.is_some() { STATED } else { NONE };
        let before = Cell::maybe(previous.replace(row.id.as_str()));
        cells.extend([Cell::text(standing), Cell::count(at + 1), before, Cell::text(status)]);
        cells
    });
    let rows = rows.collect();
    let mut relation = source.named("editions").with(rows);
    let previous = Column::text("previous_edition", "The edition before.");
    let previous = previous.with_status(&[(NONE, "It is the first.")]);
    relation.columns.extend([
        Column::text("standing", "Whether it is in force.").one_of(&STANDINGS),
        Column::text("rank", "Its rank among all editions, from 1.").holding(Holds::Integer),
    ]);
    relation.columns.extend(previous);
    relation.references.push(Reference::by("previous_edition", "editions", "edition"));
    relation
}

/// The columns that say where in an edition a row stands, and in which row of which document.
fn published(of: &str, description: &str) -> Vec<Column> {
    let number =
        |name: &str, description: &str| Column::text(name, description).holding(Holds::Integer);
    vec![
        Column::text("edition", "The edition."),
        number("position", "Its number in the edition, from 1."),
        Column::text(of, description),
        Column::text("document", "The document."),
        number("document_row", "The row in the document, counted from 1."),
        number(
            "document_part",
            "Which part of the row, where one name cell names several services.",
        ),
    ]
}

fn listing_references() -> [Reference; 2] {
    let listing = ["document", "document_row", "document_part"];
    [
        Reference::by("edition", "editions", "edition"),
        Reference::by_all(&listing, "listings", &listing),
    ]
}

pub(super) fn published_rows(register: &Register) -> Relation {
    let mut columns = published("engagement", "What the row says.");
    columns.push(Column::text("provider", "The provider that it is about."));
    let rows = register.editions().iter().flat_map(|edition| {
        let rows = register.published_rows(&edition.id).into_iter().enumerate();
        rows.map(|(at, row)| {
            vec![
                Cell::text(&edition.id),
                Cell::count(at + 1),
                Cell::text(&*row.engagement.row.key),
                Cell::text(&*row.listing.document),
                Cell::Integer(row.listing.row),
                Cell::Integer(row.listing.part),
                Cell::text(&*row.engagement.row.provider),
            ]
        })
    });
    let mut references = listing_references().to_vec();
    references.push(Reference::by("engagement", "engagements", "engagement"));
    references.push(Reference::by("provider", "providers", "provider"));
    let description = "A row about a provider that an edition publishes.";
    Relation::new("published_rows", description, columns, &["edition", "position"])
        .referring(references)
        .with(rows.collect())
}

pub(super) fn published_records(register: &Register) -> Relation {
    let rows = register.editions().iter().flat_map(|edition| {
        let records = register.published_records(&edition.id).into_iter().enumerate();
        records.map(|(at, record)| {
            vec![
                Cell::text(&edition.id),
                Cell::count(at + 1),
                Cell::text(&*record.practice.row.key),
                Cell::text(&*record.listing.document),
                Cell::Integer(record.listing.row),
                Cell::Integer(record.listing.part),
            ]
        })
    });
    let mut references = listing_references().to_vec();
    references.push(Reference::by("practice", "practices", "practice"));
    let description = "A data transparency record that an edition publishes.";
    let columns = published("practice", "What the record says.");
    Relation::new("published_records", description, columns, &["edition", "position"])
        .referring(references)
        .with(rows.collect())
}
