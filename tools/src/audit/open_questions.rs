//! Questions that readers ask of every row, and that some rows leave open.

use service_providers_codegen::register::{Engagement, PublishedRow};

use super::finding::{Check, Evidence, Finding};
use super::index::Index;

/// A question, and the column that should answer it.
pub struct Question {
    /// The column.
    pub column: &'static str,
    /// Its cell in a row.
    pub cell: fn(&Engagement) -> String,
    /// What a row leaves open, in words; `None` if the row answers the question.
    pub open: fn(&Engagement) -> Option<&'static str>,
}

/// Finds the rows that leave a question open. If every row of an edition does, that is one finding.
pub fn find_open(
    check: &Check,
    question: &Question,
    index: &Index<'_>,
    findings: &mut Vec<Finding>,
) {
    let evidence = |row: &PublishedRow<'_>| {
        Evidence::engagement(row, question.column, (question.cell)(row.engagement))
    };
    for edition in &index.editions {
        let found: Vec<(&PublishedRow<'_>, &str)> = (edition.rows.iter())
            .filter_map(|row| Some((row, (question.open)(row.engagement)?)))
            .collect();
        if found.len() == edition.rows.len() && found.len() > 1 {
            let message = format!("Not said in any of the {} rows.", found.len());
            let evidence = found.iter().map(|(row, _)| evidence(row)).collect();
            findings.push(Finding::new(check, edition.id, edition.id, message, evidence));
            continue;
        }
        for (published, open) in found {
            let row = &published.engagement.row;
            let message = format!("{}: {open}.", index.provider(&row.provider));
            let (key, evidence) = (&row.key, vec![evidence(published)]);
            findings.push(Finding::new(check, edition.id, key, message, evidence));
        }
    }
}
