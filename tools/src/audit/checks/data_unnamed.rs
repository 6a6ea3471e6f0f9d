//! `data-unnamed`: an engagement whose source names no kind of data.

use service_providers_codegen::Stated;

use crate::audit::finding::{Check, Evidence, Finding};
use crate::audit::index::{Index, received_rows};

pub(super) static CHECK: Check = Check {
    code: "data-unnamed",
    title: "A provider receives data of which no kind is named",
    explanation: "The source speaks of personal data in general. A reader cannot tell which data \
        that is, and no question about a kind of data finds this provider.",
    find,
};

fn find(index: &Index<'_>, findings: &mut Vec<Finding>) {
    for edition in &index.editions {
        for published in &edition.rows {
            let engagement = published.engagement;
            let evidence: Vec<Evidence> = received_rows(engagement)
                .filter(|row| row.data_subject != Stated::None)
                .filter(|row| index.names_no_kind(&row.data_category))
                .map(|row| {
                    Evidence::disclosure(published, row, "data_category", &row.data_category)
                })
                .collect();
            if !evidence.is_empty() {
                let row = &engagement.row;
                let message = format!(
                    "{} receives personal data of no named kind.",
                    index.provider(&row.provider)
                );
                findings.push(Finding::new(&CHECK, edition.id, &row.key, message, evidence));
            }
        }
    }
}
