//! The rules for the whole register: they see all rows of all tables.
//!
//! To add one, add its file, its two lines here, and a broken register in `tests/`.

mod contradictory_disclosure;
mod country_code;
mod country_name;
mod duplicate_key;
mod duplicate_name;
mod early_effect;
mod edition_document;
mod edition_order;
mod eea_member;
mod engagement_key;
mod excluded_subject;
mod hierarchy;
mod listing_time;
mod missing_section;
mod name_collision;
mod nothing_disclosed;
mod outside_version;
mod overlapping_engagements;
mod own_recipient;
mod position_taken;
mod published_name;
mod register_file;
mod reserved_key;
mod source_row_taken;
mod succession_cycle;
mod unlisted_provider;
mod unsorted_rows;
mod unused_term;
mod withdrawn_provider;

use crate::hashing::HashSet;
use crate::problem::{Code, Problem, rules};
use crate::read::Draft;

rules! { fn(&Draft<'_>, &mut Vec<Problem>);
    duplicate_key,
    unsorted_rows,
    reserved_key,
    country_name,
    duplicate_name,
    name_collision,
    hierarchy,
    country_code,
    eea_member,
    outside_version,
    unused_term,
    edition_order,
    early_effect,
    listing_time,
    overlapping_engagements,
    missing_section,
    edition_document,
    position_taken,
    source_row_taken,
    published_name,
    engagement_key,
    withdrawn_provider,
    unlisted_provider,
    succession_cycle,
    nothing_disclosed,
    own_recipient,
    contradictory_disclosure,
    excluded_subject,
}

/// The rules that refuse a row of engagements.csv because it stands in an edition in which it should
/// not.
const MISPLACED: [&Code; 2] = [&overlapping_engagements::CODE, &missing_section::CODE];

/// The lines of a table, counted from 0, that one of these rules refused. What follows from that is
/// no mistake of its own.
fn refused(problems: &[Problem], table: &str, codes: &[&Code]) -> HashSet<usize> {
    problems
        .iter()
        .filter(|problem| problem.table == table && codes.contains(&problem.code))
        .map(|problem| problem.place.line - 1)
        .collect()
}

/// Applies the rules.
pub(crate) fn check(draft: &Draft<'_>, problems: &mut Vec<Problem>) {
    register_file::check(draft, problems);
    for check in CHECKS {
        check(draft, problems);
    }
}
