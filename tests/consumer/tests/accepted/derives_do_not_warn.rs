//! Retired providers do not warn where nobody names one: not in derives, not in lists.
#![deny(warnings)]

use service_providers::set::ProviderSet;
use service_providers::Provider;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Vendor {
    provider: Provider,
    spare: Option<Provider>,
}

fn main() {
    let vendor = Vendor { provider: Provider::Aws, spare: Provider::from_key("firebase") };
    assert!(vendor.spare.is_some_and(|spare| !spare.is_current()));
    assert!(Provider::ALL.len() > ProviderSet::CURRENT.len());
    assert!(vendor > Vendor { provider: Provider::Algolia, spare: None });
}
