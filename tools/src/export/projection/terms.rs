//! Which kinds of data and groups of people have something in common.

use std::collections::BTreeMap;

use service_providers_codegen::Party;
use service_providers_codegen::register::{Vocabulary, ancestors};
use service_providers_codegen::row::{DisclosureRow, EngagementRow};

/// The provider that gets the data, if a provider does.
pub fn recipient<'r>(row: &'r EngagementRow, disclosure: &'r DisclosureRow) -> Option<&'r str> {
    match &disclosure.recipient {
        Party::Provider => Some(row.provider.as_str()),
        Party::OtherProvider(key) => Some(key.as_str()),
        Party::Publisher | Party::Other(_) => None,
    }
}

/// Terms with the wider ones of each, the term itself among them.
pub type Wider<'r> = BTreeMap<&'r str, Vec<&'r str>>;

/// Which kinds of data and groups of people have something in common.
pub struct Terms<'r> {
    /// The kinds of data.
    pub kinds: Wider<'r>,
    /// The groups of people.
    pub groups: Wider<'r>,
    /// Pairs of groups that may have members in common.
    overlaps: Vec<(&'r str, &'r str)>,
}

impl<'r> Terms<'r> {
    /// The terms of a register.
    pub fn of(vocabulary: &'r Vocabulary) -> Self {
        let kinds = &vocabulary.data_categories;
        let groups = &vocabulary.data_subjects;
        let overlaps = vocabulary.overlaps.iter();
        Self {
            kinds: kinds.iter().map(|row| (&*row.key, ancestors(kinds, &row.key))).collect(),
            groups: groups.iter().map(|row| (&*row.key, ancestors(groups, &row.key))).collect(),
            overlaps: overlaps.map(|row| (&*row.group, &*row.other)).collect(),
        }
    }

    /// The wider kind of data that heads a kind: the widest but one, if there are narrower kinds of it,
    /// otherwise the widest. `None` for a kind that has neither wider nor narrower ones.
    pub fn head(&self, kind: &str) -> Option<&'r str> {
        let has_narrower = |key: &&str| {
            self.kinds.iter().any(|(other, wider)| other != key && wider.contains(key))
        };
        let wider = self.kinds[kind].iter().rev().take(2);
        wider.rev().copied().find(has_narrower)
    }

    /// Whether one of two kinds of data is the other or part of it.
    pub fn may_be_data(&self, one: &str, other: &str) -> bool {
        self.kinds[one].contains(&other) || self.kinds[other].contains(&one)
    }

    /// Whether a group is another one or part of it.
    pub fn is_in(&self, group: &str, wider: &str) -> bool {
        self.groups[group].contains(&wider)
    }

    /// Whether one of two groups is the other or part of it.
    fn touch(&self, one: &str, other: &str) -> bool {
        self.groups[one].contains(&other) || self.groups[other].contains(&one)
    }

    /// Whether somebody in one group may be in the other.
    pub fn may_be_of(&self, one: &str, other: &str) -> bool {
        self.touch(one, other)
            || overlap(&self.overlaps, |one, other| self.touch(one, other), one, other)
    }
}

/// Whether a pair of groups that may have members in common says so of two others: what it says holds for
/// the wider and the narrower ones of both. `touch` tells whether one of two groups includes the other.
pub fn overlap<G: Copy>(pairs: &[(G, G)], touch: impl Fn(G, G) -> bool, one: G, other: G) -> bool {
    let both = |a, b| touch(one, a) && touch(other, b);
    pairs.iter().any(|(a, b)| both(*a, *b) || both(*b, *a))
}
