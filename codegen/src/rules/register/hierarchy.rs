//! `hierarchy`: a parent that leads back to the row itself, or a chain of more than 16 parents.

use super::Facts;
use crate::cell_types::{Key, Stated};
use crate::hashing::{HashMap, HashSet};
use crate::limits::MAX_PARENTS;
use crate::problem::{Code, Problem, Stage};
use crate::read::Table;
use crate::tables::Row;

pub(super) static CODE: Code = Code {
    name: "hierarchy",
    stage: Stage::Rules,
    mendable: false,
    refuses: "A parent that leads back to the row itself, or a chain of more than 16 parents.",
    why: "Everything that is asked about a wider kind goes down the chain; a ring has no end.",
    mend: "Give one row of the ring another parent, or `none`.",
    example: ("a is a kind of b, b a kind of a", "a is a kind of b, b has parent none"),
};

pub(super) fn check(facts: &Facts<'_, '_>, problems: &mut Vec<Problem>) {
    chains(&facts.tables.data_categories, |row| (&row.key, &row.parent), problems);
    chains(&facts.tables.data_subjects, |row| (&row.key, &row.parent), problems);
}

fn chains<R: Row>(
    table: &Table<'_, R>,
    of: impl Fn(&R) -> (&Key, &Stated<Key>),
    problems: &mut Vec<Problem>,
) {
    let parents: HashMap<&str, &str> = table
        .rows
        .iter()
        .filter_map(|entry| {
            let (key, parent) = of(&entry.row);
            parent.known().map(|parent| (key.as_str(), parent.as_str()))
        })
        .collect();
    let mut rings: Vec<Vec<&str>> = Vec::new();
    let mut too_deep: HashSet<&str> = HashSet::default();
    let mut seen: HashMap<&str, Height> = HashMap::default();
    for entry in &table.rows {
        let mut chain: Vec<&str> = Vec::new();
        let mut next = Some(of(&entry.row).0.as_str());
        while let Some(key) = next {
            if seen.contains_key(key) {
                break;
            }
            seen.insert(key, Height::OnTheWay);
            chain.push(key);
            next = parents.get(key).copied();
        }
        // The chain ended at the top, at a row whose height is known, or where it came from.
        let mut height = match next.map(|key| (key, &seen[key])) {
            None => Some(0),
            Some((_, Height::Parents(above))) => Some(above + 1),
            Some((_, Height::Endless)) => None,
            Some((again, Height::OnTheWay)) => {
                let ring = chain.iter().position(|key| *key == again).unwrap_or_default();
                rings.push(chain[ring..].to_vec());
                None
            }
        };
        for key in chain.into_iter().rev() {
            seen.insert(key, height.map_or(Height::Endless, Height::Parents));
            if height == Some(MAX_PARENTS + 1) {
                too_deep.insert(key);
            }
            height = height.map(|above| above + 1);
        }
    }
    // Every ring is reported once, at its first key in the order of keys.
    let firsts: HashMap<&str, String> = rings.into_iter().map(around).collect();
    for entry in &table.rows {
        let key = of(&entry.row).0.as_str();
        if let Some(round) = firsts.get(key) {
            problems.push(
                table
                    .problem(&CODE, entry.line, "parent", format!("the parents go round: {round}"))
                    .help("give one of them another parent, or `none`"),
            );
        } else if too_deep.contains(key) {
            problems.push(
                table
                    .problem(
                        &CODE,
                        entry.line,
                        "parent",
                        format!("more than {MAX_PARENTS} parents above `{key}`"),
                    )
                    .help("make the hierarchy flatter"),
            );
        }
    }
}

/// How many parents there are above a row.
enum Height {
    OnTheWay,
    Parents(usize),
    Endless,
}

/// A ring as text, and its first key.
fn around(mut ring: Vec<&str>) -> (&str, String) {
    let first = (0..ring.len()).min_by_key(|at| ring[*at]).unwrap_or_default();
    ring.rotate_left(first);
    let shown = ring.iter().take(MAX_PARENTS).copied();
    let cut = (ring.len() > MAX_PARENTS).then_some("\u{2026}");
    let round: Vec<&str> = shown.chain(cut).chain([ring[0]]).collect();
    (ring[0], round.join(" > "))
}
