//! Documents and editions, what each edition publishes, and what it changed.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde_json::Value;
use service_providers_codegen::row::{Document, Edition};
use service_providers_codegen::{Register, column};

use super::actors::RowContext;
use super::names;
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
fn source<T: JsonSchema>(table: &'static str, about: &str) -> Source {
    let schema = schemars::schema_for!(T);
    let properties = schema.get("properties").and_then(Value::as_object);
    let columns: Vec<_> =
        properties.into_iter().flatten().map(|(name, property)| column(name, property)).collect();
    Source::new(table, about, &columns, &["id"])
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
fn published(of: &str, about: &str) -> Vec<Column> {
    let number = |name: &str, about: &str| Column::text(name, about).holding(Holds::Integer);
    vec![
        Column::text("edition", "The edition."),
        number("position", "Its number in the edition, from 1."),
        Column::text(of, about),
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
    let about = "A row about a provider that an edition publishes.";
    Relation::new("published_rows", about, columns, &["edition", "position"])
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
    let about = "A data transparency record that an edition publishes.";
    let columns = published("practice", "What the record says.");
    Relation::new("published_records", about, columns, &["edition", "position"])
        .referring(references)
        .with(rows.collect())
}

/// Since when and until when each provider is listed.
pub(super) fn provider_history(register: &Register) -> Relation {
    let columns = vec![
        Column::text("provider", "The provider."),
        Column::text("first_edition", "The first edition that lists it."),
        Column::text("last_edition", "The last edition that lists it."),
        Column::text("edition_count", "How many editions list it.").holding(Holds::Integer),
        Column::text("is_current", "Whether the edition in force lists it.")
            .holding(Holds::Boolean),
        Column::text("is_announced", "Whether an edition that is not in force yet lists it.")
            .holding(Holds::Boolean),
    ];
    let announced = register.announced_editions();
    let rows = register.editions_by_provider().into_iter().filter_map(|(provider, editions)| {
        let (first, last) = (editions.first()?, editions.last()?);
        let is_current = editions.iter().any(|edition| edition.id == register.file.current);
        let is_announced = announced.iter().any(|edition| editions.contains(&edition));
        Some(vec![
            Cell::text(provider),
            Cell::text(&first.id),
            Cell::text(&last.id),
            Cell::count(editions.len()),
            Cell::Boolean(is_current),
            Cell::Boolean(is_announced),
        ])
    });
    let about = "A provider that an edition lists, with the first and the last one that does.";
    Relation::new("provider_history", about, columns, &["provider"])
        .referring(vec![
            Reference::by("provider", "providers", "provider"),
            Reference::by("first_edition", "editions", "edition"),
            Reference::by("last_edition", "editions", "edition"),
        ])
        .with(rows.collect())
}

/// Which providers are new in an edition, and which it no longer lists.
pub(super) fn provider_changes(register: &Register) -> Relation {
    const CHANGES: [(&str, &str); 3] = [
        ("joined", "No edition before lists it."),
        ("left", "The edition before lists it, and this one does not."),
        ("returned", "An earlier edition lists it, and the one before does not."),
    ];
    let columns = vec![
        Column::text("edition", "The edition. The first one has no changes."),
        Column::text("provider", "The provider."),
        Column::text("change", "What changed against the edition before.").one_of(&CHANGES),
    ];
    let (mut rows, mut ever) = (Vec::new(), BTreeSet::new());
    let mut before: Option<BTreeSet<&str>> = None;
    for edition in register.editions() {
        let listed: BTreeSet<&str> =
            register.providers_in(&edition.id).into_iter().map(|row| &*row.key).collect();
        if let Some(before) = before {
            for provider in before.symmetric_difference(&listed).copied() {
                let change = match (listed.contains(provider), ever.contains(provider)) {
                    (false, _) => "left",
                    (true, false) => "joined",
                    (true, true) => "returned",
                };
                rows.push([edition.id.as_str(), provider, change].map(Cell::text).to_vec());
            }
        }
        ever.extend(listed.iter().copied());
        before = Some(listed);
    }
    let about =
        "A provider that an edition lists and the one before does not, or the other way round.";
    Relation::new("provider_changes", about, columns, &["edition", "provider"])
        .referring(vec![
            Reference::by("edition", "editions", "edition"),
            Reference::by("provider", "providers", "provider"),
        ])
        .with(rows)
}

/// The countries of each region on the day of each edition.
pub(super) fn edition_regions(register: &Register) -> Relation {
    let country = "The country, as ISO 3166-1 prints its code.";
    let columns = vec![
        Column::text("edition", "The edition."),
        Column { class: names::class("regions"), ..Column::text("region", "The region.") },
        Column { class: names::class("countries"), ..Column::text("country", country) },
    ];
    let mut rows = Vec::new();
    for edition in register.editions() {
        for region in &register.vocabulary.regions {
            for country in register.vocabulary.members(&region.key, &edition.published) {
                rows.push(vec![
                    Cell::text(&edition.id),
                    Cell::text(&*region.key),
                    Cell::text(country.to_ascii_uppercase()),
                ]);
            }
        }
    }
    let about = "A country that belonged to a region when an edition was published. A region that no \
                 row names has no list of countries.";
    Relation::new("edition_regions", about, columns, &["edition", "region", "country"])
        .referring(vec![
            Reference::by("edition", "editions", "edition"),
            Reference::by("region", "regions", "region"),
            Reference::by("country", "countries", "country"),
        ])
        .with(rows)
}
