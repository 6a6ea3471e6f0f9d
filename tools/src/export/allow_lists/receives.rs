//! Who receives which data.

use std::collections::{BTreeMap, BTreeSet};

use service_providers_codegen::row::DisclosureRow;
use service_providers_codegen::{DataStatus, Form, Key, Likelihood, Register, Stated};

use super::ByTerm;
use crate::export::projection::{PublishedRow, Terms, Tree, recipient};
use crate::missing::NONE;

/// Who receives which data, and who may.
pub(super) struct Receives<'r> {
    /// By the kind of data: who receives just this kind.
    pub(super) data: ByTerm<'r>,
    /// By the group: who receives data of everybody in it.
    pub(super) data_of: ByTerm<'r>,
    /// Both together.
    pub(super) data_of_group: BTreeMap<&'r str, ByTerm<'r>>,
    /// By the kind of data: who receives it, or may.
    pub(super) may_data: ByTerm<'r>,
    /// By the group: who receives data of people in it, or may.
    pub(super) may_data_of: ByTerm<'r>,
}

impl<'r> Receives<'r> {
    pub(super) fn of(register: &'r Register, rows: &[PublishedRow<'r>]) -> Self {
        let terms = Terms::of(&register.vocabulary);
        let mut recipients: BTreeMap<&str, Recipient> = BTreeMap::new();
        let denials = Denials::of(rows);
        for row in rows {
            if row.row.data == DataStatus::Unknown {
                // Any data may pass, of anybody.
                let provider = recipients.entry(&row.row.provider).or_default();
                provider.may_data.extend(terms.kinds.numbers());
                provider.may_data_of.extend(terms.groups.numbers());
            }
            for disclosure in &row.disclosed {
                let Some(recipient) = recipient(row.row, disclosure) else { continue };
                let Some(kind) = disclosure.data_category.kind() else { continue };
                let kind = terms.kinds.number(kind);
                let provider = recipients.entry(recipient).or_default();
                provider.add_possible(&terms, kind, &disclosure.data_subject);
                if is_without_reserve(disclosure) {
                    let limits = denials.of_provider(&terms, recipient);
                    provider.add_certain(&terms, &limits, kind, &disclosure.data_subject);
                }
            }
        }
        Self::by_term(&terms, &recipients)
    }

    fn by_term(terms: &Terms<'r>, recipients: &BTreeMap<&'r str, Recipient>) -> Self {
        let list = |terms: &Tree<'r>, of: fn(&Recipient) -> &BTreeSet<usize>| {
            let mut lists: Vec<Vec<&str>> = terms.numbers().map(|_| Vec::new()).collect();
            for (provider, recipient) in recipients {
                of(recipient).iter().for_each(|term| lists[*term].push(provider));
            }
            terms.numbers().map(|term| terms.key(term)).zip(lists).collect()
        };
        let mut pairs: BTreeMap<&str, ByTerm<'_>> = BTreeMap::new();
        for (provider, recipient) in recipients {
            for (kind, group) in &recipient.data_of_group {
                let group = group.map_or(NONE, |group| terms.groups.key(group));
                let groups = pairs.entry(terms.kinds.key(*kind)).or_default();
                groups.entry(group).or_default().push(provider);
            }
        }
        Self {
            data: list(&terms.kinds, |it| &it.data),
            data_of: list(&terms.groups, |it| &it.data_of),
            data_of_group: pairs,
            may_data: list(&terms.kinds, |it| &it.may_data),
            may_data_of: list(&terms.groups, |it| &it.may_data_of),
        }
    }
}

/// What one provider receives: terms by number.
#[derive(Default)]
struct Recipient {
    data: BTreeSet<usize>,
    data_of: BTreeSet<usize>,
    /// Without a group: data about nobody.
    data_of_group: BTreeSet<(usize, Option<usize>)>,
    may_data: BTreeSet<usize>,
    may_data_of: BTreeSet<usize>,
}

impl Recipient {
    fn add_possible(&mut self, terms: &Terms<'_>, kind: usize, subject: &Stated<Key>) {
        self.may_data.extend(terms.kinds.related(kind));
        match subject {
            Stated::Known(group) => {
                self.may_data_of.extend(terms.possible_groups(terms.groups.number(group)));
            }
            Stated::Unknown => self.may_data_of.extend(terms.groups.numbers()),
            Stated::None | Stated::NotApplicable => {}
        }
    }

    fn add_certain(
        &mut self,
        terms: &Terms<'_>,
        limits: &Limits,
        kind: usize,
        subject: &Stated<Key>,
    ) {
        match subject {
            Stated::Known(group) => {
                let included = terms.groups.narrower(terms.groups.number(group));
                for group in included.filter(|group| !limits.covers(terms, kind, Some(*group))) {
                    self.data.insert(kind);
                    self.data_of.insert(group);
                    self.data_of_group.insert((kind, Some(group)));
                }
            }
            _ if limits.covers(terms, kind, None) => {}
            Stated::None => {
                self.data.insert(kind);
                self.data_of_group.insert((kind, None));
            }
            Stated::Unknown | Stated::NotApplicable => {
                self.data.insert(kind);
            }
        }
    }
}

/// Whether data passes as it is, and always.
fn is_without_reserve(row: &DisclosureRow) -> bool {
    row.form == Form::Plain
        && row.likelihood == Likelihood::Stated
        && row.context == Stated::None
        && row.condition == Stated::None
}

/// What the edition says that providers do not receive, wholly or in part.
struct Denials<'r> {
    /// By provider, the rows of what is said not to reach it.
    denials: BTreeMap<&'r str, Vec<&'r DisclosureRow>>,
    /// By provider, the groups for whom it is not used.
    excluded: BTreeMap<&'r str, Vec<&'r Key>>,
}

impl<'r> Denials<'r> {
    fn of(rows: &[PublishedRow<'r>]) -> Self {
        let mut denials = Self { denials: BTreeMap::new(), excluded: BTreeMap::new() };
        for row in rows {
            for denial in &row.not_disclosed {
                if let Some(recipient) = recipient(row.row, denial) {
                    denials.denials.entry(recipient).or_default().push(denial);
                }
            }
            let excluded = row.row.excluded_subjects.items();
            if !excluded.is_empty() {
                denials.excluded.entry(&row.row.provider).or_default().extend(excluded);
            }
        }
        denials
    }

    /// What is said of one provider.
    fn of_provider(&self, terms: &Terms<'_>, recipient: &str) -> Limits {
        let group = |key: &Key| terms.groups.number(key);
        let denials = self.denials.get(recipient).into_iter().flatten();
        let excluded = self.excluded.get(recipient).into_iter().flatten();
        Limits {
            denied: denials
                .map(|row| {
                    let kind = row.data_category.kind().map(|key| terms.kinds.number(key));
                    (kind, row.data_subject.known().map(group))
                })
                .collect(),
            excluded: excluded.map(|key| group(key)).collect(),
        }
    }
}

/// What one provider does not receive, wholly or in part.
struct Limits {
    /// Kinds and groups of denials. Without a kind: any data. Without a group: it is not said whose.
    denied: Vec<(Option<usize>, Option<usize>)>,
    /// Groups for whom it is not used.
    excluded: Vec<usize>,
}

impl Limits {
    /// Whether something that is said not to pass may be part of data of a kind about a group, or about
    /// a group that is not known.
    fn covers(&self, terms: &Terms<'_>, kind: usize, group: Option<usize>) -> bool {
        let may_be_of = |other: usize| group.is_none_or(|group| terms.can_overlap(other, group));
        let denied = self.denied.iter().any(|(denied, whose)| {
            denied.is_none_or(|denied| terms.kinds.is_related(denied, kind))
                && whose.is_none_or(may_be_of)
        });
        denied || group.is_some() && self.excluded.iter().any(|other| may_be_of(*other))
    }
}
