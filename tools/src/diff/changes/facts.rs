//! Facts other than disclosures that two editions say differently.

use std::collections::BTreeSet;

use service_providers_codegen::Extent;

use super::difference::Difference;
use crate::diff::model::{Fact, FactChange, FeatureUse, Nature};
use crate::diff::profile::ProviderRows;

/// The facts that differ.
pub fn changes(before: &ProviderRows, after: &ProviderRows) -> Vec<FactChange> {
    let (old, new) = (&before.profile, &after.profile);
    let (old_features, new_features) = (features(&old.features), features(&new.features));
    let uses = [&old.features, &new.features];
    let mut changes = Vec::new();
    for (fact, old, new) in [
        (Fact::Purposes, &old.purposes, &new.purposes),
        (Fact::Data, &old.data, &new.data),
        (Fact::EntityCountry, &old.entity_countries, &new.entity_countries),
        (Fact::Storage, &old.storage, &new.storage),
        (Fact::HostedBy, &old.hosted_by, &new.hosted_by),
        (Fact::Territory, &old.territory, &new.territory),
        (Fact::Optional, &old.optional, &new.optional),
        (Fact::ExcludedSubjects, &old.excluded_subjects, &new.excluded_subjects),
        (Fact::Safeguards, &old.safeguards, &new.safeguards),
        (Fact::Features, &old_features, &new_features),
        (Fact::ContractFacts, &old.contract_facts, &new.contract_facts),
        (Fact::PolicyUrl, &old.policy_urls, &new.policy_urls),
        (Fact::Section, &old.sections, &new.sections),
        (Fact::ServiceCategory, &old.service_categories, &new.service_categories),
    ] {
        if old == new {
            continue;
        }
        let nature = if old.is_empty() && before.silent.contains(&fact) {
            Nature::NewlyStated
        } else if new.is_empty() && after.silent.contains(&fact) {
            Nature::NoLongerStated
        } else {
            Nature::Changed
        };
        let (before, after) = (old.clone(), new.clone());
        let uses = if fact == Fact::Features { only_one_names(&uses) } else { BTreeSet::new() };
        changes.push(FactChange { fact, feature: None, nature, before, after, uses });
    }
    for feature in old_features.intersection(&new_features) {
        add_feature_changes(feature, &old.features, &new.features, &mut changes);
    }
    changes
}

fn features(uses: &BTreeSet<FeatureUse>) -> BTreeSet<String> {
    uses.iter().map(|of| of.feature.clone()).collect()
}

/// The uses of features that one of two editions names and the other does not.
fn only_one_names(uses: &[&BTreeSet<FeatureUse>; 2]) -> BTreeSet<FeatureUse> {
    let both = &features(uses[0]) & &features(uses[1]);
    uses.iter().copied().flatten().filter(|of| !both.contains(&of.feature)).cloned().collect()
}

/// Compares what two editions say about a feature that both name: where it is used, and how much of
/// it needs the provider.
fn add_feature_changes(
    feature: &str,
    before: &BTreeSet<FeatureUse>,
    after: &BTreeSet<FeatureUse>,
    changes: &mut Vec<FactChange>,
) {
    let settings = |uses: &BTreeSet<FeatureUse>| -> BTreeSet<String> {
        let uses = uses.iter().filter(|of| of.feature == feature);
        uses.flat_map(|of| of.settings.iter().cloned()).collect()
    };
    let extents = |uses: &BTreeSet<FeatureUse>| -> BTreeSet<Extent> {
        uses.iter().filter(|of| of.feature == feature).map(|of| of.extent).collect()
    };
    let setting = Difference::of(&settings(before), &settings(after), &BTreeSet::new());
    let extent = Difference::of(&extents(before), &extents(after), &BTreeSet::new());
    for (fact, difference) in [(Fact::FeatureSetting, setting), (Fact::FeatureExtent, extent)] {
        if let Some(Difference { nature, before, after }) = difference {
            let feature = Some(feature.to_owned());
            let uses = BTreeSet::new();
            changes.push(FactChange { fact, feature, nature, before, after, uses });
        }
    }
}
