//! `succession-cycle`: successions of one edition that lead from a provider back to itself.

use super::Facts;
use crate::hashing::HashMap;
use crate::problem::{Code, Problem, Stage};

pub(super) static CODE: Code = Code {
    name: "succession-cycle",
    stage: Stage::Rules,
    mendable: false,
    refuses: "Successions of one edition that lead from a provider back to itself.",
    why: "In one edition a provider cannot follow itself; whoever asks for the newest one would never find it. Over several editions it can: the old name may come back.",
    mend: "Take out the succession that points backwards, or write the edition in which it shows.",
    example: (
        "predecessor slack, successor slack",
        "predecessor apple-pay, successor apple-app-store-payments",
    ),
};

pub(super) fn check(facts: &Facts<'_, '_>, problems: &mut Vec<Problem>) {
    let table = &facts.tables.successions;
    let rows: Vec<_> =
        table.rows.iter().filter(|entry| entry.row.withdrawn.known().is_none()).collect();
    // A provider in an edition. A succession leads from one to another of the same edition.
    let mut followers: HashMap<(&str, &str), Vec<usize>> = HashMap::default();
    for (index, entry) in rows.iter().enumerate() {
        let row = &entry.row;
        followers.entry((&row.edition, &row.predecessor)).or_default().push(index);
    }
    // Goes from each provider to those that followed, and meets one that it is coming from where
    // the way turns back.
    let mut state: HashMap<(&str, &str), State> = HashMap::default();
    for start in &rows {
        let edition = start.row.edition.as_str();
        let mut way = Vec::new();
        let first = (edition, start.row.predecessor.as_str());
        if !state.contains_key(&first) {
            state.insert(first, State::OnTheWay);
            way.push((first, 0));
        }
        while let Some((provider, next)) = way.last_mut() {
            let Some(index) = followers.get(provider).and_then(|rows| rows.get(*next)) else {
                state.insert(*provider, State::Done);
                way.pop();
                continue;
            };
            *next += 1;
            let entry = rows[*index];
            let successor = (edition, entry.row.successor.as_str());
            match state.get(&successor) {
                None => {
                    state.insert(successor, State::OnTheWay);
                    way.push((successor, 0));
                }
                Some(State::Done) => {}
                Some(State::OnTheWay) => {
                    let message = format!("`{}` would follow itself", successor.1);
                    problems.push(
                        table
                            .problem(&CODE, entry.line, "successor", message)
                            .help("take out the succession that points backwards"),
                    );
                }
            }
        }
    }
}

enum State {
    OnTheWay,
    Done,
}
