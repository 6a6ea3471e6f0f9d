//! What JSON Schema cannot say: references, uniqueness, order, hierarchy, time.
//!
//! One file, one rule: its code, explained to the person who edits the data, and its check. To
//! add a rule, add a file, its line in [`RULES`], and a broken register in `tests/`.

mod almost_word;
mod contradictory_disclosure;
mod country_code;
mod country_name;
mod damaged_text;
mod duplicate_key;
mod duplicate_name;
mod early_effect;
mod edition_document;
mod edition_order;
mod eea_member;
mod engagement_key;
mod excluded_subject;
mod hierarchy;
mod impossible_date;
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
mod unknown_reference;
mod unlisted_provider;
mod unsorted_list;
mod unsorted_rows;
mod unused_term;
mod web_address;
mod withdrawn_provider;
mod word_alone;

pub(crate) use self::unknown_reference::help as reference_help;
use crate::codes::Code;
use crate::compile::{KeySets, Keys, RegisterEntry};
use crate::hashing::HashSet;
use crate::problem::{Place, Problem};
use crate::schema::Column;
use crate::tables::Tables;

/// A rule and what it looks at.
struct Rule {
    code: &'static Code,
    check: Check,
}

/// What a rule looks at.
enum Check {
    /// One cell, together with the keys of the tables read before.
    Cell(fn(&CellAt<'_>, &mut Vec<Problem>)),
    /// All tables at once.
    Register(fn(&Facts<'_, '_>, &mut Vec<Problem>)),
}

/// Every rule.
#[rustfmt::skip]
static RULES: [Rule; 35] = [
    Rule { code: &impossible_date::CODE, check: Check::Cell(impossible_date::check) },
    Rule { code: &web_address::CODE, check: Check::Cell(web_address::check) },
    Rule { code: &word_alone::CODE, check: Check::Cell(word_alone::check) },
    Rule { code: &damaged_text::CODE, check: Check::Cell(damaged_text::check) },
    Rule { code: &almost_word::CODE, check: Check::Cell(almost_word::check) },
    Rule { code: &unknown_reference::CODE, check: Check::Cell(unknown_reference::check) },
    Rule { code: &unsorted_list::CODE, check: Check::Cell(unsorted_list::check) },
    Rule { code: &duplicate_key::CODE, check: Check::Register(duplicate_key::check) },
    Rule { code: &unsorted_rows::CODE, check: Check::Register(unsorted_rows::check) },
    Rule { code: &reserved_key::CODE, check: Check::Register(reserved_key::check) },
    Rule { code: &country_name::CODE, check: Check::Register(country_name::check) },
    Rule { code: &duplicate_name::CODE, check: Check::Register(duplicate_name::check) },
    Rule { code: &name_collision::CODE, check: Check::Register(name_collision::check) },
    Rule { code: &hierarchy::CODE, check: Check::Register(hierarchy::check) },
    Rule { code: &country_code::CODE, check: Check::Register(country_code::check) },
    Rule { code: &eea_member::CODE, check: Check::Register(eea_member::check) },
    Rule { code: &outside_version::CODE, check: Check::Register(outside_version::check) },
    Rule { code: &unused_term::CODE, check: Check::Register(unused_term::check) },
    Rule { code: &edition_order::CODE, check: Check::Register(edition_order::check) },
    Rule { code: &early_effect::CODE, check: Check::Register(early_effect::check) },
    Rule { code: &listing_time::CODE, check: Check::Register(listing_time::check) },
    Rule { code: &overlapping_engagements::CODE, check: Check::Register(overlapping_engagements::check) },
    Rule { code: &missing_section::CODE, check: Check::Register(missing_section::check) },
    Rule { code: &edition_document::CODE, check: Check::Register(edition_document::check) },
    Rule { code: &position_taken::CODE, check: Check::Register(position_taken::check) },
    Rule { code: &source_row_taken::CODE, check: Check::Register(source_row_taken::check) },
    Rule { code: &published_name::CODE, check: Check::Register(published_name::check) },
    Rule { code: &engagement_key::CODE, check: Check::Register(engagement_key::check) },
    Rule { code: &withdrawn_provider::CODE, check: Check::Register(withdrawn_provider::check) },
    Rule { code: &unlisted_provider::CODE, check: Check::Register(unlisted_provider::check) },
    Rule { code: &succession_cycle::CODE, check: Check::Register(succession_cycle::check) },
    Rule { code: &nothing_disclosed::CODE, check: Check::Register(nothing_disclosed::check) },
    Rule { code: &own_recipient::CODE, check: Check::Register(own_recipient::check) },
    Rule { code: &contradictory_disclosure::CODE, check: Check::Register(contradictory_disclosure::check) },
    Rule { code: &excluded_subject::CODE, check: Check::Register(excluded_subject::check) },
];

/// The code of every rule.
pub(crate) static CODES: &[&Code] = &{
    let mut codes = [&unknown_reference::CODE; RULES.len()];
    let mut at = 0;
    while at < RULES.len() {
        codes[at] = RULES[at].code;
        at += 1;
    }
    codes
};

/// One cell that is well-formed.
pub(crate) struct CellAt<'c> {
    /// The table.
    pub(crate) table: &'static str,
    /// The column.
    pub(crate) column: &'c Column,
    /// The items of a list cell, or the one text of another.
    pub(crate) items: &'c [&'c str],
    /// The keys of the table that the column refers to; for a party, those of the providers.
    pub(crate) keys: Option<&'c Keys<'c>>,
    /// The keys of all tables read before.
    pub(crate) tables: &'c KeySets<'c>,
    /// The place of the cell, or of one of its items.
    pub(crate) place: &'c dyn Fn(Option<usize>) -> Place,
}

impl CellAt<'_> {
    /// A problem with one item.
    fn problem(&self, code: &'static Code, item: usize, message: String) -> Problem {
        Problem::new(code, (self.place)(Some(item)), message)
            .field(self.table, &self.column.name)
            .value(self.items[item])
    }
}

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

/// Applies the rules for one cell, up to the first that refuses it: one cell, one rule.
pub(crate) fn check_cell(cell: &CellAt<'_>, problems: &mut Vec<Problem>) {
    let before = problems.len();
    for rule in &RULES {
        if let Check::Cell(check) = rule.check {
            check(cell, problems);
        }
        if problems.len() > before {
            return;
        }
    }
}

/// Applies the rules for the whole register.
pub(crate) fn check(facts: &Facts<'_, '_>, problems: &mut Vec<Problem>) {
    for rule in &RULES {
        if let Check::Register(check) = rule.check {
            check(facts, problems);
        }
    }
}
