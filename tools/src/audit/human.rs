//! Findings for people at a terminal, with the rows that show them.

use std::fmt::Write as _;

use service_providers_codegen::Places;

use super::finding::Finding;
use super::run::{ACCEPTED_FOR_NOTHING, Audit};
use crate::page::counted;

/// At most how many rows of a finding are shown.
const SHOWN: usize = 3;

/// The findings as text.
pub fn text(audit: &Audit, places: &Places<'_>) -> String {
    let mut text = String::new();
    for finding in &audit.open {
        let _ = writeln!(
            text,
            "{} [{}, {}]: {}",
            finding.code, finding.subject, finding.edition, finding.message
        );
        for inference in &finding.inferences {
            let _ = writeln!(text, "  An inference: {inference}.");
        }
        evidence(&mut text, finding, places);
    }
    for row in &audit.unused {
        let key = [row.code.to_string(), row.subject.to_string(), row.edition.clone()];
        let _ = writeln!(
            text,
            "{ACCEPTED_FOR_NOTHING} [{}, {}]: no finding `{}` to accept; take the row out",
            row.subject, row.edition, row.code
        );
        if let Some(place) = places.cell("accepted-findings", &key, "code") {
            let _ = writeln!(text, "  {place}");
        }
    }
    let _ = writeln!(
        text,
        "{}, {} accepted, {} accepted for nothing",
        counted(audit.open.len(), "finding"),
        audit.accepted.len(),
        audit.unused.len()
    );
    text
}

fn evidence(text: &mut String, finding: &Finding, places: &Places<'_>) {
    for row in finding.evidence.iter().take(SHOWN) {
        let place = places
            .cell(row.table, &row.key, row.column)
            .map_or_else(|| row.table.to_owned(), |place| place.to_string());
        let _ = write!(text, "  {place}: {} {} {}", row.key.join(" "), row.column, row.value);
        let _ = match row.source.as_str() {
            "" => writeln!(text),
            source => writeln!(text, " ({source})"),
        };
    }
    if finding.evidence.len() > SHOWN {
        let more = counted(finding.evidence.len() - SHOWN, "more row");
        let _ = writeln!(text, "  and {more}");
    }
}
