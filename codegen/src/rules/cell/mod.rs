//! The rules for one cell: they see the cell and the keys of the tables read before.
//!
//! To add one, add a file, its line in [`RULES`], and a broken register in `tests/`.

mod almost_word;
mod damaged_text;
mod impossible_date;
pub(crate) mod unknown_reference;
mod unsorted_list;
mod web_address;
mod word_alone;

use crate::keys::{KeySets, Keys};
use crate::problem::{Code, Place, Problem};
use crate::tables::Column;

/// A rule for one cell.
struct Rule {
    code: &'static Code,
    check: fn(&CellAt<'_>, &mut Vec<Problem>),
}

/// Every rule, in the order in which they are applied.
#[rustfmt::skip]
static RULES: [Rule; 7] = [
    Rule { code: &impossible_date::CODE, check: impossible_date::check },
    Rule { code: &web_address::CODE, check: web_address::check },
    Rule { code: &word_alone::CODE, check: word_alone::check },
    Rule { code: &damaged_text::CODE, check: damaged_text::check },
    Rule { code: &almost_word::CODE, check: almost_word::check },
    Rule { code: &unknown_reference::CODE, check: unknown_reference::check },
    Rule { code: &unsorted_list::CODE, check: unsorted_list::check },
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

/// Applies the rules for one cell, up to the first that refuses it: one cell, one rule.
pub(crate) fn check(cell: &CellAt<'_>, problems: &mut Vec<Problem>) {
    let before = problems.len();
    for rule in &RULES {
        (rule.check)(cell, problems);
        if problems.len() > before {
            return;
        }
    }
}
