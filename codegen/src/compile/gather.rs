//! One mistake, one problem: many cells with the same fault become one problem.

use crate::hashing::HashMap;
use crate::problem::{Cause, Place, Problem, Related};

/// Fewer cells with the same fault are shown one by one.
const FEWEST: usize = 3;
/// How many further places the message names.
const MOST_NAMED: usize = 3;

/// Joins the problems with the same code and cause, such as cells that refer to the same unknown
/// key, or hold the same text in the wrong form. The first of them says how many there are, and
/// where.
pub(super) fn gathered(mut problems: Vec<Problem>) -> Vec<Problem> {
    problems.sort_by(|a, b| a.place.cmp(&b.place));
    let mut groups: HashMap<(&str, &Cause), Vec<usize>> = HashMap::default();
    for (index, problem) in problems.iter().enumerate() {
        if let Some(cause) = &problem.cause {
            groups.entry((problem.code.name, cause)).or_default().push(index);
        }
    }
    let groups: Vec<Vec<usize>> =
        groups.into_values().filter(|group| group.len() >= FEWEST).collect();
    let mut joined = vec![false; problems.len()];
    for group in groups {
        let same: Vec<Place> =
            group[1..].iter().map(|index| problems[*index].place.clone()).collect();
        for index in &group[1..] {
            joined[*index] = true;
        }
        let named: Vec<String> = same.iter().take(MOST_NAMED).map(Place::to_string).collect();
        let others = if same.len() > MOST_NAMED { " and others" } else { "" };
        let first = &mut problems[group[0]];
        first.message +=
            &format!("; the same in {} more cells: {}{others}", same.len(), named.join(", "));
        first.related =
            Some(Related { place: same[0].clone(), message: "the next of them".to_owned() });
        first.same = same;
    }
    let mut joined = joined.into_iter();
    problems.retain(|_| joined.next() == Some(false));
    problems
}
