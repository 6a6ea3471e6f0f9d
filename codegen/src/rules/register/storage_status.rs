//! `storage-status`: an engagement whose status of storage and rows in storage.csv do not agree.

use super::rows_by_key::RowsByKey;
use crate::cell_types::StorageStatus;
use crate::problem::{Code, Problem};
use crate::read::{AnyTable as _, LocatedRow, Parsed};

pub(super) static CODE: Code = Code {
    name: "storage-status",
    refuses: "An engagement with `storage` `listed` and no place in storage.csv, or with another word and a place there.",
    why: "`listed` says that the source names the places. Every other word says that it names none.",
    mend: "Write `listed` and list the places, or write the word that fits and take the places out.",
    example: ("storage unknown, and a row with the place us", "storage listed"),
    ..Code::RULE
};

pub(super) fn check(parsed: &Parsed<'_>, problems: &mut Vec<Problem>) {
    let (engagements, storage) = (&parsed.tables.engagements, &parsed.tables.storage);
    for (LocatedRow { line, row }, place) in engagements.rows.iter().zip(first_places(parsed)) {
        if row.is_withdrawn() {
            continue;
        }
        let problem = |message: String, help: &str| {
            engagements.problem(&CODE, *line, "storage", message).help(help)
        };
        match (row.storage, place) {
            (StorageStatus::Listed, None) if storage.is_whole() => {
                let message = format!("storage.csv names no place for `{}`", row.key);
                problems.push(problem(message, "add the places, or write the word that fits"));
            }
            (StorageStatus::Listed, _) | (_, None) => {}
            (_, Some(place)) => {
                let message = format!("storage.csv names a place for `{}`", row.key);
                problems.push(
                    problem(message, "write `listed`, or take the places out")
                        .related(storage.place(place, "place", None), "a place"),
                );
            }
        }
    }
}

/// For each engagement the line of the first place that storage.csv names for it.
fn first_places(parsed: &Parsed<'_>) -> Vec<Option<usize>> {
    let (engagements, storage) = (&parsed.tables.engagements.rows, &parsed.tables.storage.rows);
    let by_key = RowsByKey::new(engagements, |located| &located.row.key);
    let mut places = vec![None; engagements.len()];
    for LocatedRow { line, row } in storage {
        if !row.is_withdrawn()
            && let Some(at) = by_key.position(&row.engagement)
        {
            places[at].get_or_insert(*line);
        }
    }
    places
}
