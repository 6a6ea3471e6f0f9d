//! `transfer-without-basis`: data that leaves the European Economic Area without a recorded basis.

use std::collections::HashSet;

use service_providers_codegen::register::{Engagement, PublishedRecord, PublishedRow};
use service_providers_codegen::{Stated, Transfer};

use crate::audit::finding::{Check, Evidence, Finding};
use crate::audit::index::{EditionData, Index, received_rows};
use crate::page::{counted, prose};

pub(super) static CHECK: Check = Check {
    code: "transfer-without-basis",
    title: "Data goes outside the EEA, and no legal basis is recorded",
    explanation: "A record says that data leaves the European Economic Area and names no legal \
        basis, or a provider keeps data about people outside it, and no record of that time that \
        names this provider gives a basis. The bases that the register knows are those of GDPR \
        Art. 6; a basis for the transfer itself (GDPR Chapter V) is named by no document held, and is not \
        what this check asks for. It matters for people in the EEA only.",
    find,
};

fn find(index: &Index<'_>, findings: &mut Vec<Finding>) {
    for edition in &index.editions {
        for record in &edition.records {
            leaving(index, edition, record, findings);
        }
        rows(index, edition, findings);
    }
}

/// Finds a record that says that data leaves the EEA and gives no basis.
fn leaving(
    index: &Index<'_>,
    edition: &EditionData<'_>,
    record: &PublishedRecord<'_>,
    findings: &mut Vec<Finding>,
) {
    let row = &record.practice.row;
    let destination = row.destination.items();
    let outside =
        destination.is_empty() || destination.iter().any(|key| !edition.eea.contains(key.as_str()));
    if row.transfer == Transfer::Yes && outside && row.legal_bases.items().is_empty() {
        let kind = index.names.name("data-categories", &row.data_category);
        let message = format!("{kind} leaves the EEA; the record names no legal basis.");
        let evidence = vec![
            Evidence::practice(record, "transfer", row.transfer),
            Evidence::practice(record, "legal_bases", &row.legal_bases),
        ];
        findings.push(Finding::new(&CHECK, edition.id, &row.key, message, evidence));
    }
}

/// Finds published rows of providers that keep data outside the EEA although no record with a basis
/// names them. If no records are held at all, that is one finding.
fn rows(index: &Index<'_>, edition: &EditionData<'_>, findings: &mut Vec<Finding>) {
    let with_basis = with_basis(edition);
    let keeping: Vec<(&PublishedRow<'_>, Vec<String>)> = edition
        .rows
        .iter()
        .filter(|row| received_rows(row.engagement).any(|row| row.data_subject != Stated::None))
        .filter(|row| !with_basis.contains(row.engagement.row.provider.as_str()))
        .map(|row| (row, outside(index, edition, row.engagement)))
        .filter(|(_, outside)| !outside.is_empty())
        .collect();
    if edition.records.is_empty() && keeping.len() > 1 {
        let message = format!(
            "{} of {} keep data about people outside the EEA, or may; no records with legal bases are held \
             for that time.",
            keeping.len(),
            counted(edition.rows.len(), "row")
        );
        let evidence = keeping.iter().flat_map(|(row, _)| Evidence::storage(row)).collect();
        findings.push(Finding::new(&CHECK, edition.id, edition.id, message, evidence));
        return;
    }
    for (published, outside) in keeping {
        let row = &published.engagement.row;
        let message = format!(
            "{} keeps data: {}; no record names a legal basis for it.",
            index.provider(&row.provider),
            prose(&outside)
        );
        let evidence = Evidence::storage(published);
        findings.push(Finding::new(&CHECK, edition.id, &row.key, message, evidence));
    }
}

/// The places where data is kept that are, or may be, outside the EEA of the edition's time.
fn outside(index: &Index<'_>, edition: &EditionData<'_>, engagement: &Engagement) -> Vec<String> {
    let places = engagement.standing_storage();
    let outside = places.filter(|row| edition.may_be_outside_eea(index, &row.place));
    outside.map(|row| index.names.place(&row.to_string())).collect()
}

/// The providers that a record with a legal basis names.
fn with_basis<'r>(edition: &EditionData<'r>) -> HashSet<&'r str> {
    let records = edition.records.iter().map(|record| record.practice);
    let with_basis = records.filter(|practice| !practice.row.legal_bases.items().is_empty());
    with_basis.flat_map(|p| p.recipients.iter().map(|row| row.provider.as_str())).collect()
}
