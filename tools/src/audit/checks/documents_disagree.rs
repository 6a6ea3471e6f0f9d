//! `documents-disagree`: a data transparency record and the list of its time that say different
//! things about one provider.

use std::collections::HashSet;

use service_providers_codegen::register::PublishedRecord;
use service_providers_codegen::row::{DisclosureRow, PracticeRecipientRow, PracticeSubjectRow};
use service_providers_codegen::{Asserted, Key, Party};

use crate::audit::finding::{Check, Evidence, Finding};
use crate::audit::index::{EditionData, Index, distinct};
use crate::page::{limits, prose};

pub(super) static CHECK: Check = Check {
    code: "documents-disagree",
    title: "A record and the list say different things about a provider",
    explanation: "The record says that a provider gets a kind of data, and the list of that time \
        says that the provider does not; or the two name different countries where the provider \
        keeps it.",
    find,
};

fn find(index: &Index<'_>, findings: &mut Vec<Finding>) {
    for edition in &index.editions {
        for record in &edition.records {
            let disagreements = record.practice.recipients.iter().flat_map(|recipient| {
                let countries = countries(index, edition, record, recipient);
                countries.into_iter().chain(denied(index, edition, record, recipient))
            });
            let (mut statements, evidence): (Vec<_>, Vec<_>) =
                disagreements.map(|one| (one.statement, one.evidence)).unzip();
            if !statements.is_empty() {
                let mut seen = HashSet::new();
                statements.retain(|statement| seen.insert(statement.clone()));
                let mut evidence = evidence.concat();
                evidence.sort();
                evidence.dedup();
                let message = format!("{}.", statements.join("; "));
                let key = &record.practice.row.key;
                findings.push(
                    Finding::new(&CHECK, edition.id, key, message, evidence)
                        .inferred(edition.dated)
                        .inferred(index.identified(&record.practice.recipients)),
                );
            }
        }
    }
}

/// One way in which a record and the list disagree.
struct Disagreement {
    statement: String,
    evidence: Vec<Evidence>,
}

/// Compares the countries of the record with those of the list. They disagree if both name some and
/// have none in common.
fn countries(
    index: &Index<'_>,
    edition: &EditionData<'_>,
    record: &PublishedRecord<'_>,
    recipient: &PracticeRecipientRow,
) -> Option<Disagreement> {
    let rows = edition.by_provider.get(recipient.provider.as_str()).into_iter().flatten();
    let listed: Vec<&str> = (rows.clone().flat_map(|row| row.engagement.standing_storage()))
        .map(|row| row.place.as_str())
        .collect();
    let recorded = recipient.country.items();
    let shared = recorded.iter().any(|country| edition.may_include(index, &listed, country));
    if listed.is_empty() || recorded.is_empty() || shared {
        return None;
    }
    let names = |keys: Vec<&str>| {
        prose(&keys.into_iter().map(|key| index.names.name("places", key)).collect::<Vec<_>>())
    };
    let statement = format!(
        "{}: the record says {}, the list {}",
        index.provider(&recipient.provider),
        names(recorded.iter().map(Key::as_str).collect()),
        names(distinct(listed))
    );
    let mut evidence = vec![Evidence {
        column: "country",
        value: recipient.country.to_string(),
        ..Evidence::recipient(record, recipient)
    }];
    evidence.extend(rows.flat_map(Evidence::storage));
    Some(Disagreement { statement, evidence })
}

/// A kind of data, with the use and the condition under which it is said not to pass.
fn limited(index: &Index<'_>, row: &DisclosureRow) -> String {
    let context = row.context.known().map(|key| index.names.name("contexts", key));
    let condition = row.condition.known().map(|text| &**text);
    let kind = index.names.name("data-categories", &row.data_category);
    format!("{kind}{}", limits::in_brackets(context, condition))
}

/// Finds data that the record says the provider gets, and the list says it does not get.
fn denied(
    index: &Index<'_>,
    edition: &EditionData<'_>,
    record: &PublishedRecord<'_>,
    recipient: &PracticeRecipientRow,
) -> Vec<Disagreement> {
    let mut disagreements = Vec::new();
    let category = record.practice.row.data_category.as_str();
    for published in edition.by_provider.get(recipient.provider.as_str()).into_iter().flatten() {
        for row in published.engagement.standing_disclosures() {
            let about_all = row
                .data_subject
                .known()
                .is_none_or(|group| are_all_in(index, &record.practice.subjects, group));
            if row.asserted == Asserted::No
                && row.recipient == Party::Provider
                && about_all
                && index.wider_categories(category).any(|kind| kind == &*row.data_category)
            {
                disagreements.push(Disagreement {
                    statement: format!(
                        "{}: the list says that it does not receive {}",
                        index.provider(&recipient.provider),
                        limited(index, row)
                    ),
                    evidence: vec![
                        Evidence::recipient(record, recipient),
                        Evidence::disclosure(published, row, "asserted", row.asserted),
                    ],
                });
            }
        }
    }
    disagreements
}

/// Whether a record names the people that it is about, and all of them belong to this group.
fn are_all_in(index: &Index<'_>, people: &[PracticeSubjectRow], group: &Key) -> bool {
    let is_in = |concerned: &Key| index.wider_subjects(concerned).any(|wider| wider == &**group);
    !people.is_empty() && people.iter().all(|row| row.data_subject.known().is_some_and(is_in))
}
