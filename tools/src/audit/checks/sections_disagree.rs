//! `sections-disagree`: two rows of one edition that say different things about one provider.

use std::collections::BTreeSet;

use service_providers_codegen::register::{Engagement, PublishedRow};
use service_providers_codegen::row::DisclosureRow;
use service_providers_codegen::{Asserted, Stated, Storage};

use crate::audit::finding::{Check, Evidence, Finding};
use crate::audit::index::{EditionData, Index, distinct};
use crate::page::prose;

pub(super) static CHECK: Check = Check {
    code: "sections-disagree",
    title: "Two sections say different things about one provider",
    explanation: "The provider stands in two rows of one edition, and the rows differ on where the \
        company is, where data is kept or on whose servers, or one says that data passes which the \
        other says does not. Also where one row answers and the other leaves the question open.",
    find,
};

fn find(index: &Index<'_>, findings: &mut Vec<Finding>) {
    for edition in &index.editions {
        for (provider, rows) in &edition.by_provider {
            if rows.len() > 1 {
                facts(index, edition, provider, rows, findings);
                disclosures(index, edition, provider, rows, findings);
            }
        }
    }
}

/// Reads a fact from a row: the text of its cell, and whether the row leaves the fact open.
type Fact = fn(&Engagement) -> (String, bool);

fn facts(
    index: &Index<'_>,
    edition: &EditionData<'_>,
    provider: &str,
    rows: &[PublishedRow<'_>],
    findings: &mut Vec<Finding>,
) {
    let facts: [(&'static str, &str, Fact); 3] = [
        ("entity_country", "the country of the company", |e| {
            (e.row.entity_country.to_string(), e.row.entity_country == Stated::Unknown)
        }),
        ("storage", "where data is kept", |e| {
            (e.row.storage.to_string(), e.row.storage == Storage::Unknown)
        }),
        ("hosted_by", "on whose servers it runs", |e| {
            (e.row.hosted_by.to_string(), e.row.hosted_by == Stated::Unknown)
        }),
    ];
    let mut statements = Vec::new();
    let mut evidence = Vec::new();
    for (column, what, fact) in facts {
        let values: Vec<(String, bool)> = rows.iter().map(|row| fact(row.engagement)).collect();
        let table = if column == "hosted_by" { "providers" } else { "countries" };
        let name = |value: &str| {
            let names = value.split(';').map(|key| index.names.name(table, key));
            prose(&names.collect::<Vec<_>>())
        };
        let known: BTreeSet<String> =
            values.iter().filter(|(_, open)| !open).map(|(value, _)| name(value)).collect();
        let known: Vec<String> = known.into_iter().collect();
        let open = values.iter().any(|(_, open)| *open);
        if known.len() > 1 {
            statements.push(format!("they differ on {what} ({})", known.join(", ")));
        } else if known.len() == 1 && open {
            statements.push(format!("one gives {what} ({}), another leaves it open", known[0]));
        } else {
            continue;
        }
        evidence.extend(
            rows.iter()
                .zip(&values)
                .map(|(row, (value, _))| Evidence::engagement(row, column, value)),
        );
    }
    if !statements.is_empty() {
        let message = format!(
            "{} has {} rows: {}.",
            index.provider(provider),
            rows.len(),
            statements.join("; ")
        );
        findings.push(Finding::new(&CHECK, edition.id, provider, message, evidence));
    }
}

/// Finds data that one row says is disclosed and another says is not, about the same people or some of
/// them.
fn disclosures(
    index: &Index<'_>,
    edition: &EditionData<'_>,
    provider: &str,
    rows: &[PublishedRow<'_>],
    findings: &mut Vec<Finding>,
) {
    let mut evidence = Vec::new();
    let mut kinds = Vec::new();
    for denying in rows {
        let denials = denying.engagement.standing_disclosures();
        for denied in denials.filter(|row| row.asserted == Asserted::No) {
            let key = &denying.engagement.row.key;
            for other in rows.iter().filter(|other| other.engagement.row.key != *key) {
                for row in other
                    .engagement
                    .standing_disclosures()
                    .filter(|row| contradicts(index, denied, row))
                {
                    kinds.push(index.names.name("data-categories", &row.data_category));
                    for (published, row) in [(denying, denied), (other, row)] {
                        let asserted = &row.asserted;
                        evidence.push(Evidence::disclosure(published, row, "asserted", asserted));
                    }
                }
            }
        }
    }
    if !evidence.is_empty() {
        evidence.sort();
        evidence.dedup();
        let message = format!(
            "{} has {} rows: one says that data passes which another says does not ({}).",
            index.provider(provider),
            rows.len(),
            prose(&distinct(kinds))
        );
        findings.push(Finding::new(&CHECK, edition.id, provider, message, evidence));
    }
}

/// Whether a disclosure contradicts a denial: it has the same sender and recipient, the same kind of
/// data or a narrower one, and the same group or a narrower one.
fn contradicts(index: &Index<'_>, denied: &DisclosureRow, row: &DisclosureRow) -> bool {
    row.asserted == Asserted::Yes
        && (&row.sender, &row.recipient) == (&denied.sender, &denied.recipient)
        && index.wider_categories(&row.data_category).any(|kind| kind == &*denied.data_category)
        && match (row.data_subject.known(), denied.data_subject.known()) {
            (Some(subject), Some(group)) => {
                index.wider_subjects(subject).any(|wider| wider == group.as_str())
            }
            _ => row.data_subject == denied.data_subject,
        }
}
