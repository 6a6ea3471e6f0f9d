//! The register as of one edition.

use std::collections::BTreeMap;

use super::{Engagement, Practice, Register};
use crate::cell_types::Until;
use crate::tables::row::ProviderRow;

impl Register {
    /// The rows that an edition publishes, in published order.
    pub fn engagements_in(&self, edition: &str) -> Vec<&Engagement> {
        let mut rows: Vec<&Engagement> = self
            .engagements
            .iter()
            .filter(|e| e.row.withdrawn.known().is_none())
            .filter(|e| includes(&e.row.since, &e.row.until, edition))
            .collect();
        rows.sort_by_key(|engagement| engagement.row.position);
        rows
    }

    /// The data transparency records of an edition's time, in published order.
    pub fn practices_in(&self, edition: &str) -> Vec<&Practice> {
        let mut rows: Vec<&Practice> = self
            .practices
            .iter()
            .filter(|p| p.row.withdrawn.known().is_none())
            .filter(|p| includes(&p.row.since, &p.row.until, edition))
            .collect();
        rows.sort_by_key(|practice| practice.row.position);
        rows
    }

    /// The rows of an edition that were mistakes, by key.
    pub fn withdrawn_engagements_in(&self, edition: &str) -> Vec<&Engagement> {
        self.engagements
            .iter()
            .filter(|e| e.row.withdrawn.known().is_some())
            .filter(|e| includes(&e.row.since, &e.row.until, edition))
            .collect()
    }

    /// The data transparency records of an edition's time that were mistakes, by key.
    pub fn withdrawn_practices_in(&self, edition: &str) -> Vec<&Practice> {
        self.practices
            .iter()
            .filter(|p| p.row.withdrawn.known().is_some())
            .filter(|p| includes(&p.row.since, &p.row.until, edition))
            .collect()
    }

    /// The providers that an edition lists, by key.
    pub fn providers_in(&self, edition: &str) -> Vec<&ProviderRow> {
        let rows = self.engagements_by_provider(edition);
        self.providers.iter().filter(|provider| rows.contains_key(provider.key.as_str())).collect()
    }

    /// The rows that an edition publishes, in published order, by the provider's key.
    pub fn engagements_by_provider(&self, edition: &str) -> BTreeMap<&str, Vec<&Engagement>> {
        let mut providers: BTreeMap<&str, Vec<&Engagement>> = BTreeMap::new();
        for engagement in self.engagements_in(edition) {
            providers.entry(&engagement.row.provider).or_default().push(engagement);
        }
        providers
    }

    /// The first and the last edition that list a provider. `None` if none does.
    pub fn listed_in(&self, provider: &str) -> Option<(&str, &str)> {
        self.published_in(self.engagements.iter().filter(|e| e.row.provider.as_str() == provider))
    }

    /// The first and the last edition that publish any of these rows. `None` if none does.
    pub fn published_in<'e>(
        &self,
        rows: impl IntoIterator<Item = &'e Engagement>,
    ) -> Option<(&str, &str)> {
        let rows: Vec<&Engagement> =
            rows.into_iter().filter(|e| e.row.withdrawn.known().is_none()).collect();
        let mut editions = self.editions().iter().filter(|edition| {
            rows.iter().any(|e| includes(&e.row.since, &e.row.until, &edition.id))
        });
        let first = editions.next()?;
        Some((&first.id, &editions.next_back().unwrap_or(first).id))
    }
}

/// Whether the time from `since` up to, not including, `until` includes an edition. An edition has
/// its date as its id, so ids compare like dates.
pub(super) fn includes(since: &str, until: &Until, edition: &str) -> bool {
    since <= edition
        && match until {
            Until::Current => true,
            Until::Edition(until) => edition < until.as_str(),
        }
}
