//! `undeclared-data`: a kind of data that a provider receives and no record of that time declares.

use std::collections::HashSet;

use service_providers_codegen::register::PublishedRecord;
use service_providers_codegen::{Certainty, Stated};

use crate::audit::finding::{Check, Evidence, Finding};
use crate::audit::index::{EditionData, Index, distinct, received_rows};
use crate::page::prose;

pub(super) static CHECK: Check = Check {
    code: "undeclared-data",
    title: "A provider receives a kind of data that no record of its time declares",
    explanation: "The list says that a provider receives a kind of data about people, and none of \
        the data transparency records of that time is about that kind, a wider one or a narrower \
        one. Either a record is missing, or one is wider than its words.",
    find,
};

fn find(index: &Index<'_>, findings: &mut Vec<Finding>) {
    for edition in index.editions.iter().filter(|edition| !edition.records.is_empty()) {
        let declared = Declared::of(edition, index);
        for published in &edition.rows {
            let engagement = published.engagement;
            let undeclared: Vec<_> = received_rows(engagement)
                .filter(|row| row.data_subject != Stated::None)
                .filter(|row| !declared.covers(&row.data_category, index))
                .collect();
            if undeclared.is_empty() {
                continue;
            }
            let kinds = distinct(
                undeclared
                    .iter()
                    .map(|row| index.names.name("data-categories", &row.data_category)),
            );
            let message = format!(
                "{} receives {}; no record declares it.",
                index.provider(&engagement.row.provider),
                prose(&kinds)
            );
            let evidence = undeclared
                .iter()
                .map(|row| {
                    Evidence::disclosure(published, row, "data_category", &row.data_category)
                })
                .collect();
            findings.push(
                Finding::new(&CHECK, edition.id, &engagement.row.key, message, evidence)
                    .inferred(edition.dated)
                    .inferred((declared.inferred > 0).then(|| {
                        format!(
                            "what {} of the {} records are about was itself inferred",
                            declared.inferred,
                            edition.records.len()
                        )
                    })),
            );
        }
    }
}

/// The kinds of data that the records of an edition are about.
struct Declared<'a> {
    /// The kinds that the records name.
    kinds: HashSet<&'a str>,
    /// The same kinds and every wider one. Of a wider kind, at least a part is declared.
    with_wider: HashSet<&'a str>,
    /// How many records have a kind that was inferred.
    inferred: usize,
}

impl<'a> Declared<'a> {
    fn of(edition: &'a EditionData<'_>, index: &'a Index<'_>) -> Self {
        let kinds =
            || edition.records.iter().map(|record| record.practice.row.data_category.as_str());
        let inferred =
            |record: &&PublishedRecord<'_>| record.practice.row.certainty != Certainty::Stated;
        Self {
            kinds: kinds().collect(),
            with_wider: kinds().flat_map(|kind| index.wider_categories(kind)).collect(),
            inferred: edition.records.iter().filter(inferred).count(),
        }
    }

    fn covers(&self, category: &str, index: &Index<'_>) -> bool {
        self.with_wider.contains(category)
            || index.wider_categories(category).any(|wider| self.kinds.contains(wider))
    }
}
