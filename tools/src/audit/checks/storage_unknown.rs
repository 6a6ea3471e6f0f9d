//! `storage-unknown`: an engagement that does not say where data is kept.

use service_providers_codegen::Storage;
use service_providers_codegen::register::Engagement;

use crate::audit::finding::{Check, Evidence, Finding};
use crate::audit::index::Index;

pub(super) static CHECK: Check = Check {
    code: "storage-unknown",
    title: "Where data is kept is not said",
    explanation: "A reader expects to learn where the data is kept, and is told nothing, or sent to \
        the provider. Where an edition says so of no provider at all, that is one finding.",
    find,
};

fn find(index: &Index<'_>, findings: &mut Vec<Finding>) {
    silent(
        &CHECK,
        index,
        "storage",
        |engagement| match engagement.row.storage {
            Storage::Unknown => Some("where data is kept is not said"),
            Storage::SeeProvider => {
                Some("the reader is sent to the provider for where data is kept")
            }
            _ => None,
        },
        findings,
    );
}

/// Engagements that leave a question open, one by one; an edition that leaves it open throughout,
/// as a whole.
pub(super) fn silent(
    check: &Check,
    index: &Index<'_>,
    column: &'static str,
    open: impl Fn(&Engagement) -> Option<&'static str>,
    findings: &mut Vec<Finding>,
) {
    for time in &index.times {
        let found: Vec<(&Engagement, &str)> =
            time.engagements.iter().filter_map(|e| Some((*e, open(e)?))).collect();
        let value = |engagement: &Engagement| match column {
            "storage" => engagement.row.storage.to_string(),
            _ => engagement.row.entity_country.to_string(),
        };
        let evidence =
            |engagement: &Engagement| Evidence::engagement(engagement, column, value(engagement));
        if found.len() == time.engagements.len() && found.len() > 1 {
            let message = format!("Not said in any of the {} rows.", found.len());
            let evidence = found.iter().map(|(engagement, _)| evidence(engagement)).collect();
            findings.push(Finding::new(check, time.id, time.id, message, evidence));
            continue;
        }
        for (engagement, what) in found {
            let message = format!("{}: {what}.", index.provider(&engagement.row.provider));
            let (key, evidence) = (&engagement.row.key, vec![evidence(engagement)]);
            findings.push(Finding::new(check, time.id, key, message, evidence));
        }
    }
}
