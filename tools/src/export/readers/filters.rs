//! What each row answers to the choices of readers: yes, possibly or no.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use service_providers_codegen::row::DisclosureRow;
use service_providers_codegen::{DataStatus, Key, Likelihood, Party, Register, StorageStatus};

use super::edition_facts::EditionFacts;
use super::whose::{Answer, Received};
use crate::export::projection::PublishedRow;
use crate::missing::ANY;

/// The choices to which a row answers.
#[derive(Serialize, Default)]
pub(super) struct Filter {
    whose: Answers,
    data: Answers,
    company: Answers,
    place: Answers,
    denied: Answers,
    withheld: Answers,
    section: Answers,
    setting: Answers,
    status: Answers,
}

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
}

/// The terms of which at least one row of the edition speaks, and the groups of children.
pub(super) struct Spoken<'r> {
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

impl<'r> Spoken<'r> {
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
        let key = |key: &Key| key.to_string();
        let new = edition.is_new(&published.row.provider);
        Self {
            whose: whose(edition, received),
            data: data(edition, received),
            company: company(edition, published),
            denied: denied(edition, received),
            withheld: withheld(published),
            place: place(edition, published),
            section: Answers::certain(published.listing.section.known().map(key)),
            setting: setting(edition.register, published),
            status: Answers::certain([if new { "announced" } else { "in-force" }.to_owned()]),
        }
    }

    /// The answers to a filter.
    pub(super) fn of_name(&self, name: &str) -> &Answers {
        match name {
            "whose" => &self.whose,
            "data" => &self.data,
            "company" => &self.company,
            "denied" => &self.denied,
            "withheld" => &self.withheld,
            "place" => &self.place,
            "section" => &self.section,
            "setting" => &self.setting,
            _ => &self.status,
        }
    }
}

fn whose(edition: &EditionFacts<'_>, received: &Received<'_>) -> Answers {
    let mut answers = Answers::default();
    for group in &edition.spoken.groups {
        match received.answer(&edition.all.terms, group) {
            answer if answer.is_certain() => answers.certain.insert((*group).to_owned()),
            Answer::Possibly => answers.possible.insert((*group).to_owned()),
            _ => false,
        };
    }
    answers
}

/// A row that names a kind of data answers yes for every wider kind, and possibly for every narrower
/// one.
fn data(edition: &EditionFacts<'_>, received: &Received<'_>) -> Answers {
    let kinds = &edition.all.terms.kinds;
    let mut answers = Answers::default();
    for asked in &edition.spoken.kinds {
        let named =
            received.asserted.iter().filter_map(|row| Some((row.data_category.kind()?, row)));
        let (mut certain, mut possible) = (false, received.data == DataStatus::Unknown);
        for (kind, row) in named {
            let within = kinds[kind.as_str()].contains(asked);
            let is_sure = row.likelihood == Likelihood::Stated;
            certain |= within && is_sure;
            possible |= within || kinds[asked].contains(&kind.as_str());
        }
        match certain {
            true => answers.certain.insert((*asked).to_owned()),
            false => possible && answers.possible.insert((*asked).to_owned()),
        };
    }
    answers
}

/// A place answers for every wider one, and possibly for those that it may have something in common
/// with. Where no place is named, data may be kept anywhere. A region whose members nobody names, such as
/// the whole world, is asked about as it stands: data kept in one country is not kept anywhere.
fn place(edition: &EditionFacts<'_>, published: &PublishedRow<'_>) -> Answers {
    let places = &edition.spoken.places;
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
        match certain {
            true => answers.certain.insert((*asked).to_owned()),
            false => possible && answers.possible.insert((*asked).to_owned()),
        };
    }
    answers
}

/// Where a row does not say in which country the company is, it may be where another row of the provider says;
/// if none does, in any.
fn company(edition: &EditionFacts<'_>, published: &PublishedRow<'_>) -> Answers {
    match published.row.entity_country.known() {
        Some(key) => Answers::certain([key.to_string()]),
        None => {
            let mut named: Vec<&str> = edition.countries_elsewhere(published.row).collect();
            if named.is_empty() {
                named.extend(&edition.spoken.companies);
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
pub(super) const OF: &str = "of.";

/// What is said not to pass, of a group and of a kind of data. What holds only in some use or case is not
/// certain.
fn denied(edition: &EditionFacts<'_>, received: &Received<'_>) -> Answers {
    let mut answers = Answers::default();
    let mut add = |key: String, certain: bool| {
        if certain { &mut answers.certain } else { &mut answers.possible }.insert(key);
    };
    for row in &received.denied {
        add(kind_or_any(row).to_owned(), is_whole(row));
    }
    for group in &edition.spoken.denied_groups {
        for row in received.denials(&edition.all.terms, group) {
            add(format!("{OF}{group}"), is_whole(row));
        }
        let wider = &edition.all.terms.groups[group];
        if received.excluded.iter().any(|key| wider.contains(&key.as_str())) {
            add(format!("{OF}{group}"), true);
        }
    }
    answers.possible.retain(|key| !answers.certain.contains(key));
    answers
}

/// What a provider is said not to give back or to pass on.
pub(super) fn not_given<'p, 'r>(
    published: &'p PublishedRow<'r>,
) -> impl Iterator<Item = &'r DisclosureRow> + use<'p, 'r> {
    published.not_disclosed.iter().copied().filter(|row| row.sender == Party::Provider)
}

fn withheld(published: &PublishedRow<'_>) -> Answers {
    let mut answers = Answers::default();
    for row in not_given(published) {
        let set = if is_whole(row) { &mut answers.certain } else { &mut answers.possible };
        set.insert(kind_or_any(row).to_owned());
    }
    answers.possible.retain(|key| !answers.certain.contains(key));
    answers
}

/// Whether what is said of data holds in every use and case.
pub(super) fn is_whole(row: &DisclosureRow) -> bool {
    row.context.known().is_none() && row.condition.known().is_none()
}

fn setting(register: &Register, published: &PublishedRow<'_>) -> Answers {
    let named = published.features.iter().flat_map(|row| row.settings.items());
    let mut answers = Answers::certain(named.map(ToString::to_string));
    if published.settings_open() == "yes" {
        let all = register.vocabulary.settings.iter().map(|row| row.key.to_string());
        answers.possible = all.filter(|key| !answers.certain.contains(key)).collect();
    }
    answers
}
