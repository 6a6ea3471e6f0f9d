//! `contradictory-disclosure`: two rows of one engagement of which one says that data is disclosed and the other that the same data is not.

use super::Facts;
use crate::cell_types::Asserted;
use crate::hashing::HashMap;
use crate::problem::{Code, Problem, Stage};
use crate::read::AnyTable as _;

pub(super) static CODE: Code = Code {
    name: "contradictory-disclosure",
    stage: Stage::Rules,
    mendable: false,
    refuses: "Two rows of one engagement of which one says that data is disclosed and the other that the same data is not.",
    why: "Both cannot hold. Where the source draws a line, the rows differ in subject, form, context or condition.",
    mend: "Take one of the two out, or write down what tells them apart.",
    example: (
        "e-mail of students: asserted yes, and again asserted no",
        "asserted yes for teachers, no for students",
    ),
};

pub(super) fn check(facts: &Facts<'_, '_>, problems: &mut Vec<Problem>) {
    let table = &facts.tables.disclosures;
    let mut first: HashMap<_, (Asserted, usize)> = HashMap::default();
    for entry in table.rows.iter().filter(|entry| entry.row.withdrawn.known().is_none()) {
        let row = &entry.row;
        let fact = (
            (&row.engagement, &row.sender, &row.recipient, &row.data_category),
            (&row.data_subject, row.form, &row.context, &row.condition),
        );
        let (asserted, line) = *first.entry(fact).or_insert((row.asserted, entry.line));
        if asserted != row.asserted {
            problems.push(
                table
                    .problem(
                        &CODE,
                        entry.line,
                        "asserted",
                        format!("line {} says the opposite", line + 1),
                    )
                    .help("take one out, or write down what tells them apart")
                    .related(table.place(line, "asserted", None), "the other row"),
            );
        }
    }
}
