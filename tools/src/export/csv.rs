//! `csv`: two flat tables, one row a published row or record.

use service_providers_codegen::row::Edition;
use service_providers_codegen::{Register, csv_text};

use super::File;
use super::projection::{Items, Listing, Record, listings, records};

/// The header of `service-providers.csv`.
pub const SERVICE_PROVIDERS: [&str; 18] = [
    "edition",
    "section",
    "service_category",
    "position",
    "provider",
    "name",
    "entity_country",
    "storage",
    "in_school",
    "out_of_school",
    "purposes",
    "features",
    "safeguards",
    "data_categories",
    "data_subjects",
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

pub(super) fn files(register: &Register, edition: &Edition) -> Vec<File> {
    let listings = listings(register, &edition.id);
    let records = records(register, &edition.id);
    vec![
        File::new(
            "service-providers.csv",
            table(&SERVICE_PROVIDERS, listings.iter().map(|row| listing(&edition.id, row))),
        ),
        File::new(
            "data-transparency.csv",
            table(&DATA_TRANSPARENCY, records.iter().map(|row| record(&edition.id, row))),
        ),
    ]
}

fn listing(edition: &str, listing: &Listing<'_>) -> [String; SERVICE_PROVIDERS.len()] {
    let row = listing.row;
    [
        edition.to_owned(),
        row.section.to_string(),
        row.service_category.to_string(),
        listing.position.to_string(),
        row.provider.to_string(),
        row.published_name.to_string(),
        row.entity_country.to_string(),
        Items::from(&row.storage).to_string(),
        listing.in_school().to_owned(),
        listing.out_of_school().to_owned(),
        Items::from(&row.purposes).to_string(),
        listing.feature_keys().to_string(),
        Items::from(&row.safeguards).to_string(),
        listing.data_categories().to_string(),
        listing.data_subjects().to_string(),
        row.summary.to_string(),
        row.policy_url.to_string(),
        listing.source(),
    ]
}

fn record(edition: &str, record: &Record<'_>) -> [String; DATA_TRANSPARENCY.len()] {
    let row = record.row;
    [
        edition.to_owned(),
        row.key.to_string(),
        row.data_category.to_string(),
        row.certainty.to_string(),
        record.data_subjects().to_string(),
        Items::from(&row.collection).to_string(),
        Items::from(&row.purposes).to_string(),
        record.stored_with().to_string(),
        record.shared_with().to_string(),
        row.transfer.to_string(),
        Items::from(&row.destination).to_string(),
        Items::from(&row.legal_bases).to_string(),
        row.summary.to_string(),
        record.source(),
    ]
}

fn table<const N: usize>(header: &[&str; N], rows: impl Iterator<Item = [String; N]>) -> Vec<u8> {
    let rows: Vec<[String; N]> = rows.map(|row| row.map(|cell| escape(&cell))).collect();
    csv_text(header, rows.iter().map(|row| row.iter().map(String::as_str)))
}

/// A cell that no spreadsheet runs as a formula: an apostrophe goes before text that opens like
/// one. Taking one apostrophe off a text of apostrophes and such an opening gives the text back.
/// Quotation marks and commas are the CSV writer's business.
pub fn escape(text: &str) -> String {
    let opening =
        text.trim_start_matches(|c: char| c == '\'' || c.is_whitespace() || c.is_control());
    if opening.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}
