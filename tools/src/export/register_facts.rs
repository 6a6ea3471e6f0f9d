//! What the exports of every edition ask of the whole register, worked out once for all of them.

use std::collections::{BTreeMap, BTreeSet};

use service_providers_codegen::row::Edition;
use service_providers_codegen::{Certainty, Register};

use super::projection::{Runs, Terms};

/// What the exports of every edition ask of the whole register.
pub(super) struct RegisterFacts<'r> {
    pub(super) register: &'r Register,
    pub(super) terms: Terms<'r>,
    pub(super) runs: Runs<'r>,
    /// The editions that list each provider.
    pub(super) listed: BTreeMap<&'r str, Vec<&'r Edition>>,
    /// The names of each provider in documents of any edition, and how surely each is its name.
    pub(super) names: BTreeMap<&'r str, BTreeMap<&'r str, Certainty>>,
    /// The countries and the regions in which an edition says that data is kept.
    pub(super) storage: BTreeSet<&'r str>,
}

impl<'r> RegisterFacts<'r> {
    pub(super) fn of(register: &'r Register) -> Self {
        Self {
            register,
            terms: Terms::of(&register.vocabulary),
            runs: Runs::of_engagements(register),
            listed: register.editions_by_provider(),
            names: names_by_provider(register),
            storage: storage_places(register),
        }
    }
}

/// The names of providers in the rows and the records of all editions.
fn names_by_provider(register: &Register) -> BTreeMap<&str, BTreeMap<&str, Certainty>> {
    let mut names: BTreeMap<&str, BTreeMap<&str, Certainty>> = BTreeMap::new();
    for edition in register.editions() {
        for row in register.published_rows(&edition.id) {
            let name = row.listing.published_name.known();
            let of = names.entry(&row.engagement.row.provider).or_default();
            of.extend(name.map(|name| (&**name, Certainty::Stated)));
        }
        for record in register.published_records(&edition.id) {
            for row in &record.practice.recipients {
                let of = names.entry(&row.provider).or_default();
                let known = of.entry(&row.published_name).or_insert(row.identity);
                if row.identity == Certainty::Stated {
                    *known = Certainty::Stated;
                }
            }
        }
    }
    names
}

fn storage_places(register: &Register) -> BTreeSet<&str> {
    let rows = register.editions().iter().flat_map(|edition| register.published_rows(&edition.id));
    rows.flat_map(|row| row.engagement.standing_storage()).map(|row| row.place.as_str()).collect()
}
