//! `contradictory-disclosure`: one row of an engagement says that data is disclosed, another that
//! the same data is not.

use crate::cell_types::{Asserted, Key};
use crate::hashing::{HashMap, HashSet};
use crate::problem::{Code, Problem};
use crate::read::{AnyTable as _, LocatedRow, Parsed};

pub(super) static CODE: Code = Code {
    name: "contradictory-disclosure",
    refuses: "Two rows of one engagement, of which one says that data is disclosed and the other that the same data is not.",
    why: "Both cannot be true. Where the source draws a line, the rows differ in subject, form, context or condition.",
    mend: "Take one of the two out, or write down what tells them apart.",
    example: (
        "e-mail of students: asserted yes, and again asserted no",
        "asserted yes for teachers, no for students",
    ),
    ..Code::RULE
};

pub(super) fn check(parsed: &Parsed<'_>, problems: &mut Vec<Problem>) {
    let table = &parsed.tables.disclosures;
    // Only where a row denies something can two contradict each other, and few engagements have one.
    let denying: HashSet<&Key> = (table.rows.iter())
        .filter(|located| located.row.asserted == Asserted::No)
        .map(|located| &located.row.engagement)
        .collect();
    let mut first: HashMap<_, (Asserted, usize)> = HashMap::default();
    for LocatedRow { line, row } in &table.rows {
        if row.is_withdrawn() || !denying.contains(&row.engagement) {
            continue;
        }
        let disclosed = (
            (&row.engagement, &row.sender, &row.recipient, &row.data_category),
            (&row.data_subject, row.form, &row.context, &row.condition),
        );
        let (asserted, other) = *first.entry(disclosed).or_insert((row.asserted, *line));
        if asserted != row.asserted {
            let message = "another row says the opposite";
            problems.push(
                table
                    .problem(&CODE, *line, "asserted", message)
                    .help("take one out, or write down what tells them apart")
                    .related(table.place(other, "asserted", None), "the other row"),
            );
        }
    }
}
