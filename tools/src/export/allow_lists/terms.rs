//! Which kinds of data and groups of people have something in common. Terms have numbers here, and
//! every relation is worked out once: a large register asks for each many times.

use std::collections::HashMap;

use service_providers_codegen::register::{Hierarchy, Vocabulary, ancestors};
use service_providers_codegen::row::OverlapRow;

use crate::export::projection::overlap;

/// The kinds of data and the groups of people.
pub(super) struct Vocabularies<'r> {
    pub(super) kinds: Terms<'r>,
    pub(super) groups: Terms<'r>,
    /// For each group and each other one, whether somebody may be in both.
    possible: Vec<Vec<bool>>,
}

/// The terms of a vocabulary.
pub(super) struct Terms<'r> {
    keys: Vec<&'r str>,
    numbers: HashMap<&'r str, usize>,
    /// For each term and each other one, whether it is the other one or a kind of it.
    is_a: Vec<Vec<bool>>,
}

impl<'r> Vocabularies<'r> {
    pub(super) fn of(vocabulary: &'r Vocabulary) -> Self {
        let groups = Terms::of(&vocabulary.data_subjects);
        Self {
            kinds: Terms::of(&vocabulary.data_categories),
            possible: possible(&groups, &vocabulary.overlaps),
            groups,
        }
    }

    /// Whether somebody in one group may be in the other.
    pub(super) fn may_be_of(&self, one: usize, other: usize) -> bool {
        self.possible[one][other]
    }

    /// The groups that somebody in a group may be in.
    pub(super) fn possible_groups(&self, group: usize) -> impl Iterator<Item = usize> {
        (0..self.groups.len()).filter(move |other| self.possible[group][*other])
    }
}

fn possible(groups: &Terms<'_>, overlaps: &[OverlapRow]) -> Vec<Vec<bool>> {
    let pairs: Vec<(usize, usize)> = (overlaps.iter())
        .map(|row| (groups.number(&row.group), groups.number(&row.other)))
        .collect();
    let may_be_of = |one: usize, other: usize| {
        groups.touch(one, other)
            || overlap(&pairs, |one, other| groups.touch(one, other), one, other)
    };
    let all = || 0..groups.len();
    all().map(|one| all().map(|other| may_be_of(one, other)).collect()).collect()
}

impl<'r> Terms<'r> {
    fn of<T: Hierarchy>(rows: &'r [T]) -> Self {
        let keys: Vec<&str> = rows.iter().map(|row| row.key().as_str()).collect();
        let is_a = |key: &&'r str| {
            let wider = ancestors(rows, key);
            keys.iter().map(|other| wider.contains(other)).collect()
        };
        let is_a = keys.iter().map(is_a).collect();
        let numbers = keys.iter().enumerate().map(|(number, key)| (*key, number)).collect();
        Self { keys, numbers, is_a }
    }

    pub(super) fn len(&self) -> usize {
        self.keys.len()
    }

    pub(super) fn keys(&self) -> impl Iterator<Item = &'r str> {
        self.keys.iter().copied()
    }

    pub(super) fn key(&self, number: usize) -> &'r str {
        self.keys[number]
    }

    /// The number of a term. A valid register refers to no other.
    pub(super) fn number(&self, key: &str) -> usize {
        self.numbers[key]
    }

    /// Whether one of two terms is the other or a kind of it.
    pub(super) fn touch(&self, one: usize, other: usize) -> bool {
        self.is_a[one][other] || self.is_a[other][one]
    }

    /// The term, the wider ones and the narrower ones.
    pub(super) fn touching(&self, term: usize) -> impl Iterator<Item = usize> {
        (0..self.len()).filter(move |other| self.touch(term, *other))
    }

    /// The term and the narrower ones.
    pub(super) fn narrower(&self, term: usize) -> impl Iterator<Item = usize> {
        (0..self.len()).filter(move |other| self.is_a[*other][term])
    }
}
