//! What each row answers to the choices of readers: yes, possibly or no.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use service_providers_codegen::row::DisclosureRow;
use service_providers_codegen::{DataStatus, Key, Likelihood, Party, Register, StorageStatus};

use super::data_subjects::{Answer, Received};
use super::edition_facts::EditionFacts;
use crate::export::projection::PublishedRow;
use crate::missing::ANY;

/// A filter.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum FilterName {
    Whose,
    Data,
    Company,
    Place,
    Denied,
    Withheld,
    Section,
    Setting,
    Status,
}

impl FilterName {
    pub(super) const ALL: [Self; 9] = [
        Self::Whose,
        Self::Data,
        Self::Company,
        Self::Place,
        Self::Denied,
        Self::Withheld,
        Self::Section,
        Self::Setting,
        Self::Status,
    ];
}

/// What a row answers to each filter.
#[derive(Serialize)]
pub(super) struct Filter(BTreeMap<FilterName, Answers>);

/// The choices to which a row answers yes, and those to which it answers possibly.
#[derive(Serialize, Default)]
pub(super) struct Answers {
    certain: BTreeSet<String>,
    possible: BTreeSet<String>,
}

impl Answers {
    pub(super) fn has(&self, key: &str) -> bool {
        self.certain.contains(key) || self.possible.contains(key)
    }

    fn certain(keys: impl IntoIterator<Item = String>) -> Self {
        Self { certain: keys.into_iter().collect(), possible: BTreeSet::new() }
    }

    /// Adds an answer. What is certain once is certain.
    fn add(&mut self, key: &str, certain: bool, possible: bool) {
        if certain {
            self.possible.remove(key);
            self.certain.insert(key.to_owned());
        } else if possible && !self.certain.contains(key) {
            self.possible.insert(key.to_owned());
        }
    }
}

/// The terms that at least one row of the edition names, and the groups of children.
pub(super) struct NamedTerms<'r> {
    pub(super) groups: BTreeSet<&'r str>,
    pub(super) kinds: BTreeSet<&'r str>,
    /// Each place, with its countries on the day of the edition.
    pub(super) places: BTreeMap<&'r str, BTreeSet<&'r str>>,
    pub(super) companies: BTreeSet<&'r str>,
    /// The kinds of data that are said not to pass; `any` stands for all data.
    pub(super) denied: BTreeSet<&'r str>,
    /// The groups of people of whom some data is said not to pass, and the groups of children.
    pub(super) denied_groups: BTreeSet<&'r str>,
}

impl<'r> NamedTerms<'r> {
    pub(super) fn of(register: &'r Register, day: &str, rows: &[PublishedRow<'r>]) -> Self {
        let received = |row: &&DisclosureRow| {
            matches!(row.recipient, Party::Provider | Party::OtherProvider(_))
        };
        let disclosed =
            || rows.iter().flat_map(|row| row.disclosed.iter().copied()).filter(received);
        let kinds = disclosed().filter_map(|row| row.data_category.kind());
        let groups = disclosed().filter_map(|row| row.data_subject.known());
        let places = rows.iter().flat_map(|row| row.places.iter().copied());
        let denied =
            || rows.iter().flat_map(|row| row.not_disclosed.iter().copied()).filter(received);
        let denied_groups = denied().filter_map(|row| row.data_subject.known());
        let excluded = rows.iter().flat_map(|row| row.row.excluded_subjects.items());
        Self {
            groups: groups.map(Key::as_str).chain(register.vocabulary.children()).collect(),
            kinds: kinds.map(Key::as_str).collect(),
            places: places
                .map(|row| (row.place.as_str(), register.vocabulary.countries_of(&row.place, day)))
                .collect(),
            companies: (rows.iter())
                .filter_map(|row| Some(row.row.entity_country.known()?.as_str()))
                .collect(),
            denied: denied().map(kind_or_any).collect(),
            denied_groups: (denied_groups.chain(excluded).map(Key::as_str))
                .chain(register.vocabulary.children())
                .collect(),
        }
    }
}

impl Filter {
    pub(super) fn of(
        edition: &EditionFacts<'_>,
        published: &PublishedRow<'_>,
        received: &Received<'_>,
    ) -> Self {
        let answers = |name| match name {
            FilterName::Whose => whose(edition, received),
            FilterName::Data => data(edition, received),
            FilterName::Company => company(edition, published),
            FilterName::Place => place(edition, published),
            FilterName::Denied => denied(edition, received),
            FilterName::Withheld => withheld(published),
            FilterName::Section => {
                Answers::certain(published.listing.section.known().map(ToString::to_string))
            }
            FilterName::Setting => setting(edition.register, published),
            FilterName::Status => {
                let new = edition.is_new(&published.row.provider);
                Answers::certain([if new { "announced" } else { "in-force" }.to_owned()])
            }
        };
        Self(FilterName::ALL.map(|name| (name, answers(name))).into())
    }

    /// The answers to a filter.
    pub(super) fn answers(&self, name: FilterName) -> &Answers {
        &self.0[&name]
    }
}

fn whose(edition: &EditionFacts<'_>, received: &Received<'_>) -> Answers {
    let mut answers = Answers::default();
    for group in &edition.named.groups {
        let answer = received.answer(&edition.all.terms, group);
        answers.add(group, answer.is_certain(), answer == Answer::Possibly);
    }
    answers
}

/// A row that names a kind of data answers yes for every wider kind, and possibly for every narrower
/// one.
fn data(edition: &EditionFacts<'_>, received: &Received<'_>) -> Answers {
    let kinds = &edition.all.terms.kinds;
    let mut answers = Answers::default();
    for asked in &edition.named.kinds {
        let named =
            received.asserted.iter().filter_map(|row| Some((row.data_category.kind()?, row)));
        let (mut certain, mut possible) = (false, received.data == DataStatus::Unknown);
        for (kind, row) in named {
            let within = kinds.ancestors(kind).contains(asked);
            let is_sure = row.likelihood == Likelihood::Stated;
            certain |= within && is_sure;
            possible |= within || kinds.ancestors(asked).contains(&kind.as_str());
        }
        answers.add(asked, certain, possible);
    }
    answers
}

/// A place also counts for every wider place, and as possible for places it overlaps. If a row names no place,
/// its data may be anywhere. A region without known members, such as the whole world, matches only itself: data
/// kept in one country is not kept anywhere.
fn place(edition: &EditionFacts<'_>, published: &PublishedRow<'_>) -> Answers {
    let places = &edition.named.places;
    let anywhere =
        matches!(published.row.storage, StorageStatus::Unknown | StorageStatus::SeeProvider);
    let mut answers = Answers::default();
    for (asked, wanted) in places {
        let (mut certain, mut possible) = (false, anywhere);
        for row in &published.places {
            let own = &places[row.place.as_str()];
            certain |= row.place.as_str() == *asked || !own.is_empty() && own.is_subset(wanted);
            possible |= own.is_empty() || !own.is_disjoint(wanted);
        }
        answers.add(asked, certain, possible);
    }
    answers
}

/// If a row does not state the company's country, the countries in other rows of the provider are possible; if
/// there are none, every country is.
fn company(edition: &EditionFacts<'_>, published: &PublishedRow<'_>) -> Answers {
    match published.row.entity_country.known() {
        Some(key) => Answers::certain([key.to_string()]),
        None => {
            let mut named: Vec<&str> = edition.countries_elsewhere(published.row).collect();
            if named.is_empty() {
                named.extend(&edition.named.companies);
            }
            let possible = named.into_iter().map(str::to_owned).collect();
            Answers { possible, certain: BTreeSet::new() }
        }
    }
}

pub(super) fn kind_or_any(row: &DisclosureRow) -> &str {
    row.data_category.kind().map_or(ANY, Key::as_str)
}

/// What stands before the key of a group, where kinds of data are choices as well.
pub(super) const GROUP_PREFIX: &str = "of.";

/// What is said not to pass, of a group and of a kind of data. What holds only in some use or case is not
/// certain.
fn denied(edition: &EditionFacts<'_>, received: &Received<'_>) -> Answers {
    let mut answers = Answers::default();
    for row in &received.denied {
        answers.add(kind_or_any(row), !row.is_limited(), true);
    }
    for group in &edition.named.denied_groups {
        let key = format!("{GROUP_PREFIX}{group}");
        for row in received.denials(&edition.all.terms, group) {
            answers.add(&key, !row.is_limited(), true);
        }
        let wider = edition.all.terms.groups.ancestors(group);
        let is_excluded = received.excluded.iter().any(|key| wider.contains(&key.as_str()));
        answers.add(&key, is_excluded, false);
    }
    answers
}

/// What a provider is said not to give back or to pass on.
pub(super) fn denials_of_giving<'p, 'r>(
    published: &'p PublishedRow<'r>,
) -> impl Iterator<Item = &'r DisclosureRow> + use<'p, 'r> {
    published.not_disclosed.iter().copied().filter(|row| row.sender == Party::Provider)
}

fn withheld(published: &PublishedRow<'_>) -> Answers {
    let mut answers = Answers::default();
    for row in denials_of_giving(published) {
        answers.add(kind_or_any(row), !row.is_limited(), true);
    }
    answers
}

fn setting(register: &Register, published: &PublishedRow<'_>) -> Answers {
    let named = published.features.iter().flat_map(|row| row.settings.items());
    let mut answers = Answers::certain(named.map(ToString::to_string));
    if published.settings_are_open() {
        let all = register.vocabulary.settings.iter().map(|row| row.key.to_string());
        answers.possible = all.filter(|key| !answers.certain.contains(key)).collect();
    }
    answers
}
