//! `country-unknown`: an engagement whose company has no country.

use service_providers_codegen::Stated;

use crate::audit::finding::{Check, Finding};
use crate::audit::index::Index;
use crate::audit::open_questions::{Question, find_open};

pub(super) static CHECK: Check = Check {
    code: "country-unknown",
    title: "The country of a company is not said",
    explanation: "A reader expects to learn where the company is. If an edition says it of no \
        provider, that is reported once.",
    find,
};

const QUESTION: Question = Question {
    column: "entity_country",
    cell: |engagement| engagement.row.entity_country.to_string(),
    open: |engagement| match engagement.row.entity_country {
        Stated::Unknown => Some("the country of the company is not said"),
        _ => None,
    },
};

fn find(index: &Index<'_>, findings: &mut Vec<Finding>) {
    find_open(&CHECK, &QUESTION, index, findings);
}
