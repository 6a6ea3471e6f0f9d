//! The names of the providers of a register.

use std::collections::BTreeMap;

use service_providers_codegen::{Register, Stated};

use super::{NameIndex, NamedProvider};

/// The names of a register's providers. Those that were a mistake have none.
pub fn of_register(register: &Register) -> NameIndex {
    let standing = register.providers.iter().filter(|row| row.withdrawn == Stated::None);
    let mut providers: BTreeMap<&str, NamedProvider<'_>> = standing
        .map(|row| {
            let names = row.names().collect();
            (row.key.as_str(), NamedProvider { key: &row.key, names, policies: Vec::new() })
        })
        .collect();
    for listing in &register.listings {
        let engagement = listing.engagement.known().and_then(|key| register.engagement(key));
        let Some(engagement) = engagement else { continue };
        if let Some(provider) = providers.get_mut(engagement.row.provider.as_str()) {
            provider.names.extend(listing.published_name.known().map(|name| &**name));
            provider.policies.extend(listing.policy_url.known().map(|url| &**url));
        }
    }
    for recipient in register.practices.iter().flat_map(|practice| &practice.recipients) {
        if let Some(provider) = providers.get_mut(recipient.provider.as_str()) {
            provider.names.push(&recipient.published_name);
        }
    }
    NameIndex::new(providers.into_values())
}
