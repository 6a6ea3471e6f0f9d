//! The values of a fact.

use std::collections::BTreeSet;

use crate::diff::model::{Fact, FactChange, Profile};

/// What an edition says about a fact that changed.
pub(super) fn values(profile: &Profile, change: &FactChange) -> BTreeSet<String> {
    let feature =
        profile.features.iter().filter(|of| Some(of.feature.as_str()) == change.feature.as_deref());
    match change.fact {
        Fact::Purposes => profile.purposes.clone(),
        Fact::Data => profile.data.clone(),
        Fact::EntityCountry => profile.entity_countries.clone(),
        Fact::Storage => profile.storage.clone(),
        Fact::HostedBy => profile.hosted_by.clone(),
        Fact::Territory => profile.territory.clone(),
        Fact::Optional => profile.optional.clone(),
        Fact::ExcludedSubjects => profile.excluded_subjects.clone(),
        Fact::Safeguards => profile.safeguards.clone(),
        Fact::Features => profile.features.iter().map(|of| of.feature.clone()).collect(),
        Fact::FeatureSetting => feature.flat_map(|of| of.settings.iter().cloned()).collect(),
        Fact::FeatureExtent => feature.map(|of| of.extent.to_string()).collect(),
        Fact::ContractFacts => profile.contract_facts.clone(),
        Fact::PolicyUrl => profile.policy_urls.clone(),
        Fact::Section => profile.sections.clone(),
        Fact::ServiceCategory => profile.service_categories.clone(),
    }
}
