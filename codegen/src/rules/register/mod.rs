//! The rules for the whole register: they see all rows of all tables.
//!
//! To add one, add a file, its line in [`RULES`], and a broken register in `tests/`.

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
mod reserved_key;
mod source_row_taken;
mod succession_cycle;
mod unlisted_provider;
mod unsorted_rows;
mod unused_term;
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
static RULES: [Rule; 28] = [
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
    Rule { code: &listing_time::CODE, check: listing_time::check },
    Rule { code: &overlapping_engagements::CODE, check: overlapping_engagements::check },
    Rule { code: &missing_section::CODE, check: missing_section::check },
    Rule { code: &edition_document::CODE, check: edition_document::check },
    Rule { code: &position_taken::CODE, check: position_taken::check },
    Rule { code: &source_row_taken::CODE, check: source_row_taken::check },
    Rule { code: &published_name::CODE, check: published_name::check },
    Rule { code: &engagement_key::CODE, check: engagement_key::check },
    Rule { code: &withdrawn_provider::CODE, check: withdrawn_provider::check },
    Rule { code: &unlisted_provider::CODE, check: unlisted_provider::check },
    Rule { code: &succession_cycle::CODE, check: succession_cycle::check },
    Rule { code: &nothing_disclosed::CODE, check: nothing_disclosed::check },
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

impl Facts<'_, '_> {
    /// The position of an edition among all editions.
    fn edition(&self, id: &str) -> Option<usize> {
        self.register?.row.editions.iter().position(|edition| edition.id == id)
    }

    /// The id of the edition at a position.
    fn edition_id(&self, position: usize) -> &str {
        self.register.map_or("", |register| &register.row.editions[position].id)
    }

    /// The positions of the editions from `since` up to, not including, `until`.
    fn editions(&self, since: &str, until: &crate::cell_types::Until) -> std::ops::Range<usize> {
        let all = self.register.map_or(0, |register| register.row.editions.len());
        let start = self.edition(since).unwrap_or(all);
        let end = match until {
            crate::cell_types::Until::Current => all,
            crate::cell_types::Until::Edition(id) => self.edition(id).unwrap_or(all),
        };
        start..end.max(start)
    }
}

/// The checks that refuse a row of engagements.csv because it stands in an edition in which it
/// should not.
const MISPLACED: [&Code; 2] = [&overlapping_engagements::CODE, &missing_section::CODE];

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
