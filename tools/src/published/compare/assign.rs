//! Which row of the register a row of the page is compared with.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::differ::Differ;
use super::sections::Sections;
use super::units::Unit;
use crate::published::edition_content::EditionContent;
use crate::published::names::MatchKind;

/// By unit: the row of the register, as an index, and how the two were matched.
pub type Assigned = Vec<Option<(usize, MatchKind)>>;

/// More pairs than these of one provider are matched in their order, without comparing each.
const MAX_PAIRS: usize = 10_000;

/// Gives rows of the register to the units of the page, each to one at most.
pub fn assign(units: &[Unit], held: &EditionContent, differ: &Differ<'_>) -> Assigned {
    let mut by_provider: HashMap<&str, Vec<usize>> = HashMap::new();
    for (index, row) in held.rows.iter().enumerate() {
        by_provider.entry(&row.provider).or_default().push(index);
    }
    let mut wanting: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (index, unit) in units.iter().enumerate() {
        if let Some(candidate) = unit.provider() {
            wanting.entry(&candidate.provider).or_default().push(index);
        }
    }
    let mut assigned: Assigned = vec![None; units.len()];
    let mut several = Vec::new();
    for (provider, units_of) in &wanting {
        match (&units_of[..], by_provider.get(provider).map(Vec::as_slice)) {
            (&[unit], Some(&[row])) => assigned[unit] = Some((row, how(&units[unit]))),
            (_, Some(rows)) => several.push((units_of, rows)),
            (_, None) => {}
        }
    }
    // Where the others stand tells which section of the page is which of the register.
    let sections = Sections::learn(units, differ.page, held, &assigned);
    for (units_of, rows) in several {
        choose(units, units_of, rows, differ, &sections, &mut assigned);
    }
    assign_renamed(units, held, &by_provider, &mut assigned);
    assigned
}

fn how(unit: &Unit) -> MatchKind {
    unit.provider().map_or(MatchKind::Exact, |candidate| candidate.how)
}

/// Chooses among several rows of one provider: the pairs that have most in common first, and those
/// of which the names agree before those that agree loosely.
fn choose(
    units: &[Unit],
    units_of: &[usize],
    rows: &[usize],
    differ: &Differ<'_>,
    sections: &Sections,
    assigned: &mut Assigned,
) {
    if units_of.len() * rows.len() > MAX_PAIRS {
        for (unit, row) in units_of.iter().zip(rows) {
            assigned[*unit] = Some((*row, how(&units[*unit])));
        }
        return;
    }
    let mut pairs = Vec::new();
    for (rank, unit) in units_of.iter().enumerate() {
        for (place, row) in rows.iter().enumerate() {
            let likeness = differ.likeness(&units[*unit], *row, sections);
            let loose = how(&units[*unit]).is_loose();
            pairs.push((loose, usize::MAX - likeness, rank.abs_diff(place), *unit, *row));
        }
    }
    pairs.sort_unstable();
    let mut taken = HashSet::new();
    for (_, _, _, unit, row) in pairs {
        if assigned[unit].is_none() && taken.insert(row) {
            assigned[unit] = Some((row, how(&units[unit])));
        }
    }
}

/// Gives a row that is left to a unit whose provider was renamed from the row's, or to it.
fn assign_renamed(
    units: &[Unit],
    held: &EditionContent,
    by_provider: &HashMap<&str, Vec<usize>>,
    assigned: &mut Assigned,
) {
    let mut taken: HashSet<usize> = assigned.iter().flatten().map(|(row, _)| *row).collect();
    for (index, unit) in units.iter().enumerate() {
        let Some(candidate) = unit.provider().filter(|_| assigned[index].is_none()) else {
            continue;
        };
        let others = held.renamed.get(&candidate.provider).into_iter().flatten();
        let mut rows = others.filter_map(|other| by_provider.get(other.as_str())).flatten();
        let is_listed = by_provider.contains_key(candidate.provider.as_str());
        if let Some(row) = rows.find(|row| !taken.contains(row)).filter(|_| !is_listed) {
            taken.insert(*row);
            assigned[index] = Some((*row, MatchKind::Succession));
        }
    }
}
