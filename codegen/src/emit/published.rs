//! Where and when an engagement or a practice is published, as far as its record in the library
//! holds it: one row of one document, the first edition, and the one from which on it is gone.

use std::collections::HashMap;

use crate::register::Register;
use crate::tables::row::ListingRow;

/// The publication of one engagement or practice.
#[derive(Clone, Copy)]
pub(super) struct Published<'r> {
    /// The row in the newest edition that publishes it.
    pub(super) listing: &'r ListingRow,
    /// Its rank in that edition, counted from 1.
    pub(super) position: usize,
    /// The first edition that publishes it.
    pub(super) since: &'r str,
    /// The edition behind the newest that publishes it; `None` if that is the last of all.
    pub(super) until: Option<&'r str>,
}

/// The publication of everything, by the key of the engagement.
pub(super) fn engagements(register: &Register) -> HashMap<&str, Published<'_>> {
    published(register, |edition| {
        let rows = register.published_rows(edition).into_iter();
        rows.map(|row| (row.engagement.row.key.as_str(), row.listing)).collect()
    })
}

/// The publication of everything, by the key of the practice.
pub(super) fn practices(register: &Register) -> HashMap<&str, Published<'_>> {
    published(register, |edition| {
        let records = register.published_records(edition).into_iter();
        records.map(|record| (record.practice.row.key.as_str(), record.listing)).collect()
    })
}

fn published<'r>(
    register: &'r Register,
    rows: impl Fn(&'r str) -> Vec<(&'r str, &'r ListingRow)>,
) -> HashMap<&'r str, Published<'r>> {
    let mut all: HashMap<&str, Published<'r>> = HashMap::new();
    let editions = register.editions();
    for (at, edition) in editions.iter().enumerate() {
        let until = editions.get(at + 1).map(|next| next.id.as_str());
        for (rank, (key, listing)) in rows(&edition.id).into_iter().enumerate() {
            let since = all.get(key).map_or(edition.id.as_str(), |before| before.since);
            all.insert(key, Published { listing, position: rank + 1, since, until });
        }
    }
    all
}
