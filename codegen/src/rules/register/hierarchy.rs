//! `hierarchy`: a parent that leads back to the row itself, or too many parents above a row.

use crate::cell_types::{Key, Stated};
use crate::hashing::{HashMap, HashSet};
use crate::limits::MAX_PARENTS;
use crate::problem::{Code, Problem};
use crate::read::{LocatedRow, Parsed, TypedTable};
use crate::tables::Row;

pub(super) static CODE: Code = Code {
    name: "hierarchy",
    refuses: "A parent that leads back to the row itself, or more parents above a row than the limits allow.",
    why: "A question about a wider kind is answered by going down the chain; a circle never ends.",
    mend: "Give one row of the circle another parent, or `none`.",
    example: ("a is a kind of b, b a kind of a", "a is a kind of b, b has parent none"),
    ..Code::RULE
};

pub(super) fn check(parsed: &Parsed<'_>, problems: &mut Vec<Problem>) {
    check_table(&parsed.tables.data_categories, |row| (&row.key, &row.parent), problems);
    check_table(&parsed.tables.data_subjects, |row| (&row.key, &row.parent), problems);
}

fn check_table<R: Row>(
    table: &TypedTable<'_, R>,
    key_and_parent: impl Fn(&R) -> (&Key, &Stated<Key>),
    problems: &mut Vec<Problem>,
) {
    let keys = table.rows.iter().map(|located| key_and_parent(&located.row));
    let chains = Chains::of(keys);
    // Every ring is reported once, at its first key in the order of keys.
    let rings: HashMap<&str, String> = chains.rings.into_iter().map(ring_as_text).collect();
    for LocatedRow { line, row } in &table.rows {
        let key = key_and_parent(row).0.as_str();
        let (message, help) = if let Some(ring) = rings.get(key) {
            let help = "give one of them another parent, or `none`";
            (format!("the parents form a circle: {ring}"), help)
        } else if chains.too_deep.contains(key) {
            let message = format!("more than {MAX_PARENTS} parents above `{key}`");
            (message, "make the hierarchy flatter")
        } else {
            continue;
        };
        problems.push(table.problem(&CODE, *line, "parent", message).help(help));
    }
}

/// The chains of parents that are wrong.
#[derive(Default)]
struct Chains<'k> {
    rings: Vec<Vec<&'k str>>,
    /// The rows that are the first of their chain with too many parents above.
    too_deep: HashSet<&'k str>,
}

/// How many parents there are above a row.
enum Height {
    /// Not known yet: the row is part of the chain at hand.
    Unknown,
    Parents(usize),
    /// The chain ends in a ring.
    Endless,
}

impl<'k> Chains<'k> {
    fn of(rows: impl Iterator<Item = (&'k Key, &'k Stated<Key>)> + Clone) -> Self {
        let parents: HashMap<&str, &str> =
            rows.clone().filter_map(|(key, parent)| Some((&**key, &**parent.known()?))).collect();
        let mut chains = Self::default();
        let mut heights: HashMap<&str, Height> = HashMap::default();
        for (key, _) in rows {
            let mut chain: Vec<&str> = Vec::new();
            let mut next = Some(key.as_str());
            while let Some(key) = next.filter(|key| !heights.contains_key(key)) {
                heights.insert(key, Height::Unknown);
                chain.push(key);
                next = parents.get(key).copied();
            }
            // The chain ends at the top, at a row whose height is known, or in itself.
            let mut height = match next.map(|key| (key, &heights[key])) {
                None => Some(0),
                Some((_, Height::Parents(above))) => Some(above + 1),
                Some((_, Height::Endless)) => None,
                Some((again, Height::Unknown)) => {
                    let ring = chain.iter().position(|key| *key == again).unwrap_or_default();
                    chains.rings.push(chain[ring..].to_vec());
                    None
                }
            };
            for key in chain.into_iter().rev() {
                heights.insert(key, height.map_or(Height::Endless, Height::Parents));
                if height == Some(MAX_PARENTS + 1) {
                    chains.too_deep.insert(key);
                }
                height = height.map(|above| above + 1);
            }
        }
        chains
    }
}

/// The first key of a ring, and the ring as text.
fn ring_as_text(mut ring: Vec<&str>) -> (&str, String) {
    let first = (0..ring.len()).min_by_key(|at| ring[*at]).unwrap_or_default();
    ring.rotate_left(first);
    let shown = ring.iter().take(MAX_PARENTS).copied();
    let cut = (ring.len() > MAX_PARENTS).then_some("\u{2026}");
    let round: Vec<&str> = shown.chain(cut).chain([ring[0]]).collect();
    (ring[0], round.join(" > "))
}
