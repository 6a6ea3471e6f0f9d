//! The library of registers that are unusual and right: every one compiles, and those with unusual
//! editions say what the register says.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use service_providers_codegen::register::Engagement;
use service_providers_codegen::{Asserted, Register, emit};
use service_providers_tests::mini::Mini;
use service_providers_tests::unusual::UNUSUAL;

use super::compiled::{check, library, printed};

/// The unusual register of this name.
fn unusual(name: &str) -> Register {
    let found = UNUSUAL.iter().find(|unusual| unusual.name == name).unwrap();
    found.mini().compile().unwrap()
}

/// An empty vocabulary is an enum without variants, which the compiler treats in its own way.
#[test]
fn every_vocabulary_may_be_empty() {
    let empty = UNUSUAL.iter().filter(|unusual| unusual.name.starts_with("no "));
    let mut count = 0;
    for unusual in empty {
        let register = unusual.mini().compile().unwrap();
        check(&library("empty", &emit::rust(&register, "0")));
        count += 1;
    }
    assert!(count > 12, "{count}");
}

/// A program with the library inside it that prints what is listed when.
const PROGRAM: &str = r##"
use service_providers::record::{Engagement, ProviderStatus};
use service_providers::set::{EditionSet, ProviderSet};
use service_providers::term::Section;
use service_providers::{Disclosures, Document, Edition, Provider};

fn keys(editions: EditionSet) -> Vec<&'static str> {
    editions.iter().map(Edition::key).collect()
}

fn names(providers: ProviderSet) -> Vec<&'static str> {
    providers.iter().map(Provider::key).collect()
}

fn main() {
    for edition in Edition::ALL {
        let documents: Vec<_> = edition.documents().iter().map(Document::key).collect();
        println!("{} {:?} {}", edition.key(), documents, edition.is_announced());
        for listing in edition.listings() {
            let cited = match (listing.engagement(), listing.practice()) {
                (Some(engagement), _) => engagement.key,
                (_, Some(practice)) => practice.key,
                _ => unreachable!(),
            };
            println!("  {} {} {} {cited}", listing.document.key(), listing.row, listing.part);
        }
        let engagements: Vec<_> = edition.engagements().map(|row| row.key).collect();
        println!("  {engagements:?} {:?}", names(edition.providers()));
    }
    println!("{}", Edition::CURRENT.key());
    for provider in Provider::ALL.iter().copied() {
        let status = match provider.status() {
            ProviderStatus::Current => "current",
            ProviderStatus::Announced => "announced",
            ProviderStatus::Retired => "retired",
            _ => "withdrawn",
        };
        assert_eq!(provider.is_current(), ProviderSet::CURRENT.contains(provider));
        println!("{} {status} {:?}", provider.key(), keys(provider.editions()));
    }
    println!("{:?} {:?}", names(ProviderSet::CURRENT), names(ProviderSet::ANNOUNCED));
    for row in Engagement::ALL {
        let newest = row.newest_listing();
        println!("{} {:?} {}", row.key, keys(row.editions()), newest.document.key());
    }
    let asked = [Disclosures::current(), Disclosures::announced(), Disclosures::retired()]
        .map(Disclosures::any_direction);
    for question in asked {
        println!("{:?} {}", names(question.providers()), question.count());
        for section in Section::ALL.iter().copied() {
            println!("  {} {:?}", section.key(), names(question.section(section).providers()));
        }
    }
}
"##;

/// What [`PROGRAM`] prints, from the register.
fn expected(register: &Register) -> String {
    let mut text = String::new();
    editions(register, &mut text);
    providers(register, &mut text);
    questions(register, &mut text);
    text
}

fn editions(register: &Register, text: &mut String) {
    for edition in register.editions() {
        let announced = register.announced_editions().contains(edition);
        let documents: Vec<&str> = edition.documents.iter().map(|id| id.as_str()).collect();
        writeln!(text, "{} {documents:?} {announced}", edition.id).unwrap();
        for row in edition.documents.iter().flat_map(|document| register.listings_in(document)) {
            let cited = row.engagement.known().or(row.practice.known()).unwrap();
            writeln!(text, "  {} {} {} {cited}", row.document, row.row, row.part).unwrap();
        }
        let mut engagements: Vec<&str> = Vec::new();
        for row in register.published_rows(&edition.id) {
            if !engagements.contains(&row.engagement.row.key.as_str()) {
                engagements.push(&row.engagement.row.key);
            }
        }
        let providers = register.providers_in(&edition.id);
        let providers: Vec<&str> = providers.iter().map(|row| row.key.as_str()).collect();
        writeln!(text, "  {engagements:?} {providers:?}").unwrap();
    }
    writeln!(text, "{}", register.current_edition().id).unwrap();
}

fn providers(register: &Register, text: &mut String) {
    let current = &register.current_edition().id;
    let announced: Vec<&str> =
        register.announced_editions().iter().map(|edition| edition.id.as_str()).collect();
    let (mut in_force, mut coming) = (Vec::new(), Vec::new());
    for row in &register.providers {
        let editions: Vec<&str> =
            register.editions_listing(&row.key).iter().map(|edition| edition.id.as_str()).collect();
        let is_announced = editions.iter().any(|id| announced.contains(id));
        let status = match editions.contains(&current.as_str()) {
            true => "current",
            false if is_announced => "announced",
            false => "retired",
        };
        writeln!(text, "{} {status} {editions:?}", row.key).unwrap();
        if status == "current" {
            in_force.push(row.key.as_str());
        }
        if is_announced {
            coming.push(row.key.as_str());
        }
    }
    writeln!(text, "{in_force:?} {coming:?}").unwrap();
    for engagement in sorted(register) {
        let editions = register.editions_of(&engagement.row.key);
        let newest = register.published_rows(&editions.last().unwrap().id);
        let newest = newest.iter().find(|row| row.engagement == engagement).unwrap();
        let editions: Vec<&str> = editions.iter().map(|edition| edition.id.as_str()).collect();
        writeln!(text, "{} {editions:?} {}", engagement.row.key, newest.listing.document).unwrap();
    }
}

/// The engagements as the library has them.
fn sorted(register: &Register) -> Vec<&Engagement> {
    let withdrawn = |engagement: &&Engagement| engagement.row.withdrawn.known().is_some();
    let mut engagements: Vec<_> =
        register.engagements.iter().filter(|engagement| !withdrawn(engagement)).collect();
    engagements.sort_by_key(|engagement| (&engagement.row.provider, &engagement.row.key));
    engagements
}

/// The questions about what is current, announced and retired, each by section as well.
fn questions(register: &Register, text: &mut String) {
    let current = register.current_edition();
    let announced = register.announced_editions();
    for asked in ["current", "announced", "retired"] {
        let mut providers: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        let mut count = 0;
        for engagement in sorted(register) {
            let editions = register.editions_of(&engagement.row.key);
            let lasting = |edition: &&_| *edition == current || announced.contains(edition);
            let editions: Vec<_> = match asked {
                "current" => editions.into_iter().filter(|edition| *edition == current).collect(),
                "announced" => editions.into_iter().filter(|e| announced.contains(e)).collect(),
                _ if editions.iter().any(lasting) => Vec::new(),
                _ => editions,
            };
            let disclosures = engagement.standing_disclosures();
            let disclosures = disclosures.filter(|row| row.asserted == Asserted::Yes);
            let disclosures = disclosures.count();
            if editions.is_empty() || disclosures == 0 {
                continue;
            }
            count += disclosures;
            let sections = providers.entry(&engagement.row.provider).or_default();
            for listing in register.listings_of(&engagement.row.key) {
                let asked = editions.iter().any(|e| e.documents.contains(&listing.document));
                sections.extend(listing.section.known().filter(|_| asked).map(|key| key.as_str()));
            }
        }
        writeln!(text, "{:?} {count}", providers.keys().collect::<Vec<_>>()).unwrap();
        for section in &register.vocabulary.sections {
            let inside = providers.iter().filter(|(_, all)| all.contains(&section.key.as_str()));
            let inside: Vec<&str> = inside.map(|(provider, _)| *provider).collect();
            writeln!(text, "  {} {inside:?}", section.key).unwrap();
        }
    }
}

#[test]
fn unusual_editions_are_told_as_they_are() {
    let told = [
        "a provider stands in the untitled main table and again in another",
        "a provider was replaced, and came back",
        "two lists in one edition",
        "an edition that is announced",
    ];
    for name in told {
        let register = unusual(name);
        let folder = library("editions", &emit::rust(&register, "0"));
        assert_eq!(printed(&folder, PROGRAM), expected(&register), "{name}");
    }
}

/// A program about a provider of whose data only a denial is known, and another whose data is.
const SILENCE: &str = r##"
use service_providers::record::Engagement;
use service_providers::set::{CountrySet, ProviderSet};
use service_providers::term::{DataStatus, Setting};
use service_providers::{DataCategory, DataSubject, Disclosures, Form, Policy, Provider, Purpose, Safeguard};

const VOICE: Disclosures = Disclosures::current().category_possible(DataCategory::VoiceRecording);
const HELPER: ProviderSet = ProviderSet::of(&[Provider::Helper]);
const BOTH: ProviderSet = HELPER.with(Provider::Mailer);

const _: () = assert!(!VOICE.is_empty() && VOICE.count() == 0 && VOICE.first().is_none());
const _: () = assert!(Disclosures::current().category(DataCategory::VoiceRecording).is_empty());

fn main() {
    let silent = VOICE.unknown_data().unwrap();
    assert_eq!((silent.provider, silent.data), (Provider::Helper, DataStatus::Unknown));
    assert_eq!(Engagement::ALL.iter().filter(|row| row.data == DataStatus::Unknown).count(), 1);
    assert_eq!((VOICE.providers(), VOICE.recipients()), (HELPER, HELPER));

    // Every possible form counts it.
    let current = Disclosures::current().any_direction();
    assert_eq!(current.providers(), ProviderSet::of(&[Provider::Mailer]));
    assert_eq!(current.subject_possible(DataSubject::Teacher).providers(), BOTH);
    assert_eq!(current.purpose_possible(Purpose::Support).providers(), BOTH);
    assert_eq!(current.setting_possible(Setting::OutOfSchool).providers().intersection(HELPER), HELPER);

    // What is asked of the row must fit, and what is asked of the data may not leave silence out.
    assert!(current.purpose_possible(Purpose::SendEmail).unknown_data().is_none());
    assert_eq!(VOICE.stored_outside(CountrySet::EEA).providers(), HELPER);
    assert!(current.stored_outside(CountrySet::EEA).providers().contains(Provider::Helper));
    assert!(current.entity_outside(CountrySet::EEA).providers().contains(Provider::Helper));
    assert!(current.stored_in(CountrySet::EEA).unknown_data().is_none());
    for strict in [
        VOICE.stored_in(CountrySet::EEA),
        VOICE.subject(DataSubject::Teacher),
        VOICE.form(Form::Plain),
        VOICE.provider(Provider::Mailer),
        current.subject_possible(DataSubject::Teacher).category(DataCategory::VoiceRecording),
    ] {
        assert!(strict.is_empty(), "{:?}", strict.providers());
    }
    assert!(VOICE.denied().unknown_data().is_none());
    assert!(Disclosures::retired().category_possible(DataCategory::VoiceRecording).is_empty());

    // A policy refuses what may be.
    let deny = Policy::new().deny("no voice", VOICE).violation(Provider::Helper).unwrap();
    assert!(deny.disclosure.is_none());
    assert_eq!(deny.engagement, Some(silent));
    println!("{deny}");
    let far = Policy::new().deny("nothing far away", current.stored_outside(CountrySet::EEA));
    assert_eq!(far.violation(Provider::Helper).unwrap().engagement, Some(silent));
    let require = |also| Policy::new().require("addendum", VOICE, also).violation(Provider::Helper);
    assert!(require(current.safeguard(Safeguard::Encryption)).is_some());
    assert!(require(current.without_safeguard(Safeguard::Encryption)).is_none());
}
"##;

#[test]
fn unknown_data_counts_where_it_is_asked_for() {
    let register = unusual("a provider of whose data only a denial is known");
    let folder = library("silence", &emit::rust(&register, "0"));
    assert_eq!(
        printed(&folder, SILENCE),
        "Helper breaks the rule: no voice\n  fact: the source does not say which data passes\n  \
         kept in: see the provider; company in: not stated\n  \
         source: Who works for us, row 2 (helper-2025-03-01)\n"
    );
}

/// A program about a provider whose data nobody knows, and of which everything else is known.
const REPLACED: &str = r##"
use service_providers::set::{CountrySet, DataCategorySet};
use service_providers::term::{Country, Setting};
use service_providers::{DataCategory, DataSubject, Disclosures, Provider, Purpose};

const ALL: Disclosures = Disclosures::current().provider(Provider::Mailer);
const US: CountrySet = CountrySet::EMPTY.with(Country::Us);

fn main() {
    let (voice, teacher) = (DataCategory::VoiceRecording, DataSubject::Teacher);
    let (support, school) = (Purpose::Support, Setting::InSchool);
    let far = ALL.stored_outside(CountrySet::EMPTY);
    assert!(far.unknown_data().is_some());
    // The later call decides, and leaves unknowns out.
    for (name, question) in [
        ("category", ALL.category_possible(voice).category(voice)),
        ("categories", ALL.category_possible(voice).categories(DataCategorySet::EMPTY.with(voice))),
        ("subject", ALL.subject_possible(teacher).subject(teacher)),
        ("subject_named", ALL.subject_possible(teacher).subject_named(teacher)),
        ("purpose", ALL.purpose_possible(support).purpose(support)),
        ("setting", ALL.setting_possible(school).setting(school)),
        ("stored_in", far.stored_in(US)),
        ("entity_in", ALL.entity_outside(CountrySet::EMPTY).entity_in(US)),
    ] {
        assert!(question.unknown_data().is_none(), "{name}");
    }
    // Another filter that counts unknowns still does.
    assert!(far.purpose_possible(support).purpose(support).unknown_data().is_some());
}
"##;

#[test]
fn a_later_call_replaces_an_earlier_one() {
    let mut mini = Mini::new();
    mini.cell("engagements.csv", 3, "data", "unknown");
    let of_mailer = |line: &&str| line.starts_with("mailer-");
    let without = |text: String| text.split_inclusive('\n').filter(|l| !of_mailer(l)).collect();
    mini.edit("disclosures.csv", without);
    let register = mini.compile().unwrap();
    let folder = library("replaced", &emit::rust(&register, "0"));
    assert_eq!(printed(&folder, REPLACED), "");
}

/// A program about what is said of data of any kind in one use.
const ANY_DATA: &str = r##"
use service_providers::term::Context;
use service_providers::{DataCategory, Disclosures};

const DENIED: Disclosures = Disclosures::current().denied();
const _: () = assert!(DENIED.count() == 1);

fn main() {
    let denial = DENIED.first().unwrap();
    assert_eq!((denial.category, denial.context), (None, Some(Context::Newsletter)));
    assert_eq!(DENIED.data_categories().len(), 0);

    // It says nothing of one kind of data for certain, and may be about each.
    assert!(DENIED.category(DataCategory::VoiceRecording).is_empty());
    assert!(DENIED.categories(DataCategory::VoiceRecording.with_narrower()).is_empty());
    assert_eq!(DENIED.category_possible(DataCategory::VoiceRecording).first(), Some(denial));
    println!("{denial:?}");
}
"##;

/// A program that asks where a provider keeps data.
const STORAGE: &str = r##"
use service_providers::record::Place;
use service_providers::set::CountrySet;
use service_providers::term::Region;
use service_providers::{Country, Disclosures, Edition, Policy, Provider};

const POLICY: Policy = Policy::new()
    .deny("not outside the EEA", Disclosures::current().stored_outside(CountrySet::EEA));

fn main() {
    let eea = Region::Eea.members_in(Edition::CURRENT);
    assert_eq!(eea, CountrySet::of(&[Country::De, Country::Fr]));
    assert_eq!(eea, CountrySet::EEA);
    let inside = |set| Place::Region(Region::Eea).is_inside(set, Edition::CURRENT);
    assert!(inside(eea) && !inside(CountrySet::of(&[Country::De])));
    let row = Provider::Mailer.current_engagement().unwrap();
    for storage in row.places() {
        println!("{} | {:?} | {:?}", storage.place, storage.context, storage.condition);
    }
    let of_mailer = Disclosures::current().provider(Provider::Mailer);
    println!("{} {}", row.is_stored_in(eea), of_mailer.stored_in(eea).count());
    println!("{} {}", row.may_be_stored_outside(eea), of_mailer.stored_outside(eea).count());
    println!("{:?}", of_mailer.countries());
    print!("{}", POLICY.violation(Provider::Mailer).unwrap());
}
"##;

#[test]
fn a_denial_of_any_data_holds_in_its_use_alone() {
    let register = unusual("a denial of any data in one use");
    let folder = library("any_data", &emit::rust(&register, "0"));
    let printed = printed(&folder, ANY_DATA);
    assert!(printed.contains("category: None"), "{printed}");
}

#[test]
fn regions_and_contexts_are_told_with_the_place() {
    let told = [
        (
            "regions and customers' regions",
            "Customer's region | None | None\n\
             European Economic Area | Some(\"European customers\") | None\n\
             true 1\ntrue 1\n{}\n",
            "Customer's region, European Economic Area (European customers)",
        ),
        (
            "several products, each with its storage",
            "Germany | Some(\"Mail\") | None\n\
             United States | Some(\"Mail\") | Some(\"As a second copy, if the customer asks for it.\")\n\
             United States | Some(\"Post\") | None\n\
             true 1\ntrue 1\n{Country::De, Country::Us}\n",
            "Germany (Mail), United States (Mail; As a second copy, if the customer asks for it.), \
             United States (Post)",
        ),
    ];
    for (name, answers, kept) in told {
        let folder = library("storage", &emit::rust(&unusual(name), "0"));
        let broken = format!(
            "Mailer breaks the rule: not outside the EEA\n  \
             fact: E-mail address, about: Student, form: hashed, in the use: Newsletter\n  \
             kept in: {kept}; company in: United States\n  \
             source: Who works for us, row 1 (mailer-2025-03-01)"
        );
        assert_eq!(printed(&folder, STORAGE), format!("{answers}{broken}"), "{name}");
    }
}

/// Who is listed now or will be is no reason for a warning, however long it was gone before.
#[test]
fn retired_providers_say_what_follows_them() {
    let warnings = |name: &str| {
        let rust = emit::rust(&unusual(name), "0");
        let enums = &rust[..rust.find("impl ProviderRecord").unwrap()];
        let notes = enums.split("#[deprecated(").skip(1);
        let notes = notes.map(|rest| {
            let (note, variant) = rest.split_once(")]").unwrap();
            let note = note.trim().trim_start_matches("note = ").trim_matches('"');
            (variant.trim().split_once(',').unwrap().0.to_owned(), note.to_owned())
        });
        notes.collect::<BTreeMap<_, _>>()
    };
    let told = |notes: &[(&str, &str)]| {
        let notes = notes.iter().map(|(variant, note)| (variant.to_string(), note.to_string()));
        notes.collect::<BTreeMap<_, _>>()
    };
    assert_eq!(
        warnings("a provider was replaced, and came back"),
        told(&[
            ("Helper", "last listed 2025-03-01, absent from 2026-01-10; no successor known"),
            (
                "Mailer",
                "last listed 2025-03-01, absent from 2026-01-10; successor: Oldmail (inferred)"
            ),
        ])
    );
    assert_eq!(
        warnings("an edition that is announced"),
        told(&[(
            "Oldmail",
            "last listed 2024-01-15, absent from 2025-03-01; successor: Mailer (inferred)"
        )])
    );
}
