//! Which kinds of data and groups of people have something in common. Every relation is worked out once,
//! because a large register asks for each many times.

use std::collections::HashMap;

use service_providers_codegen::Party;
use service_providers_codegen::register::{Hierarchy, Vocabulary, ancestors};
use service_providers_codegen::row::{DisclosureRow, EngagementRow};

/// The provider that gets the data, if a provider does.
pub fn recipient<'r>(row: &'r EngagementRow, disclosure: &'r DisclosureRow) -> Option<&'r str> {
    match &disclosure.recipient {
        Party::Provider => Some(row.provider.as_str()),
        Party::OtherProvider(key) => Some(key.as_str()),
        Party::Publisher | Party::Other(_) => None,
    }
}

/// The kinds of data and the groups of people.
pub struct Terms<'r> {
    /// The kinds of data.
    pub kinds: Tree<'r>,
    /// The groups of people.
    pub groups: Tree<'r>,
    /// For each group and each other one, whether somebody may be in both.
    possible: Vec<Vec<bool>>,
}

impl<'r> Terms<'r> {
    /// The terms of a register.
    pub fn of(vocabulary: &'r Vocabulary) -> Self {
        let groups = Tree::of(&vocabulary.data_subjects);
        let overlaps = vocabulary.overlaps.iter();
        let overlaps: Vec<(usize, usize)> =
            overlaps.map(|row| (groups.number(&row.group), groups.number(&row.other))).collect();
        let possible = groups.numbers().map(|one| {
            groups.numbers().map(|other| can_overlap(&groups, &overlaps, one, other)).collect()
        });
        Self { kinds: Tree::of(&vocabulary.data_categories), possible: possible.collect(), groups }
    }

    /// The wider kind of data that heads a kind: the widest but one, if there are narrower kinds of it,
    /// otherwise the widest. `None` for a kind that has neither wider nor narrower ones.
    pub fn head(&self, kind: &str) -> Option<&'r str> {
        let has_narrower = |key: &&str| self.kinds.narrower(self.kinds.number(key)).count() > 1;
        let wider = self.kinds.ancestors(kind).iter().rev().take(2);
        wider.rev().copied().find(has_narrower)
    }

    /// Whether a group is another one or part of it.
    pub fn is_in(&self, group: &str, wider: &str) -> bool {
        self.groups.is_a(self.groups.number(group), self.groups.number(wider))
    }

    /// Whether somebody in one group may be in the other.
    pub fn can_overlap_by_key(&self, one: &str, other: &str) -> bool {
        self.can_overlap(self.groups.number(one), self.groups.number(other))
    }

    /// The same by number.
    pub fn can_overlap(&self, one: usize, other: usize) -> bool {
        self.possible[one][other]
    }

    /// The groups that somebody in a group may be in, by number.
    pub fn possible_groups(&self, group: usize) -> impl Iterator<Item = usize> {
        self.groups.numbers().filter(move |other| self.can_overlap(group, *other))
    }
}

/// Whether somebody in one group may be in the other: one includes the other, or a pair of groups that may
/// have members in common says so. What a pair says holds for the wider and the narrower ones of both.
fn can_overlap(groups: &Tree<'_>, overlaps: &[(usize, usize)], one: usize, other: usize) -> bool {
    let both = |a, b| groups.is_related(one, a) && groups.is_related(other, b);
    groups.is_related(one, other) || overlaps.iter().any(|(a, b)| both(*a, *b) || both(*b, *a))
}

/// The terms of a vocabulary, by number in the order of their keys, with the wider ones of each.
pub struct Tree<'r> {
    /// For each term, the term itself and the wider ones, nearest first.
    chains: Vec<Vec<&'r str>>,
    /// The number of each term.
    numbers: HashMap<&'r str, usize>,
    /// For each term and each other one, whether it is the other one or a kind of it.
    is_a: Vec<Vec<bool>>,
}

impl<'r> Tree<'r> {
    fn of<T: Hierarchy>(rows: &'r [T]) -> Self {
        let chains: Vec<Vec<&str>> = rows.iter().map(|row| ancestors(rows, row.key())).collect();
        let is_a = chains
            .iter()
            .map(|chain| chains.iter().map(|other| chain.contains(&other[0])).collect());
        let numbers = chains.iter().enumerate().map(|(number, chain)| (chain[0], number));
        Self { is_a: is_a.collect(), numbers: numbers.collect(), chains }
    }

    /// The number of every term.
    pub fn numbers(&self) -> impl Iterator<Item = usize> + use<> {
        0..self.chains.len()
    }

    /// The number of a term. A valid register refers to no other.
    pub fn number(&self, key: &str) -> usize {
        self.numbers[key]
    }

    /// The key of a term.
    pub fn key(&self, number: usize) -> &'r str {
        self.chains[number][0]
    }

    /// Whether a term is another one or a kind of it.
    pub fn is_a(&self, one: usize, wider: usize) -> bool {
        self.is_a[one][wider]
    }

    /// Whether one of two terms is the other or a kind of it.
    pub fn is_related(&self, one: usize, other: usize) -> bool {
        self.is_a(one, other) || self.is_a(other, one)
    }

    /// The term, the wider ones and the narrower ones.
    pub fn related(&self, term: usize) -> impl Iterator<Item = usize> {
        self.numbers().filter(move |other| self.is_related(term, *other))
    }

    /// The term and the narrower ones.
    pub fn narrower(&self, term: usize) -> impl Iterator<Item = usize> {
        self.numbers().filter(move |other| self.is_a(*other, term))
    }

    /// The term itself and the wider ones, nearest first.
    pub fn ancestors(&self, key: &str) -> &[&'r str] {
        &self.chains[self.number(key)]
    }
}
