use service_providers::set::CountrySet;
use service_providers::{DataCategory, Disclosures, Policy, Provider};

const POLICY: Policy = Policy::new().require(
    "e-mail addresses stay in the European Economic Area",
    Disclosures::current().category(DataCategory::EmailAddress),
    Disclosures::current().stored_in(CountrySet::EEA),
);

const VENDORS: &[Provider] = POLICY.allow(&[Provider::Zendesk]);

fn main() {
    println!("{VENDORS:?}");
}
