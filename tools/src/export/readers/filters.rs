//! What readers can choose from, and what each row answers to it: yes, possibly or no.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use service_providers_codegen::register::Vocabulary;
use service_providers_codegen::row::DisclosureRow;
use service_providers_codegen::{DataStatus, Key, Likelihood, Party, Register, StorageStatus};

use super::card::Card;
use super::whose::{Answer, Received};
use super::{Edition, words::WORDS};
use crate::export::projection::PublishedRow;
use crate::page::{lower, upper};

/// The choices to which a row answers.
#[derive(Serialize, Default)]
pub(crate) struct Filter {
    whose: Answers,
    data: Answers,
    place: Answers,
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
    /// The key and the name of each.
    options: Vec<(String, String)>,
}

/// The terms of which at least one row of the edition speaks, and the groups of children.
pub(crate) struct Spoken<'r> {
    groups: BTreeSet<&'r str>,
    kinds: BTreeSet<&'r str>,
    places: BTreeSet<&'r str>,
}

impl<'r> Spoken<'r> {
    pub(crate) fn of(register: &'r Register, rows: &[PublishedRow<'r>]) -> Self {
        let received = |row: &&DisclosureRow| {
            matches!(row.recipient, Party::Provider | Party::OtherProvider(_))
        };
        let disclosed =
            || rows.iter().flat_map(|row| row.disclosed.iter().copied()).filter(received);
        let kinds = disclosed().filter_map(|row| row.data_category.kind());
        let groups = disclosed().filter_map(|row| row.data_subject.known());
        let places = rows.iter().flat_map(|row| row.places.iter().copied());
        Self {
            groups: groups.map(Key::as_str).chain(register.vocabulary.children()).collect(),
            kinds: kinds.map(Key::as_str).collect(),
            places: places.map(|row| row.place.as_str()).collect(),
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

/// Which kinds of data go with which groups. That a provider gets data of students, and voices, does not
/// say that it gets voices of students. Each part is `groups|kinds`; the parts are separated by `;`.
pub(crate) fn pairs(edition: &Edition<'_>, received: &Received<'_>) -> String {
    let (spoken, terms) = (&edition.spoken, &edition.terms);
    let mut kinds_of: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for row in received.asserted.iter().filter(|row| row.likelihood == Likelihood::Stated) {
        let Some((group, kind)) = row.data_subject.known().zip(row.data_category.kind()) else {
            continue;
        };
        let wider = terms.kinds[kind.as_str()].iter().filter(|kind| spoken.kinds.contains(*kind));
        kinds_of.entry(group).or_default().extend(wider);
    }
    let part = |(group, kinds): (&str, BTreeSet<&str>)| {
        let touches = |other: &&&str| terms.is_in(group, other) || terms.is_in(other, group);
        let groups: Vec<&str> = spoken.groups.iter().filter(touches).copied().collect();
        let kinds: Vec<&str> = kinds.into_iter().collect();
        format!("{}|{}", groups.join(" "), kinds.join(" "))
    };
    kinds_of.into_iter().map(part).collect::<Vec<_>>().join(";")
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
    let (vocabulary, day) = (&edition.register.vocabulary, &edition.edition.published);
    let anywhere =
        matches!(published.row.storage, StorageStatus::Unknown | StorageStatus::SeeProvider);
    let mut answers = Answers::default();
    for asked in &edition.spoken.places {
        let wanted = vocabulary.countries_of(asked, day);
        let (mut certain, mut possible) = (false, anywhere);
        for row in &published.places {
            let own = vocabulary.countries_of(&row.place, day);
            certain |= row.place.as_str() == *asked || !own.is_empty() && own.is_subset(&wanted);
            possible |= own.is_empty() || !own.is_disjoint(&wanted);
        }
        match certain {
            true => answers.certain.insert((*asked).to_owned()),
            false => possible && answers.possible.insert((*asked).to_owned()),
        };
    }
    answers
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
    let groups = edition
        .spoken
        .groups
        .iter()
        .map(|key| (*key, upper(&super::flows::group(edition.register, key))));
    let kinds = edition.spoken.kinds.iter();
    let kinds =
        kinds.map(|key| (*key, Vocabulary::name(&vocabulary.data_categories, key).to_owned()));
    let places = edition.spoken.places.iter();
    let places = places.map(|key| (*key, vocabulary.place_name(key).to_owned()));
    let sections: BTreeSet<&str> =
        rows.iter().filter_map(|row| Some(row.listing.section.known()?.as_str())).collect();
    let sections = vocabulary.sections.iter().filter(|row| sections.contains(row.key.as_str()));
    let settings: BTreeSet<&Key> = rows
        .iter()
        .flat_map(|row| row.features.iter().flat_map(|feature| feature.settings.items()))
        .collect();
    let settings = vocabulary.settings.iter().filter(|row| settings.contains(&row.key));
    let status = [("announced", WORDS.status_new), ("in-force", WORDS.status_stays)];
    let status = status.into_iter().filter(|_| edition.announced);
    let all = [
        of("whose", WORDS.filter_whose, groups),
        of("data", WORDS.filter_data, kinds),
        of("place", WORDS.filter_place, places),
        of("section", WORDS.filter_section, sections.map(|row| (&*row.key, row.name.to_string()))),
        of("setting", WORDS.filter_setting, settings.map(|row| (&*row.key, row.name.to_string()))),
        of("status", WORDS.filter_status, status.map(|(key, name)| (key, name.to_owned()))),
    ];
    let answered = |choices: &mut Choices| {
        let answers = |card: &Card, key: &str| card.filter.of_name(choices.name).has(key);
        choices.options.retain(|(key, _)| cards.iter().any(|card| answers(card, key)));
        choices.options.len() > 1
    };
    all.into_iter().filter_map(|mut choices| answered(&mut choices).then_some(choices)).collect()
}

/// A filter with its choices by name.
fn of<'a>(
    name: &'static str,
    label: &'static str,
    options: impl Iterator<Item = (&'a str, String)>,
) -> Choices {
    let sorted: BTreeMap<(String, String), String> =
        options.map(|(key, name)| ((lower(&name).to_lowercase(), key.to_owned()), name)).collect();
    let options = sorted.into_iter().map(|((_, key), name)| (key, name)).collect();
    Choices { name, label, options }
}
