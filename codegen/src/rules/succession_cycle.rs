//! `succession-cycle`: successions that lead from a provider back to itself.

use std::collections::{HashMap, HashSet};

use super::Facts;
use crate::codes::{Code, Stage};
use crate::problem::Problem;

pub(super) static CODE: Code = Code {
    name: "succession-cycle",
    stage: Stage::Rules,
    mendable: false,
    refuses: "Successions that lead from a provider back to itself.",
    why: "A provider cannot be its own successor; whoever asks for the newest one would never find it.",
    mend: "Take out the succession that points backwards.",
    example: ("from slack, to slack", "from apple-pay, to apple-app-store-payments"),
};

pub(super) fn check(facts: &Facts<'_, '_>, problems: &mut Vec<Problem>) {
    let table = &facts.tables.successions;
    let mut next: HashMap<&str, Vec<&str>> = HashMap::new();
    for entry in table.rows.iter().filter(|entry| entry.row.withdrawn.known().is_none()) {
        next.entry(&entry.row.from).or_default().push(&entry.row.to);
    }
    let mut reported: HashSet<&str> = HashSet::new();
    for entry in &table.rows {
        let (from, to) = (entry.row.from.as_str(), entry.row.to.as_str());
        let mut seen = HashSet::from([to]);
        let mut open = vec![to];
        while let Some(provider) = open.pop() {
            for follower in next.get(provider).into_iter().flatten() {
                if seen.insert(follower) {
                    open.push(follower);
                }
            }
        }
        if seen.contains(from) && reported.is_disjoint(&seen) {
            reported.extend(seen);
            problems.push(
                table
                    .problem(&CODE, entry.line, "to", format!("`{from}` would follow itself"))
                    .help("take out the succession that points backwards"),
            );
        }
    }
}
