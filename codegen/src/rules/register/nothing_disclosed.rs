//! `nothing-disclosed`: an engagement whose data is listed, without a disclosure, and a practice
//! without a subject.

use super::rows_by_key::RowsByKey;
use crate::cell_types::DataStatus;
use crate::hashing::HashSet;
use crate::problem::{Code, Problem};
use crate::read::{AnyTable, LocatedRow, Parsed};

pub(super) static CODE: Code = Code {
    name: "nothing-disclosed",
    refuses: "An engagement with `data` `listed` and no row in disclosures.csv, and a practice without a row in practice-subjects.csv.",
    why: "`listed` says that the source names the data. If none is in disclosures.csv, a reader learns nothing about it.",
    mend: "Add the rows. If the source names no data, write `unknown` into `data`. If it says that no personal data passes, write `none`. That one kind of data does not pass is a row with asserted `no`.",
    example: ("data listed, without disclosures", "data unknown, without disclosures"),
    ..Code::RULE
};

pub(super) fn check(parsed: &Parsed<'_>, problems: &mut Vec<Problem>) {
    let tables = &parsed.tables;
    let withdrawn: HashSet<usize> = (tables.disclosures.rows.iter())
        .filter(|located| located.row.is_withdrawn())
        .map(|located| located.line)
        .collect();
    if let Some(disclosing) = parents(&tables.disclosures, &withdrawn) {
        let engagements = RowsByKey::new(&tables.engagements.rows, |located| &located.row.key);
        for LocatedRow { line, row } in engagements.without(disclosing) {
            if row.data == DataStatus::Listed && !row.is_withdrawn() {
                let message = format!("`{}` has no disclosure", row.key);
                problems.push(
                    tables
                        .engagements
                        .problem(&CODE, *line, "data", message)
                        .help("add its rows to disclosures.csv, or write `unknown` or `none`"),
                );
            }
        }
    }
    if let Some(concerning) = parents(&tables.practice_subjects, &HashSet::default()) {
        let practices = RowsByKey::new(&tables.practices.rows, |located| &located.row.key);
        for LocatedRow { line, row } in practices.without(concerning) {
            let message = format!("practice-subjects.csv has no row for `{}`", row.key);
            problems.push(
                tables
                    .practices
                    .problem(&CODE, *line, "key", message)
                    .help("add its rows to practice-subjects.csv"),
            );
        }
    }
}

/// The keys that the rows of a table belong to, those on some lines aside. `None` where not every
/// key could be read: a row that was refused may be the one that seems to be missing.
fn parents<'t>(
    table: &'t dyn AnyTable<'_>,
    except: &HashSet<usize>,
) -> Option<impl Iterator<Item = &'t str>> {
    let rows = || table.keys().iter().filter(|row| !except.contains(&row.line));
    table.keys_are_whole().then(|| rows().map(|row| &*row.cells[0]))
}
