//! `partial-exclusion`: a group for whom a row is not used at all, beside a denial about the same group
//! that holds for a part only.

use service_providers_codegen::Asserted;
use service_providers_codegen::row::DisclosureRow;

use crate::audit::finding::{Check, Evidence, Finding};
use crate::audit::index::{Index, distinct};
use crate::page::prose;

pub(super) static CHECK: Check = Check {
    code: "partial-exclusion",
    title: "A group is excluded from everything, and a denial about it holds for a part only",
    explanation: "`excluded_subjects` is for groups for whom the whole row is not used. A denial of \
        one use, or on a condition, about the same group suggests that the source excludes it from \
        a part only, so that a reader is promised too much.",
    find,
};

fn find(index: &Index<'_>, findings: &mut Vec<Finding>) {
    for edition in &index.editions {
        for published in &edition.rows {
            let engagement = published.engagement;
            let excluded = engagement.row.excluded_subjects.items();
            let denials: Vec<&DisclosureRow> = (engagement.standing_disclosures())
                .filter(|row| row.asserted == Asserted::No)
                .filter(|row| row.is_limited())
                .filter(|row| row.data_subject.known().is_some_and(|key| excluded.contains(key)))
                .collect();
            if denials.is_empty() {
                continue;
            }
            let groups = denials.iter().filter_map(|row| row.data_subject.known());
            let groups = distinct(groups.map(|key| index.names.name("data-subjects", key)));
            let message = format!(
                "{} is said not to be used for {}, and a denial about them has a limit.",
                index.provider(&engagement.row.provider),
                prose(&groups)
            );
            let cell = &engagement.row.excluded_subjects;
            let own = Evidence::engagement(published, "excluded_subjects", cell);
            let evidence = denials.iter().map(|row| {
                let subject = &row.data_subject;
                Evidence::disclosure(published, row, "data_subject", subject)
            });
            let evidence = std::iter::once(own).chain(evidence).collect();
            let key = &engagement.row.key;
            findings.push(Finding::new(&CHECK, edition.id, key, message, evidence));
        }
    }
}
