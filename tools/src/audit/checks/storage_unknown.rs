//! `storage-unknown`: an engagement that does not say where data is kept.

use service_providers_codegen::StorageStatus;

use crate::audit::finding::{Check, Finding};
use crate::audit::index::Index;
use crate::audit::open_questions::{Question, find_open};

pub(super) static CHECK: Check = Check {
    code: "storage-unknown",
    title: "Where data is kept is not said",
    explanation: "A reader expects to learn where the data is kept, and is told nothing, or sent to \
        the provider. If an edition says it of no \
        provider, that is reported once.",
    find,
};

const QUESTION: Question = Question {
    column: "storage",
    cell: |engagement| engagement.row.storage.to_string(),
    open: |engagement| match engagement.row.storage {
        StorageStatus::Unknown => Some("where data is kept is not said"),
        StorageStatus::SeeProvider => {
            Some("the reader is sent to the provider for where data is kept")
        }
        _ => None,
    },
};

fn find(index: &Index<'_>, findings: &mut Vec<Finding>) {
    find_open(&CHECK, &QUESTION, index, findings);
}
