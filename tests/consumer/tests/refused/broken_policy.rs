use service_providers::{DataCategory, DataSubject, Disclosures, Policy, Provider};

const POLICY: Policy = Policy::new().deny(
    "nobody gets teachers' birth dates",
    Disclosures::current().category(DataCategory::BirthDate).subject(DataSubject::Teacher),
);

const VENDORS: &[Provider] = POLICY.allow(&[Provider::Algolia, Provider::Twilio]);

fn main() {
    println!("{VENDORS:?}");
}
