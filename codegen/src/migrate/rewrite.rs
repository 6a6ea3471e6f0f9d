//! The files of format 2 that differ from those of format 1.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::documents::{Editions, NewDocument};
use super::format_1::{Format1, OldEdition, OldTable};
use super::{closed_sets, listings, places};
use crate::limits::MAX_TEXT;
use crate::tables::row::{
    CountryRow, DisclosureRow, EngagementFeatureRow, EngagementRow, ListingRow, PracticeRow,
    RegionMemberRow, RegionRow, StorageRow, SuccessionRow,
};
use crate::tables::{Column, FORMAT_VERSION, REGISTER, Row, TableInfo};
use crate::text::{compare_dates, csv_text, json_text};

/// The paths and the bytes of these files.
pub(super) fn files(old: &Format1, editions: &Editions) -> Vec<(&'static str, Vec<u8>)> {
    let disclosing = disclosing(&old.disclosures);
    let mut files = vec![
        (REGISTER, json_text(&register(old, editions)).into_bytes()),
        table::<ListingRow>(listings::rows(old, editions)),
        rewritten::<EngagementRow>(&old.engagements, |at, column| match column {
            "data" if disclosing.contains(old.engagements.cell(at, "key")) => Some("listed".into()),
            "data" => Some("unknown".into()),
            "storage" => Some(places::status(old.engagements.cell(at, "storage")).to_owned()),
            _ => None,
        }),
        table::<StorageRow>(places::storage(old)),
        rewritten::<CountryRow>(&old.countries, |_, _| None),
        table::<RegionRow>(places::regions(old)),
        table::<RegionMemberRow>(places::region_members(old)),
        rewritten::<PracticeRow>(&old.practices, |_, _| None),
        rewritten::<SuccessionRow>(&old.successions, |at, column| match column {
            "predecessor" => Some(old.successions.cell(at, "from").to_owned()),
            "successor" => Some(old.successions.cell(at, "to").to_owned()),
            "edition" => Some(succession_edition(old, at).to_owned()),
            "document" => Some(old.successions.cell(at, "source").to_owned()),
            _ => None,
        }),
        rewritten::<DisclosureRow>(&old.disclosures, |at, column| match column {
            "sender" => Some(old.disclosures.cell(at, "from").to_owned()),
            "recipient" => Some(old.disclosures.cell(at, "to").to_owned()),
            _ => None,
        }),
        rewritten::<EngagementFeatureRow>(&old.engagement_features, |at, column| {
            let setting = old.engagement_features.cell(at, "setting");
            (column == "settings").then(|| closed_sets::settings(setting).to_owned())
        }),
    ];
    files.extend(closed_sets::files(old));
    files
}

/// The file of a table.
pub(super) fn table<R: Row>(rows: Vec<Vec<String>>) -> (&'static str, Vec<u8>) {
    let header = TableInfo::of::<R>().column_names();
    (R::PATH, csv_text(&header, rows.iter().map(|row| row.iter().map(String::as_str))))
}

/// The file of a table whose cells are those of format 1, but for columns that are new or have
/// another name. Where format 1 says nothing, the cell holds the word for that.
fn rewritten<R: Row>(
    old: &OldTable,
    new_cell: impl Fn(usize, &str) -> Option<String>,
) -> (&'static str, Vec<u8>) {
    let cell = |at: usize, column: &Column| {
        let cell = new_cell(at, &column.name);
        cell.unwrap_or_else(|| match column.silence() {
            Some(word) if !old.has(&column.name) => word.to_owned(),
            _ => old.cell(at, &column.name).to_owned(),
        })
    };
    let columns = TableInfo::of::<R>().columns();
    let rows = 0..old.rows.len();
    table::<R>(rows.map(|at| columns.iter().map(|column| cell(at, column)).collect()).collect())
}

/// The keys of the engagements with a disclosure that is not withdrawn.
fn disclosing(disclosures: &OldTable) -> BTreeSet<&str> {
    (0..disclosures.rows.len())
        .filter(|at| disclosures.cell(*at, "withdrawn") == "none")
        .map(|at| disclosures.cell(at, "engagement"))
        .collect()
}

/// The edition in which a succession of format 1 shows: the first that lists the successor, once an
/// earlier one has listed the predecessor; rather one that no longer lists the predecessor.
fn succession_edition(old: &Format1, at: usize) -> &str {
    let editions = &old.register.editions;
    let lists = |edition: &OldEdition, provider: &str| {
        let rows = old.published(&old.engagements, &edition.id);
        rows.iter().any(|row| old.engagements.cell(*row, "provider") == provider)
    };
    let predecessor = old.successions.cell(at, "from");
    let successor = old.successions.cell(at, "to");
    let listed = editions.iter().position(|edition| lists(edition, predecessor));
    let later = || editions.iter().skip(listed.map_or(0, |first| first + 1));
    let replaced = later().find(|e| lists(e, successor) && !lists(e, predecessor));
    let shows = replaced.or_else(|| later().find(|edition| lists(edition, successor)));
    &shows.unwrap_or(&editions[editions.len() - 1]).id
}

/// `register.json`.
fn register(old: &Format1, editions: &Editions) -> Value {
    let register = &old.register;
    let newest = &register.editions[register.editions.len() - 1];
    let all = register.editions.iter().zip(&editions.editions);
    json!({
        "format_version": FORMAT_VERSION,
        "publisher": {
            "key": register.publisher.key,
            "name": register.publisher.name,
            "contact": "unknown",
            "objection": "unknown",
        },
        "data_licence_note": register.data_licence_note,
        "exports_address": "unknown",
        "documents": editions.documents.iter().map(document).collect::<Value>(),
        "editions": all.map(|(old, ids)| edition(old, ids, editions)).collect::<Value>(),
        "current": newest.id,
    })
}

fn document(document: &NewDocument) -> Value {
    let rows = document.rows.as_ref();
    let last = rows.and_then(|rows| rows.last_key_value()).map_or(0, |(row, _)| *row);
    json!({
        "id": document.facts.id,
        "list": document.list,
        "title": document.facts.title,
        "date": document.facts.date,
        "date_basis": document.facts.date_basis,
        "address": "unknown",
        "sha256": "unknown",
        "listed": if rows.is_some() { "yes" } else { "no" },
        "published_rows": last,
    })
}

fn edition(old: &OldEdition, ids: &[String], editions: &Editions) -> Value {
    json!({
        "id": old.id,
        "published": old.published,
        "effective": old.effective,
        "objection_until": old.objection_until,
        "documents": ids,
        "undated_basis": undated_basis(old, ids, editions),
    })
}

/// On what basis undated documents are among those of an edition. In format 1 the document itself
/// said how its date is known, and so why it belongs to an edition.
fn undated_basis(old: &OldEdition, ids: &[String], editions: &Editions) -> String {
    let judged = editions.documents.iter().filter(|document| {
        let date = document.facts.date.as_str();
        ids.contains(&document.facts.id)
            && (date == "unknown" || compare_dates(date, &old.published).is_gt())
    });
    let mut basis = String::new();
    for document in judged {
        let new = document.facts.date_basis.as_str();
        let length = basis.chars().count() + new.chars().count() + 1;
        if !basis.contains(new) && (basis.is_empty() || length <= MAX_TEXT as usize) {
            basis = if basis.is_empty() { new.to_owned() } else { format!("{basis} {new}") };
        }
    }
    if basis.is_empty() { "none".to_owned() } else { basis }
}
