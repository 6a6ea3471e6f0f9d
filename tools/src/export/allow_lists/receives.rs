//! Who receives which data.

use std::collections::{BTreeMap, BTreeSet};

use service_providers_codegen::row::DisclosureRow;
use service_providers_codegen::{DataStatus, Form, Key, Likelihood, Register, Stated};

use super::ByTerm;
use crate::export::projection::{PublishedRow, Terms, recipient};
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
        let kinds = || terms.kinds.keys().map(|kind| (*kind, BTreeSet::new())).collect();
        let groups = || terms.groups.keys().map(|group| (*group, BTreeSet::new())).collect();
        let mut receives = Self {
            data: kinds(),
            data_of: groups(),
            data_of_group: BTreeMap::new(),
            may_data: kinds(),
            may_data_of: groups(),
        };
        let limits = Limits::of(rows);
        for row in rows {
            if row.row.data == DataStatus::Unknown {
                // Any data may pass, of anybody.
                let provider = row.row.provider.as_str();
                let lists = receives.may_data.values_mut().chain(receives.may_data_of.values_mut());
                for list in lists {
                    list.insert(provider);
                }
            }
            for disclosure in &row.disclosed {
                let recipient = recipient(row.row, disclosure);
                let (Some(recipient), Some(kind)) = (recipient, disclosure.data_category.kind())
                else {
                    continue;
                };
                receives.may(&terms, recipient, kind, &disclosure.data_subject);
                if is_without_reserve(disclosure) {
                    receives.certain(&terms, &limits, recipient, kind, &disclosure.data_subject);
                }
            }
        }
        receives
    }

    fn may(
        &mut self,
        terms: &Terms<'r>,
        recipient: &'r str,
        kind: &'r str,
        subject: &'r Stated<Key>,
    ) {
        for (other, wider) in &terms.kinds {
            if wider.contains(&kind) || terms.kinds[kind].contains(other) {
                self.may_data.get_mut(other).expect("every kind has a list").insert(recipient);
            }
        }
        for (group, list) in &mut self.may_data_of {
            let counts = match subject {
                Stated::Known(subject) => terms.may_be_of(subject, group),
                Stated::Unknown => true,
                Stated::None | Stated::NotApplicable => false,
            };
            if counts {
                list.insert(recipient);
            }
        }
    }

    fn certain(
        &mut self,
        terms: &Terms<'r>,
        limits: &Limits<'r>,
        recipient: &'r str,
        kind: &'r str,
        subject: &'r Stated<Key>,
    ) {
        let mut add_pair = |group: &'r str| {
            let groups = self.data_of_group.entry(kind).or_default();
            groups.entry(group).or_default().insert(recipient);
        };
        let received = match subject {
            Stated::Known(subject) => {
                let included = terms.groups.iter().filter(|(_, wider)| wider.contains(&&**subject));
                let included = included.map(|(group, _)| *group);
                let groups: Vec<&str> = included
                    .filter(|group| !limits.limit(terms, recipient, kind, Some(group)))
                    .collect();
                for group in &groups {
                    add_pair(group);
                    self.data_of.get_mut(group).expect("a list of every group").insert(recipient);
                }
                !groups.is_empty()
            }
            missing => {
                let received = !limits.limit(terms, recipient, kind, None);
                if received && *missing == Stated::None {
                    add_pair(NONE);
                }
                received
            }
        };
        if received {
            self.data.get_mut(kind).expect("every kind has a list").insert(recipient);
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
struct Limits<'r> {
    /// By provider, the rows of what is said not to reach it.
    denials: BTreeMap<&'r str, Vec<&'r DisclosureRow>>,
    /// By provider, the groups for whom it is not used.
    excluded: BTreeMap<&'r str, Vec<&'r str>>,
}

impl<'r> Limits<'r> {
    fn of(rows: &[PublishedRow<'r>]) -> Self {
        let mut limits = Self { denials: BTreeMap::new(), excluded: BTreeMap::new() };
        for row in rows {
            for denial in &row.not_disclosed {
                if let Some(recipient) = recipient(row.row, denial) {
                    limits.denials.entry(recipient).or_default().push(denial);
                }
            }
            let excluded = limits.excluded.entry(row.row.provider.as_str()).or_default();
            excluded.extend(row.row.excluded_subjects.items().iter().map(Key::as_str));
        }
        limits
    }

    /// Whether something that is said not to pass may be part of data of a kind about a group, or
    /// about a group that is not known.
    fn limit(&self, terms: &Terms<'r>, recipient: &str, kind: &str, group: Option<&str>) -> bool {
        let touches_group = |other: &str| group.is_none_or(|group| terms.may_be_of(other, group));
        let excluded = self.excluded.get(recipient).into_iter().flatten();
        let denials = self.denials.get(recipient).into_iter().flatten();
        group.is_some() && excluded.into_iter().any(|other| touches_group(other))
            || denials.into_iter().any(|denial| {
                let same_data = (denial.data_category.kind())
                    .is_none_or(|denied| terms.may_be_data(denied, kind));
                same_data && denial.data_subject.known().is_none_or(|other| touches_group(other))
            })
    }
}
