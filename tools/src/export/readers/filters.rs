//! What readers can choose from, and what each row answers to it: yes, possibly or no.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use service_providers_codegen::register::Vocabulary;
use service_providers_codegen::row::DisclosureRow;
use service_providers_codegen::{DataStatus, Key, Likelihood, Party, Register, StorageStatus};

use super::card::Card;
use super::passing::Near;
use super::whose::{Answer, Received};
use super::{Edition, words::WORDS};
use crate::export::projection::PublishedRow;
use crate::missing::ANY;
use crate::page::{lower, upper};

/// The choices to which a row answers.
#[derive(Serialize, Default)]
pub(crate) struct Filter {
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
struct Answers {
    certain: BTreeSet<String>,
    possible: BTreeSet<String>,
}

impl Answers {
    fn has(&self, key: &str) -> bool {
        self.certain.contains(key) || self.possible.contains(key)
    }

    fn certain(keys: impl IntoIterator<Item = String>) -> Self {
        Self { certain: keys.into_iter().collect(), possible: BTreeSet::new() }
    }
}

/// A filter and its choices.
#[derive(Serialize)]
pub(crate) struct Choices {
    name: &'static str,
    label: &'static str,
    groups: Vec<Group>,
}

/// Choices under a heading, or without one.
#[derive(Serialize)]
struct Group {
    label: Option<String>,
    options: Vec<Choice>,
}

/// A choice.
#[derive(Serialize)]
struct Choice {
    key: String,
    name: String,
    /// The terms that answer it, where two choices are asked of the same data.
    near: Option<Near>,
}

/// The terms of which at least one row of the edition speaks, and the groups of children.
pub(crate) struct Spoken<'r> {
    pub(super) groups: BTreeSet<&'r str>,
    pub(super) kinds: BTreeSet<&'r str>,
    /// Each place, with its countries on the day of the edition.
    places: BTreeMap<&'r str, BTreeSet<&'r str>>,
    companies: BTreeSet<&'r str>,
    /// The kinds of data that are said not to pass; `any` stands for all data.
    denied: BTreeSet<&'r str>,
}

impl<'r> Spoken<'r> {
    pub(crate) fn of(register: &'r Register, day: &str, rows: &[PublishedRow<'r>]) -> Self {
        let received = |row: &&DisclosureRow| {
            matches!(row.recipient, Party::Provider | Party::OtherProvider(_))
        };
        let disclosed =
            || rows.iter().flat_map(|row| row.disclosed.iter().copied()).filter(received);
        let kinds = disclosed().filter_map(|row| row.data_category.kind());
        let groups = disclosed().filter_map(|row| row.data_subject.known());
        let places = rows.iter().flat_map(|row| row.places.iter().copied());
        let denied = rows.iter().flat_map(|row| row.not_disclosed.iter().copied()).filter(received);
        Self {
            groups: groups.map(Key::as_str).chain(register.vocabulary.children()).collect(),
            kinds: kinds.map(Key::as_str).collect(),
            places: places
                .map(|row| (row.place.as_str(), register.vocabulary.countries_of(&row.place, day)))
                .collect(),
            companies: (rows.iter())
                .filter_map(|row| Some(row.row.entity_country.known()?.as_str()))
                .collect(),
            denied: denied.map(kind_or_any).collect(),
        }
    }
}

impl Filter {
    pub(crate) fn of(
        edition: &Edition<'_>,
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
    fn of_name(&self, name: &str) -> &Answers {
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

fn whose(edition: &Edition<'_>, received: &Received<'_>) -> Answers {
    let mut answers = Answers::default();
    for group in &edition.spoken.groups {
        match received.answer(&edition.terms, group) {
            answer if answer.is_certain() => answers.certain.insert((*group).to_owned()),
            Answer::Possibly => answers.possible.insert((*group).to_owned()),
            _ => false,
        };
    }
    answers
}

/// A row that names a kind of data answers yes for every wider kind, and possibly for every narrower
/// one.
fn data(edition: &Edition<'_>, received: &Received<'_>) -> Answers {
    let kinds = &edition.terms.kinds;
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
fn place(edition: &Edition<'_>, published: &PublishedRow<'_>) -> Answers {
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
fn company(edition: &Edition<'_>, published: &PublishedRow<'_>) -> Answers {
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

fn kind_or_any(row: &DisclosureRow) -> &str {
    row.data_category.kind().map_or(ANY, Key::as_str)
}

/// What stands before the key of a group, where kinds of data are choices as well.
const OF: &str = "of.";

/// What is said not to pass, of a group and of a kind of data. What holds only in some use or case is not
/// certain.
fn denied(edition: &Edition<'_>, received: &Received<'_>) -> Answers {
    let mut answers = Answers::default();
    let mut add = |key: String, certain: bool| {
        if certain { &mut answers.certain } else { &mut answers.possible }.insert(key);
    };
    for row in &received.denied {
        add(kind_or_any(row).to_owned(), is_whole(row));
    }
    for group in &edition.spoken.groups {
        for row in received.denials(&edition.terms, group) {
            add(format!("{OF}{group}"), is_whole(row));
        }
        let wider = &edition.terms.groups[group];
        if received.excluded.iter().any(|key| wider.contains(&key.as_str())) {
            add(format!("{OF}{group}"), true);
        }
    }
    answers.possible.retain(|key| !answers.certain.contains(key));
    answers
}

/// What a provider is said not to give back or to pass on.
fn not_given<'p, 'r>(
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

/// The filters of an edition. Each choice has at least one row. A filter with a single choice is left out,
/// because it tells nothing apart.
pub(crate) fn choices(
    edition: &Edition<'_>,
    rows: &[PublishedRow<'_>],
    cards: &[Card],
) -> Vec<Choices> {
    let vocabulary = &edition.register.vocabulary;
    let spoken = &edition.spoken;
    let countries = spoken.companies.iter();
    let countries =
        countries.map(|key| (*key, Vocabulary::name(&vocabulary.countries, key).to_owned()));
    let places = spoken.places.keys().map(|key| (*key, vocabulary.place_name(key).to_owned()));
    let sections: BTreeSet<&str> =
        rows.iter().filter_map(|row| Some(row.listing.section.known()?.as_str())).collect();
    let sections = vocabulary.sections.iter().filter(|row| sections.contains(row.key.as_str()));
    let settings: BTreeSet<&Key> = rows
        .iter()
        .flat_map(|row| row.features.iter().flat_map(|feature| feature.settings.items()))
        .collect();
    let settings = vocabulary.settings.iter().filter(|row| settings.contains(&row.key));
    let withheld: BTreeSet<&str> = rows.iter().flat_map(not_given).map(kind_or_any).collect();
    let withheld = withheld.into_iter().map(|key| (key, kind_name(edition, key)));
    let status = [("announced", WORDS.status_new), ("in-force", WORDS.status_stays)];
    let status = status.into_iter().filter(|_| edition.announced);
    let all = [
        ("whose", WORDS.filter_whose, vec![group(None, groups(edition))]),
        ("data", WORDS.filter_data, data_groups(edition)),
        ("company", WORDS.filter_company, vec![group(None, countries)]),
        ("place", WORDS.filter_place, vec![group(None, places)]),
        ("denied", WORDS.filter_denied, denied_groups(edition)),
        ("withheld", WORDS.filter_withheld, vec![group(None, withheld)]),
        (
            "section",
            WORDS.filter_section,
            vec![group(None, sections.map(|row| (&*row.key, row.name.to_string())))],
        ),
        (
            "setting",
            WORDS.filter_setting,
            vec![group(None, settings.map(|row| (&*row.key, row.name.to_string())))],
        ),
        (
            "status",
            WORDS.filter_status,
            vec![group(None, status.map(|(key, name)| (key, name.to_owned())))],
        ),
    ];
    let answered = |(name, label, mut groups): (&'static str, _, Vec<Group>)| {
        for group in &mut groups {
            let answers = |key: &str| cards.iter().any(|card| card.filter.of_name(name).has(key));
            group.options.retain(|choice| answers(&choice.key));
        }
        for choice in groups.iter_mut().flat_map(|group| &mut group.options) {
            choice.near = Near::of(edition, name, &choice.key);
        }
        groups.retain(|group| !group.options.is_empty());
        let count: usize = groups.iter().map(|group| group.options.len()).sum();
        (count > 1).then_some(Choices { name, label, groups })
    };
    all.into_iter().filter_map(answered).collect()
}

fn kind_name(edition: &Edition<'_>, key: &str) -> String {
    match key {
        ANY => upper(WORDS.any_data),
        key => Vocabulary::name(&edition.register.vocabulary.data_categories, key).to_owned(),
    }
}

/// The groups of people, by name.
fn groups<'e>(edition: &'e Edition<'_>) -> impl Iterator<Item = (&'e str, String)> {
    let name = |key: &str| upper(&super::flows::group(edition.register, key));
    edition.spoken.groups.iter().map(move |key| (*key, name(key)))
}

/// The kinds of data that somebody gets, each below the wider kind that heads it.
fn data_groups(edition: &Edition<'_>) -> Vec<Group> {
    let name =
        |key: &str| Vocabulary::name(&edition.register.vocabulary.data_categories, key).to_owned();
    let mut headed: BTreeMap<Option<String>, Vec<&str>> = BTreeMap::new();
    for key in &edition.spoken.kinds {
        headed.entry(edition.terms.head(key).map(name)).or_default().push(key);
    }
    let mut groups: Vec<Group> = (headed.into_iter())
        .map(|(label, keys)| group(label, keys.into_iter().map(|key| (key, name(key)))))
        .collect();
    groups.sort_by_key(|group| group.label.as_ref().map(|label| label.to_lowercase()));
    groups
}

/// The groups of people and the kinds of data of which something is said not to pass.
fn denied_groups(edition: &Edition<'_>) -> Vec<Group> {
    let of: Vec<(String, String)> = (edition.spoken.groups.iter())
        .map(|key| {
            let group = super::flows::group(edition.register, key);
            (format!("{OF}{key}"), format!("{} {group}", WORDS.denied_of))
        })
        .collect();
    let kinds = edition.spoken.denied.iter().map(|key| (*key, kind_name(edition, key)));
    vec![
        group(
            Some(WORDS.filter_whose.to_owned()),
            of.iter().map(|(key, name)| (key.as_str(), name.clone())),
        ),
        group(Some(WORDS.filter_data.to_owned()), kinds),
    ]
}

/// Choices by name.
fn group<'a>(label: Option<String>, options: impl Iterator<Item = (&'a str, String)>) -> Group {
    let sorted: BTreeMap<(String, String), String> =
        options.map(|(key, name)| ((lower(&name).to_lowercase(), key.to_owned()), name)).collect();
    let choice = |((_, key), name)| Choice { key, name, near: None };
    Group { label, options: sorted.into_iter().map(choice).collect() }
}
