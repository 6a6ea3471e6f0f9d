//! The groups of people that are wider than another.

use std::iter::successors;

use crate::hashing::HashMap;
use crate::limits::MAX_PARENTS;
use crate::read::{LocatedRow, Parsed};

/// The next wider group of each group of people.
pub(super) struct Parents<'d>(HashMap<&'d str, &'d str>);

impl<'d> Parents<'d> {
    pub(super) fn of_subjects(parsed: &'d Parsed<'_>) -> Self {
        let rows = parsed.tables.data_subjects.rows.iter();
        Self(
            rows.filter_map(|LocatedRow { row, .. }| Some((&*row.key, &**row.parent.known()?)))
                .collect(),
        )
    }

    /// A group and the wider ones, upwards. Another rule refuses circles of parents.
    pub(super) fn upwards<'k>(&self, key: &'k str) -> impl Iterator<Item = &'k str>
    where
        'd: 'k,
    {
        successors(Some(key), |group| self.0.get(group).copied()).take(MAX_PARENTS + 1)
    }
}
