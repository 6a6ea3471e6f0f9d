//! `child-data-without-safeguard`: children's data with a provider for which no safeguard is
//! recorded.

use service_providers_codegen::Stated;

use crate::audit::finding::{Check, Evidence, Finding};
use crate::audit::index::{EditionData, Index, distinct, received_rows};
use crate::page::prose;

pub(super) static CHECK: Check = Check {
    code: "child-data-without-safeguard",
    title: "A provider receives children's data, and no safeguard is recorded",
    explanation: "The list says that a provider receives data about children, or about users in \
        general without leaving children out, and names no safeguard or contract for it. There may \
        be one; the documents held do not say.",
    find,
};

fn speaks_of_children(index: &Index<'_>, edition: &EditionData<'_>) -> bool {
    let rows = edition.rows.iter().flat_map(|row| row.engagement.standing_disclosures());
    let records = edition.records.iter().flat_map(|record| &record.practice.subjects);
    let whose = rows.map(|row| &row.data_subject).chain(records.map(|row| &row.data_subject));
    whose.filter_map(Stated::known).any(|subject| index.is_child(subject))
}

fn find(index: &Index<'_>, findings: &mut Vec<Finding>) {
    // A list that never speaks of children is not asked whether its users are children.
    if !index.editions.iter().any(|edition| speaks_of_children(index, edition)) {
        return;
    }
    for edition in &index.editions {
        for published in &edition.rows {
            let engagement = published.engagement;
            if !engagement.row.safeguards.items().is_empty() {
                continue;
            }
            let excluded = engagement.row.excluded_subjects.items();
            let children_excluded = excluded.iter().any(|key| index.is_child(key));
            let mut direct = Vec::new();
            let mut wider = Vec::new();
            for row in received_rows(engagement) {
                let Some(subject) = row.data_subject.known() else { continue };
                if index.is_child(subject) {
                    direct.push(row);
                } else if !children_excluded && index.includes_children(subject) {
                    wider.push(row);
                }
            }
            let inferred = direct.is_empty();
            let rows = if inferred { wider } else { direct };
            if rows.is_empty() {
                continue;
            }
            let name = |table, key| index.names.name(table, key);
            let kinds =
                distinct(rows.iter().map(|row| name("data-categories", &row.data_category)));
            let groups = distinct(
                rows.iter()
                    .filter_map(|row| row.data_subject.known())
                    .map(|subject| name("data-subjects", subject)),
            );
            let message = format!(
                "{} receives {} ({}); no safeguard is recorded.",
                index.provider(&engagement.row.provider),
                prose(&kinds),
                prose(&groups)
            );
            let evidence = rows
                .iter()
                .map(|row| Evidence::disclosure(published, row, "data_subject", &row.data_subject))
                .chain([Evidence::engagement(published, "safeguards", &engagement.row.safeguards)])
                .collect();
            let finding = Finding::new(&CHECK, edition.id, &engagement.row.key, message, evidence);
            let what = "the group named includes children, who are not named";
            findings.push(finding.inferred(inferred.then(|| what.to_owned())));
        }
    }
}
