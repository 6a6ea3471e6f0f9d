//! `data-subject-unknown`: an engagement whose source does not say whose data it is.

use service_providers_codegen::Stated;

use crate::audit::finding::{Check, Evidence, Finding};
use crate::audit::index::{Index, distinct, received_rows};
use crate::page::prose;

pub(super) static CHECK: Check = Check {
    code: "data-subject-unknown",
    title: "Whose data a provider receives is not said",
    explanation: "The source names a kind of data and not the people it is about. Whether it is \
        about children stays open.",
    find,
};

fn find(index: &Index<'_>, findings: &mut Vec<Finding>) {
    for edition in &index.editions {
        for published in &edition.rows {
            let engagement = published.engagement;
            let rows: Vec<_> = received_rows(engagement)
                .filter(|row| row.data_subject == Stated::Unknown)
                .collect();
            if rows.is_empty() {
                continue;
            }
            let kinds = distinct(
                rows.iter().map(|row| index.names.name("data-categories", &row.data_category)),
            );
            let message = format!(
                "{} receives {}; the source does not say whose.",
                index.provider(&engagement.row.provider),
                prose(&kinds)
            );
            let evidence = rows
                .iter()
                .map(|row| Evidence::disclosure(published, row, "data_subject", &row.data_subject))
                .collect();
            findings.push(Finding::new(&CHECK, edition.id, &engagement.row.key, message, evidence));
        }
    }
}
