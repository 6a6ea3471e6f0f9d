//! `plain-http-link`: a link to a privacy policy that is not encrypted.

use crate::audit::finding::{Check, Evidence, Finding};
use crate::audit::index::Index;

pub(super) static CHECK: Check = Check {
    code: "plain-http-link",
    title: "A link to a privacy policy is plain http",
    explanation: "Whoever follows it can be shown another page on the way. The register keeps links \
        as printed.",
    find,
};

fn find(index: &Index<'_>, findings: &mut Vec<Finding>) {
    for edition in &index.editions {
        for published in &edition.rows {
            let row = &published.engagement.row;
            if let Some(url) = published.listing.policy_url.known()
                && url.starts_with("http://")
            {
                let message = format!("{}: {url}", index.provider(&row.provider));
                let evidence = vec![Evidence::listing(published.listing, "policy_url", url)];
                findings.push(Finding::new(&CHECK, edition.id, &row.key, message, evidence));
            }
        }
    }
}
