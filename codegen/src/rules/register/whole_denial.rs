//! `whole-denial`: data that is said not to be disclosed, without a use or a condition, beside a
//! disclosure of the same data in some use or on some condition.

use crate::cell_types::{Asserted, DataOrAny, Key, Party, Stated};
use crate::hashing::HashMap;
use crate::problem::{Code, Problem};
use crate::read::{AnyTable as _, LocatedRow, Parsed};
use crate::tables::row::DisclosureRow;

pub(super) static CODE: Code = Code {
    name: "whole-denial",
    refuses: "A row that says of data that it is not disclosed, without a use or a condition, beside a row of the same engagement that says of the same data of the same group that it is disclosed in some use, in some form or on some condition.",
    why: "A denial without a limit is read as one for every use. The other row shows that it is not, so a reader is promised too much.",
    mend: "Write into the denial the use or the condition of which the source says it, or take one of the two out.",
    example: (
        "birth dates: asserted no, and asserted yes with a condition",
        "asserted no with the context age-check",
    ),
    ..Code::RULE
};

pub(super) fn check(parsed: &Parsed<'_>, problems: &mut Vec<Problem>) {
    let table = &parsed.tables.disclosures;
    let rows = || table.rows.iter().filter(|located| !located.row.is_withdrawn());
    let mut denials: HashMap<_, &LocatedRow<DisclosureRow>> = HashMap::default();
    for located in rows().filter(|located| located.row.asserted == Asserted::No) {
        if !located.row.is_limited() {
            denials.entry(flow(&located.row)).or_insert(located);
        }
    }
    for LocatedRow { line, row } in rows().filter(|located| located.row.asserted == Asserted::Yes) {
        let Some(denial) = denials.get(&flow(row)).copied() else { continue };
        // Where nothing tells the two apart, another rule refuses them.
        let forms = [row, &denial.row].map(|row| row.form);
        if row.is_limited() || forms[0] != forms[1] {
            // Several disclosures beside one denial are one mistake.
            denials.remove(&flow(row));
            let message = "another row says that this data is disclosed";
            problems.push(
                table
                    .problem(&CODE, denial.line, "condition", message)
                    .help(
                        "write the use or the condition of the denial, or take one of the two out",
                    )
                    .related(table.place(*line, "asserted", None), "the other row"),
            );
        }
    }
}

/// Which data of whom passes between whom.
fn flow(row: &DisclosureRow) -> (&Key, &Party, &Party, &DataOrAny, &Stated<Key>) {
    (&row.engagement, &row.sender, &row.recipient, &row.data_category, &row.data_subject)
}
