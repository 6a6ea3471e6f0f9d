//! The published rows of an edition.

use service_providers_codegen::row::{DisclosureRow, EngagementFeatureRow, EngagementRow};
use service_providers_codegen::{Asserted, Register, Setting, Stated};

use super::Items;

/// A published row of an edition.
pub struct Listing<'r> {
    /// Its number in the edition, from 1.
    pub position: usize,
    /// What the register says of the row itself.
    pub row: &'r EngagementRow,
    /// The features it is integral to.
    pub features: &'r [EngagementFeatureRow],
    /// What passes. Without mistakes and without what is said not to pass.
    pub disclosed: Vec<&'r DisclosureRow>,
    /// What is said not to pass. Without mistakes.
    pub not_disclosed: Vec<&'r DisclosureRow>,
}

/// The rows that an edition publishes, in published order.
pub fn listings<'r>(register: &'r Register, edition: &str) -> Vec<Listing<'r>> {
    let rows = register.engagements_in(edition).into_iter().enumerate();
    rows.map(|(index, engagement)| {
        let (disclosed, not_disclosed) = (engagement.disclosures.iter())
            .filter(|row| row.withdrawn.known().is_none())
            .partition(|row| row.asserted == Asserted::Yes);
        Listing {
            position: index + 1,
            row: &engagement.row,
            features: &engagement.features,
            disclosed,
            not_disclosed,
        }
    })
    .collect()
}

impl Listing<'_> {
    /// Whether a feature that needs the provider is used in school: `yes`, `no` or `unknown`.
    pub fn in_school(&self) -> &'static str {
        self.used(Setting::InSchool)
    }

    /// Whether a feature that needs the provider is used out of school: `yes`, `no` or `unknown`.
    pub fn out_of_school(&self) -> &'static str {
        self.used(Setting::OutOfSchool)
    }

    /// `no` takes the setting of every feature: one that is not stated may be this one.
    fn used(&self, setting: Setting) -> &'static str {
        let mut settings = self.features.iter().map(|feature| feature.setting);
        if settings.clone().any(|other| other == setting || other == Setting::Both) {
            "yes"
        } else if self.features.is_empty() || settings.any(|other| other == Setting::Unstated) {
            "unknown"
        } else {
            "no"
        }
    }

    /// The features, whatever their setting and extent. `unknown` if the source names none.
    pub fn feature_keys(&self) -> Items<'_> {
        Items::collect(self.features.iter().map(|row| row.feature.as_str()), "unknown")
    }

    /// Every kind of data that passes, in whichever direction. `none` if the source says only what
    /// does not pass.
    pub fn data_categories(&self) -> Items<'_> {
        let keys = self.disclosed.iter().map(|row| row.data_category.as_str());
        Items::collect(keys, self.nothing_passes())
    }

    /// Everybody whose data passes and whom the source names. `unknown` if it names nobody, `none`
    /// if none of the data is about a person.
    pub fn data_subjects(&self) -> Items<'_> {
        let subjects = || self.disclosed.iter().map(|row| &row.data_subject);
        let or = if subjects().any(|subject| *subject == Stated::Unknown) {
            "unknown"
        } else if self.disclosed.is_empty() {
            self.nothing_passes()
        } else {
            "none"
        };
        Items::collect(subjects().filter_map(Stated::known).map(|key| key.as_str()), or)
    }

    fn nothing_passes(&self) -> &'static str {
        if self.not_disclosed.is_empty() { "unknown" } else { "none" }
    }

    /// The document and the row in it.
    pub fn source(&self) -> String {
        format!("{}:{}", self.row.source, self.row.source_row)
    }
}
