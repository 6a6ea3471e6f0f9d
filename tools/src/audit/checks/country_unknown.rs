//! `country-unknown`: an engagement whose company has no country.

use service_providers_codegen::Stated;

use super::storage_unknown::silent;
use crate::audit::finding::{Check, Finding};
use crate::audit::index::Index;

pub(super) static CHECK: Check = Check {
    code: "country-unknown",
    title: "The country of a company is not said",
    explanation: "A reader expects to learn where the company is. Where an edition says so of no \
        provider at all, that is one finding.",
    find,
};

fn find(index: &Index<'_>, findings: &mut Vec<Finding>) {
    silent(
        &CHECK,
        index,
        "entity_country",
        |engagement| match engagement.row.entity_country {
            Stated::Unknown => Some("the country of the company is not said"),
            _ => None,
        },
        findings,
    );
}
