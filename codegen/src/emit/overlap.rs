//! Of which groups somebody of another group may be.

use crate::tables::row::{DataSubjectRow, OverlapRow};

/// The branch of a group: its own number, and the number after its last narrower group.
type Branch = (usize, usize);

/// For every group, the places of all groups whose people may be of that group: itself, the narrower
/// and the wider ones, and those that overlap it. What a pair says of two groups holds for the wider
/// and the narrower ones of both, because the members in common may be among them. Of a third group,
/// which overlaps one of the two, the pair says nothing.
pub(super) fn possible_members(
    groups: &[DataSubjectRow],
    branches: &[Branch],
    overlaps: &[OverlapRow],
) -> Vec<Vec<usize>> {
    let branch = |key: &str| {
        let place = groups.iter().position(|group| group.key.as_str() == key);
        place.map_or((0, 0), |place| branches[place])
    };
    let pairs: Vec<(Branch, Branch)> = (overlaps.iter())
        .flat_map(|row| {
            let (group, other) = (branch(&row.group), branch(&row.other));
            [(group, other), (other, group)]
        })
        .collect();
    let possible = |asked: &Branch| {
        let counts = |given: &Branch| {
            touch(*asked, *given)
                || pairs.iter().any(|pair| touch(pair.0, *asked) && touch(pair.1, *given))
        };
        (0..branches.len()).filter(|place| counts(&branches[*place])).collect()
    };
    branches.iter().map(possible).collect()
}

/// Whether one of the two lies within the other.
fn touch(one: Branch, other: Branch) -> bool {
    one.0 < other.1 && other.0 < one.1
}
