//! The values of a fact.

use std::collections::BTreeSet;

use crate::diff::model::{Fact, Profile};

/// What an edition says about one fact.
pub(super) fn values(profile: &Profile, fact: Fact) -> BTreeSet<String> {
    match fact {
        Fact::Purposes => profile.purposes.clone(),
        Fact::Data => profile.data.clone(),
        Fact::EntityCountry => profile.entity_countries.clone(),
        Fact::Storage => profile.storage.clone(),
        Fact::HostedBy => profile.hosted_by.clone(),
        Fact::Territory => profile.territory.clone(),
        Fact::Optional => profile.optional.clone(),
        Fact::ExcludedSubjects => profile.excluded_subjects.clone(),
        Fact::Safeguards => profile.safeguards.clone(),
        Fact::Features | Fact::FeatureSetting | Fact::FeatureExtent => {
            profile.features.iter().map(|of| of.feature.clone()).collect()
        }
        Fact::ContractFacts => profile.contract_facts.clone(),
        Fact::PolicyUrl => profile.policy_urls.clone(),
        Fact::Section => profile.sections.clone(),
        Fact::ServiceCategory => profile.service_categories.clone(),
    }
}
