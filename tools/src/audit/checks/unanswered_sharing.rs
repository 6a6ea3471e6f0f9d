//! `unanswered-sharing`: a record that answers the question of sharing with a bare n/a while a
//! provider gets the data.

use service_providers_codegen::row::DisclosureRow;
use service_providers_codegen::{Certainty, Sharing, Stated};

use crate::audit::finding::{Check, Evidence, Finding};
use crate::audit::index::{Index, distinct};
use crate::page::prose;

pub(super) static CHECK: Check = Check {
    code: "unanswered-sharing",
    title: "A record answers \"shared with whom\" with n/a while providers get the data",
    explanation: "The same record says that providers keep or follow the data, or the list of that \
        time says that providers receive this kind of data. A bare n/a does not say whether the \
        publisher counts that as sharing.",
    find,
};

fn find(index: &Index<'_>, findings: &mut Vec<Finding>) {
    for edition in &index.editions {
        let received = edition.received_by_category(index);
        for record in &edition.records {
            if record.practice.row.sharing != Sharing::NotApplicable {
                continue;
            }
            let mut evidence: Vec<Evidence> = (record.practice.recipients.iter())
                .map(|recipient| Evidence::recipient(record, recipient))
                .collect();
            let named = distinct(record.practice.recipients.iter().map(|row| &*row.published_name));
            let about_people = |row: &&(_, &DisclosureRow)| row.1.data_subject != Stated::None;
            let rows =
                received.get(record.practice.row.data_category.as_str()).into_iter().flatten();
            let rows: Vec<_> = rows.filter(about_people).collect();
            evidence.extend(rows.iter().map(|(published, row)| {
                Evidence::disclosure(published, row, "data_category", &row.data_category)
            }));
            let receiving = distinct(
                rows.iter().map(|(published, _)| published.engagement.row.provider.as_str()),
            );
            let name = |keys: &[&str]| {
                prose(&keys.iter().map(|key| index.provider(key)).collect::<Vec<_>>())
            };
            let statements = match (named.is_empty(), receiving.is_empty()) {
                (true, true) => continue,
                (false, true) => format!("The record itself names {}.", prose(&named)),
                (true, false) => format!("The list has {} receive it.", name(&receiving)),
                (false, false) => format!(
                    "The record itself names {}; the list has {} receive it.",
                    prose(&named),
                    name(&receiving)
                ),
            };
            let kind = index.names.name("data-categories", &record.practice.row.data_category);
            let message = format!("{kind}: {statements}");
            let certainty = record.practice.row.certainty;
            findings.push(
                Finding::new(&CHECK, edition.id, &record.practice.row.key, message, evidence)
                    .inferred((!receiving.is_empty()).then_some(edition.dated).flatten())
                    .inferred((certainty != Certainty::Stated).then(|| {
                        format!("the kind of data of the record was itself inferred ({certainty})")
                    }))
                    .inferred(index.identified(&record.practice.recipients)),
            );
        }
    }
}
