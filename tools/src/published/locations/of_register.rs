//! The countries and regions of a register.

use service_providers_codegen::register::VocabularyTerm as _;
use service_providers_codegen::{RegionKind, Register};

use super::Countries;

/// The countries of a register, and the regions whose countries are known.
pub fn countries(register: &Register) -> Countries {
    let countries = register.vocabulary.countries.iter().map(|row| (row.key(), row.name()));
    let regions = register.vocabulary.regions.iter();
    let regions = regions.filter(|row| row.kind == RegionKind::Members);
    Countries::new(countries.chain(regions.map(|row| (row.key(), row.name()))))
}

/// The key of the region that is the whole world, if the register has one.
pub fn worldwide(register: &Register) -> Option<&str> {
    let regions = &register.vocabulary.regions;
    regions.iter().find(|row| row.kind == RegionKind::Worldwide).map(|row| row.key.as_str())
}
