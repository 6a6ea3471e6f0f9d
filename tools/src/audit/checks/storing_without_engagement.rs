//! `storing-without-engagement`: a provider that keeps data and is not listed.

use std::collections::BTreeMap;

use crate::audit::finding::{Check, Evidence, Finding};
use crate::audit::index::{Index, keeps};
use crate::audit::naming::Naming;

pub(super) static CHECK: Check = Check {
    code: "storing-without-engagement",
    title: "A provider keeps data and is not listed",
    explanation: "A record says that a provider stores data or backs it up, or a listed provider \
        is said to run on its servers, and the list of that time does not name it. Whoever keeps \
        the data belongs on the list.",
    find,
};

fn find(index: &Index<'_>, findings: &mut Vec<Finding>) {
    for time in &index.times {
        let mut keeping: BTreeMap<&str, Naming<'_>> = BTreeMap::new();
        for practice in &time.practices {
            for recipient in practice.recipients.iter().filter(|row| keeps(row)) {
                if !time.lists(&recipient.provider) {
                    keeping.entry(&recipient.provider).or_default().recipient(practice, recipient);
                }
            }
        }
        for engagement in &time.engagements {
            if let Some(host) = engagement.row.hosted_by.known()
                && !time.lists(host)
            {
                let evidence = Evidence::engagement(engagement, "hosted_by", host);
                keeping.entry(host).or_default().evidence.push(evidence);
            }
        }
        for (provider, naming) in keeping {
            let name = index.provider(provider);
            let message =
                format!("{name} keeps data and is not listed. {}", index.successors(provider));
            findings.push(naming.finding(&CHECK, index, time, provider, message));
        }
    }
}
