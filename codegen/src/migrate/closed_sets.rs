//! The closed sets of format 1 that are vocabularies in format 2. Their terms stood in the code, so
//! here is the one place that still has them. A register gets those that it uses.

use std::collections::BTreeSet;

use super::format_1::{Format1, OldTable};
use super::rewrite::table;
use crate::tables::row::{PartyRow, RelationRow, SettingRow};

/// The cells of a row.
type Term = &'static [&'static str];

const PARTIES: [Term; 3] = [
    &["district", "School districts", "A body that runs the schools of an area."],
    &["third-party", "Third parties", "Somebody whom the source does not name further."],
    &["user", "Users", "Anyone who uses the service."],
];

const RELATIONS: [Term; 4] = [
    &["associated", "Associated", "yes", "Linked with the account, not collected from it."],
    &["for-others", "For others", "no", "Gives data of other people."],
    &["own", "Own", "yes", "Gives its own data."],
    &["via-teacher", "Via a teacher", "yes", "A teacher gives the data of the group."],
];

const SETTINGS: [Term; 2] = [
    &["in-school", "In school", "Used in school."],
    &["out-of-school", "Out of school", "Used out of school."],
];

/// What the setting of a feature is in format 2.
pub(super) fn settings(old: &str) -> &str {
    match old {
        "both" => "in-school;out-of-school",
        "unstated" => "unknown",
        one => one,
    }
}

/// The files of the vocabularies.
pub(super) fn files(old: &Format1) -> [(&'static str, Vec<u8>); 3] {
    let cells = |table: &OldTable, column: &str| -> BTreeSet<String> {
        (0..table.rows.len()).map(|at| table.cell(at, column).to_owned()).collect()
    };
    let senders = cells(&old.disclosures, "from");
    let recipients = cells(&old.disclosures, "to");
    let parties = senders.union(&recipients).cloned().collect();
    let relations = cells(&old.practice_subjects, "relation");
    let features = cells(&old.engagement_features, "setting");
    let used = features.iter().flat_map(|old| settings(old).split(';').map(str::to_owned));
    [
        table::<PartyRow>(terms(&PARTIES, &parties)),
        table::<RelationRow>(terms(&RELATIONS, &relations)),
        table::<SettingRow>(terms(&SETTINGS, &used.collect())),
    ]
}

/// The rows of the terms that are used.
fn terms(all: &[Term], used: &BTreeSet<String>) -> Vec<Vec<String>> {
    let used = all.iter().filter(|term| used.contains(term[0]));
    used.map(|term| term.iter().map(|cell| (*cell).to_owned()).collect()).collect()
}
