//! `succession-cycle`: successions of one edition that lead from a provider back to itself.

use std::collections::hash_map::Entry;

use crate::hashing::HashMap;
use crate::problem::{Code, Problem};
use crate::read::{LocatedRow, Parsed};
use crate::tables::row::SuccessionRow;

pub(super) static CODE: Code = Code {
    name: "succession-cycle",
    refuses: "Successions of one edition that lead from a provider back to itself.",
    why: "In one edition a provider cannot be its own successor; a search for the newest one would never end. Over several editions an old name may come back.",
    mend: "Take out the succession that points backwards, or write the edition in which it shows.",
    example: (
        "predecessor slack, successor slack",
        "predecessor apple-pay, successor apple-app-store-payments",
    ),
    ..Code::RULE
};

/// How far a depth-first search has come with a provider.
enum Visit {
    /// Its successors are being visited.
    Started,
    /// So were all of them.
    Done,
}

/// A provider in an edition.
type Node<'d> = (&'d str, &'d str);

pub(super) fn check(parsed: &Parsed<'_>, problems: &mut Vec<Problem>) {
    let table = &parsed.tables.successions;
    let rows: Vec<&LocatedRow<SuccessionRow>> =
        table.rows.iter().filter(|located| !located.row.is_withdrawn()).collect();
    let mut successors: HashMap<Node<'_>, Vec<&LocatedRow<SuccessionRow>>> = HashMap::default();
    for located in &rows {
        let row = &located.row;
        successors.entry((&row.edition, &row.predecessor)).or_default().push(located);
    }
    let mut visits: HashMap<Node<'_>, Visit> = HashMap::default();
    for LocatedRow { row: start, .. } in rows {
        let first: Node<'_> = (&start.edition, &start.predecessor);
        // The providers on the path, each with the number of its next successor to visit.
        let mut path = Vec::new();
        if let Entry::Vacant(visit) = visits.entry(first) {
            visit.insert(Visit::Started);
            path.push((first, 0));
        }
        while let Some((provider, next)) = path.last_mut() {
            let Some(LocatedRow { line, row }) =
                successors.get(provider).and_then(|rows| rows.get(*next))
            else {
                visits.insert(*provider, Visit::Done);
                path.pop();
                continue;
            };
            *next += 1;
            let successor: Node<'_> = (&row.edition, &row.successor);
            match visits.get(&successor) {
                None => {
                    visits.insert(successor, Visit::Started);
                    path.push((successor, 0));
                }
                Some(Visit::Done) => {}
                Some(Visit::Started) => {
                    let message = format!("`{}` would follow itself", row.successor);
                    problems.push(
                        table
                            .problem(&CODE, *line, "successor", message)
                            .help("take out the succession that points backwards"),
                    );
                }
            }
        }
    }
}
