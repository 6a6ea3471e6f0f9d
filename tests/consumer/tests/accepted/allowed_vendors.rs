#![deny(warnings)]

use service_providers::{DataCategory, DataSubject, Disclosures, EEA_AND_US, Policy, Provider};

const POLICY: Policy = Policy::new().deny(
    "no students' voice recordings outside the EEA and the US",
    Disclosures::current()
        .category(DataCategory::VoiceRecording)
        .subject_possible(DataSubject::Student)
        .stored_outside(EEA_AND_US),
);

const VENDORS: &[Provider] = POLICY.allow(&[Provider::Stripe, Provider::Algolia]);

fn main() {
    assert_eq!(VENDORS, [Provider::Stripe, Provider::Algolia]);
}
