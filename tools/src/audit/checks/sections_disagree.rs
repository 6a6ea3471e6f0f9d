//! `sections-disagree`: two rows of one edition that say different things about one provider.

use std::collections::BTreeSet;

use service_providers_codegen::register::{Engagement, PublishedRow};
use service_providers_codegen::row::DisclosureRow;
use service_providers_codegen::{Asserted, Stated, StorageStatus};

use crate::audit::finding::{Check, Evidence, Finding};
use crate::audit::index::{EditionData, Index, distinct};
use crate::page::prose;

pub(super) static CHECK: Check = Check {
    code: "sections-disagree",
    title: "Two rows say different things about one provider",
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

/// A fact about which rows may disagree.
struct Fact {
    /// What it is, in words.
    what: &'static str,
    /// What a row says, in words; `None` if the row leaves it open.
    said: fn(&Index<'_>, &Engagement) -> Option<String>,
    /// The cells in which it stands.
    evidence: fn(&PublishedRow<'_>) -> Vec<Evidence>,
}

const FACTS: [Fact; 3] = [
    Fact {
        what: "the country of the company",
        said: |index, engagement| {
            let country = engagement.row.entity_country.known()?;
            Some(index.names.name("countries", country).to_owned())
        },
        evidence: |row| {
            let country = &row.engagement.row.entity_country;
            vec![Evidence::engagement(row, "entity_country", country)]
        },
    },
    Fact { what: "where data is kept", said: storage, evidence: Evidence::storage },
    Fact {
        what: "on whose servers it runs",
        said: |index, engagement| {
            Some(index.provider(engagement.row.hosted_by.known()?).to_owned())
        },
        evidence: |row| vec![Evidence::engagement(row, "hosted_by", &row.engagement.row.hosted_by)],
    },
];

/// Where data is kept, in words.
fn storage(index: &Index<'_>, engagement: &Engagement) -> Option<String> {
    let places: Vec<String> = match engagement.row.storage {
        StorageStatus::Unknown => return None,
        StorageStatus::Listed => {
            let rows = engagement.standing_storage();
            rows.map(|row| index.names.place(&row.to_string())).collect()
        }
        word => vec![index.names.place(&word.to_string())],
    };
    Some(prose(&places))
}

fn facts(
    index: &Index<'_>,
    edition: &EditionData<'_>,
    provider: &str,
    rows: &[PublishedRow<'_>],
    findings: &mut Vec<Finding>,
) {
    let mut statements = Vec::new();
    let mut evidence = Vec::new();
    for Fact { what, said, evidence: cells } in &FACTS {
        let values: Vec<Option<String>> =
            rows.iter().map(|row| said(index, row.engagement)).collect();
        let known: BTreeSet<&str> = values.iter().flatten().map(String::as_str).collect();
        let known: Vec<&str> = known.into_iter().collect();
        let open = values.iter().any(Option::is_none);
        if known.len() > 1 {
            statements.push(format!("they differ on {what} ({})", known.join(", ")));
        } else if known.len() == 1 && open {
            statements.push(format!("one gives {what} ({}), another leaves it open", known[0]));
        } else {
            continue;
        }
        evidence.extend(rows.iter().flat_map(cells));
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
/// data or a narrower one, and the same group or a narrower one, and what limits the denial limits it
/// as well.
fn contradicts(index: &Index<'_>, denied: &DisclosureRow, row: &DisclosureRow) -> bool {
    row.asserted == Asserted::Yes
        && (denied.context == Stated::None || denied.context == row.context)
        && (denied.condition == Stated::None || denied.condition == row.condition)
        && (&row.sender, &row.recipient) == (&denied.sender, &denied.recipient)
        && index.wider_categories(&row.data_category).any(|kind| kind == &*denied.data_category)
        && match (row.data_subject.known(), denied.data_subject.known()) {
            (Some(subject), Some(group)) => {
                index.wider_subjects(subject).any(|wider| wider == group.as_str())
            }
            _ => row.data_subject == denied.data_subject,
        }
}
