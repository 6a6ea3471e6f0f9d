//! What one asks first about a provider.

use super::Engagements;
use crate::Disclosures;
use crate::record::{Engagement, Listing};
use crate::set::{DataCategorySet, DataSubjectSet, PurposeSet};
use crate::term::{Country, Edition, Provider};

/// What one asks first. The answers are those of the current edition. It may have several rows about
/// a provider; each answer says what becomes of them.
///
/// ```
/// use service_providers::Provider;
///
/// for provider in Provider::CURRENT {
///     println!("{provider}: {}", provider.summary().unwrap());
///     for category in &provider.data_categories() {
///         assert!(category.providers().contains(*provider));
///     }
/// }
/// ```
impl Provider {
    /// What the current edition says about it; `None` if that edition does not list it.
    #[inline]
    #[must_use]
    pub const fn current_engagement(self) -> Option<Engagement> {
        let engagements = self.engagements();
        let (mut found, mut first): (Option<Engagement>, Option<Listing>) = (None, None);
        let mut at = 0;
        while let Some(engagement) = engagements.get(at) {
            if let Some(listing) = engagement.listing_in(Edition::CURRENT) {
                if precedes(&listing, &first, Edition::CURRENT) {
                    (found, first) = (Some(engagement), Some(listing));
                }
            }
            at += 1;
        }
        found
    }

    /// What the current edition says about it, by key. Most providers have one engagement; a provider
    /// that the edition does not list has none.
    #[inline]
    #[must_use]
    pub const fn current_engagements(self) -> Engagements {
        Engagements::current_of(self)
    }

    /// What it is used for, in plain words: the words of its first row in the current edition.
    #[inline]
    #[must_use]
    pub const fn summary(self) -> Option<&'static str> {
        match self.current_engagement() {
            Some(row) => Some(row.summary),
            None => None,
        }
    }

    /// The country of its company; `None` if the current edition does not say, or if its rows about
    /// the provider do not agree. [`current_engagements`] has what each of them says.
    ///
    /// [`current_engagements`]: Self::current_engagements
    #[inline]
    #[must_use]
    pub const fn country(self) -> Option<Country> {
        let engagements = self.engagements();
        let (mut country, mut at) = (None, 0);
        while let Some(engagement) = engagements.get(at) {
            at += 1;
            if !engagement.is_in(Edition::CURRENT) {
                continue;
            }
            country = match (engagement.entity_country, country) {
                (Some(stated), None) => Some(stated),
                (Some(stated), Some(other)) if stated as usize == other as usize => Some(stated),
                _ => return None,
            };
        }
        country
    }

    /// The privacy policy that the current edition links to. Where that edition has no link, the
    /// newest edition that has one counts, and its link may be out of date. `None` if no row has one.
    #[inline]
    #[must_use]
    pub const fn policy_url(self) -> Option<&'static str> {
        let mut url = self.policy_url_in(Edition::CURRENT);
        let mut at = Edition::ALL.len();
        while at > 0 && url.is_none() {
            at -= 1;
            url = self.policy_url_in(Edition::ALL[at]);
        }
        url
    }

    /// The privacy policy that the first of its rows with a link has in an edition.
    #[inline]
    const fn policy_url_in(self, edition: Edition) -> Option<&'static str> {
        let engagements = self.engagements();
        let (mut url, mut first): (Option<&'static str>, Option<Listing>) = (None, None);
        let mut at = 0;
        while let Some(engagement) = engagements.get(at) {
            if let Some(listing) = engagement.listing_in(edition) {
                if listing.policy_url.is_some() && precedes(&listing, &first, edition) {
                    (url, first) = (listing.policy_url, Some(listing));
                }
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
            if row.is_in(Edition::CURRENT) {
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

/// Whether a row comes before another in an edition. Any row comes before none.
#[inline]
const fn precedes(row: &Listing, other: &Option<Listing>, edition: Edition) -> bool {
    let Some(other) = other else { return true };
    let (document, other_document) = (rank(row, edition), rank(other, edition));
    if document != other_document {
        return document < other_document;
    }
    row.row < other.row || row.row == other.row && row.part < other.part
}

/// The place of a row's document among those of an edition.
#[inline]
const fn rank(row: &Listing, edition: Edition) -> usize {
    let (documents, mut at) = (edition.documents(), 0);
    while let Some(document) = documents.get(at) {
        if document as usize == row.document as usize {
            break;
        }
        at += 1;
    }
    at
}
