//! An allow list: the vendors that this product may use, and what they may never get.
//!
//! The build stops when a vendor breaks a rule, and says which fact of the register breaks it.
//! That happens when the list changes here, and when a new edition of the register says something
//! new about a vendor.

use service_providers::set::ProviderSet;
use service_providers::{DataCategory, DataSubject, Disclosures, Policy, Provider};

const POLICY: Policy = Policy::new()
    .deny(
        "nobody but the text message service gets phone numbers",
        Disclosures::current().category(DataCategory::PhoneNumber).received(),
    )
    .deny(
        "nobody gets students' voice recordings",
        Disclosures::current()
            .category(DataCategory::VoiceRecording)
            .subject_possible(DataSubject::Student),
    );

const VENDORS: &[Provider] =
    POLICY.allow(&[Provider::Algolia, Provider::Datadog, Provider::Stripe]);

const ALLOWED: ProviderSet = ProviderSet::of(VENDORS);

fn main() {
    for vendor in ALLOWED {
        println!("{vendor} may be used");
    }
    // A vendor from a configuration file is checked by the same rules while the program runs.
    for key in ["algolia", "twilio", "firebase"] {
        match Provider::from_key(key).map(|vendor| (vendor, POLICY.violation(vendor))) {
            None => println!("{key}: not in the register"),
            Some((vendor, None)) => println!("{vendor}: no rule against it"),
            Some((_, Some(violation))) => println!("{violation}"),
        }
    }
}
