//! The published rows of an edition.

use service_providers_codegen::row::{
    ContractFactRow, DisclosureRow, EngagementFeatureRow, EngagementRow, IdentifierRow, ListingRow,
};
use service_providers_codegen::{Asserted, DataStatus, Register, Stated, StatedList, register};

use super::KeysOrWord;
use crate::missing::{NONE, UNKNOWN};

/// A published row of an edition.
pub struct PublishedRow<'r> {
    /// Its number in the edition, from 1.
    pub position: usize,
    /// Where it is published, and under which name.
    pub listing: &'r ListingRow,
    /// What it says.
    pub row: &'r EngagementRow,
    /// The features it is integral to.
    pub features: &'r [EngagementFeatureRow],
    /// The disclosures that the source says happen. Withdrawn ones are left out.
    pub disclosed: Vec<&'r DisclosureRow>,
    /// The disclosures that the source says do not happen. Withdrawn ones are left out.
    pub not_disclosed: Vec<&'r DisclosureRow>,
    /// What is said of the relation itself. Withdrawn facts are left out.
    pub contract_facts: Vec<&'r ContractFactRow>,
    /// The identifiers of the provider in public registers.
    identifiers: Vec<&'r IdentifierRow>,
}

/// The rows that an edition publishes, in published order.
pub fn published_rows<'r>(register: &'r Register, edition: &str) -> Vec<PublishedRow<'r>> {
    let rows = register.published_rows(edition).into_iter().enumerate();
    rows.map(|(index, register::PublishedRow { listing, engagement })| {
        let (disclosed, not_disclosed) =
            engagement.standing_disclosures().partition(|row| row.asserted == Asserted::Yes);
        PublishedRow {
            position: index + 1,
            listing,
            row: &engagement.row,
            features: &engagement.features,
            disclosed,
            not_disclosed,
            contract_facts: engagement.standing_contract_facts().collect(),
            identifiers: register.identifiers_of(&engagement.row.provider).collect(),
        }
    })
    .collect()
}

impl PublishedRow<'_> {
    /// The identifiers of the provider as `scheme:value`, joined by `;`. `none` if there are none.
    pub fn identifiers(&self) -> String {
        let written = self.identifiers.iter().map(|row| format!("{}:{}", row.scheme, row.value));
        let written: Vec<String> = written.collect();
        if written.is_empty() { NONE.to_owned() } else { written.join(";") }
    }

    /// The settings in which features that need the provider are used. `none` if there are none, and
    /// `unknown` if the source names no feature or no setting.
    pub fn settings(&self) -> KeysOrWord<'_> {
        let keys = self.features.iter().flat_map(|row| row.settings.items());
        let or = if self.settings_are_open() { UNKNOWN } else { NONE };
        KeysOrWord::collect(keys.map(|key| key.as_str()), or)
    }

    /// `yes` if features may be used in other settings as well, because the source names no feature
    /// or not the settings of each. Otherwise `no`.
    pub fn settings_open(&self) -> &'static str {
        if self.settings_are_open() { "yes" } else { "no" }
    }

    fn settings_are_open(&self) -> bool {
        self.features.is_empty()
            || self.features.iter().any(|row| row.settings == StatedList::Unknown)
    }

    /// The features, whatever their settings and extent. `unknown` if the source names none.
    pub fn feature_keys(&self) -> KeysOrWord<'_> {
        KeysOrWord::collect(self.features.iter().map(|row| row.feature.as_str()), UNKNOWN)
    }

    /// Every kind of data that is disclosed, by whomever and to whomever. `unknown` if the source
    /// names no data, `none` if it says only what is not disclosed.
    pub fn data_categories(&self) -> KeysOrWord<'_> {
        let keys = self.disclosed.iter().filter_map(|row| Some(row.data_category.kind()?.as_str()));
        KeysOrWord::collect(keys, self.nothing_disclosed())
    }

    /// The groups whose data is disclosed, as far as the source names them. `unknown` if it names
    /// none, `none` if none of the data is about a person.
    pub fn data_subjects(&self) -> KeysOrWord<'_> {
        let subjects = || self.disclosed.iter().map(|row| &row.data_subject);
        let or = if subjects().any(|subject| *subject == Stated::Unknown) {
            UNKNOWN
        } else if self.disclosed.is_empty() {
            self.nothing_disclosed()
        } else {
            NONE
        };
        KeysOrWord::collect(subjects().filter_map(Stated::known).map(|key| key.as_str()), or)
    }

    fn nothing_disclosed(&self) -> &'static str {
        if self.row.data == DataStatus::Unknown { UNKNOWN } else { NONE }
    }

    /// The document and the row in it.
    pub fn source(&self) -> String {
        format!("{}:{}", self.listing.document, self.listing.row)
    }
}
