//! `listings.csv`, made of what format 1 said in its engagements and practices.

use super::documents::{Cited, Editions};
use super::format_1::{Format1, OldTable};

/// The cells of every listing.
pub(super) fn rows(old: &Format1, editions: &Editions) -> Vec<Vec<String>> {
    let documents = editions.documents.iter();
    let rows = documents.flat_map(|document| {
        let rows = document.rows.iter().flatten();
        rows.map(|(row, cited)| listing(old, &document.facts.id, *row, *cited))
    });
    rows.collect()
}

fn listing(old: &Format1, document: &str, row: u32, cited: Cited) -> Vec<String> {
    let row = row.to_string();
    let facts = match cited {
        Cited::Engagement(at) => {
            let cell = |column| old.engagements.cell(at, column);
            let (section, policy_url) = (cell("section"), cell("policy_url"));
            [cell("key"), "none", section, cell("published_name"), policy_url]
        }
        Cited::Practice(at) => ["none", old.practices.cell(at, "key"), "none", "none", "unknown"],
    };
    let digests = ["unknown"; 4];
    [document, &row, "1"]
        .into_iter()
        .chain(facts)
        .chain(["none"])
        .chain(digests)
        .map(str::to_owned)
        .collect()
}

/// Where each withdrawn row stood, which format 2 does not hold.
pub(super) fn remarks_on_withdrawn(old: &Format1) -> Vec<String> {
    let engagements = withdrawn(&old.engagements).map(|at| {
        let cell = |column| old.engagements.cell(at, column);
        format!(
            "`{}` was withdrawn; it stood in row {} of `{}`, section {}, position {}, as {:?}, \
             policy {}, since {} until {}",
            cell("key"),
            cell("source_row"),
            cell("source"),
            cell("section"),
            cell("position"),
            cell("published_name"),
            cell("policy_url"),
            cell("since"),
            cell("until"),
        )
    });
    let practices = withdrawn(&old.practices).map(|at| {
        let cell = |column| old.practices.cell(at, column);
        format!(
            "`{}` was withdrawn; it stood in record {} of `{}`, position {}, since {} until {}",
            cell("key"),
            cell("source_record"),
            cell("source"),
            cell("position"),
            cell("since"),
            cell("until"),
        )
    });
    engagements.chain(practices).collect()
}

fn withdrawn(table: &OldTable) -> impl Iterator<Item = usize> {
    (0..table.rows.len()).filter(|at| table.cell(*at, "withdrawn") != "none")
}
