//! Whether one disclosure is part of an answer.
//!
//! The compiler's limit for constants counts loops and calls, so the tests that most disclosures
//! fail come first and call nothing.

use super::Disclosures;
use crate::generated::{DISCLOSURES, ENGAGEMENT_FEATURES, ENGAGEMENTS, LISTINGS};
use crate::hierarchy::Branch;
use crate::record::disclosure::{ANY_DATA, cell};
use crate::record::engagement::{self, cell as engagement_cell, feature_cell, is_listed};
use crate::record::listing::{cell as listing_cell, editions_with};
use crate::record::party::OTHER_PROVIDER;
use crate::record::stated::UNKNOWN;
use crate::record::{PartyKind, storage};
use crate::set::{CountrySet, DataSubjectSet, EditionSet};
use crate::term::{DataCategory, DataSubject, Edition, Form, Setting};

/// In which editions.
pub(crate) enum When {
    In(Edition),
    /// In one that is announced.
    Announced,
    /// Neither in the current one nor in one that is announced.
    Retired,
    Ever,
}

impl When {
    /// Whether what these editions say answers the question.
    #[inline]
    const fn includes(self, editions: EditionSet) -> bool {
        match self {
            Self::In(edition) => editions.contains(edition),
            Self::Announced => !editions.intersection(EditionSet::ANNOUNCED).is_empty(),
            Self::Retired => {
                !editions.contains(Edition::CURRENT)
                    && editions.intersection(EditionSet::ANNOUNCED).is_empty()
            }
            Self::Ever => true,
        }
    }

    /// The editions, of those given, that the question asks about.
    #[inline]
    const fn of(self, editions: EditionSet) -> EditionSet {
        match self {
            Self::In(edition) => EditionSet::EMPTY.with(edition),
            Self::Announced => editions.intersection(EditionSet::ANNOUNCED),
            Self::Retired | Self::Ever => editions,
        }
    }
}

/// Whose data.
pub(super) enum SubjectTest {
    Any,
    Touches(Branch),
    /// Data about people who may belong to this group: data of these groups, and data whose source does
    /// not say whose it is.
    Possible(DataSubject, DataSubjectSet),
    Within(Branch),
}

/// In which countries.
pub(super) enum Countries {
    Any,
    In(CountrySet),
    Outside(CountrySet),
}

/// Who gives or gets the data.
#[derive(Clone, Copy)]
pub(super) enum PartyTest {
    Anybody,
    /// The party with this number.
    Only(usize),
}

impl PartyTest {
    #[inline]
    pub(super) const fn only(party: PartyKind) -> Self {
        Self::Only(party.place())
    }

    #[inline]
    const fn passes(self, party: usize) -> bool {
        match self {
            Self::Anybody => true,
            Self::Only(OTHER_PROVIDER) => party >= OTHER_PROVIDER,
            Self::Only(asked) => party == asked,
        }
    }

    /// Whether the provider of the row passes.
    #[inline]
    pub(super) const fn is_provider(self) -> bool {
        self.passes(PROVIDER)
    }
}

/// The number of the provider of a row among the parties.
const PROVIDER: usize = PartyKind::Provider.place();

/// Whether a row of the table of disclosures is part of the answer. Cells are read where they are
/// asked for, without a call where most rows fail.
#[inline]
pub(super) const fn matches(question: &Disclosures, row: usize) -> bool {
    let (rows, start) = (DISCLOSURES.rows, row * DISCLOSURES.width);
    if (rows[start + cell::ASSERTED] == 1) != question.asserted
        || question.forms.words[0] >> rows[start + cell::FORM] & 1 == 0
        || !question.from.passes(DISCLOSURES.place(row, cell::SENDER))
        || !question.to.passes(DISCLOSURES.place(row, cell::RECIPIENT))
        || rows[start + cell::EXAMPLE] == 1 && !question.examples
    {
        return false;
    }
    if let Some(likelihood) = question.likelihood {
        if rows[start + cell::LIKELIHOOD] != likelihood as u8 {
            return false;
        }
    }
    let category =
        rows[start + cell::CATEGORY] as usize | (rows[start + cell::CATEGORY + 1] as usize) << 8;
    if let Some(categories) = &question.categories {
        let counts = if category == ANY_DATA {
            question.category_possible
        } else {
            categories.has(category)
        };
        if !counts {
            return false;
        }
    }
    if !question.category.is_all()
        && (category == ANY_DATA
            || !question.category.contains(DataCategory::ALL[category].branch()))
    {
        return false;
    }
    if let When::In(edition) = question.when {
        if !is_listed(engagement(row), edition) {
            return false;
        }
    }
    if !matches!(question.subject, SubjectTest::Any)
        && !subject(question.subject, DISCLOSURES.place(row, cell::SUBJECT))
    {
        return false;
    }
    if let Some(context) = question.context {
        if DISCLOSURES.place(row, cell::CONTEXT) != context as usize + 1 {
            return false;
        }
    }
    !question.asks_engagement || engagement_matches(question, engagement(row))
}

/// The engagement that a disclosure belongs to.
#[inline]
pub(super) const fn engagement(row: usize) -> usize {
    DISCLOSURES.number(row, cell::ENGAGEMENT)
}

/// The index of the provider of a disclosure's engagement.
#[inline]
pub(super) const fn provider(row: usize) -> usize {
    ENGAGEMENTS.place(engagement(row), engagement_cell::PROVIDER)
}

/// The place of the provider that gets the data, if one does.
#[inline]
pub(super) const fn recipient(row: usize) -> Option<usize> {
    match DISCLOSURES.place(row, cell::RECIPIENT) {
        PROVIDER => Some(provider(row)),
        place @ OTHER_PROVIDER.. => Some(place - OTHER_PROVIDER),
        _ => None,
    }
}

/// The place of a disclosure's kind of data, unless it is data of any kind.
#[inline]
pub(super) const fn category(row: usize) -> Option<usize> {
    match DISCLOSURES.place(row, cell::CATEGORY) {
        ANY_DATA => None,
        place => Some(place),
    }
}

/// The place of the group whose data it is, if the source names one.
#[inline]
pub(super) const fn group(row: usize) -> Option<usize> {
    DISCLOSURES.place(row, cell::SUBJECT).checked_sub(2)
}

/// Whether what a row says of whose data it is answers the question: nobody's, unknown, or a
/// group's.
#[inline]
const fn subject(test: SubjectTest, given: usize) -> bool {
    match (test, given) {
        (SubjectTest::Any, _) | (SubjectTest::Possible(..), 1) => true,
        (_, 0 | 1) => false,
        (SubjectTest::Possible(_, counted), group) => counted.has(group - 2),
        (SubjectTest::Touches(asked), group) => asked.touches(DataSubject::ALL[group - 2].branch()),
        (SubjectTest::Within(asked), group) => asked.contains(DataSubject::ALL[group - 2].branch()),
    }
}

/// Whether the question counts what the source leaves open.
#[inline]
pub(super) const fn counts_unknown(question: &Disclosures) -> bool {
    question.category_possible
        || matches!(question.subject, SubjectTest::Possible(..))
        || matches!(question.purpose, Some((_, true)))
        || matches!(question.setting, Some((_, true)))
        || matches!(question.stored, Countries::Outside(_))
        || matches!(question.entity, Countries::Outside(_))
}

/// Whether an engagement whose source does not say which data passes may answer the question. It does
/// if it fits what the question asks of the engagement, and the question asks nothing of the data that
/// unknown data could fail.
#[inline]
pub(super) const fn possible(question: &Disclosures, row: usize) -> bool {
    let data = question.asserted
        && question.category.is_all()
        && (question.categories.is_none() || question.category_possible)
        && matches!(question.subject, SubjectTest::Any | SubjectTest::Possible(..))
        && question.forms.contains(Form::Unknown)
        && question.likelihood.is_none()
        && question.context.is_none();
    data && question.when.includes(engagement::editions(row)) && engagement_matches(question, row)
}

/// Whether a row in a section, of one of the editions asked about, says what an engagement says.
#[inline]
pub(crate) const fn in_section(engagement: usize, section: usize, when: When) -> bool {
    let listings = engagement::listings(engagement);
    let mut at = listings.start as usize;
    while at < listings.end as usize {
        if LISTINGS.place(at, listing_cell::SECTION) == section + 1
            && when.includes(editions_with(LISTINGS.place(at, listing_cell::DOCUMENT)))
        {
            return true;
        }
        at += 1;
    }
    false
}

/// Whether an engagement answers what is asked of it.
#[inline]
const fn engagement_matches(question: &Disclosures, row: usize) -> bool {
    if matches!(question.when, When::Announced | When::Retired)
        && !question.when.includes(engagement::editions(row))
    {
        return false;
    }
    if let Some(provider) = question.provider {
        if ENGAGEMENTS.place(row, engagement_cell::PROVIDER) != provider as usize {
            return false;
        }
    }
    if let Some(section) = question.section {
        if !in_section(row, section as usize, question.when) {
            return false;
        }
    }
    if let Some(category) = question.service_category {
        if ENGAGEMENTS.place(row, engagement_cell::SERVICE_CATEGORY) != category as usize + 1 {
            return false;
        }
    }
    if let Some((purpose, possible)) = question.purpose {
        let named = ENGAGEMENTS.lists(row, engagement_cell::PURPOSES, purpose as usize);
        let silent = ENGAGEMENTS.place(row, engagement_cell::PURPOSES + 4) == 0;
        if !(named || silent && possible) {
            return false;
        }
    }
    if let Some((safeguard, named)) = question.safeguard {
        if ENGAGEMENTS.lists(row, engagement_cell::SAFEGUARDS, safeguard as usize) != named {
            return false;
        }
    }
    features(question, row)
        && entity(question.entity, ENGAGEMENTS.place(row, engagement_cell::ENTITY_COUNTRY))
        && (matches!(question.stored, Countries::Any) || stored(question, row))
}

/// Whether the country of a company, counted from one, answers the question.
#[inline]
const fn entity(asked: Countries, country: usize) -> bool {
    match asked {
        Countries::Any => true,
        Countries::In(asked) => country != 0 && asked.has(country - 1),
        Countries::Outside(asked) => country == 0 || !asked.has(country - 1),
    }
}

/// Whether the places where the data of a row is kept answer the question.
#[inline]
const fn stored(question: &Disclosures, row: usize) -> bool {
    let editions = question.when.of(engagement::editions(row));
    match question.stored {
        Countries::Any => true,
        Countries::In(countries) => storage::is_stated_in(row, countries, editions),
        Countries::Outside(countries) => storage::may_be_outside(row, countries, editions),
    }
}

/// Whether one and the same feature of the row answers both what is asked of the feature and what
/// is asked of the setting.
#[inline]
const fn features(question: &Disclosures, row: usize) -> bool {
    if question.feature.is_none() && question.setting.is_none() {
        return true;
    }
    let features = engagement::features(row);
    if features.is_empty() {
        // The source names no features: they may be anywhere, but none is the one asked for.
        return match question.setting {
            Some((_, possible)) => possible && question.feature.is_none(),
            None => false,
        };
    }
    let mut at = features.start as usize;
    while at < features.end as usize {
        let fits = match question.feature {
            Some(asked) => ENGAGEMENT_FEATURES.place(at, feature_cell::FEATURE) == asked as usize,
            None => true,
        };
        if fits && setting(question.setting, at) {
            return true;
        }
        at += 1;
    }
    false
}

/// Whether the settings of a feature answer the question.
#[inline]
const fn setting(asked: Option<(Setting, bool)>, feature: usize) -> bool {
    let Some((asked, possible)) = asked else { return true };
    ENGAGEMENT_FEATURES.lists(feature, feature_cell::SETTINGS, asked as usize)
        || possible && ENGAGEMENT_FEATURES.byte(feature, feature_cell::SETTINGS_CODE) == UNKNOWN
}

crate::copied::copied!(When, SubjectTest, Countries);
