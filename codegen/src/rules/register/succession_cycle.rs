//! `succession-cycle`: successions that lead from a provider back to itself.

use crate::hashing::HashMap;
use crate::problem::{Code, Problem};
use crate::read::{Draft, LocatedRow};
use crate::tables::row::SuccessionRow;

pub(super) static CODE: Code = Code {
    name: "succession-cycle",
    refuses: "Successions that lead from a provider back to itself.",
    why: "A provider cannot be its own successor; a search for the newest one would never end.",
    mend: "Take out the succession that points backwards.",
    example: ("from slack, to slack", "from apple-pay, to apple-app-store-payments"),
    ..Code::RULE
};

/// How far a depth-first search has come with a provider.
enum Visit {
    /// Its successors are being visited.
    Started,
    /// So were all of them.
    Done,
}

pub(super) fn check(draft: &Draft<'_>, problems: &mut Vec<Problem>) {
    let table = &draft.tables.successions;
    let rows: Vec<&LocatedRow<SuccessionRow>> =
        table.rows.iter().filter(|located| located.row.withdrawn.known().is_none()).collect();
    let mut successors: HashMap<&str, Vec<&LocatedRow<SuccessionRow>>> = HashMap::default();
    for located in &rows {
        successors.entry(&located.row.from).or_default().push(located);
    }
    let mut visits: HashMap<&str, Visit> = HashMap::default();
    for LocatedRow { row: start, .. } in rows {
        // The providers on the path, each with the number of its next successor to visit.
        let mut path = Vec::new();
        if !visits.contains_key(start.from.as_str()) {
            visits.insert(&start.from, Visit::Started);
            path.push((start.from.as_str(), 0));
        }
        while let Some((provider, next)) = path.last_mut() {
            let Some(LocatedRow { line, row }) =
                successors.get(provider).and_then(|rows| rows.get(*next))
            else {
                visits.insert(provider, Visit::Done);
                path.pop();
                continue;
            };
            *next += 1;
            let to = row.to.as_str();
            match visits.get(to) {
                None => {
                    visits.insert(to, Visit::Started);
                    path.push((to, 0));
                }
                Some(Visit::Done) => {}
                Some(Visit::Started) => problems.push(
                    table
                        .problem(&CODE, *line, "to", format!("`{to}` would follow itself"))
                        .help("take out the succession that points backwards"),
                ),
            }
        }
    }
}
