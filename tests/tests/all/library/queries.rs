//! Random questions, answered by the library and by a plain filter over the compiled register.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use service_providers::record::PartyKind;
use service_providers::set::{CountrySet, DataCategorySet, FormSet};
use service_providers::term::{
    Context, Feature, Likelihood, OtherParty, Section, ServiceCategory, Setting, Term,
};
use service_providers::{
    Country, DataCategory, DataSubject, Disclosures, Edition, Form, Provider, Purpose, Safeguard,
};
use service_providers_codegen::register::{Engagement, ancestors};
use service_providers_codegen::row::{DisclosureRow, EngagementFeatureRow};
use service_providers_codegen::{
    self as codegen, Asserted, DataOrAny, Key, Party, Register, Stated, StatedList, StorageStatus,
    YesNo,
};
use service_providers_tests::fixture;

static REGISTER: LazyLock<Register> = LazyLock::new(fixture::real);

/// A question in the words of the tables.
#[derive(Clone, Debug)]
struct Question {
    when: When,
    denied: bool,
    provider: Option<Provider>,
    category: Option<CategoryTest>,
    subject: Option<(DataSubject, Breadth)>,
    forms: Option<Vec<Form>>,
    likelihood: Option<Likelihood>,
    without_examples: bool,
    from: Option<PartyKind>,
    to: Option<PartyKind>,
    context: Option<Context>,
    section: Option<Section>,
    service_category: Option<ServiceCategory>,
    purpose: Option<(Purpose, bool)>,
    safeguard: Option<(Safeguard, bool)>,
    feature: Option<Feature>,
    setting: Option<(Setting, bool)>,
    stored: Option<(Vec<Country>, bool)>,
    entity: Option<(Vec<Country>, bool)>,
}

#[derive(Clone, Copy, Debug)]
enum When {
    Current,
    Announced,
    Ever,
    Retired,
    In(Edition),
}

#[derive(Clone, Debug)]
enum CategoryTest {
    Kind(DataCategory),
    Possible(DataCategory),
    Exactly(Vec<DataCategory>),
}

#[derive(Clone, Copy, Debug)]
enum Breadth {
    Ordinary,
    Possible,
    Named,
}

fn any<T: Term>() -> impl Strategy<Value = T> {
    select(T::ALL)
}

fn countries() -> impl Strategy<Value = Vec<Country>> {
    subsequence(vec![Country::Us, Country::De, Country::Gb, Country::Cn, Country::Ie], 0..5)
}

fn party() -> impl Strategy<Value = PartyKind> {
    let others = OtherParty::ALL.iter().copied().map(PartyKind::Other);
    let known = [PartyKind::OtherProvider, PartyKind::Provider, PartyKind::Publisher];
    select(known.into_iter().chain(others).collect::<Vec<_>>())
}

fn when() -> impl Strategy<Value = When> {
    prop_oneof![
        Just(When::Current),
        Just(When::Announced),
        Just(When::Ever),
        Just(When::Retired),
        any::<Edition>().prop_map(When::In)
    ]
}

fn category() -> impl Strategy<Value = CategoryTest> {
    prop_oneof![
        any().prop_map(CategoryTest::Kind),
        any().prop_map(CategoryTest::Possible),
        subsequence(DataCategory::ALL.to_vec(), 0..40).prop_map(CategoryTest::Exactly)
    ]
}

fn questions() -> impl Strategy<Value = Question> {
    let breadth = select(vec![Breadth::Ordinary, Breadth::Possible, Breadth::Named]);
    // Most questions are about little, so that answers are not mostly empty.
    let data = (
        proptest::option::weighted(0.1, any()),
        of(category()),
        of((any(), breadth)),
        proptest::option::weighted(0.2, subsequence(Form::ALL.to_vec(), 1..4)),
        proptest::option::weighted(0.2, any()),
        proptest::bool::weighted(0.2),
        proptest::option::weighted(0.2, party()),
        proptest::option::weighted(0.2, party()),
        proptest::option::weighted(0.1, any()),
    );
    let row = (
        proptest::option::weighted(0.2, any()),
        proptest::option::weighted(0.2, any()),
        proptest::option::weighted(0.2, (any::<Purpose>(), proptest::bool::ANY)),
        proptest::option::weighted(0.2, (any::<Safeguard>(), proptest::bool::ANY)),
        proptest::option::weighted(0.2, any()),
        proptest::option::weighted(0.2, (any::<Setting>(), proptest::bool::ANY)),
        proptest::option::weighted(0.3, (countries(), proptest::bool::ANY)),
        proptest::option::weighted(0.3, (countries(), proptest::bool::ANY)),
    );
    (when(), proptest::bool::weighted(0.1), data, row).prop_map(|(when, denied, data, row)| {
        let (provider, category, subject, forms, likelihood, without_examples, from, to, context) =
            data;
        let (section, service_category, purpose, safeguard, feature, setting, stored, entity) = row;
        Question {
            when,
            denied,
            provider,
            category,
            subject,
            forms,
            likelihood,
            without_examples,
            from,
            to,
            context,
            section,
            service_category,
            purpose,
            safeguard,
            feature,
            setting,
            stored,
            entity,
        }
    })
}

impl Question {
    fn asked(&self) -> Disclosures {
        let mut question = match self.when {
            When::Current => Disclosures::current(),
            When::Announced => Disclosures::announced(),
            When::Ever => Disclosures::ever(),
            When::Retired => Disclosures::retired(),
            When::In(edition) => Disclosures::in_edition(edition),
        };
        macro_rules! narrow {
            ($($option:expr => |$value:pat_param| $call:expr;)*) => {
                $(if let Some($value) = $option { question = $call(question); })*
            };
        }
        narrow! {
            self.denied.then_some(()) => |()| Disclosures::denied;
            self.provider => |p| |q: Disclosures| q.provider(p);
            self.category.clone() => |c| |q: Disclosures| match c {
                CategoryTest::Kind(kind) => q.category(kind),
                CategoryTest::Possible(kind) => q.category_possible(kind),
                CategoryTest::Exactly(kinds) => q.categories(DataCategorySet::of(&kinds)),
            };
            self.subject => |(s, b)| |q: Disclosures| match b {
                Breadth::Ordinary => q.subject(s),
                Breadth::Possible => q.subject_possible(s),
                Breadth::Named => q.subject_named(s),
            };
            self.forms.clone() => |f| |q: Disclosures| q.forms(FormSet::of(&f));
            self.likelihood => |l| |q: Disclosures| q.likelihood(l);
            self.without_examples.then_some(()) => |()| Disclosures::without_examples;
            self.from => |p| |q: Disclosures| q.from(p);
            self.to => |p| |q: Disclosures| q.to(p);
            self.context => |c| |q: Disclosures| q.context(c);
            self.section => |s| |q: Disclosures| q.section(s);
            self.service_category => |s| |q: Disclosures| q.service_category(s);
            self.purpose => |(p, possible)| |q: Disclosures|
                if possible { q.purpose_possible(p) } else { q.purpose(p) };
            self.safeguard => |(s, named)| |q: Disclosures|
                if named { q.safeguard(s) } else { q.without_safeguard(s) };
            self.feature => |f| |q: Disclosures| q.feature(f);
            self.setting => |(s, possible)| |q: Disclosures|
                if possible { q.setting_possible(s) } else { q.setting(s) };
            self.stored.clone() => |(c, inside)| |q: Disclosures|
                if inside { q.stored_in(CountrySet::of(&c)) } else { q.stored_outside(CountrySet::of(&c)) };
            self.entity.clone() => |(c, inside)| |q: Disclosures|
                if inside { q.entity_in(CountrySet::of(&c)) } else { q.entity_outside(CountrySet::of(&c)) };
        }
        question
    }

    /// Who gets the data: the provider of the row where the question does not say, unless it asks
    /// what that provider gives.
    fn recipient(&self) -> Option<PartyKind> {
        match (self.from, self.to) {
            (_, Some(asked)) => Some(asked),
            (Some(PartyKind::Provider), None) => None,
            _ => Some(PartyKind::Provider),
        }
    }

    /// Whether the question is about this engagement, asked of the tables in the plainest way.
    fn fits_engagement(&self, engagement: &Engagement) -> bool {
        let published = &engagement.row;
        let editions = self.editions_asked(&published.key);
        !editions.is_empty()
            && self.fits_section(&published.key, &editions)
            && self.fits_places(engagement, &editions)
            && self.fits_features(&engagement.features)
            && same(self.provider.map(Provider::key), Some(&published.provider))
            && same(
                self.service_category.map(ServiceCategory::key),
                published.service_category.known().map(|key| key.as_str()),
            )
            && self.purpose.is_none_or(|(asked, possible)| {
                let purposes = published.purposes.items();
                purposes.iter().any(|key| key.as_str() == asked.key())
                    || possible && purposes.is_empty()
            })
            && self.safeguard.is_none_or(|(asked, named)| {
                published.safeguards.items().iter().any(|key| key.as_str() == asked.key()) == named
            })
    }

    /// The editions that publish the engagement, of those asked about.
    fn editions_asked(&self, engagement: &str) -> Vec<&'static codegen::row::Edition> {
        let current = REGISTER.current_edition();
        let editions = REGISTER.editions_of(engagement);
        let lasting = |edition: &&codegen::row::Edition| {
            edition.id == current.id || REGISTER.announced_editions().contains(edition)
        };
        match self.when {
            When::Current => editions.into_iter().filter(|other| other.id == current.id).collect(),
            When::Announced => {
                let announced = REGISTER.announced_editions();
                editions.into_iter().filter(|edition| announced.contains(edition)).collect()
            }
            When::Ever => editions,
            When::Retired if editions.iter().any(lasting) => Vec::new(),
            When::Retired => editions,
            When::In(asked) => editions.into_iter().filter(|e| e.id == asked.key()).collect(),
        }
    }

    fn fits_section(&self, engagement: &str, editions: &[&codegen::row::Edition]) -> bool {
        self.section.is_none_or(|asked| {
            REGISTER.listings_of(engagement).any(|listing| {
                listing.section.known().is_some_and(|key| key.as_str() == asked.key())
                    && editions.iter().any(|edition| edition.documents.contains(&listing.document))
            })
        })
    }

    fn fits_places(&self, engagement: &Engagement, editions: &[&codegen::row::Edition]) -> bool {
        let published = &engagement.row;
        let within = |country: &str, asked: &[Country]| asked.iter().any(|c| c.key() == country);
        let stored =
            self.stored.as_ref().is_none_or(|(asked, inside)| match (published.storage, inside) {
                (StorageStatus::Listed, inside) => engagement.storage.iter().any(|row| {
                    let certain = editions.iter().all(|edition| {
                        let countries =
                            REGISTER.vocabulary.countries_of(&row.place, &edition.published);
                        !countries.is_empty() && countries.iter().all(|c| within(c, asked))
                    });
                    certain == *inside
                }),
                (StorageStatus::None | StorageStatus::NotApplicable, _) => false,
                (_, inside) => !inside,
            });
        stored
            && self.entity.as_ref().is_none_or(|(asked, inside)| {
                match published.entity_country.known() {
                    Some(country) => within(country, asked) == *inside,
                    None => !inside,
                }
            })
    }

    fn fits_features(&self, lines: &[EngagementFeatureRow]) -> bool {
        let line = |line: &EngagementFeatureRow| {
            self.feature.is_none_or(|asked| asked.key() == line.feature.as_str())
                && self.setting.is_none_or(|(asked, possible)| {
                    line.settings.items().iter().any(|key| key.as_str() == asked.key())
                        || line.settings == StatedList::Unknown && possible
                })
        };
        match (self.feature, self.setting) {
            (None, None) => true,
            (None, Some((_, true))) if lines.is_empty() => true,
            _ => lines.iter().any(line),
        }
    }

    /// Whether the question is about this disclosure of an engagement that it is about.
    fn fits_disclosure(&self, row: &DisclosureRow) -> bool {
        self.fits_category(&row.data_category)
            && self.fits_subject(&row.data_subject)
            && (row.asserted == Asserted::No) == self.denied
            && self
                .forms
                .as_ref()
                .is_none_or(|forms| forms.iter().any(|form| form.key() == row.form.to_string()))
            && same(self.likelihood.map(Likelihood::key), Some(&row.likelihood.to_string()))
            && !(self.without_examples && row.example == YesNo::Yes)
            && self.from.is_none_or(|asked| asked == kind(&row.sender))
            && self.recipient().is_none_or(|asked| asked == kind(&row.recipient))
            && same(self.context.map(Context::key), row.context.known().map(|key| key.as_str()))
    }

    /// Data of any kind may be of every kind, and is of none for certain.
    fn fits_category(&self, category: &DataOrAny) -> bool {
        let categories = &REGISTER.vocabulary.data_categories;
        let kind_of = |narrow: &str, wide: &str| ancestors(categories, narrow).contains(&wide);
        self.category.as_ref().is_none_or(|test| match test {
            CategoryTest::Kind(kind) => kind_of(category, kind.key()),
            CategoryTest::Possible(_) if *category == DataOrAny::Any => true,
            CategoryTest::Possible(kind) => {
                kind_of(category, kind.key()) || kind_of(kind.key(), category)
            }
            CategoryTest::Exactly(kinds) => kinds.iter().any(|kind| kind.key() == &**category),
        })
    }

    fn fits_subject(&self, subject: &Stated<Key>) -> bool {
        let subjects = &REGISTER.vocabulary.data_subjects;
        let part_of = |narrow: &str, wide: &str| ancestors(subjects, narrow).contains(&wide);
        self.subject.is_none_or(|(asked, breadth)| match subject {
            Stated::Known(group) => {
                let touch = |one: &str, other: &str| part_of(one, other) || part_of(other, one);
                let overlap = |one: &str, other: &str| {
                    touch(one, asked.key()) && touch(other, group.as_str())
                };
                match breadth {
                    Breadth::Named => part_of(group, asked.key()),
                    Breadth::Ordinary => touch(group, asked.key()),
                    Breadth::Possible => {
                        touch(group, asked.key())
                            || REGISTER.vocabulary.overlaps.iter().any(|row| {
                                overlap(&row.group, &row.other) || overlap(&row.other, &row.group)
                            })
                    }
                }
            }
            Stated::Unknown => matches!(breadth, Breadth::Possible),
            _ => false,
        })
    }
}

/// Whether nothing is asked, or what is given.
fn same(asked: Option<&str>, given: Option<&str>) -> bool {
    asked.is_none() || asked == given
}

fn kind(party: &Party) -> PartyKind {
    match party {
        Party::OtherProvider(_) => PartyKind::OtherProvider,
        Party::Provider => PartyKind::Provider,
        Party::Publisher => PartyKind::Publisher,
        Party::Other(key) => PartyKind::Other(OtherParty::from_key(key).unwrap()),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4_000))]

    #[test]
    fn questions_are_answered_as_a_plain_filter_would(question in questions()) {
        let expected: Vec<(&Engagement, &DisclosureRow)> = REGISTER
            .engagements
            .iter()
            .filter(|engagement| question.fits_engagement(engagement))
            .flat_map(|engagement| engagement.standing_disclosures().map(move |row| (engagement, row)))
            .filter(|(_, row)| question.fits_disclosure(row))
            .collect();
        let asked = question.asked();
        // A disclosure is known by its engagement and what it says.
        let mut found: Vec<(String, String)> = asked
            .iter()
            .map(|row| {
                let category = row.category.map_or("any", DataCategory::key);
                (row.engagement().key.to_owned(), category.to_owned())
            })
            .collect();
        found.sort();
        let mut wanted: Vec<(String, String)> = expected
            .iter()
            .map(|(e, row)| (e.row.key.to_string(), row.data_category.to_string()))
            .collect();
        wanted.sort();
        prop_assert_eq!(found, wanted);
        prop_assert_eq!(asked.count(), expected.len());
        prop_assert_eq!(asked.is_empty(), expected.is_empty());
        let keys = |set: Vec<&'static str>| set.into_iter().map(str::to_owned).collect::<BTreeSet<_>>();
        let providers: BTreeSet<String> =
            expected.iter().map(|(e, _)| e.row.provider.to_string()).collect();
        prop_assert_eq!(keys(asked.providers().iter().map(Provider::key).collect()), providers);
        let categories: BTreeSet<String> =
            expected.iter().filter_map(|(_, row)| Some(row.data_category.kind()?.to_string())).collect();
        prop_assert_eq!(keys(asked.data_categories().iter().map(DataCategory::key).collect()), categories);
        let subjects: BTreeSet<String> =
            expected.iter().filter_map(|(_, row)| Some(row.data_subject.known()?.to_string())).collect();
        prop_assert_eq!(keys(asked.data_subjects().iter().map(DataSubject::key).collect()), subjects);
        let countries: BTreeSet<String> = expected
            .iter()
            .flat_map(|(e, _)| e.storage.iter().map(|row| row.place.to_string()))
            .filter(|place| Country::from_alpha2(place).is_some())
            .collect();
        prop_assert_eq!(keys(asked.countries().iter().map(Country::key).collect()), countries);
    }
}

/// Who gets the data follows from who gives it, as long as the question does not say; the last call
/// decides.
#[test]
fn a_later_sender_replaces_an_earlier_one() {
    let (provider, publisher) = (PartyKind::Provider, PartyKind::Publisher);
    for edition in Edition::ALL {
        let all = || Disclosures::in_edition(*edition);
        assert_eq!(all().from(provider).from(publisher).count(), all().from(publisher).count());
        assert_eq!(all().from(publisher).from(provider).count(), all().given().count());
    }
    let all = Disclosures::current;
    assert!(all().any_direction().from(publisher).count() > all().from(publisher).count());
}
