//! What one asks first about a provider.

use super::Engagements;
use crate::Disclosures;
use crate::record::Engagement;
use crate::set::{DataCategorySet, DataSubjectSet, PurposeSet};
use crate::term::{Country, Edition, Provider};

/// What one asks first. The answers are those of the newest edition; where it has several rows
/// about a provider, the row that was published first counts first.
///
/// ```
/// use service_providers::{Country, DataCategory, Provider};
///
/// assert_eq!(Provider::Twilio.country(), Some(Country::Us));
/// assert!(Provider::Twilio.data_categories().contains(DataCategory::BirthDate));
/// println!("{}: {}", Provider::Twilio, Provider::Twilio.summary().unwrap());
/// ```
impl Provider {
    /// Its row in the newest edition; `None` if that edition does not list it.
    #[inline]
    #[must_use]
    pub const fn current_engagement(self) -> Option<Engagement> {
        let rows = self.engagements();
        let mut first: Option<Engagement> = None;
        let mut at = 0;
        while let Some(row) = rows.get(at) {
            if row.is_in(Edition::NEWEST) && precedes(&row, &first) {
                first = Some(row);
            }
            at += 1;
        }
        first
    }

    /// Its rows in the newest edition, by key. Most providers have one; a provider that the edition
    /// does not list has none.
    #[inline]
    #[must_use]
    pub const fn current_engagements(self) -> Engagements {
        Engagements::current_of(self)
    }

    /// What it is used for, in plain words.
    #[inline]
    #[must_use]
    pub const fn summary(self) -> Option<&'static str> {
        match self.current_engagement() {
            Some(row) => Some(row.summary),
            None => None,
        }
    }

    /// The country of its company; `None` if the newest edition does not say.
    #[inline]
    #[must_use]
    pub const fn country(self) -> Option<Country> {
        let rows = self.engagements();
        let (mut country, mut first): (Option<Country>, Option<Engagement>) = (None, None);
        let mut at = 0;
        while let Some(row) = rows.get(at) {
            let stated = row.entity_country.is_some() && row.is_in(Edition::NEWEST);
            if stated && precedes(&row, &first) {
                (country, first) = (row.entity_country, Some(row));
            }
            at += 1;
        }
        country
    }

    /// The privacy policy that a source links to; `None` if no row has a link. Where the newest
    /// edition has no link, that of an older one counts, and may be out of date.
    #[inline]
    #[must_use]
    pub const fn policy_url(self) -> Option<&'static str> {
        let rows = self.engagements();
        let (mut url, mut first): (Option<&'static str>, Option<Engagement>) = (None, None);
        let mut at = 0;
        while let Some(row) = rows.get(at) {
            if row.policy_url.is_some() && precedes(&row, &first) {
                (url, first) = (row.policy_url, Some(row));
            }
            at += 1;
        }
        url
    }

    /// What it is used for.
    #[inline]
    #[must_use]
    pub const fn purposes(self) -> PurposeSet {
        let rows = self.engagements();
        let mut purposes = PurposeSet::EMPTY;
        let mut at = 0;
        while let Some(row) = rows.get(at) {
            if row.is_in(Edition::NEWEST) {
                purposes = purposes.union(row.purposes);
            }
            at += 1;
        }
        purposes
    }

    /// The kinds of data that it receives.
    #[inline]
    #[must_use]
    pub const fn data_categories(self) -> DataCategorySet {
        Disclosures::current().provider(self).data_categories()
    }

    /// The groups whose data it receives.
    #[inline]
    #[must_use]
    pub const fn data_subjects(self) -> DataSubjectSet {
        Disclosures::current().provider(self).data_subjects()
    }
}

/// Whether a row counts before another one: the row of a later edition, then the row that was
/// published first.
#[inline]
const fn precedes(row: &Engagement, other: &Option<Engagement>) -> bool {
    let Some(other) = other else { return true };
    let (end, other_end) = (end(row), end(other));
    end > other_end || end == other_end && row.position < other.position
}

/// The place of the first edition that no longer says this.
#[inline]
const fn end(row: &Engagement) -> usize {
    match row.until {
        Some(edition) => edition as usize,
        None => Edition::ALL.len(),
    }
}
