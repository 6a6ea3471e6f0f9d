//! `early-effect`: an edition that takes effect before customers can no longer object, or before it was published.

use super::Facts;
use crate::problem::{Code, Problem, Stage};
use crate::text::is_day;

pub(super) static CODE: Code = Code {
    name: "early-effect",
    stage: Stage::Rules,
    mendable: false,
    refuses: "An edition that takes effect before customers can no longer object, or before it was published; and one to which customers could object only before it was published.",
    why: "A customer who may object until a day must not find the change made before it.",
    mend: "Move `effective` behind `objection_until`, or mend the date that is wrong.",
    example: (
        "effective 2026-01-01, objection_until 2026-01-15",
        "effective 2026-01-16, objection_until 2026-01-15",
    ),
};

pub(super) fn check(facts: &Facts<'_, '_>, problems: &mut Vec<Problem>) {
    let Some(register) = facts.register else { return };
    for (index, edition) in register.row.editions.iter().enumerate() {
        let objection = (edition.objection_until.known())
            .filter(|until| **until < edition.published && is_day(until));
        if let Some(until) = objection {
            let pointer = format!("/editions/{index}/objection_until");
            let message = format!(
                "customers could object until {until}, before it was published on {}",
                edition.published
            );
            problems.push(
                Problem::new(&CODE, register.place(&pointer), message)
                    .field("register", &pointer)
                    .value(until)
                    .help("mend the date that is wrong"),
            );
            continue;
        }
        let Some(effective) = edition.effective.known() else { continue };
        let pointer = format!("/editions/{index}/effective");
        let message = match edition.objection_until.known() {
            Some(until) if effective <= until => {
                format!("takes effect on {effective}, while customers may object until {until}")
            }
            _ if *effective < edition.published => {
                format!(
                    "takes effect on {effective}, before it was published on {}",
                    edition.published
                )
            }
            _ => continue,
        };
        problems.push(
            Problem::new(&CODE, register.place(&pointer), message)
                .field("register", &pointer)
                .value(effective)
                .help("move it behind the objection period"),
        );
    }
}
