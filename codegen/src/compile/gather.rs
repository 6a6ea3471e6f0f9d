//! One mistake, one problem: many cells with the same fault become one problem.

use std::hash::Hash;

use crate::hashing::{HashMap, HashSet};
use crate::limits::MAX_PLACES;
use crate::problem::{Cause, Place, Problem, Related};

/// Fewer cells with the same fault are shown one by one.
const FEWEST: usize = 3;
/// Fewer faults of one kind in one column are shown one by one.
const FEWEST_ALIKE: usize = 10;
/// How many further places the message names.
const MOST_NAMED: usize = 3;

/// What many problems of one kind have in common.
#[derive(PartialEq, Eq, Hash)]
enum Common {
    /// They name keys that this table lacks: its rows were lost.
    LostRows(String),
    /// They are in this column of this file.
    Column(String, String),
}

/// Joins the problems with the same cause, such as cells that refer to the same unknown key, or hold
/// the same text in the wrong form. Then it joins those of one kind in one column, however they
/// differ: somebody filled in or pasted them, or a program rewrote the column. The first of them
/// says how many there are, and where.
pub(super) fn gathered(problems: Vec<Problem>) -> Vec<Problem> {
    let single = |problem| Joined { problem, same: Vec::new(), count_text: String::new() };
    let same = |joined: &Joined| Some((joined.problem.code.name, joined.problem.cause.clone()?));
    let all = join(problems.into_iter().map(single).collect(), FEWEST, same, |_, places| {
        format!("the same in {places} more cells")
    });
    let alike = |joined: &Joined| {
        let problem = &joined.problem;
        let common = match &problem.cause {
            Some(Cause { expected, lost_row: true, .. }) => Common::LostRows(expected.clone()),
            _ => Common::Column(problem.place.file.clone(), problem.field.clone()),
        };
        Some((problem.code.name, common))
    };
    let all = join(all, FEWEST_ALIKE, alike, |members, places| {
        let keys: HashSet<&str> = (members.iter())
            .filter_map(|member| member.problem.cause.as_ref().filter(|cause| cause.lost_row))
            .map(|cause| cause.found.as_str())
            .collect();
        match keys.len() {
            0 => format!("this kind of problem is in {places} more cells"),
            1 => format!("the same in {places} more cells"),
            all => format!("{} more keys are not there, in {places} more cells", all - 1),
        }
    });
    all.into_iter().map(Joined::into_problem).collect()
}

/// A problem, and where else the same is wrong.
struct Joined {
    problem: Problem,
    /// The other places.
    same: Vec<Place>,
    /// The sentence that says how many there are.
    count_text: String,
}

impl Joined {
    fn into_problem(self) -> Problem {
        let Self { mut problem, mut same, count_text } = self;
        let Some(next) = same.first().cloned() else { return problem };
        let named: Vec<String> = same.iter().take(MOST_NAMED).map(Place::to_string).collect();
        let others = if same.len() > MOST_NAMED { " and others" } else { "" };
        problem.message += &format!("; {count_text}: {}{others}", named.join(", "));
        problem.related = Some(Related { place: next, message: "the next of them".to_owned() });
        same.truncate(MAX_PLACES);
        problem.same = same;
        problem
    }
}

/// Joins the problems that have a key in common, if there are at least `fewest`. `describe` tells in
/// words how many places were joined.
fn join<K: Eq + Hash>(
    mut all: Vec<Joined>,
    fewest: usize,
    key: impl Fn(&Joined) -> Option<K>,
    describe: impl Fn(&[&Joined], usize) -> String,
) -> Vec<Joined> {
    all.sort_by(|a, b| a.problem.place.cmp(&b.problem.place));
    let mut groups: HashMap<K, Vec<usize>> = HashMap::default();
    for (index, joined) in all.iter().enumerate() {
        if let Some(key) = key(joined) {
            groups.entry(key).or_default().push(index);
        }
    }
    let mut absorbed = vec![false; all.len()];
    for group in groups.into_values().filter(|group| group.len() >= fewest) {
        let members: Vec<&Joined> = group.iter().map(|index| &all[*index]).collect();
        let mut same: Vec<Place> = members[0].same.clone();
        for member in &members[1..] {
            same.push(member.problem.place.clone());
            same.extend_from_slice(&member.same);
        }
        same.sort();
        let count_text = describe(&members, same.len());
        for index in &group[1..] {
            absorbed[*index] = true;
        }
        let first = &mut all[group[0]];
        first.same = same;
        first.count_text = count_text;
    }
    let mut absorbed = absorbed.into_iter();
    all.retain(|_| absorbed.next() == Some(false));
    all
}
