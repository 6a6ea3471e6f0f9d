//! `csv`: flat tables, with one row for each fact, published row, contract fact or record.

use std::borrow::Cow;

use service_providers_codegen::csv_text;
use service_providers_codegen::row::ContractFactRow;

use super::projection::{self, KeysOrWord, PublishedRow, Record, records};
use super::relations::Relation;
use super::{File, OneEdition, Sink};

/// The header of `service-providers.csv`.
pub const SERVICE_PROVIDERS: [&str; 21] = [
    "edition",
    "section",
    "service_category",
    "position",
    "provider",
    "name",
    "identifiers",
    "entity_country",
    "storage",
    "storage_notes",
    "settings",
    "settings_open",
    "purposes",
    "features",
    "safeguards",
    "data_categories",
    "data_subjects",
    "conditional_data",
    "summary",
    "policy_url",
    "source",
];

/// The header of `data-transparency.csv`.
pub const DATA_TRANSPARENCY: [&str; 14] = [
    "edition",
    "record",
    "data_category",
    "certainty",
    "data_subjects",
    "collection",
    "purposes",
    "stored_with",
    "shared_with",
    "transferred_outside_eea",
    "destination",
    "legal_bases",
    "summary",
    "source",
];

/// The header of `contract-facts.csv`.
pub const CONTRACT_FACTS: [&str; 8] =
    ["edition", "position", "provider", "kind", "value", "condition", "place", "source"];

pub(super) fn files(one: &OneEdition<'_>, add: Sink<'_>) {
    let (register, edition) = (one.register, &*one.edition.id);
    for relation in one.facts() {
        add(File::new(format!("{}.csv", relation.name), flat(relation)));
    }
    let rows = one.published_rows();
    let cells = rows.iter().map(|row| provider_cells(edition, row));
    add(File::new("service-providers.csv", table(&SERVICE_PROVIDERS, cells)));
    let cells = rows.iter().flat_map(|row| contract_fact_cells(edition, row));
    add(File::new("contract-facts.csv", table(&CONTRACT_FACTS, cells)));
    let records = records(register, edition);
    let cells = records.iter().map(|record| record_cells(edition, record));
    add(File::new("data-transparency.csv", table(&DATA_TRANSPARENCY, cells)));
}

fn provider_cells(
    edition: &str,
    published: &PublishedRow<'_>,
) -> [String; SERVICE_PROVIDERS.len()] {
    let row = published.row;
    [
        edition.to_owned(),
        published.listing.section.to_string(),
        row.service_category.to_string(),
        published.position.to_string(),
        row.provider.to_string(),
        published.listing.published_name.to_string(),
        published.identifiers(),
        row.entity_country.to_string(),
        published.storage().to_string(),
        published.storage_notes(),
        published.settings().to_string(),
        published.settings_open().to_owned(),
        KeysOrWord::from(&row.purposes).to_string(),
        published.feature_keys().to_string(),
        KeysOrWord::from(&row.safeguards).to_string(),
        published.data_categories().to_string(),
        published.data_subjects().to_string(),
        published.conditional_data().to_string(),
        row.summary.to_string(),
        published.listing.policy_url.to_string(),
        projection::source(published.listing),
    ]
}

fn contract_fact_cells(
    edition: &str,
    published: &PublishedRow<'_>,
) -> Vec<[String; CONTRACT_FACTS.len()]> {
    let cells = |row: &&ContractFactRow| {
        [
            edition.to_owned(),
            published.position.to_string(),
            published.row.provider.to_string(),
            row.kind.to_string(),
            row.value.to_string(),
            row.condition.to_string(),
            row.place.to_string(),
            projection::source(published.listing),
        ]
    };
    published.contract_facts.iter().map(cells).collect()
}

fn record_cells(edition: &str, record: &Record<'_>) -> [String; DATA_TRANSPARENCY.len()] {
    let row = record.row;
    [
        edition.to_owned(),
        row.key.to_string(),
        row.data_category.to_string(),
        row.certainty.to_string(),
        record.data_subjects().to_string(),
        KeysOrWord::from(&row.collection).to_string(),
        KeysOrWord::from(&row.purposes).to_string(),
        record.stored_with(),
        record.shared_with(),
        row.transfer.to_string(),
        KeysOrWord::from(&row.destination).to_string(),
        KeysOrWord::from(&row.legal_bases).to_string(),
        row.summary.to_string(),
        projection::source(record.listing),
    ]
}

fn table<const N: usize>(header: &[&str; N], rows: impl Iterator<Item = [String; N]>) -> Vec<u8> {
    csv_text(header, rows.map(|row| row.map(escaped)))
}

/// A relation for a spreadsheet.
fn flat(relation: &Relation) -> Vec<u8> {
    csv_text(
        &relation.header(),
        relation.rows.iter().map(|row| row.iter().map(|cell| escaped(cell.written()))),
    )
}

/// The cell as [`escape`] has it.
pub(super) fn escaped<'c>(cell: impl Into<Cow<'c, str>>) -> Cow<'c, str> {
    let cell = cell.into();
    match escape(&cell) {
        Cow::Owned(escaped) => escaped.into(),
        Cow::Borrowed(_) => cell,
    }
}

/// A cell that no spreadsheet runs as a formula: a text that starts like a formula gets an
/// apostrophe in front. Such texts may also start with apostrophes of their own; taking one
/// apostrophe off always gives the text back. The CSV writer takes care of quotation marks and
/// commas.
pub fn escape(text: &str) -> Cow<'_, str> {
    let opening =
        text.trim_start_matches(|c: char| c == '\'' || c.is_whitespace() || c.is_control());
    if opening.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']) {
        format!("'{text}").into()
    } else {
        text.into()
    }
}
