//! `no-records`: an edition for whose time no data transparency records are held.

use crate::audit::finding::{Check, Finding};
use crate::audit::index::Index;
use crate::page::counted;

pub(super) static CHECK: Check = Check {
    code: "no-records",
    title: "No data transparency records are held for the time of an edition",
    explanation: "Whether what providers receive is declared, shared or kept as the publisher says \
        cannot be compared for that time. The checks that need both documents find nothing there.",
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
