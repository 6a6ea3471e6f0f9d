//! Disclosures that two editions say differently.
//!
//! A disclosure that only one edition makes was gained or lost, unless the other edition makes it
//! too in other words: about people whom it does not name, or about a wider or narrower group. Such
//! disclosures are matched first.

use std::collections::{BTreeMap, BTreeSet};

use service_providers_codegen::register::ancestors;
use service_providers_codegen::{Form, Register};

use super::add_rewording;
use super::difference::Difference;
use crate::diff::model::{Aspect, Changes, Disclosure, DisclosureChange, Flow, Nature, Wording};
use crate::missing::UNKNOWN;

type Flows = BTreeMap<Flow, Disclosure>;

/// Adds the disclosures that differ to the changes.
pub fn add_changes(
    before: &[Disclosure],
    after: &[Disclosure],
    register: &Register,
    changes: &mut Changes,
) {
    let by_flow = |disclosures: &[Disclosure]| -> Flows {
        disclosures.iter().map(|one| (one.flow.clone(), one.clone())).collect()
    };
    let (mut before, mut after) = (by_flow(before), by_flow(after));
    match_same(&mut before, &mut after, changes);
    match_unnamed_people(&mut before, &mut after, Nature::NewlyStated, changes);
    match_unnamed_people(&mut after, &mut before, Nature::NoLongerStated, changes);
    match_wider_groups(&mut before, &mut after, register, changes);
    changes.disclosures_changed.sort_by(|a, b| (&a.flow, a.aspect).cmp(&(&b.flow, b.aspect)));
    changes.disclosures_gained = after.into_values().collect();
    changes.disclosures_lost = before.into_values().collect();
}

fn add(changes: &mut Changes, flow: &Flow, aspect: Aspect, difference: Option<Difference>) {
    if let Some(Difference { nature, before, after }) = difference {
        let flow = flow.clone();
        let change = DisclosureChange { flow, aspect, nature, before, after };
        changes.disclosures_changed.push(change);
    }
}

/// Takes out the flows that both editions name, and adds what they say differently about them.
fn match_same(before: &mut Flows, after: &mut Flows, changes: &mut Changes) {
    let (mut conditions_before, mut conditions_after) = (BTreeSet::new(), BTreeSet::new());
    let shared: Vec<Flow> =
        before.keys().filter(|flow| after.contains_key(flow)).cloned().collect();
    for flow in shared {
        let (Some(old), Some(new)) = (before.remove(&flow), after.remove(&flow)) else { continue };
        let none = BTreeSet::new();
        let likelihood = Difference::of(&old.likelihoods, &new.likelihoods, &BTreeSet::new());
        let context = Difference::of(&old.contexts, &new.contexts, &none);
        add(changes, &flow, Aspect::Form, Difference::of_forms(&old.forms, &new.forms));
        add(changes, &flow, Aspect::Likelihood, likelihood);
        add(changes, &flow, Aspect::Context, context);
        if old.conditions != new.conditions {
            conditions_before.extend(old.conditions);
            conditions_after.extend(new.conditions);
        }
    }
    add_rewording(Wording::Condition, conditions_before, conditions_after, changes);
}

/// Takes out the flows for which one edition does not say whose data it is while the other does.
fn match_unnamed_people(
    silent: &mut Flows,
    stating: &mut Flows,
    nature: Nature,
    changes: &mut Changes,
) {
    let unnamed: Vec<Flow> =
        silent.keys().filter(|flow| flow.data_subject == UNKNOWN).cloned().collect();
    for flow in unnamed {
        let same =
            |other: &Flow| Flow { data_subject: UNKNOWN.to_owned(), ..other.clone() } == flow;
        let named: Vec<Flow> = stating.keys().filter(|other| same(other)).cloned().collect();
        if named.is_empty() {
            continue;
        }
        let unknown = BTreeSet::from([UNKNOWN.to_owned()]);
        let groups = groups(&named);
        let silent_forms = take_forms(std::slice::from_ref(&flow), silent);
        let stated_forms = take_forms(&named, stating);
        let (people, forms) = match nature {
            Nature::NewlyStated => ((unknown, groups), (silent_forms, stated_forms)),
            _ => ((groups, unknown), (stated_forms, silent_forms)),
        };
        let people = Difference { nature, before: people.0, after: people.1 };
        add(changes, &flow, Aspect::DataSubject, Some(people));
        add(changes, &flow, Aspect::Form, Difference::of_forms(&forms.0, &forms.1));
    }
}

/// Takes out the flows that one edition names for a group and the other for a part of that group.
fn match_wider_groups(
    before: &mut Flows,
    after: &mut Flows,
    register: &Register,
    changes: &mut Changes,
) {
    let is_part = |narrower: &Flow, wider: &Flow| {
        let subjects = &register.vocabulary.data_subjects;
        Flow { data_subject: wider.data_subject.clone(), ..narrower.clone() } == *wider
            && ancestors(subjects, &narrower.data_subject).contains(&wider.data_subject.as_str())
    };
    let related = |flow: &Flow, others: &Flows| -> Vec<Flow> {
        let related = |other: &&Flow| is_part(flow, other) || is_part(other, flow);
        others.keys().filter(related).cloned().collect()
    };
    while let Some((flow, new)) = (before.keys())
        .map(|flow| (flow.clone(), related(flow, after)))
        .find(|(_, new)| !new.is_empty())
    {
        // Several groups may have become one, or one several.
        let old = related(&new[0], before);
        let people =
            Difference { nature: Nature::Changed, before: groups(&old), after: groups(&new) };
        let forms = Difference::of_forms(&take_forms(&old, before), &take_forms(&new, after));
        add(changes, &flow, Aspect::DataSubject, Some(people));
        add(changes, &flow, Aspect::Form, forms);
    }
}

fn groups(flows: &[Flow]) -> BTreeSet<String> {
    flows.iter().map(|flow| flow.data_subject.clone()).collect()
}

/// Takes flows out, and returns the forms in which they are disclosed.
fn take_forms(flows: &[Flow], from: &mut Flows) -> BTreeSet<Form> {
    flows.iter().filter_map(|flow| from.remove(flow)).flat_map(|one| one.forms).collect()
}
