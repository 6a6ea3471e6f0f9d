//! Questions that readers ask of every row, and that some rows leave open.

use service_providers_codegen::register::Engagement;

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
    let evidence = |engagement: &Engagement| {
        Evidence::engagement(engagement, question.column, (question.cell)(engagement))
    };
    for edition in &index.editions {
        let found: Vec<(&Engagement, &str)> =
            edition.engagements.iter().filter_map(|e| Some((*e, (question.open)(e)?))).collect();
        if found.len() == edition.engagements.len() && found.len() > 1 {
            let message = format!("Not said in any of the {} rows.", found.len());
            let evidence = found.iter().map(|(engagement, _)| evidence(engagement)).collect();
            findings.push(Finding::new(check, edition.id, edition.id, message, evidence));
            continue;
        }
        for (engagement, open) in found {
            let message = format!("{}: {open}.", index.provider(&engagement.row.provider));
            let (key, evidence) = (&engagement.row.key, vec![evidence(engagement)]);
            findings.push(Finding::new(check, edition.id, key, message, evidence));
        }
    }
}
