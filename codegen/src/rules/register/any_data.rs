//! `any-data`: data of any kind that is disclosed, or that is denied without a limit.

use crate::cell_types::{Asserted, DataOrAny, Stated};
use crate::problem::{Code, Problem};
use crate::read::{LocatedRow, Parsed};

pub(super) static CODE: Code = Code {
    name: "any-data",
    refuses: "`data_category` `any` in a row that is asserted, or in a denial without `context` and `condition`.",
    why: "A source that names no data has `unknown` in `data` of the engagement. A denial of any data says that a use, or a case, is left out; without one it would deny everything.",
    mend: "Name the kind of data, or write the use into `context` or the case into `condition`. A group that the whole engagement leaves out is in `excluded_subjects`.",
    example: (
        "any data of students, asserted no, without a condition",
        "any data of students, asserted no, condition: When the map is shown.",
    ),
    ..Code::RULE
};

pub(super) fn check(parsed: &Parsed<'_>, problems: &mut Vec<Problem>) {
    let table = &parsed.tables.disclosures;
    for LocatedRow { line, row } in &table.rows {
        if row.data_category != DataOrAny::Any || row.is_withdrawn() {
            continue;
        }
        let (message, help) = if row.asserted == Asserted::Yes {
            ("only a denial can be of any data", "name the kind of data")
        } else if row.context == Stated::None && row.condition == Stated::None {
            let help = "write the use into `context`, or the case into `condition`";
            ("this denies all data in every case", help)
        } else {
            continue;
        };
        problems.push(table.problem(&CODE, *line, "data_category", message).help(help));
    }
}
