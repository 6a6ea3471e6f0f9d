//! Which row of one edition is compared with which row of the other.

use std::collections::BTreeMap;

use service_providers_codegen::register::PublishedRow;

/// The rows of two editions, those that belong together in pairs.
pub struct Pairs<'r> {
    /// Rows of both editions that belong together, as positions in each.
    pub both: Vec<(usize, usize)>,
    /// Rows of the older edition that no row of the newer one belongs to.
    pub before: Vec<PublishedRow<'r>>,
    /// Rows of the newer edition that no row of the older one belongs to.
    pub after: Vec<PublishedRow<'r>>,
}

/// Whether two rows belong together.
type Alike = fn(&PublishedRow<'_>, &PublishedRow<'_>) -> bool;

/// What makes two rows belong together, from the surest on.
const ALIKE: [Alike; 4] = [
    |old, new| same_engagement(old, new) && same_section(old, new),
    same_engagement,
    |old, new| same_provider(old, new) && same_section(old, new),
    same_provider,
];

fn same_engagement(old: &PublishedRow<'_>, new: &PublishedRow<'_>) -> bool {
    old.engagement.row.key == new.engagement.row.key
}

fn same_provider(old: &PublishedRow<'_>, new: &PublishedRow<'_>) -> bool {
    old.engagement.row.provider == new.engagement.row.provider
}

fn same_section(old: &PublishedRow<'_>, new: &PublishedRow<'_>) -> bool {
    old.listing.section == new.listing.section
}

impl<'r> Pairs<'r> {
    /// Pairs the rows of two editions. Where several rows could belong to one, the first in
    /// published order does.
    pub fn of(before: &[PublishedRow<'r>], after: &[PublishedRow<'r>]) -> Self {
        let mut partner: Vec<Option<usize>> = vec![None; before.len()];
        let mut taken = vec![false; after.len()];
        let by_provider = by_provider(after);
        for alike in ALIKE {
            for (at, old) in before.iter().enumerate() {
                if partner[at].is_some() {
                    continue;
                }
                let provider = old.engagement.row.provider.as_str();
                let candidates = by_provider.get(provider).into_iter().flatten();
                let found =
                    candidates.copied().find(|new| !taken[*new] && alike(old, &after[*new]));
                if let Some(new) = found {
                    taken[new] = true;
                    partner[at] = Some(new);
                }
            }
        }
        let alone = |(row, taken): (&PublishedRow<'r>, bool)| (!taken).then_some(*row);
        Self {
            both: (partner.iter().enumerate())
                .filter_map(|(old, new)| Some((old, (*new)?)))
                .collect(),
            before: before
                .iter()
                .zip(partner.iter().map(Option::is_some))
                .filter_map(alone)
                .collect(),
            after: after.iter().zip(taken).filter_map(alone).collect(),
        }
    }
}

/// The positions of rows by provider. An engagement is about one provider, so rows that belong
/// together have the same.
fn by_provider<'r>(rows: &[PublishedRow<'r>]) -> BTreeMap<&'r str, Vec<usize>> {
    let mut positions: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, row) in rows.iter().enumerate() {
        positions.entry(&row.engagement.row.provider).or_default().push(at);
    }
    positions
}
