//! `early-effect`: an edition that takes effect before customers can no longer object, or before it
//! was published.

use crate::problem::{Code, Problem};
use crate::read::Parsed;
use crate::tables::row::Edition;
use crate::text::is_day;

pub(super) static CODE: Code = Code {
    name: "early-effect",
    refuses: "An edition that takes effect before customers can no longer object, or before it was published; and one to which customers could object only before it was published.",
    why: "Where customers may object until a day, the change must not be made before that day.",
    mend: "Move `effective` after `objection_until`, or mend the date that is wrong.",
    example: (
        "effective 2026-01-01, objection_until 2026-01-15",
        "effective 2026-01-16, objection_until 2026-01-15",
    ),
    ..Code::RULE
};

pub(super) fn check(parsed: &Parsed<'_>, problems: &mut Vec<Problem>) {
    let Some(register) = &parsed.register else { return };
    for (index, edition) in parsed.editions().iter().enumerate() {
        if let Some(Early { member, date, message, help }) = early(edition) {
            let pointer = format!("/editions/{index}/{member}");
            problems.push(
                Problem::new(&CODE, register.place(&pointer), message)
                    .field("register", &pointer)
                    .value(date)
                    .help(help),
            );
        }
    }
}

/// A date of an edition that is too early.
struct Early<'e> {
    member: &'static str,
    date: &'e str,
    message: String,
    help: &'static str,
}

fn early(edition: &Edition) -> Option<Early<'_>> {
    let published = &edition.published;
    let objection = edition.objection_until.known();
    if let Some(until) = objection.filter(|until| *until < published && is_day(until)) {
        return Some(Early {
            member: "objection_until",
            date: until,
            message: format!(
                "customers could object until {until}, before it was published on {published}"
            ),
            help: "mend the date that is wrong",
        });
    }
    let effective = edition.effective.known()?;
    let message = match objection {
        Some(until) if effective <= until => {
            format!("takes effect on {effective}, while customers may object until {until}")
        }
        _ if effective < published => {
            format!("takes effect on {effective}, before it was published on {published}")
        }
        _ => return None,
    };
    let help = "move it after the objection period";
    Some(Early { member: "effective", date: effective, message, help })
}
