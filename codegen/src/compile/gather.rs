//! One mistake, one problem: what many cells say in the same words is said once.

use crate::hashing::HashMap;
use crate::problem::{Cause, Place, Problem, Related};

/// From so many cells on. Fewer are shown one by one.
const MANY: usize = 3;
/// How many further places are named.
const NAMED: usize = 3;

/// The problems in which those that have the same cause are one: cells that refer to the same key
/// that is not there, or hold the same text in the wrong form. It says how many there are, and
/// where they stand.
pub(super) fn gathered(mut problems: Vec<Problem>) -> Vec<Problem> {
    problems.sort_by(|a, b| a.place.cmp(&b.place));
    let mut same: HashMap<(&str, Cause), Vec<usize>> = HashMap::default();
    for (index, problem) in problems.iter().enumerate() {
        if let Some(cause) = &problem.cause {
            same.entry((problem.code.name, cause.clone())).or_default().push(index);
        }
    }
    let mut gone = vec![false; problems.len()];
    for cells in same.into_values().filter(|cells| cells.len() >= MANY) {
        let same: Vec<Place> =
            cells[1..].iter().map(|cell| problems[*cell].place.clone()).collect();
        for cell in &cells[1..] {
            gone[*cell] = true;
        }
        let named: Vec<String> = same.iter().take(NAMED).map(Place::to_string).collect();
        let others = if same.len() > NAMED { " and others" } else { "" };
        let first = &mut problems[cells[0]];
        first.message +=
            &format!("; the same in {} more cells: {}{others}", same.len(), named.join(", "));
        first.related =
            Some(Related { place: same[0].clone(), message: "the next of them".to_owned() });
        first.same = same;
    }
    let mut gone = gone.into_iter();
    problems.retain(|_| !gone.next().unwrap_or_default());
    problems
}
