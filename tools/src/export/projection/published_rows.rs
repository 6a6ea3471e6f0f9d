//! The published rows of an edition.

use service_providers_codegen::row::{
    ContractFactRow, DisclosureRow, EngagementFeatureRow, EngagementRow, IdentifierRow, ListingRow,
    StorageRow,
};
use service_providers_codegen::{
    Asserted, DataStatus, Key, Register, Stated, StatedList, StorageStatus, register,
};

use super::KeysOrWord;
use crate::missing::{NONE, NOT_APPLICABLE, SEE_PROVIDER, UNKNOWN};

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
    /// Where the data is kept, as far as the source names places. Withdrawn ones are left out.
    pub places: Vec<&'r StorageRow>,
    /// The disclosures that the source says happen. Withdrawn ones are left out.
    pub disclosed: Vec<&'r DisclosureRow>,
    /// The disclosures that the source says do not happen. Withdrawn ones are left out.
    pub not_disclosed: Vec<&'r DisclosureRow>,
    /// What is said of the relation itself. Withdrawn facts are left out.
    pub contract_facts: Vec<&'r ContractFactRow>,
    /// The identifiers of the provider in public registers.
    pub identifiers: Vec<&'r IdentifierRow>,
}

/// The rows that an edition publishes, in published order.
pub fn published_rows<'r>(register: &'r Register, edition: &str) -> Vec<PublishedRow<'r>> {
    let identifiers = register.identifiers_by_provider();
    let rows = register.published_rows(edition).into_iter().enumerate();
    rows.map(|(index, register::PublishedRow { listing, engagement })| {
        let (disclosed, not_disclosed) =
            engagement.standing_disclosures().partition(|row| row.asserted == Asserted::Yes);
        PublishedRow {
            position: index + 1,
            listing,
            row: &engagement.row,
            features: &engagement.features,
            places: engagement.standing_storage().collect(),
            disclosed,
            not_disclosed,
            contract_facts: engagement.standing_contract_facts().collect(),
            identifiers: identifiers.get(&*engagement.row.provider).cloned().unwrap_or_default(),
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

    /// Whether features may be used in other settings as well.
    pub fn settings_are_open(&self) -> bool {
        self.features.is_empty()
            || self.features.iter().any(|row| row.settings == StatedList::Unknown)
    }

    /// The features, whatever their settings and extent. `unknown` if the source names none.
    pub fn feature_keys(&self) -> KeysOrWord<'_> {
        KeysOrWord::collect(self.features.iter().map(|row| row.feature.as_str()), UNKNOWN)
    }

    /// Where the data is kept, or the word that says how that is missing.
    pub fn storage(&self) -> KeysOrWord<'_> {
        let or = match self.row.storage {
            StorageStatus::Listed | StorageStatus::Unknown => UNKNOWN,
            StorageStatus::None => NONE,
            StorageStatus::NotApplicable => NOT_APPLICABLE,
            StorageStatus::SeeProvider => SEE_PROVIDER,
        };
        KeysOrWord::collect(self.places.iter().map(|row| row.place.as_str()), or)
    }

    /// The places that hold for one product, plan or region of a customer, or under a condition,
    /// each with these in brackets; `none` if there is no such place.
    pub fn storage_notes(&self) -> String {
        let limited = self.places.iter().filter(|row| !row.context_and_condition().is_empty());
        let notes: Vec<String> = limited.map(ToString::to_string).collect();
        if notes.is_empty() { NONE.to_owned() } else { notes.join(" | ") }
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

    /// The kinds of data that pass only in a use or on a condition: every disclosure of them names
    /// one. `none` if there are none.
    pub fn conditional_data(&self) -> KeysOrWord<'_> {
        let always = |kind: &Key| {
            self.disclosed
                .iter()
                .any(|row| row.data_category.kind() == Some(kind) && !row.is_limited())
        };
        let kinds = self.disclosed.iter().filter_map(|row| row.data_category.kind());
        KeysOrWord::collect(kinds.filter(|kind| !always(kind)).map(Key::as_str), NONE)
    }

    /// The word for data if nothing is disclosed.
    pub fn nothing_disclosed(&self) -> &'static str {
        if self.row.data == DataStatus::Unknown { UNKNOWN } else { NONE }
    }
}
