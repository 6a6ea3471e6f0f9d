//! `words-not-compared`: rows of a document of whose words no digest was taken.

use service_providers_codegen::row::ListingRow;

use crate::audit::digests::DIGESTS;
use crate::audit::finding::{Check, Evidence, Finding};
use crate::audit::index::Index;
use crate::page::counted;

pub(super) static CHECK: Check = Check {
    code: "words-not-compared",
    title: "No digest was taken of the words of a row",
    explanation: "Without a digest, nobody can tell whether the page still prints what was read, \
        and a later revision cannot be compared with it.",
    find,
};

fn find(index: &Index<'_>, findings: &mut Vec<Finding>) {
    for (at, edition) in index.editions.iter().enumerate() {
        for document in index.new_documents(at) {
            let rows = edition.rows.iter().map(|row| row.listing);
            let records = edition.records.iter().map(|record| record.listing);
            let listings: Vec<&ListingRow> =
                rows.chain(records).filter(|row| row.document == document.id).collect();
            let evidence: Vec<Evidence> = listings
                .iter()
                .filter(|row| DIGESTS.iter().all(|digest| (digest.of)(row).known().is_none()))
                .map(|row| Evidence::listing(row, DIGESTS[0].column, (DIGESTS[0].of)(row)))
                .collect();
            if !evidence.is_empty() {
                let message = format!(
                    "{} of {} in {} without a digest.",
                    evidence.len(),
                    counted(listings.len(), "row"),
                    document.title
                );
                findings.push(Finding::new(&CHECK, edition.id, &document.id, message, evidence));
            }
        }
    }
}
