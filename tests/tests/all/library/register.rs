//! The library says what the tables say: every constant is compared with the compiled register.

use std::sync::LazyLock;

use service_providers as library;
use service_providers::record::{
    Disclosure, Engagement, Listing, Party, Practice, Subject, Succession,
};
use service_providers::set::{CountrySet, EditionSet, TermSet};
use service_providers::term::Term;
use service_providers::{Country, DataCategory, DataSubject, Document, Edition, Provider};
use service_providers_codegen::{
    self as codegen, Asserted, Key, Register, StatedList, YesNo, YesOrUnknown,
};
use service_providers_tests::fixture;

/// The compiled register.
fn register() -> &'static Register {
    static REGISTER: LazyLock<Register> = LazyLock::new(fixture::real);
    &REGISTER
}

/// The text of a fact that may be missing.
fn text<T>(stated: &codegen::Stated<T>) -> Option<String>
where
    T: std::str::FromStr + std::fmt::Display,
{
    stated.known().map(ToString::to_string)
}

fn key<T: Term>(term: Option<T>) -> Option<String> {
    term.map(|term| term.key().to_owned())
}

fn owned(text: Option<&str>) -> Option<String> {
    text.map(str::to_owned)
}

fn keys<T: Term, const WORDS: usize>(set: TermSet<T, WORDS>) -> Vec<&'static str> {
    set.iter().map(Term::key).collect()
}

fn items(list: &[Key]) -> Vec<&str> {
    list.iter().map(Key::as_str).collect()
}

fn stated_keys<T: Term, const WORDS: usize>(
    stated: library::record::Stated<TermSet<T, WORDS>>,
) -> String {
    match stated {
        library::record::Stated::Known(set) => keys(set).join(";"),
        other => word(&other).to_owned(),
    }
}

fn word<T>(stated: &library::record::Stated<T>) -> &'static str {
    match stated {
        library::record::Stated::None => "none",
        library::record::Stated::NotApplicable => "not-applicable",
        library::record::Stated::Unknown => "unknown",
        _ => panic!("a known fact has no word"),
    }
}

/// Every vocabulary: the macro names the rows, the enum and how the other fields compare.
#[test]
fn vocabularies() {
    let register = register();
    let vocabulary = &register.vocabulary;
    macro_rules! same {
        ($rows:ident, $term:ident, |$row:ident, $record:ident| $($left:expr => $right:expr),*) => {
            assert_eq!(vocabulary.$rows.len(), library::term::$term::ALL.len(), stringify!($term));
            for ($row, term) in vocabulary.$rows.iter().zip(library::term::$term::ALL) {
                let $record = term.record();
                assert_eq!($record.term, *term);
                assert_eq!(($row.key.as_str(), &*$row.name), ($record.key, $record.name));
                $(assert_eq!($left, $right, "{}: {}", term.key(), stringify!($left));)*
            }
        };
    }
    same!(collection_methods, CollectionMethod, |row, record|
        text(&row.dpv) => owned(record.dpv), &*row.description => record.description);
    same!(contexts, Context, |row, record| &*row.description => record.description);
    same!(countries, Country, |row, record|
        register.eea(Edition::CURRENT.key()).contains(row.key.as_str()) => record.eea);
    same!(data_categories, DataCategory, |row, record|
        text(&row.parent) => key(record.parent), text(&row.dpv) => owned(record.dpv),
        text(&row.fideslang) => owned(record.fideslang),
        row.special_care.to_string() => record.special_care.key(),
        &*row.description => record.description);
    same!(data_subjects, DataSubject, |row, record|
        text(&row.parent) => key(record.parent), text(&row.dpv) => owned(record.dpv),
        &*row.description => record.description);
    same!(features, Feature, |row, record| &*row.description => record.description);
    same!(legal_bases, LegalBasis, |row, record|
        text(&row.dpv) => owned(record.dpv), &*row.article => record.article,
        &*row.description => record.description);
    same!(purposes, Purpose, |row, record|
        text(&row.dpv) => owned(record.dpv), &*row.description => record.description);
    same!(regions, Region, |row, record|
        row.kind.to_string() => record.kind.key(), text(&row.dpv) => owned(record.dpv),
        &*row.description => record.description);
    same!(safeguards, Safeguard, |row, record|
        text(&row.dpv) => owned(record.dpv), &*row.description => record.description);
    same!(sections, Section, |row, record|
        row.position => record.position, &*row.description => record.description);
    same!(service_categories, ServiceCategory, |row, record|
        row.position => record.position, &*row.description => record.description);
}

#[test]
fn publisher_documents_and_editions() {
    let register = register();
    assert_eq!(library::PUBLISHER, &*register.file.publisher.name);
    assert_eq!(library::DATA_LICENCE_NOTE, &*register.file.data_licence_note);
    assert_eq!(Document::ALL.len(), register.documents().len());
    for document in register.documents() {
        let term = Document::from_key(&document.id).unwrap();
        let record = term.record();
        assert_eq!((&*document.title, &*document.list), (record.name, record.list));
        assert_eq!(text(&document.date), owned(record.date));
        assert_eq!(&*document.date_basis, record.date_basis);
        assert_eq!(text(&document.address), owned(record.address));
        assert_eq!(text(&document.sha256), owned(record.sha256));
        assert_eq!(document.listed == YesNo::Yes, record.listed);
        assert_eq!(document.published_rows, record.published_rows);
        let editions = register.editions().iter();
        let editions = editions.filter(|edition| edition.documents.contains(&document.id));
        let editions: Vec<&str> = editions.map(|edition| edition.id.as_str()).collect();
        assert_eq!(editions, keys(term.editions()));
        assert_eq!(term.editions(), record.editions);
        let rows: Vec<(u32, u32)> = term.listings().map(|row| (row.row, row.part)).collect();
        let expected = register.listings_in(&document.id).iter().map(|row| (row.row, row.part));
        assert_eq!(rows, expected.collect::<Vec<_>>());
    }
    assert_eq!(Edition::ALL.len(), register.editions().len());
    for (edition, term) in register.editions().iter().zip(Edition::ALL) {
        let record = term.record();
        assert_eq!((&*edition.id, &*edition.published), (record.key, record.published));
        assert_eq!(text(&edition.effective), owned(record.effective));
        assert_eq!(text(&edition.objection_until), owned(record.objection_until));
        assert_eq!(text(&edition.undated_basis), owned(record.undated_basis));
        let documents: Vec<&str> = term.documents().iter().map(Document::key).collect();
        assert_eq!(items(&edition.documents), documents);
        assert_eq!(edition.id == register.current_edition().id, term.is_current());
        assert_eq!(register.announced_editions().contains(edition), term.is_announced());
        assert_eq!(EditionSet::ANNOUNCED.contains(*term), term.is_announced());
    }
    assert_eq!(Edition::CURRENT.key(), register.current_edition().id);
}

/// The closed sets of the model, which no table holds.
#[test]
fn terms_of_the_model() {
    fn same<C: codegen::ClosedSet, L: Term>(description: impl Fn(L) -> &'static str) {
        let terms: Vec<codegen::Term> = C::ALL.iter().map(|term| term.term()).collect();
        assert_eq!(terms.len(), L::ALL.len(), "{}", L::KIND);
        for (term, other) in terms.iter().zip(L::ALL.iter().copied()) {
            assert_eq!((term.key, term.meaning), (other.key(), description(other)));
        }
    }
    macro_rules! same {
        ($($set:ident),*) => {
            $(same::<codegen::$set, library::term::$set>(|term| term.record().description);)*
        };
    }
    same!(
        Certainty,
        DataStatus,
        Extent,
        Form,
        Likelihood,
        RecipientRole,
        Sharing,
        SpecialCare,
        SuccessionKind,
        Transfer
    );
}

#[test]
fn providers() {
    let register = register();
    assert_eq!(Provider::ALL.len(), register.providers.len());
    for (row, provider) in register.providers.iter().zip(Provider::ALL.iter().copied()) {
        assert_eq!((row.key.as_str(), &*row.name), (provider.key(), provider.name()));
        assert_eq!(row.aliases.names(), provider.aliases().iter().collect::<Vec<_>>());
        let listed = register.editions_listing(&row.key);
        let listed: Vec<&str> = listed.into_iter().map(|edition| edition.id.as_str()).collect();
        assert_eq!(listed, keys(provider.editions()));
        assert_eq!(listed.first().copied(), provider.first_listed().map(Edition::key));
        assert_eq!(listed.last().copied(), provider.last_listed().map(Edition::key));
        let current = listed.contains(&Edition::CURRENT.key());
        assert_eq!(current, provider.is_current());
        assert_eq!(current, Provider::CURRENT.contains(&provider));
    }
    assert_eq!(Succession::ALL.len(), register.successions.len());
    for (row, succession) in register.successions.iter().zip(Succession::ALL) {
        assert_eq!(row.predecessor.as_str(), succession.predecessor.key());
        assert_eq!(row.successor.as_str(), succession.successor.key());
        assert_eq!(row.edition, succession.edition.key());
        assert_eq!(row.kind.to_string(), succession.kind.key());
        assert_eq!(row.certainty.to_string(), succession.certainty.key());
        assert_eq!(&*row.evidence, succession.evidence);
        assert_eq!(row.document.as_str(), succession.document.key());
    }
}

/// The places are those of the table.
fn places(found: &codegen::register::Engagement, engagement: Engagement) {
    let register = register();
    let rows: Vec<_> = found.standing_storage().collect();
    assert_eq!(rows.len(), engagement.places().len());
    for (row, storage) in rows.into_iter().zip(engagement.places()) {
        assert_eq!(row.place.as_str(), storage.place.key());
        assert_eq!(register.vocabulary.place_name(&row.place), storage.place.name());
        assert_eq!(text(&row.context), owned(storage.context));
        assert_eq!(text(&row.condition), owned(storage.condition));
    }
}

/// The features are those of the table.
fn features(found: &codegen::register::Engagement, engagement: Engagement) {
    assert_eq!(found.features.len(), engagement.features().len());
    for (row, feature) in found.features.iter().zip(engagement.features()) {
        assert_eq!(row.feature.as_str(), feature.feature.key());
        assert_eq!(row.settings.to_string(), stated_keys(feature.settings));
        assert_eq!(row.extent.to_string(), feature.extent.key());
    }
}

/// The disclosures are those of the table.
fn disclosures(found: &codegen::register::Engagement, engagement: Engagement) {
    assert_eq!(found.standing_disclosures().count(), engagement.disclosures().len());
    for (row, disclosure) in found.standing_disclosures().zip(engagement.disclosures()) {
        assert_eq!(row.sender.to_string(), party(disclosure.sender));
        assert_eq!(row.recipient.to_string(), party(disclosure.recipient));
        assert_eq!(row.data_category.kind().map(ToString::to_string), key(disclosure.category));
        let subject = match disclosure.subject {
            Subject::Group(group) => group.key(),
            Subject::Nobody => "none",
            Subject::Unknown => "unknown",
            other => panic!("{other:?}"),
        };
        assert_eq!(row.data_subject.to_string(), subject);
        assert_eq!(row.form.to_string(), disclosure.form.key());
        assert_eq!(row.likelihood.to_string(), disclosure.likelihood.key());
        assert_eq!(row.example == YesNo::Yes, disclosure.example);
        assert_eq!(text(&row.context), key(disclosure.context));
        assert_eq!(text(&row.condition), owned(disclosure.condition));
        assert_eq!(row.asserted == Asserted::Yes, disclosure.asserted);
        assert_eq!(disclosure.engagement(), engagement);
        assert_eq!(disclosure.provider(), engagement.provider);
    }
}

#[test]
fn engagements() {
    let register = register();
    assert_eq!(Engagement::ALL.len(), register.engagements.len());
    for engagement in Engagement::ALL {
        let found = register.engagement(engagement.key).unwrap();
        let row = &found.row;
        assert_eq!(row.provider.as_str(), engagement.provider.key());
        assert_eq!(text(&row.service_category), key(engagement.service_category));
        assert_eq!(items(row.purposes.items()), keys(engagement.purposes));
        assert_eq!(&*row.summary, engagement.summary);
        assert_eq!(row.data.to_string(), engagement.data.key());
        assert_eq!(text(&row.entity_country), key(engagement.entity_country));
        assert_eq!(row.storage.to_string(), engagement.storage.key());
        places(found, engagement);
        assert_eq!(text(&row.hosted_by), key(engagement.hosted_by));
        assert_eq!(items(row.territory.items()), keys(engagement.territory));
        assert_eq!(row.optional == YesOrUnknown::Yes, engagement.optional);
        assert_eq!(items(row.excluded_subjects.items()), keys(engagement.excluded_subjects));
        assert_eq!(items(row.safeguards.items()), keys(engagement.safeguards));
        // In these columns one word says how a list is missing, so that an empty set is clear.
        assert_eq!(row.purposes.word().unwrap_or("unknown"), "unknown");
        assert_eq!(row.territory.word().unwrap_or("unknown"), "unknown");
        assert_eq!(row.excluded_subjects.word().unwrap_or("none"), "none");
        assert_eq!(row.safeguards.word().unwrap_or("unknown"), "unknown");
        assert_eq!(text(&row.note), owned(engagement.note));
        features(found, engagement);
        disclosures(found, engagement);
    }
    let disclosures: usize =
        register.engagements.iter().map(|e| e.standing_disclosures().count()).sum();
    assert_eq!(Disclosure::ALL.len(), disclosures);
}

fn party(party: Party) -> String {
    match party {
        Party::Provider => "provider".into(),
        Party::Publisher => "publisher".into(),
        Party::Other(other) => other.key().into(),
        Party::OtherProvider(other) => format!("provider:{}", other.key()),
        other => panic!("{other:?}"),
    }
}

#[test]
fn practices() {
    let register = register();
    assert_eq!(Practice::ALL.len(), register.practices.len());
    for (found, practice) in register.practices.iter().zip(Practice::ALL) {
        let row = &found.row;
        assert_eq!(row.key.as_str(), practice.key);
        assert_eq!(row.data_category.as_str(), practice.category.key());
        assert_eq!(row.certainty.to_string(), practice.certainty.key());
        assert_eq!(&*row.inferred_from, practice.inferred_from);
        assert_eq!(items(row.collection.items()), keys(practice.collection));
        assert_eq!(text(&row.acquired_from), key(practice.acquired_from));
        assert_eq!(items(row.purposes.items()), keys(practice.purposes));
        assert_eq!((&*row.summary, &*row.use_), (practice.summary, practice.usage));
        assert_eq!(row.sharing.to_string(), practice.sharing.key());
        assert_eq!(row.transfer.to_string(), practice.transfer.key());
        assert_eq!(row.destination.to_string(), stated_keys(practice.destination));
        let reason =
            practice.transfer_reason.known().unwrap_or_else(|| word(&practice.transfer_reason));
        assert_eq!(row.transfer_reason.to_string(), reason);
        assert_eq!(row.legal_bases.to_string(), stated_keys(practice.legal_bases));
        assert_eq!(text(&row.note), owned(practice.note));
        assert_eq!(found.subjects.len(), practice.subjects().len());
        for (row, subject) in found.subjects.iter().zip(practice.subjects()) {
            assert_eq!(text(&row.data_subject), key(subject.subject));
            assert_eq!(text(&row.relation), key(subject.relation));
            assert_eq!(text(&row.condition), owned(subject.condition));
        }
        assert_eq!(found.recipients.len(), practice.recipients().len());
        for (row, recipient) in found.recipients.iter().zip(practice.recipients()) {
            assert_eq!(row.provider.as_str(), recipient.provider.key());
            assert_eq!(&*row.published_name, recipient.published_name);
            assert_eq!(row.identity.to_string(), recipient.identity.key());
            assert_eq!(row.role.to_string(), recipient.role.key());
            assert_eq!(items(row.country.items()), keys(recipient.countries));
            assert!(matches!(row.country, StatedList::Known(_) | StatedList::Unknown));
            assert_eq!(text(&row.service), owned(recipient.service));
            assert_eq!(text(&row.reason), owned(recipient.reason));
        }
    }
}

/// Every published row, with what it says and what says the same.
#[test]
fn listings() {
    let register = register();
    assert_eq!(Listing::ALL.len(), register.listings.len());
    for row in &register.listings {
        let document = Document::from_key(&row.document).unwrap();
        let mut own = document.listings();
        let listing = own.find(|own| (own.row, own.part) == (row.row, row.part)).unwrap();
        assert_eq!(listing.document, document);
        assert_eq!(text(&row.engagement), owned(listing.engagement().map(|found| found.key)));
        assert_eq!(text(&row.practice), owned(listing.practice().map(|found| found.key)));
        assert_eq!(text(&row.section), key(listing.section));
        assert_eq!(text(&row.published_name), owned(listing.published_name));
        assert_eq!(text(&row.policy_url), owned(listing.policy_url));
        assert_eq!(text(&row.note), owned(listing.note));
        assert_eq!(listing.editions(), document.editions());
        let same = match (listing.engagement(), listing.practice()) {
            (Some(engagement), None) => engagement.listings(),
            (None, Some(practice)) => practice.listings(),
            both => panic!("{both:?}"),
        };
        assert_eq!(same.iter().filter(|other| *other == listing).count(), 1);
        if let Some(section) = listing.section {
            let engagement = listing.engagement().unwrap();
            assert!(section.engagements().any(|other| other == engagement));
            assert!(
                !engagement.is_in(Edition::CURRENT)
                    || section.providers().contains(engagement.provider)
            );
        }
    }
    for engagement in Engagement::ALL {
        let newest = engagement.newest_listing();
        let edition = engagement.editions().last().unwrap();
        assert_eq!(engagement.listing_in(edition), Some(newest));
        assert_eq!(Some(engagement.published_name()), newest.published_name);
        assert_eq!(engagement.policy_url(), newest.policy_url);
    }
}

/// The sizes of the published documents.
#[test]
fn every_published_row_is_there() {
    let rows = |edition: Edition| edition.engagements().count();
    assert_eq!(rows(Edition::E2025_11_17), 41);
    assert_eq!(rows(Edition::E2018_11_05), 33);
    assert_eq!(Practice::ALL.len(), 25);
    assert_eq!(Provider::CURRENT.len(), 39);
}

/// Whatever leads from one thing to another leads back.
#[test]
fn relations_of_providers_lead_both_ways() {
    for provider in Provider::ALL.iter().copied() {
        let rows: Vec<&str> =
            Engagement::ALL.iter().filter(|e| e.provider == provider).map(|e| e.key).collect();
        assert_eq!(provider.engagements().iter().map(|e| e.key).collect::<Vec<_>>(), rows);
        for succession in provider.successors() {
            assert_eq!(succession.predecessor, provider);
            let mut back = succession.successor.predecessors();
            assert!(back.any(|other| other.predecessor == provider));
        }
        for practice in provider.practices() {
            assert!(
                practice.acquired_from == Some(provider)
                    || practice.recipients().iter().any(|row| row.provider == provider)
            );
        }
        for disclosure in provider.disclosures() {
            assert_eq!(disclosure.provider(), provider);
            let category = disclosure.category.unwrap();
            assert!(category.providers().contains(provider));
            assert!(category.disclosures().any(|other| other == disclosure));
            if let Some(group) = disclosure.subject.group() {
                assert!(group.providers().contains(provider));
                assert!(group.disclosures().any(|other| other == disclosure));
            }
            if let Some(context) = disclosure.context {
                assert!(context.providers().contains(provider));
                assert!(context.disclosures().any(|other| other == disclosure));
            }
        }
    }
}

#[test]
fn relations_of_engagements_lead_both_ways() {
    for engagement in Engagement::ALL {
        macro_rules! back {
            ($terms:expr) => {
                for term in $terms {
                    assert!(term.engagements().any(|row| row.key == engagement.key), "{term:?}");
                    let current = engagement.is_in(Edition::CURRENT);
                    assert!(!current || term.providers().contains(engagement.provider), "{term:?}");
                }
            };
        }
        back!(engagement.purposes);
        back!(engagement.safeguards);
        back!(engagement.service_category.into_iter());
        back!(engagement.entity_country.into_iter());
        back!(engagement.features().iter().map(|row| row.feature));
        back!(engagement.places().iter().filter_map(|storage| match storage.place {
            library::record::Place::Country(country) => Some(country),
            _ => None,
        }));
        for edition in Edition::ALL.iter().copied() {
            let listed = edition.engagements().any(|row| row.key == engagement.key);
            assert_eq!(listed, engagement.is_in(edition));
            assert_eq!(listed, engagement.editions().contains(edition));
            assert!(!listed || edition.providers().contains(engagement.provider));
        }
    }
}

#[test]
fn relations_of_practices_lead_both_ways() {
    for practice in Practice::ALL {
        macro_rules! back {
            ($terms:expr) => {
                for term in $terms {
                    assert!(term.practices().any(|row| row.key == practice.key), "{term:?}");
                }
            };
        }
        back!([practice.category]);
        back!(practice.collection);
        back!(practice.legal_bases.known().unwrap_or_default());
        back!(practice.acquired_from.into_iter());
        back!(practice.subjects().iter().filter_map(|row| row.subject));
        back!(practice.recipients().iter().map(|row| row.provider));
        back!(Edition::ALL.iter().filter(|edition| practice.is_in(**edition)));
    }
}

/// Editions are in published order.
#[test]
fn editions_keep_the_published_order() {
    let register = register();
    for edition in Edition::ALL {
        let engagements: Vec<&str> = edition.engagements().map(|row| row.key).collect();
        let rows = register.published_rows(edition.key());
        let rows: Vec<&str> = rows.iter().map(|row| row.engagement.row.key.as_str()).collect();
        assert_eq!(engagements, rows);
        let practices: Vec<&str> = edition.practices().map(|practice| practice.key).collect();
        let records = register.published_records(edition.key());
        let records: Vec<&str> = records.iter().map(|row| row.practice.row.key.as_str()).collect();
        assert_eq!(practices, records);
    }
}

/// The library's hierarchies are those of the tables.
#[test]
fn wider_terms_include_narrower_ones() {
    fn check<T: Term>(
        parent: impl Fn(T) -> Option<T>,
        is_a: impl Fn(T, T) -> bool,
        narrower: impl Fn(T) -> Vec<T>,
    ) {
        for term in T::ALL.iter().copied() {
            let mut wider = vec![term];
            while let Some(next) = parent(wider[wider.len() - 1]) {
                wider.push(next);
            }
            for other in T::ALL.iter().copied() {
                assert_eq!(is_a(term, other), wider.contains(&other), "{term:?} {other:?}");
                assert_eq!(narrower(other).contains(&term), wider.contains(&other));
            }
        }
    }
    check(DataCategory::parent, DataCategory::is_a, |t| t.with_narrower().iter().collect());
    check(DataSubject::parent, DataSubject::is_a, |t| t.with_narrower().iter().collect());
}

#[test]
fn the_european_economic_area() {
    let members: Vec<Country> = Country::ALL.iter().copied().filter(|c| c.is_eea()).collect();
    assert_eq!(members.len(), 30);
    assert_eq!(CountrySet::of(&members), CountrySet::EEA);
    assert_eq!(library::EEA_AND_US.difference(CountrySet::EEA), CountrySet::of(&[Country::Us]));
}

/// The members of every region in every edition; the United Kingdom left between the two.
#[test]
fn regions_have_the_members_of_the_time() {
    use library::term::Region;

    let register = register();
    for region in Region::ALL.iter().copied() {
        for edition in register.editions() {
            let members = register.vocabulary.members(region.key(), &edition.published);
            let own = region.members_in(edition.id.parse().unwrap());
            assert_eq!(own.iter().map(Country::key).collect::<Vec<_>>(), Vec::from_iter(members));
        }
    }
    let (then, now) = (Edition::E2018_11_05, Edition::CURRENT);
    for (region, count) in [(Region::Eea, 30), (Region::Eu, 27)] {
        assert_eq!(region.members_in(now).len(), count);
        let left = region.members_in(then).difference(region.members_in(now));
        assert_eq!(left, CountrySet::of(&[Country::Gb]));
    }
}
