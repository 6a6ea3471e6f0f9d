//! The rules for one cell: they see the cell and the keys of the tables read before.
//!
//! To add one, add its file, its two lines here, and a broken register in `tests/`.

mod almost_word;
mod damaged_text;
mod impossible_date;
pub(crate) mod reference;
mod unknown_reference;
mod unsorted_list;
pub(super) mod web_address;
mod word_alone;

use crate::keys::KeysByTable;
use crate::problem::{Code, Place, Problem, rules};
use crate::tables::Column;

rules! { fn(&CellAt<'_>, &mut Vec<Problem>);
    impossible_date,
    web_address,
    word_alone,
    damaged_text,
    almost_word,
    unknown_reference,
    unsorted_list,
}

/// A cell that is well-formed.
pub(crate) struct CellAt<'c> {
    /// The table.
    pub(crate) table: &'static str,
    /// The column.
    pub(crate) column: &'c Column,
    /// The items of a list cell, or the one text of another cell.
    pub(crate) items: &'c [&'c str],
    /// The keys of all tables read before.
    pub(crate) tables: &'c KeysByTable<'c>,
    /// The place of the cell, or of one of its items.
    pub(crate) place: &'c dyn Fn(Option<usize>) -> Place,
}

impl CellAt<'_> {
    /// A problem with one item.
    fn problem(&self, code: &'static Code, item: usize, message: String) -> Problem {
        self.complete(Problem::new(code, (self.place)(Some(item)), message).value(self.items[item]))
    }

    /// A problem with the names of the table and of the column.
    fn complete(&self, problem: Problem) -> Problem {
        problem.field(self.table, &self.column.name)
    }
}

/// Applies the rules up to the first that refuses the cell: one cell, one rule.
pub(crate) fn check(cell: &CellAt<'_>, problems: &mut Vec<Problem>) {
    let before = problems.len();
    for check in CHECKS {
        check(cell, problems);
        if problems.len() > before {
            return;
        }
    }
}
