//! Questions whose answers are known from the documents.

use service_providers::record::{Disclosure, Party, Storage};
use service_providers::set::{DataSubjectSet, ProviderSet};
use service_providers::term::{Feature, Setting, StorageStatus};
use service_providers::{
    Country, DataCategory, DataSubject, Disclosures, EEA_AND_US, Edition, Form, Policy, Provider,
};

#[test]
fn students_voice_recordings() {
    const VOICE: ProviderSet = Disclosures::current()
        .category(DataCategory::VoiceRecording)
        .subject(DataSubject::Student)
        .providers();
    assert_eq!(VOICE, ProviderSet::of(&[Provider::Speechsuper]));
}

#[test]
fn teachers_birth_dates() {
    const BORN: ProviderSet = Disclosures::current()
        .category(DataCategory::BirthDate)
        .subject(DataSubject::Teacher)
        .providers();
    assert_eq!(BORN, ProviderSet::of(&[Provider::Twilio]));
    // Twilio also gets data about parents, but not their birth dates.
    let parents = Disclosures::current().provider(Provider::Twilio).subject(DataSubject::Parent);
    assert!(!parents.is_empty());
    assert!(parents.category(DataCategory::BirthDate).is_empty());
}

#[test]
fn hashed_email_addresses_of_parents() {
    const HASHED: ProviderSet = Disclosures::current()
        .category(DataCategory::EmailAddress)
        .subject(DataSubject::Parent)
        .form(Form::Hashed)
        .providers();
    assert_eq!(HASHED, ProviderSet::of(&[Provider::FacebookAds]));
}

/// The list of 2018 gives parents' phone numbers to Twilio and to nobody else.
#[test]
fn phone_numbers_in_2018() {
    const PHONES: Disclosures = Disclosures::in_edition(Edition::E2018_11_05)
        .category(DataCategory::PhoneNumber)
        .received();
    const GOT: ProviderSet = PHONES.providers();
    assert_eq!(GOT, ProviderSet::of(&[Provider::Twilio]));
    assert_eq!(PHONES.data_subjects(), DataSubjectSet::of(&[DataSubject::Parent]));
}

/// Somebody who pays, buys or writes to support may be a parent or a teacher, and the answer says why.
#[test]
fn groups_that_overlap_are_possible_and_not_certain() {
    const MONEY: Disclosures =
        Disclosures::current().category_possible(DataCategory::FinancialData);
    const CERTAIN: Disclosures = MONEY.subject(DataSubject::Parent);
    const POSSIBLE: Disclosures = MONEY.subject_possible(DataSubject::Parent);
    for (provider, group) in [
        (Provider::ChurnBuster, DataSubject::Subscriber),
        (Provider::Shopify, DataSubject::Customer),
    ] {
        assert!(!CERTAIN.providers().contains(provider), "{provider}");
        let found = POSSIBLE.provider(provider).first().expect("a possible disclosure");
        assert_eq!(found.subject.group(), Some(group));
        let overlap = POSSIBLE.overlap(&found).expect("groups that overlap");
        assert!(DataSubjectSet::of(&[overlap.group, overlap.other]).contains(group));
        assert!(overlap.reason.starts_with("Someone who"), "{}", overlap.reason);
    }
    // A wider group counts with certainty, so there is no overlap to name.
    let user = POSSIBLE.iter().find(|row| row.subject.group() == Some(DataSubject::User));
    assert!(POSSIBLE.overlap(&user.expect("a disclosure")).is_none());

    const EMAIL: Disclosures = Disclosures::current()
        .category(DataCategory::EmailAddress)
        .subject_possible(DataSubject::Teacher)
        .any_direction();
    let providers = EMAIL.providers();
    for provider in
        [Provider::DunAndBradstreet, Provider::Edlink, Provider::Zendesk, Provider::Slack]
    {
        assert!(providers.contains(provider), "{provider}");
    }
}

/// That two groups overlap with a third says nothing of the two.
#[test]
fn overlap_is_symmetric_and_not_transitive() {
    for one in DataSubject::ALL {
        for other in DataSubject::ALL {
            assert_eq!(
                one.overlap(*other).map(|overlap| overlap.reason),
                other.overlap(*one).map(|overlap| overlap.reason),
                "{one}, {other}"
            );
            let related = one.is_a(*other) || other.is_a(*one) || one.overlap(*other).is_some();
            assert_eq!(one.with_possible().contains(*other), related, "{one}, {other}");
        }
    }
    assert!(DataSubject::Parent.overlap(DataSubject::Subscriber).is_some());
    assert!(DataSubject::Teacher.overlap(DataSubject::Subscriber).is_some());
    assert!(DataSubject::Parent.overlap(DataSubject::Teacher).is_none());
    assert!(DataSubject::Teacher.overlap(DataSubject::Principal).is_none());
}

#[test]
fn a_broken_rule_says_why_a_group_counts() {
    let policy = Policy::new().deny(
        "no money of parents",
        Disclosures::current()
            .category(DataCategory::FinancialData)
            .subject_possible(DataSubject::Parent),
    );
    let violation = policy.violation(Provider::ChurnBuster).expect("it breaks the rule");
    let reason = violation.overlap.expect("groups that overlap").reason;
    assert!(
        violation.to_string().contains(&format!("about: Subscriber ({reason})")),
        "{violation}"
    );
}

#[test]
fn nobody_gets_students_voice_outside_the_eea_and_the_us() {
    const OUTSIDE: Disclosures = Disclosures::current()
        .category(DataCategory::VoiceRecording)
        .subject_possible(DataSubject::Student)
        .stored_outside(EEA_AND_US);
    const _: () = assert!(OUTSIDE.is_empty());
    // The same question about every provider has answers, so the filter does let some through.
    assert!(!Disclosures::current().stored_outside(EEA_AND_US).is_empty());
}

/// Unknown, the whole world and `see-provider` may be outside; `none` and `not-applicable` never are.
#[test]
fn storage_that_is_not_stated_may_be_anywhere() {
    let outside = Disclosures::ever().stored_outside(EEA_AND_US);
    let inside = Disclosures::ever().stored_in(EEA_AND_US);
    for row in Disclosures::ever() {
        match row.engagement().storage {
            StorageStatus::SeeProvider | StorageStatus::Unknown => {
                assert!(outside.matches(&row) && !inside.matches(&row));
            }
            StorageStatus::None | StorageStatus::NotApplicable => {
                assert!(!outside.matches(&row) && !inside.matches(&row));
            }
            StorageStatus::Listed => {
                let within =
                    |storage: Storage| storage.place.is_inside(EEA_AND_US, Edition::CURRENT);
                let places = row.engagement().places();
                assert_eq!(outside.matches(&row), !places.iter().all(within));
                assert_eq!(inside.matches(&row), places.iter().any(within));
            }
            other => panic!("{other:?}"),
        }
    }
    assert!(outside.count() > 0 && inside.count() > 0);
}

/// A feature and a setting are asked of one and the same line of the source.
#[test]
fn features_and_settings_belong_together() {
    for feature in Feature::ALL.iter().copied() {
        for setting in Setting::ALL.iter().copied() {
            let expected: ProviderSet = Disclosures::current()
                .iter()
                .filter(|row| {
                    row.engagement().features().iter().any(|line| {
                        let settings = line.settings.known();
                        line.feature == feature
                            && settings.is_some_and(|settings| settings.contains(setting))
                    })
                })
                .map(|row| row.provider())
                .collect();
            let question = Disclosures::current().feature(feature).setting(setting);
            assert_eq!(question.providers(), expected, "{feature:?} {setting:?}");
        }
    }
}

#[test]
fn what_is_denied_is_no_answer() {
    let denied: Vec<_> = Disclosures::ever().denied().iter().collect();
    assert!(!denied.is_empty());
    for row in denied {
        assert!(!row.asserted);
        assert!(!Disclosures::ever().iter().any(|other| other == row));
    }
}

#[test]
fn who_gets_the_data() {
    for row in Disclosures::current() {
        let one = Disclosures::current().category(row.category.unwrap()).recipients();
        match row.recipient {
            Party::Provider => assert!(one.contains(row.provider())),
            Party::OtherProvider(other) => assert!(one.contains(other)),
            _ => {}
        }
    }
    assert!(Disclosures::current().received().recipients().is_subset(ProviderSet::CURRENT));
}

#[test]
fn retired_rows_are_not_current() {
    assert!(Disclosures::retired().iter().all(|row| !row.engagement().is_in(Edition::CURRENT)));
    let (ever, current, retired) = (
        Disclosures::ever().count(),
        Disclosures::current().count(),
        Disclosures::retired().count(),
    );
    assert_eq!(ever, current + retired);
}

#[test]
#[allow(deprecated, reason = "a retired provider is refused")]
fn policies_name_vendor_rule_and_fact() {
    const POLICY: Policy = Policy::new()
        .deny("no birth dates", Disclosures::current().category(DataCategory::BirthDate))
        .require(
            "e-mail addresses only in the EEA or the US",
            Disclosures::current().category(DataCategory::EmailAddress),
            Disclosures::current().stored_in(EEA_AND_US),
        );
    assert!(POLICY.violation(Provider::Algolia).is_none());
    let twilio = POLICY.violation(Provider::Twilio).unwrap().to_string();
    assert_eq!(
        twilio,
        "Twilio breaks the rule: no birth dates\n  \
         fact: Birth date, about: Teacher, form: plain, in the use: Teacher verification\n  \
         condition: When teachers sign up and are asked for it.\n  \
         kept in: United States; company in: United States\n  \
         source: Third Party Service Providers, row 14 (twilio-2025-11-17)"
    );
    let firebase = POLICY.violation(Provider::Firebase).unwrap().to_string();
    assert_eq!(
        firebase,
        "Firebase breaks the rule: only vendors that the current edition lists\n  \
         fact: last listed in the edition of 2018-11-05"
    );
    assert!(POLICY.including_retired().violation(Provider::Firebase).is_none());
    for vendor in Provider::CURRENT.iter().copied() {
        let Some(violation) = POLICY.violation(vendor) else { continue };
        assert_eq!(violation.vendor, vendor);
        let fact = violation.disclosure.unwrap();
        assert_eq!(fact.provider(), vendor);
        if violation.rule == "no birth dates" {
            assert!(fact.category.unwrap().is_a(DataCategory::BirthDate));
        } else {
            assert!(fact.category.unwrap().is_a(DataCategory::EmailAddress));
            assert!(!fact.engagement().is_stored_in(EEA_AND_US));
        }
    }
}

/// Whoever prints a fact prints what limits it.
#[test]
fn a_fact_is_printed_with_its_use_and_its_condition() {
    for fact in Disclosure::ALL {
        let printed = format!("{fact:?}");
        assert_eq!(printed.contains("condition: None"), fact.condition.is_none(), "{printed}");
        assert_eq!(printed.contains("context: None"), fact.context.is_none(), "{printed}");
        if let Some(condition) = fact.condition {
            assert!(printed.contains(condition), "{printed}");
        }
    }
}

/// A policy that refuses a vendor says on which condition the data passes, or does not.
#[test]
fn a_violation_names_the_condition() {
    let unnamed = Disclosures::current().provider(Provider::Speechsuper);
    let violation = Policy::new().deny("no voice", unnamed).violation(Provider::Speechsuper);
    let message = violation.unwrap().to_string();
    assert!(
        message.contains("\n  condition: Recorded by the microphone of the child's device"),
        "{message}"
    );
    let denied = Disclosures::current().category(DataCategory::DirectIdentifiers).denied();
    let violation =
        Policy::new().deny("nobody talks of them", denied).violation(Provider::Anthropic);
    let message = violation.unwrap().to_string();
    assert!(message.contains("(said not to be disclosed)\n  condition: Unless"), "{message}");
}

/// Two rows that disagree are not merged into one answer.
#[test]
fn rows_that_disagree_on_the_country_give_none() {
    let said: Vec<Option<Country>> =
        Provider::Blueshift.current_engagements().map(|row| row.entity_country).collect();
    assert_eq!(said, [None, Some(Country::Us)]);
    assert_eq!(Provider::Blueshift.country(), None);
    // Two rows that agree are one answer.
    assert_eq!(Provider::Calendly.current_engagements().count(), 2);
    assert_eq!(Provider::Calendly.country(), Some(Country::Us));
}
