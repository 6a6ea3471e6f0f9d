//! What is said differently about a provider, fact by fact.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Display;

use service_providers_codegen::register::ancestors;
use service_providers_codegen::{Extent, Form, Register, Setting};

use super::model::{
    Aspect, Changes, Disclosure, DisclosureChange, Fact, FactChange, FeatureUse, Flow, Nature,
    Rewording, Wording,
};
use super::profile::Described;

type Set = BTreeSet<String>;

/// Compares what two editions say. Which groups are wider is said by the register.
pub fn changes(before: &Described, after: &Described, register: &Register) -> Changes {
    let mut changes = Changes { facts: facts(before, after), ..Changes::default() };
    disclosures(&before.profile.disclosures, &after.profile.disclosures, register, &mut changes);
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

/// How two sets of forms differ. `plain` and `unknown` name no form that the data was brought into.
fn form_difference(before: &BTreeSet<Form>, after: &BTreeSet<Form>) -> Option<(Nature, Set, Set)> {
    let named = |forms: &BTreeSet<Form>| {
        forms.iter().any(|form| !matches!(form, Form::Plain | Form::Unknown))
    };
    let (_, old, new) = difference(before, after, &BTreeSet::new())?;
    let nature = match (named(before), named(after)) {
        (false, false) => return None,
        (false, true) => Nature::NewlyStated,
        (true, false) => Nature::NoLongerStated,
        (true, true) => Nature::Changed,
    };
    Some((nature, old, new))
}

fn disclosures(
    before: &[Disclosure],
    after: &[Disclosure],
    register: &Register,
    changes: &mut Changes,
) {
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
        push(Aspect::Form, form_difference(&old.forms, &new.forms));
        push(Aspect::Likelihood, difference(&old.likelihoods, &new.likelihoods, &BTreeSet::new()));
        push(Aspect::Context, difference(&old.contexts, &new.contexts, &Set::new()));
        if old.conditions != new.conditions {
            conditions_before.extend(old.conditions);
            conditions_after.extend(new.conditions);
        }
    }
    subjects(&mut before, &mut after, Nature::NewlyStated, changes);
    subjects(&mut after, &mut before, Nature::NoLongerStated, changes);
    wider_groups(&mut before, &mut after, register, changes);
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
        if let Some((nature, before, after)) = form_difference(&before, &after) {
            let aspect = Aspect::Form;
            let change = DisclosureChange { flow, aspect, nature, before, after };
            changes.disclosures_changed.push(change);
        }
    }
}

/// Takes out the flows that both editions name, the one about a group and the other about a group
/// that is part of it.
fn wider_groups(
    before: &mut BTreeMap<Flow, Disclosure>,
    after: &mut BTreeMap<Flow, Disclosure>,
    register: &Register,
    changes: &mut Changes,
) {
    let part_of = |narrower: &Flow, wider: &Flow| {
        let subjects = &register.vocabulary.data_subjects;
        Flow { data_subject: wider.data_subject.clone(), ..narrower.clone() } == *wider
            && ancestors(subjects, &narrower.data_subject).contains(&wider.data_subject.as_str())
    };
    let related = |flow: &Flow, others: &BTreeMap<Flow, Disclosure>| -> Vec<Flow> {
        let others = others.keys();
        others.filter(|other| part_of(flow, other) || part_of(other, flow)).cloned().collect()
    };
    let groups = |flows: &[Flow]| flows.iter().map(|flow| flow.data_subject.clone()).collect();
    while let Some((flow, new)) =
        before.keys().map(|flow| (flow, related(flow, after))).find(|(_, new)| !new.is_empty())
    {
        let (flow, new) = (flow.clone(), new);
        // Several groups may have become one, or one several.
        let old = related(&new[0], before);
        let forms = |flows: &[Flow], of: &mut BTreeMap<Flow, Disclosure>| -> BTreeSet<Form> {
            flows.iter().filter_map(|flow| of.remove(flow)).flat_map(|one| one.forms).collect()
        };
        let (old_forms, new_forms) = (forms(&old, before), forms(&new, after));
        let mut push = |aspect, (nature, before, after)| {
            let flow = flow.clone();
            changes.disclosures_changed.push(DisclosureChange {
                flow,
                aspect,
                nature,
                before,
                after,
            });
        };
        push(Aspect::DataSubject, (Nature::Changed, groups(&old), groups(&new)));
        if let Some(difference) = form_difference(&old_forms, &new_forms) {
            push(Aspect::Form, difference);
        }
    }
}
