//! What is said differently about a provider, fact by fact.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Display;

use service_providers_codegen::{Extent, Form, Setting};

use super::model::{
    Aspect, Changes, Disclosure, DisclosureChange, Fact, FactChange, FeatureUse, Flow, Nature,
    Rewording, Wording,
};
use super::profile::Described;

type Set = BTreeSet<String>;

/// Compares what two editions say.
pub fn changes(before: &Described, after: &Described) -> Changes {
    let mut changes = Changes { facts: facts(before, after), ..Changes::default() };
    disclosures(&before.profile.disclosures, &after.profile.disclosures, &mut changes);
    for (field, before, after) in [
        (Wording::PublishedName, &before.words.published_names, &after.words.published_names),
        (Wording::Summary, &before.words.summaries, &after.words.summaries),
        (Wording::Note, &before.words.notes, &after.words.notes),
    ] {
        reworded(field, before.clone(), after.clone(), &mut changes);
    }
    changes
}

fn reworded(field: Wording, before: Set, after: Set, changes: &mut Changes) {
    if before != after {
        changes.reworded.push(Rewording { field, before, after });
    }
}

fn facts(before: &Described, after: &Described) -> Vec<FactChange> {
    let (old, new) = (&before.profile, &after.profile);
    let features = |of: &BTreeSet<FeatureUse>| of.iter().map(|use_| use_.feature.clone()).collect();
    let (old_features, new_features): (Set, Set) =
        (features(&old.features), features(&new.features));
    let mut facts = Vec::new();
    for (fact, old, new) in [
        (Fact::Purposes, &old.purposes, &new.purposes),
        (Fact::EntityCountry, &old.entity_countries, &new.entity_countries),
        (Fact::Storage, &old.storage, &new.storage),
        (Fact::HostedBy, &old.hosted_by, &new.hosted_by),
        (Fact::Territory, &old.territory, &new.territory),
        (Fact::Optional, &old.optional, &new.optional),
        (Fact::ExcludedSubjects, &old.excluded_subjects, &new.excluded_subjects),
        (Fact::Safeguards, &old.safeguards, &new.safeguards),
        (Fact::Features, &old_features, &new_features),
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
        facts.push(FactChange { fact, feature: None, nature, before, after });
    }
    for feature in old_features.intersection(&new_features) {
        feature_use(feature, &old.features, &new.features, &mut facts);
    }
    facts
}

/// A feature that both editions name: where it is used, and how much of it needs the provider.
fn feature_use(
    feature: &str,
    before: &BTreeSet<FeatureUse>,
    after: &BTreeSet<FeatureUse>,
    facts: &mut Vec<FactChange>,
) {
    let settings = |of: &BTreeSet<FeatureUse>| -> BTreeSet<Setting> {
        of.iter().filter(|use_| use_.feature == feature).map(|use_| use_.setting).collect()
    };
    let extents = |of: &BTreeSet<FeatureUse>| -> BTreeSet<Extent> {
        of.iter().filter(|use_| use_.feature == feature).map(|use_| use_.extent).collect()
    };
    let unstated = BTreeSet::from([Setting::Unstated]);
    let feature = || Some(feature.to_owned());
    if let Some((nature, before, after)) =
        difference(&settings(before), &settings(after), &unstated)
    {
        let fact = Fact::FeatureSetting;
        facts.push(FactChange { fact, feature: feature(), nature, before, after });
    }
    if let Some((nature, before, after)) =
        difference(&extents(before), &extents(after), &BTreeSet::new())
    {
        let fact = Fact::FeatureExtent;
        facts.push(FactChange { fact, feature: feature(), nature, before, after });
    }
}

/// How two sets differ, `silent` being what an edition says that does not say; `None` if they are
/// the same.
fn difference<T: Ord + Display>(
    before: &BTreeSet<T>,
    after: &BTreeSet<T>,
    silent: &BTreeSet<T>,
) -> Option<(Nature, Set, Set)> {
    if before == after {
        return None;
    }
    let nature = if before == silent {
        Nature::NewlyStated
    } else if after == silent {
        Nature::NoLongerStated
    } else {
        Nature::Changed
    };
    let text = |set: &BTreeSet<T>| set.iter().map(ToString::to_string).collect();
    Some((nature, text(before), text(after)))
}

fn disclosures(before: &[Disclosure], after: &[Disclosure], changes: &mut Changes) {
    let index = |of: &[Disclosure]| -> BTreeMap<Flow, Disclosure> {
        of.iter().map(|disclosure| (disclosure.flow.clone(), disclosure.clone())).collect()
    };
    let (mut before, mut after) = (index(before), index(after));
    let (mut conditions_before, mut conditions_after) = (Set::new(), Set::new());
    let shared: Vec<Flow> =
        before.keys().filter(|flow| after.contains_key(flow)).cloned().collect();
    for flow in shared {
        let (Some(old), Some(new)) = (before.remove(&flow), after.remove(&flow)) else { continue };
        let mut push = |aspect, difference: Option<(Nature, Set, Set)>| {
            if let Some((nature, before, after)) = difference {
                let flow = flow.clone();
                let change = DisclosureChange { flow, aspect, nature, before, after };
                changes.disclosures_changed.push(change);
            }
        };
        let unknown = BTreeSet::from([Form::Unknown]);
        push(Aspect::Form, difference(&old.forms, &new.forms, &unknown));
        push(Aspect::Likelihood, difference(&old.likelihoods, &new.likelihoods, &BTreeSet::new()));
        push(Aspect::Context, difference(&old.contexts, &new.contexts, &Set::new()));
        if old.conditions != new.conditions {
            conditions_before.extend(old.conditions);
            conditions_after.extend(new.conditions);
        }
    }
    subjects(&mut before, &mut after, Nature::NewlyStated, changes);
    subjects(&mut after, &mut before, Nature::NoLongerStated, changes);
    changes.disclosures_changed.sort_by(|a, b| (&a.flow, a.aspect).cmp(&(&b.flow, b.aspect)));
    changes.disclosures_gained = after.into_values().collect();
    changes.disclosures_lost = before.into_values().collect();
    if conditions_before != conditions_after {
        let (before, after) = (conditions_before, conditions_after);
        reworded(Wording::Condition, before, after, changes);
    }
}

/// Takes out the flows of which one edition does not say whose data it is while the other does.
fn subjects(
    silent: &mut BTreeMap<Flow, Disclosure>,
    telling: &mut BTreeMap<Flow, Disclosure>,
    nature: Nature,
    changes: &mut Changes,
) {
    const UNKNOWN: &str = "unknown";
    let unsaid: Vec<Flow> =
        silent.keys().filter(|flow| flow.data_subject == UNKNOWN).cloned().collect();
    for flow in unsaid {
        let same =
            |other: &Flow| Flow { data_subject: UNKNOWN.to_owned(), ..other.clone() } == flow;
        let said: Vec<Flow> = telling.keys().filter(|other| same(other)).cloned().collect();
        if said.is_empty() {
            continue;
        }
        let own_forms = silent.remove(&flow).map(|own| own.forms).unwrap_or_default();
        let (mut groups, mut forms) = (Set::new(), BTreeSet::new());
        for other in said {
            forms.extend(telling.remove(&other).into_iter().flat_map(|other| other.forms));
            groups.insert(other.data_subject);
        }
        let older_is_silent = nature == Nature::NewlyStated;
        let order = |own, other| if older_is_silent { (own, other) } else { (other, own) };
        let (before, after) = order(Set::from([UNKNOWN.to_owned()]), groups);
        changes.disclosures_changed.push(DisclosureChange {
            flow: flow.clone(),
            aspect: Aspect::DataSubject,
            nature,
            before,
            after,
        });
        let (before, after) = if older_is_silent { (own_forms, forms) } else { (forms, own_forms) };
        let unknown = BTreeSet::from([Form::Unknown]);
        if let Some((nature, before, after)) = difference(&before, &after, &unknown) {
            let aspect = Aspect::Form;
            let change = DisclosureChange { flow, aspect, nature, before, after };
            changes.disclosures_changed.push(change);
        }
    }
}
