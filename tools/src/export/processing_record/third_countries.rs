//! The answers to (e) that tell third countries.

use std::collections::HashMap;

use service_providers_codegen::Register;
use service_providers_codegen::row::Edition;

use super::answer::{Answer, KeyNames, NOT_HELD};
use crate::missing::{NONE, UNKNOWN};

/// Where the places of a register lie on the day of an edition, seen from the European Economic Area.
pub(super) struct ThirdCountries<'r> {
    /// `None` if the register does not know what a third country is.
    positions: Option<HashMap<&'r str, EeaPosition>>,
}

/// Where a place lies.
#[derive(Clone, Copy, PartialEq)]
enum EeaPosition {
    Inside,
    Outside,
    /// In both, or nobody can say.
    Unclear,
}

impl<'r> ThirdCountries<'r> {
    pub(super) fn of(register: &'r Register, edition: &Edition) -> Self {
        let vocabulary = &register.vocabulary;
        let inside = register.eea(&edition.id);
        let position = |place: &'r str| {
            let countries = vocabulary.countries_of(place, &edition.published);
            let position = if countries.is_empty() {
                EeaPosition::Unclear
            } else if countries.is_disjoint(&inside) {
                EeaPosition::Outside
            } else if countries.is_subset(&inside) {
                EeaPosition::Inside
            } else {
                EeaPosition::Unclear
            };
            (place, position)
        };
        let countries = vocabulary.countries.iter().map(|row| row.key.as_str());
        let places = countries.chain(vocabulary.regions.iter().map(|row| row.key.as_str()));
        Self { positions: (!inside.is_empty()).then(|| places.map(position).collect()) }
    }

    /// Which of some places are certainly outside, and whether there may be others.
    pub(super) fn answers(
        &self,
        places: &[&str],
        others_possible: bool,
        names: KeyNames<'_>,
    ) -> [Answer; 2] {
        let Some(known) = &self.positions else {
            return [Answer::Word(NOT_HELD), Answer::Word("yes")];
        };
        let position = |place: &&&str| known.get(**place).copied().unwrap_or(EeaPosition::Unclear);
        let outside =
            places.iter().filter(|place| position(place) == EeaPosition::Outside).copied();
        let open =
            others_possible || places.iter().any(|place| position(&place) == EeaPosition::Unclear);
        let or = if open { UNKNOWN } else { NONE };
        [names.keys("places", outside, or), Answer::Word(if open { "yes" } else { "no" })]
    }
}
