//! The two flat tables, against their projection computed a second time from the source tables.

use std::collections::BTreeSet;
use std::fs;

use proptest::prelude::*;
use service_providers_codegen::csv_text;
use service_providers_codegen::row::Edition;
use service_providers_tests::exports::{Row, awkward_data, own_data, register, rows, text};
use service_providers_tools::export::csv::escape;

use super::OWN;

const SERVICE_PROVIDERS: &str = "edition,section,service_category,position,provider,name,identifiers,\
    entity_country,storage,storage_notes,settings,settings_open,purposes,features,safeguards,\
    data_categories,data_subjects,conditional_data,summary,policy_url,source";
const DATA_TRANSPARENCY: &str = "edition,record,data_category,certainty,data_subjects,collection,\
    purposes,stored_with,shared_with,transferred_outside_eea,destination,legal_bases,summary,source";

#[test]
fn every_row_is_there_under_the_promised_header() {
    let register = register(&own_data());
    for (edition, listed, recorded) in OWN {
        for (file, header, count) in [
            ("service-providers.csv", SERVICE_PROVIDERS, listed),
            ("data-transparency.csv", DATA_TRANSPARENCY, recorded),
        ] {
            let text = text(&register, edition, "csv", file);
            assert_eq!(text.lines().next(), Some(header), "{edition} {file}");
            assert_eq!(rows(text.as_bytes()).len(), count, "{edition} {file}");
            assert!(text.ends_with('\n') && !text.contains('\r'), "{edition} {file}");
        }
    }
}

#[test]
fn rows_are_what_the_source_tables_say() {
    for data in [own_data(), awkward_data()] {
        let register = register(&data);
        let table = |name: &str| rows(&fs::read(data.join(name)).expect("the table is there"));
        for edition in register.editions() {
            let id = edition.id.as_str();
            let listings = listings(edition, &table);
            let written = text(&register, id, "csv", "service-providers.csv");
            assert_eq!(rows(written.as_bytes()), listings, "{id}");
            let written = text(&register, id, "csv", "data-transparency.csv");
            assert_eq!(rows(written.as_bytes()), records(edition, &table), "{id}");
        }
    }
}

/// The rows of a table that an edition publishes, in published order: each with the cells of its
/// listing, whose key is in the column `cited`.
fn published(
    cited: &str,
    edition: &Edition,
    table: &dyn Fn(&str) -> Vec<Row>,
    rows: Vec<Row>,
) -> Vec<Row> {
    let mut listings = table("listings.csv");
    let number = |row: &Row, column: &str| row[column].parse::<u32>().expect("a number");
    let at = |row: &Row| edition.documents.iter().position(|id| **id == *row["document"]);
    listings.retain(|row| at(row).is_some() && row[cited] != "none");
    listings.sort_by_key(|row| (at(row), number(row, "row"), number(row, "part")));
    let both = |listing: Row| {
        let said = rows.iter().find(|row| row["key"] == listing[cited]).expect("it is cited");
        let mut row = said.clone();
        let listing = listing.into_iter().filter(|(column, _)| !said.contains_key(column));
        row.extend(listing);
        row
    };
    listings.into_iter().map(both).collect()
}

fn cells(cells: &[(&str, &str)]) -> Row {
    cells.iter().map(|(name, cell)| ((*name).to_owned(), (*cell).to_owned())).collect()
}

/// What stands in a column of these rows: each once, in order; `or` where that is nothing.
fn all<'r>(rows: impl IntoIterator<Item = &'r Row>, column: &str, or: &str) -> String {
    let words = ["none", "unknown"];
    let cells: BTreeSet<&str> = (rows.into_iter())
        .map(|row| row[column].as_str())
        .filter(|cell| !words.contains(cell))
        .collect();
    if cells.is_empty() { or.to_owned() } else { cells.into_iter().collect::<Vec<_>>().join(";") }
}

/// The kinds of data that never pass without a use or a condition.
fn conditional_data(passes: &[&Row]) -> String {
    let limited = |row: &Row| row["context"] != "none" || row["condition"] != "none";
    let always: BTreeSet<&str> =
        passes.iter().filter(|row| !limited(row)).map(|row| &*row["data_category"]).collect();
    let rest = passes.iter().filter(|row| !always.contains(&*row["data_category"])).copied();
    all(rest, "data_category", "none")
}

/// The printed names of recipients, each with the provider that it is taken for.
fn named<'r>(recipients: impl Iterator<Item = &'r Row>, or: &str) -> String {
    let names: BTreeSet<String> = recipients
        .map(|row| {
            let identity = match row["identity"].as_str() {
                "stated" => String::new(),
                inferred => format!(", {inferred}"),
            };
            format!("{} ({}{identity})", row["published_name"], row["provider"])
        })
        .collect();
    if names.is_empty() { or.to_owned() } else { names.into_iter().collect::<Vec<_>>().join(";") }
}

fn listings(edition: &Edition, table: &dyn Fn(&str) -> Vec<Row>) -> Vec<Row> {
    let (features, disclosures) = (table("engagement-features.csv"), table("disclosures.csv"));
    let storage = table("storage.csv");
    let engagements =
        published("engagement", edition, table, table("engagements.csv")).into_iter().enumerate();
    engagements
        .map(|(index, row)| {
            let of = |other: &&Row| other["engagement"] == row["key"];
            let features: Vec<&Row> = features.iter().filter(of).collect();
            let settings: BTreeSet<&str> =
                features.iter().flat_map(|row| row["settings"].split(';')).collect();
            let open = settings.is_empty() || settings.contains("unknown");
            let keys = settings.into_iter().filter(|key| !["none", "unknown"].contains(key));
            let keys = keys.collect::<Vec<_>>().join(";");
            let missing = if open { "unknown" } else { "none" };
            let settings = if keys.is_empty() { missing } else { &keys };
            let places: Vec<&Row> = storage.iter().filter(of).collect();
            let kept = match row["storage"].as_str() {
                "listed" => all(places, "place", "unknown"),
                word => word.to_owned(),
            };
            let valid = disclosures.iter().filter(of).filter(|row| row["withdrawn"] == "none");
            let valid: Vec<&Row> = valid.filter(|row| row["asserted"] == "yes").collect();
            let unknown = valid.iter().any(|row| row["data_subject"] == "unknown");
            let passes = || valid.iter().copied();
            cells(&[
                ("edition", &edition.id),
                ("section", &row["section"]),
                ("service_category", &row["service_category"]),
                ("position", &(index + 1).to_string()),
                ("provider", &row["provider"]),
                ("name", &row["published_name"]),
                ("identifiers", "none"),
                ("entity_country", &row["entity_country"]),
                ("storage", &kept),
                ("storage_notes", "none"),
                ("settings", settings),
                ("settings_open", if open { "yes" } else { "no" }),
                ("purposes", &row["purposes"]),
                ("features", &all(features, "feature", "unknown")),
                ("safeguards", &row["safeguards"]),
                ("data_categories", &all(passes(), "data_category", "none")),
                (
                    "data_subjects",
                    &all(passes(), "data_subject", if unknown { "unknown" } else { "none" }),
                ),
                ("conditional_data", &conditional_data(&valid)),
                ("summary", &row["summary"]),
                ("policy_url", &row["policy_url"]),
                ("source", &format!("{}:{}", row["document"], row["row"])),
            ])
        })
        .collect()
}

fn records(edition: &Edition, table: &dyn Fn(&str) -> Vec<Row>) -> Vec<Row> {
    let (subjects, recipients) = (table("practice-subjects.csv"), table("practice-recipients.csv"));
    published("practice", edition, table, table("practices.csv"))
        .into_iter()
        .map(|row| {
            let of = |other: &&Row| other["practice"] == row["key"];
            let own = subjects.iter().filter(of).filter(|row| row["relation"] != "for-others");
            let nobody = subjects.iter().filter(of).any(|row| row["relation"] == "none");
            let with = |roles: [&'static str; 2]| {
                recipients.iter().filter(of).filter(move |row| roles.contains(&&*row["role"]))
            };
            let answer =
                if row["sharing"] == "not-applicable" { "not-applicable" } else { "unknown" };
            cells(&[
                ("edition", &edition.id),
                ("record", &row["key"]),
                ("data_category", &row["data_category"]),
                ("certainty", &row["certainty"]),
                (
                    "data_subjects",
                    &all(own, "data_subject", if nobody { "none" } else { "unknown" }),
                ),
                ("collection", &row["collection"]),
                ("purposes", &row["purposes"]),
                ("stored_with", &named(with(["stores", "backs-up"]), "unknown")),
                ("shared_with", &named(with(["receives", "tracks"]), answer)),
                ("transferred_outside_eea", &row["transfer"]),
                ("destination", &row["destination"]),
                ("legal_bases", &row["legal_bases"]),
                ("summary", &row["summary"]),
                ("source", &format!("{}:{}", row["document"], row["row"])),
            ])
        })
        .collect()
}

/// Takes back what `escape` adds, as `docs/exports.md` describes it.
fn unescape(cell: &str) -> &str {
    let opening =
        cell.trim_start_matches(|c: char| c == '\'' || c.is_whitespace() || c.is_control());
    match cell.strip_prefix('\'') {
        Some(rest) if opening.starts_with(FORMULA) => rest,
        _ => cell,
    }
}

const FORMULA: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

#[test]
fn text_like_a_formula_is_not_one() {
    for (text, cell) in [
        ("=1+1", "'=1+1"),
        (" \t@a", "' \t@a"),
        ("'=1", "''=1"),
        ("＝1", "'＝1"),
        ("e-mail", "e-mail"),
        ("'quoted'", "'quoted'"),
    ] {
        assert_eq!(escape(text), cell);
    }
}

proptest! {
    #[test]
    fn cells_come_back_and_never_run(
        cells in proptest::collection::vec(any::<String>().boxed().prop_union("['=+@,\"\r\n\t -]{0,6}".boxed()), 2..5)
    ) {
        let escaped: Vec<String> = cells.iter().map(|cell| escape(cell).into_owned()).collect();
        let header: Vec<&str> = cells.iter().map(|_| "column").collect();
        let written = csv_text(&header, [escaped.iter().map(String::as_str)]);
        let mut reader = csv::ReaderBuilder::new().has_headers(true).from_reader(&*written);
        let read: Vec<csv::StringRecord> = reader.records().collect::<Result<_, _>>().expect("CSV");
        prop_assert_eq!(read.len(), 1);
        let back: Vec<&str> = read[0].iter().map(unescape).collect();
        prop_assert_eq!(back, cells);
        for cell in &escaped {
            let seen = cell.trim_start_matches(|c: char| c.is_whitespace() || c.is_control());
            prop_assert!(!seen.starts_with(FORMULA));
        }
    }
}
