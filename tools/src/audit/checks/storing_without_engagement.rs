//! `storing-without-engagement`: a provider that keeps data and is not listed.

use std::collections::BTreeMap;

use crate::audit::finding::{Check, Evidence, Finding};
use crate::audit::index::{Index, keeps};
use crate::audit::mentions::Mentions;

pub(super) static CHECK: Check = Check {
    code: "storing-without-engagement",
    title: "A provider keeps data and is not listed",
    explanation: "A record says that a provider stores data or backs it up, or a listed provider \
        is said to run on its servers, and the list of that time does not name it. Whoever keeps \
        the data belongs on the list.",
    find,
};

fn find(index: &Index<'_>, findings: &mut Vec<Finding>) {
    for edition in &index.editions {
        let mut keeping: BTreeMap<&str, Mentions<'_>> = BTreeMap::new();
        for record in &edition.records {
            for recipient in record.practice.recipients.iter().filter(|row| keeps(row)) {
                if !edition.lists(&recipient.provider) {
                    keeping.entry(&recipient.provider).or_default().recipient(record, recipient);
                }
            }
        }
        for published in &edition.rows {
            let engagement = published.engagement;
            if let Some(host) = engagement.row.hosted_by.known()
                && !edition.lists(host)
            {
                let evidence = Evidence::engagement(published, "hosted_by", host);
                keeping.entry(host).or_default().evidence.push(evidence);
            }
        }
        for (provider, mentions) in keeping {
            let name = index.provider(provider);
            let message =
                format!("{name} keeps data and is not listed. {}", index.successors(provider));
            findings.push(mentions.finding(&CHECK, index, edition, provider, message));
        }
    }
}
