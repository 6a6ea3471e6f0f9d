//! Runs every check, and sets aside the findings that somebody accepted.

use std::collections::HashSet;

use service_providers_codegen::Register;
use service_providers_codegen::row::AcceptedFindingRow;

use super::checks::CHECKS;
use super::finding::{Evidence, Finding};
use super::index::Index;

/// The code that reports an entry of `accepted-findings.csv` without a finding. Such an entry always
/// fails the command, so the list holds nothing that is no longer needed.
pub const ACCEPTED_FOR_NOTHING: &str = "accepted-for-nothing";

/// What an audit found.
pub struct Audit {
    /// Findings that nobody accepted, in the order of the checks, then by edition and subject.
    pub open: Vec<Finding>,
    /// Findings that somebody accepted, with the entry that accepts them.
    pub accepted: Vec<(Finding, AcceptedFindingRow)>,
    /// Entries without a finding.
    pub unused: Vec<AcceptedFindingRow>,
}

/// Audits a register.
pub fn audit(register: &Register) -> Audit {
    let index = Index::of(register);
    let mut entries: Vec<(&AcceptedFindingRow, bool)> =
        register.accepted_findings.iter().map(|row| (row, false)).collect();
    let mut audit = Audit { open: Vec::new(), accepted: Vec::new(), unused: Vec::new() };
    for check in CHECKS {
        let mut found = Vec::new();
        (check.find)(&index, &mut found);
        for finding in first_of_each(found) {
            // The rows of the table are sorted by this key.
            let key = (finding.code, finding.subject.as_str(), finding.edition.as_str());
            let entry = entries.binary_search_by(|(row, _)| {
                (row.code.as_str(), row.subject.as_str(), row.edition.as_str()).cmp(&key)
            });
            match entry {
                Ok(at) => {
                    entries[at].1 = true;
                    audit.accepted.push((finding, entries[at].0.clone()));
                }
                Err(_) => audit.open.push(finding),
            }
        }
    }
    let unused = entries.into_iter().filter(|(_, used)| !used);
    audit.unused = unused.map(|(row, _)| row.clone()).collect();
    audit
}

/// The findings in order of edition and subject. A row that belongs to several editions gives the
/// same finding in each of them; only the first is kept.
fn first_of_each(mut found: Vec<Finding>) -> Vec<Finding> {
    found.sort_by(|a, b| (&a.edition, &a.subject).cmp(&(&b.edition, &b.subject)));
    let mut seen: HashSet<(String, Vec<Evidence>)> = HashSet::new();
    found.retain(|finding| {
        // What a row says is the same, in whichever document it is published.
        let cells = finding.evidence.iter();
        let cells = cells.map(|cell| Evidence { source: String::new(), ..cell.clone() });
        seen.insert((finding.subject.clone(), cells.collect()))
    });
    found
}
