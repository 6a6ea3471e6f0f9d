//! The answers to (e) that tell third countries.

use std::collections::HashMap;

use service_providers_codegen::Register;
use service_providers_codegen::row::Edition;

use super::answer::{Answer, NOT_HELD, Speech};
use crate::missing::{NONE, UNKNOWN};

/// Where the places of a register lie on the day of an edition, seen from the European Economic Area.
pub(super) struct ThirdCountries<'r> {
    /// `None` if the register does not know what a third country is.
    lies: Option<HashMap<&'r str, Lies>>,
}

/// Where a place lies.
#[derive(Clone, Copy, PartialEq)]
enum Lies {
    Inside,
    Outside,
    /// In both, or nobody can say.
    Open,
}

impl<'r> ThirdCountries<'r> {
    pub(super) fn of(register: &'r Register, edition: &Edition) -> Self {
        let vocabulary = &register.vocabulary;
        let inside = register.eea(&edition.id);
        let lies = |place: &'r str| {
            let countries = vocabulary.countries_of(place, &edition.published);
            let lies = match () {
                () if countries.is_empty() => Lies::Open,
                () if countries.is_disjoint(&inside) => Lies::Outside,
                () if countries.is_subset(&inside) => Lies::Inside,
                () => Lies::Open,
            };
            (place, lies)
        };
        let countries = vocabulary.countries.iter().map(|row| row.key.as_str());
        let places = countries.chain(vocabulary.regions.iter().map(|row| row.key.as_str()));
        Self { lies: (!inside.is_empty()).then(|| places.map(lies).collect()) }
    }

    /// Which of some places are certainly outside, and whether there may be others.
    pub(super) fn among(
        &self,
        places: &[&str],
        others_possible: bool,
        speech: Speech<'_>,
    ) -> [Answer; 2] {
        let Some(known) = &self.lies else { return [Answer::Word(NOT_HELD), Answer::Word("yes")] };
        let lies = |place: &&&str| known.get(**place).copied().unwrap_or(Lies::Open);
        let outside = places.iter().filter(|place| lies(place) == Lies::Outside).copied();
        let open = others_possible || places.iter().any(|place| lies(&place) == Lies::Open);
        let or = if open { UNKNOWN } else { NONE };
        [speech.keys("places", outside, or), Answer::Word(if open { "yes" } else { "no" })]
    }
}
