//! The rules for the whole register: they see all rows of all tables.
//!
//! To add one, add its file, its two lines here, and a broken register in `tests/`.

mod any_data;
mod cited;
mod contract_value;
mod contradictory_disclosure;
mod country_code;
mod country_name;
mod data_status;
mod duplicate_key;
mod duplicate_name;
mod early_effect;
mod edition_order;
mod engagement_key;
mod evidence_document;
mod excluded_subject;
mod hierarchy;
mod late_succession;
mod listing_citation;
mod missing_listing;
mod missing_section;
mod name_collision;
mod nothing_disclosed;
mod outside_version;
mod overlap;
mod own_recipient;
mod parents;
mod published_name;
mod region_key;
mod region_members;
mod reserved_key;
mod row_beyond_document;
mod row_parts;
mod rows_by_key;
mod same_list;
mod storage_status;
mod succession_cycle;
mod undated_document;
mod unlisted_provider;
mod unlisted_row;
mod unsorted_rows;
mod unused_document;
mod unused_term;
mod whole_denial;
mod withdrawn_citation;
mod withdrawn_provider;

use crate::hashing::{HashMap, HashSet};
use crate::problem::{Code, Problem, rules};
use crate::read::{LocatedRow, Parsed};
use crate::tables::row::{Document, ListingRow};

rules! { fn(&Parsed<'_>, &mut Vec<Problem>);
    duplicate_key,
    unsorted_rows,
    reserved_key,
    country_name,
    duplicate_name,
    name_collision,
    hierarchy,
    overlap,
    country_code,
    region_key,
    region_members,
    outside_version,
    unused_term,
    edition_order,
    early_effect,
    same_list,
    undated_document,
    unused_document,
    evidence_document,
    row_beyond_document,
    missing_listing,
    row_parts,
    listing_citation,
    withdrawn_citation,
    unlisted_row,
    missing_section,
    engagement_key,
    published_name,
    withdrawn_provider,
    unlisted_provider,
    succession_cycle,
    late_succession,
    nothing_disclosed,
    data_status,
    storage_status,
    any_data,
    contract_value,
    own_recipient,
    contradictory_disclosure,
    whole_denial,
    excluded_subject,
}

/// The lines of a table, counted from 0, that one of these rules refused. A problem that
/// only follows from such a row is not reported again.
fn refused(problems: &[Problem], table: &str, codes: &[&Code]) -> HashSet<usize> {
    problems
        .iter()
        .filter(|problem| problem.table == table && codes.contains(&problem.code))
        .map(|problem| problem.place.line - 1)
        .collect()
}

/// The documents of register.json by id, each with its position. `None` where the file could not be
/// read, or where an id is there twice and nobody knows which document it names.
fn documents<'d>(parsed: &'d Parsed<'_>) -> Option<HashMap<&'d str, (usize, &'d Document)>> {
    let documents = &parsed.register.as_ref()?.content.documents;
    let by_id: HashMap<&str, (usize, &Document)> = (documents.iter().enumerate())
        .map(|(at, document)| (document.id.as_str(), (at, document)))
        .collect();
    (by_id.len() == documents.len()).then_some(by_id)
}

/// The listings in file order, as runs of rows of one document, each with its id. Most tables are
/// sorted, and have one run for each document.
fn listings_by_document<'d>(
    parsed: &'d Parsed<'_>,
) -> impl Iterator<Item = (&'d str, &'d [LocatedRow<ListingRow>])> {
    let rows = &parsed.tables.listings.rows;
    rows.chunk_by(|a, b| a.row.document == b.row.document)
        .map(|run| (run[0].row.document.as_str(), run))
}

/// A number of things, in words.
fn count(number: u32, one: &str, many: &str) -> String {
    if number == 1 { format!("1 {one}") } else { format!("{number} {many}") }
}

/// Applies the rules.
pub(crate) fn check(parsed: &Parsed<'_>, problems: &mut Vec<Problem>) {
    for check in CHECKS {
        check(parsed, problems);
    }
}
