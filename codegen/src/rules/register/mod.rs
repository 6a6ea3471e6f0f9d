//! The rules for the whole register: they see all rows of all tables.
//!
//! To add one, add a file, its line in [`RULES`], and a broken register in `tests/`.

mod contradictory_disclosure;
mod country_code;
mod country_name;
mod data_status;
mod duplicate_key;
mod duplicate_name;
mod early_effect;
mod edition_order;
mod eea_member;
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
mod own_recipient;
mod published_name;
mod reserved_key;
mod row_beyond_document;
mod row_parts;
mod same_list;
mod succession_cycle;
mod undated_document;
mod unlisted_provider;
mod unlisted_row;
mod unsorted_rows;
mod unused_document;
mod unused_term;
mod withdrawn_citation;
mod withdrawn_provider;

use crate::hashing::HashSet;
use crate::problem::{Code, Problem};
use crate::read::{RegisterEntry, Tables};

/// A rule for the register.
struct Rule {
    code: &'static Code,
    check: fn(&Facts<'_, '_>, &mut Vec<Problem>),
}

/// Every rule, in the order in which they are applied.
#[rustfmt::skip]
static RULES: [Rule; 35] = [
    Rule { code: &duplicate_key::CODE, check: duplicate_key::check },
    Rule { code: &unsorted_rows::CODE, check: unsorted_rows::check },
    Rule { code: &reserved_key::CODE, check: reserved_key::check },
    Rule { code: &country_name::CODE, check: country_name::check },
    Rule { code: &duplicate_name::CODE, check: duplicate_name::check },
    Rule { code: &name_collision::CODE, check: name_collision::check },
    Rule { code: &hierarchy::CODE, check: hierarchy::check },
    Rule { code: &country_code::CODE, check: country_code::check },
    Rule { code: &eea_member::CODE, check: eea_member::check },
    Rule { code: &outside_version::CODE, check: outside_version::check },
    Rule { code: &unused_term::CODE, check: unused_term::check },
    Rule { code: &edition_order::CODE, check: edition_order::check },
    Rule { code: &early_effect::CODE, check: early_effect::check },
    Rule { code: &same_list::CODE, check: same_list::check },
    Rule { code: &undated_document::CODE, check: undated_document::check },
    Rule { code: &unused_document::CODE, check: unused_document::check },
    Rule { code: &evidence_document::CODE, check: evidence_document::check },
    Rule { code: &row_beyond_document::CODE, check: row_beyond_document::check },
    Rule { code: &missing_listing::CODE, check: missing_listing::check },
    Rule { code: &row_parts::CODE, check: row_parts::check },
    Rule { code: &listing_citation::CODE, check: listing_citation::check },
    Rule { code: &withdrawn_citation::CODE, check: withdrawn_citation::check },
    Rule { code: &unlisted_row::CODE, check: unlisted_row::check },
    Rule { code: &missing_section::CODE, check: missing_section::check },
    Rule { code: &engagement_key::CODE, check: engagement_key::check },
    Rule { code: &published_name::CODE, check: published_name::check },
    Rule { code: &withdrawn_provider::CODE, check: withdrawn_provider::check },
    Rule { code: &unlisted_provider::CODE, check: unlisted_provider::check },
    Rule { code: &succession_cycle::CODE, check: succession_cycle::check },
    Rule { code: &late_succession::CODE, check: late_succession::check },
    Rule { code: &nothing_disclosed::CODE, check: nothing_disclosed::check },
    Rule { code: &data_status::CODE, check: data_status::check },
    Rule { code: &own_recipient::CODE, check: own_recipient::check },
    Rule { code: &contradictory_disclosure::CODE, check: contradictory_disclosure::check },
    Rule { code: &excluded_subject::CODE, check: excluded_subject::check },
];

/// The code of every rule.
pub(crate) static CODES: &[&Code] = &{
    let mut codes = [&duplicate_key::CODE; RULES.len()];
    let mut at = 0;
    while at < RULES.len() {
        codes[at] = RULES[at].code;
        at += 1;
    }
    codes
};

/// All facts, typed. Rows that were refused before are not among them; their keys are.
pub(crate) struct Facts<'f, 's> {
    pub(crate) tables: &'f Tables<'s>,
    pub(crate) register: Option<&'f RegisterEntry<'s>>,
}

/// The lines of a table, counted from 0, that one of these checks refused: what follows from that is
/// no mistake of its own.
fn refused(problems: &[Problem], table: &str, codes: &[&Code]) -> HashSet<usize> {
    let by_one = |problem: &&Problem| codes.iter().any(|code| code.name == problem.code.name);
    let of_table = problems.iter().filter(|problem| problem.table == table);
    of_table.filter(by_one).map(|problem| problem.place.line - 1).collect()
}

/// Applies the rules for the whole register.
pub(crate) fn check(facts: &Facts<'_, '_>, problems: &mut Vec<Problem>) {
    for rule in &RULES {
        (rule.check)(facts, problems);
    }
}
