//! `storage-status`: an engagement whose status of storage and rows in storage.csv do not agree.

use crate::cell_types::StorageStatus;
use crate::hashing::HashMap;
use crate::problem::{Code, Problem};
use crate::read::{AnyTable as _, Draft, LocatedRow};

pub(super) static CODE: Code = Code {
    name: "storage-status",
    refuses: "An engagement with `storage` `listed` and no place in storage.csv, or with another word and a place there.",
    why: "`listed` says that the source names the places. Every other word says that it names none.",
    mend: "Write `listed` and list the places, or write the word that fits and take the places out.",
    example: ("storage unknown, and a row with the place us", "storage listed"),
    ..Code::RULE
};

pub(super) fn check(draft: &Draft<'_>, problems: &mut Vec<Problem>) {
    let (engagements, storage) = (&draft.tables.engagements, &draft.tables.storage);
    let mut places: HashMap<&str, usize> = HashMap::default();
    for LocatedRow { line, row } in &storage.rows {
        if row.withdrawn.known().is_none() {
            places.entry(&row.engagement).or_insert(*line);
        }
    }
    for LocatedRow { line, row } in &engagements.rows {
        if row.withdrawn.known().is_some() {
            continue;
        }
        let problem = |message: String, help: &str| {
            engagements.problem(&CODE, *line, "storage", message).help(help)
        };
        match (row.storage, places.get(&*row.key)) {
            (StorageStatus::Listed, None) if storage.is_whole() => {
                let message = format!("storage.csv names no place for `{}`", row.key);
                problems.push(problem(message, "add the places, or write the word that fits"));
            }
            (StorageStatus::Listed, _) | (_, None) => {}
            (_, Some(place)) => {
                let message = format!("storage.csv names a place for `{}`", row.key);
                problems.push(
                    problem(message, "write `listed`, or take the places out")
                        .related(storage.place(*place, "place", None), "a place"),
                );
            }
        }
    }
}
