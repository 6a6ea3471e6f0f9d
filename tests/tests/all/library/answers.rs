//! Questions whose answers are known from the documents.

use service_providers::record::{Party, Storage};
use service_providers::set::{DataSubjectSet, ProviderSet};
use service_providers::term::{Feature, Setting, StorageStatus};
use service_providers::{
    DataCategory, DataSubject, Disclosures, EEA_AND_US, Edition, Form, Policy, Provider,
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
                        line.feature == feature
                            && (line.setting == setting
                                || line.setting == Setting::Both && setting != Setting::Unstated)
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
        let one = Disclosures::current().category(row.category).recipients();
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
         fact: Birth date, about: Teacher, form: plain\n  \
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
            assert!(fact.category.is_a(DataCategory::BirthDate));
        } else {
            assert!(fact.category.is_a(DataCategory::EmailAddress));
            assert!(!fact.engagement().is_stored_in(EEA_AND_US));
        }
    }
}
