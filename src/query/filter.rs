//! Whether one disclosure is part of an answer.
//!
//! The compiler's limit for constants counts loops and calls, so the tests that most disclosures
//! fail come first and call nothing.

use super::Disclosures;
use crate::generated::ENGAGEMENTS;
use crate::hierarchy::Stretch;
use crate::{CountrySet, Disclosure, Edition, Engagement, Party, Setting, Storage, Subject};

/// In which editions.
#[derive(Clone, Copy, Debug)]
pub(super) enum When {
    In(Edition),
    NotIn(Edition),
    Ever,
}

/// Whose data.
#[derive(Clone, Copy, Debug)]
pub(super) enum SubjectTest {
    Any,
    Touches(Stretch),
    Possible(Stretch),
    Within(Stretch),
}

/// Where features are used.
#[derive(Clone, Copy, Debug)]
pub(super) struct SettingTest {
    pub(super) setting: Setting,
    pub(super) possible: bool,
}

/// In which countries.
#[derive(Clone, Copy, Debug)]
pub(super) enum Countries {
    Any,
    In(CountrySet),
    Outside(CountrySet),
}

/// A kind of party.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum PartyKind {
    /// A school district.
    District,
    /// A provider other than the row's own.
    OtherProvider,
    /// The provider of the row.
    Provider,
    /// The company that publishes the register.
    Publisher,
    /// Somebody else.
    ThirdParty,
    /// A user.
    User,
}

impl PartyKind {
    #[inline]
    pub(super) const fn bit(self) -> u8 {
        1 << self as u8
    }
}

pub(super) mod kinds {
    pub(in super::super) const ALL: u8 = u8::MAX;
}

impl Party {
    /// What kind of party it is.
    #[inline]
    #[must_use]
    pub const fn kind(self) -> PartyKind {
        match self {
            Self::District => PartyKind::District,
            Self::OtherProvider(_) => PartyKind::OtherProvider,
            Self::Provider => PartyKind::Provider,
            Self::Publisher => PartyKind::Publisher,
            Self::ThirdParty => PartyKind::ThirdParty,
            Self::User => PartyKind::User,
        }
    }
}

#[inline]
pub(super) const fn matches(question: &Disclosures, row: &Disclosure) -> bool {
    if row.asserted != question.asserted {
        return false;
    }
    if question.forms.words[0] >> row.form as usize & 1 == 0
        || question.likelihoods.words[0] >> row.likelihood as usize & 1 == 0
        || row.example && !question.examples
    {
        return false;
    }
    let category = row.category as usize;
    if let Some(categories) = &question.categories {
        if !categories.has(category) {
            return false;
        }
    }
    let engagement = &ENGAGEMENTS[row.engagement as usize];
    if let When::In(edition) = question.when {
        if engagement.since as usize > edition as usize {
            return false;
        }
        if let Some(until) = engagement.until {
            if until as usize <= edition as usize {
                return false;
            }
        }
    }
    if question.category.end != Stretch::ALL.end
        && !question.category.contains(row.category.record().stretch)
    {
        return false;
    }
    subject(question.subject, row.subject)
        && (question.from == kinds::ALL || question.from & row.from.kind().bit() != 0)
        && (question.to == kinds::ALL || question.to & row.to.kind().bit() != 0)
        && context(question, row)
        && published(question, engagement)
}

#[inline]
const fn subject(test: SubjectTest, subject: Subject) -> bool {
    match (test, subject) {
        (SubjectTest::Any, _) => true,
        (SubjectTest::Touches(asked) | SubjectTest::Possible(asked), Subject::Group(group)) => {
            asked.touches(group.record().stretch)
        }
        (SubjectTest::Within(asked), Subject::Group(group)) => {
            asked.contains(group.record().stretch)
        }
        (SubjectTest::Possible(_), Subject::Unknown) => true,
        (_, Subject::Nobody | Subject::Unknown) => false,
    }
}

#[inline]
const fn context(question: &Disclosures, row: &Disclosure) -> bool {
    match (question.context, row.context) {
        (None, _) => true,
        (Some(asked), Some(given)) => asked as usize == given as usize,
        (Some(_), None) => false,
    }
}

/// What is asked of the published row.
#[inline]
const fn published(question: &Disclosures, row: &Engagement) -> bool {
    if let When::NotIn(edition) = question.when {
        if row.is_in(edition) {
            return false;
        }
    }
    if let Some(provider) = question.provider {
        if provider as usize != row.provider as usize {
            return false;
        }
    }
    if let Some(section) = question.section {
        match row.section {
            Some(given) if given as usize == section as usize => {}
            _ => return false,
        }
    }
    if let Some(category) = question.service_category {
        match row.service_category {
            Some(given) if given as usize == category as usize => {}
            _ => return false,
        }
    }
    if let Some(purpose) = question.purpose {
        if !row.purposes.contains(purpose) {
            return false;
        }
    }
    if let Some((safeguard, named)) = question.safeguard {
        if row.safeguards.contains(safeguard) != named {
            return false;
        }
    }
    features(question, row)
        && match question.entity {
            Countries::Any => true,
            Countries::In(asked) => match row.entity_country {
                Some(country) => asked.contains(country),
                None => false,
            },
            Countries::Outside(asked) => match row.entity_country {
                Some(country) => !asked.contains(country),
                None => true,
            },
        }
        && stored(question.stored, row.storage)
}

#[inline]
const fn stored(asked: Countries, storage: Storage) -> bool {
    match asked {
        Countries::Any => true,
        Countries::In(countries) => storage.is_stated_in(countries),
        Countries::Outside(countries) => storage.may_be_outside(countries),
    }
}

/// Whether one and the same feature of the row answers both what is asked of the feature and what
/// is asked of the setting.
#[inline]
const fn features(question: &Disclosures, row: &Engagement) -> bool {
    if question.feature.is_none() && question.setting.is_none() {
        return true;
    }
    let features = row.features();
    if features.is_empty() {
        // The source names no features: they may be anywhere, but none is the one asked for.
        return match question.setting {
            Some(test) => test.possible && question.feature.is_none(),
            None => false,
        };
    }
    let mut at = 0;
    while at < features.len() {
        let fits = match question.feature {
            Some(asked) => features[at].feature as usize == asked as usize,
            None => true,
        };
        if fits && setting(question.setting, features[at].setting) {
            return true;
        }
        at += 1;
    }
    false
}

#[inline]
const fn setting(test: Option<SettingTest>, given: Setting) -> bool {
    match test {
        None => true,
        Some(test) => {
            given as usize == test.setting as usize
                || match given {
                    // A feature used in both settings is used in either; one asked for in both is
                    // asked for in both.
                    Setting::Both => !matches!(test.setting, Setting::Unstated),
                    Setting::Unstated => test.possible,
                    _ => false,
                }
        }
    }
}
