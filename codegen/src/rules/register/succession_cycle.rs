//! `succession-cycle`: successions that lead from a provider back to itself.

use super::Facts;
use crate::hashing::HashMap;
use crate::problem::{Code, Problem, Stage};

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
    let rows: Vec<_> =
        table.rows.iter().filter(|entry| entry.row.withdrawn.known().is_none()).collect();
    let mut followers: HashMap<&str, Vec<usize>> = HashMap::default();
    for (index, entry) in rows.iter().enumerate() {
        followers.entry(&entry.row.from).or_default().push(index);
    }
    // Goes from each provider to those that followed, and meets one that it is coming from where
    // the way turns back.
    let mut state: HashMap<&str, State> = HashMap::default();
    for start in &rows {
        let mut way = Vec::new();
        if !state.contains_key(start.row.from.as_str()) {
            state.insert(&start.row.from, State::OnTheWay);
            way.push((start.row.from.as_str(), 0));
        }
        while let Some((provider, next)) = way.last_mut() {
            let Some(index) = followers.get(provider).and_then(|rows| rows.get(*next)) else {
                state.insert(provider, State::Done);
                way.pop();
                continue;
            };
            *next += 1;
            let entry = rows[*index];
            let to = entry.row.to.as_str();
            match state.get(to) {
                None => {
                    state.insert(to, State::OnTheWay);
                    way.push((to, 0));
                }
                Some(State::Done) => {}
                Some(State::OnTheWay) => problems.push(
                    table
                        .problem(&CODE, entry.line, "to", format!("`{to}` would follow itself"))
                        .help("take out the succession that points backwards"),
                ),
            }
        }
    }
}

enum State {
    OnTheWay,
    Done,
}
