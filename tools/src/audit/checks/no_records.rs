//! `no-records`: an edition for whose time no data transparency records are held.

use crate::audit::finding::{Check, Finding};
use crate::audit::index::Index;
use crate::page::counted;

pub(super) static CHECK: Check = Check {
    code: "no-records",
    title: "No data transparency records are held for the time of an edition",
    explanation: "For that time, no document held shows whether the publisher declares what \
        providers receive. The checks that need both documents find nothing there.",
    find,
};

fn find(index: &Index<'_>, findings: &mut Vec<Finding>) {
    for edition in index.editions.iter().filter(|edition| edition.records.is_empty()) {
        let message = format!(
            "The list has {}; the register holds no data transparency records beside it.",
            counted(edition.rows.len(), "row")
        );
        findings.push(Finding::new(&CHECK, edition.id, edition.id, message, Vec::new()));
    }
}
