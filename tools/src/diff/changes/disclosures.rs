//! Disclosures that two editions say differently.
//!
//! A disclosure that only one edition makes was gained or lost, unless the other edition makes it
//! too in other words: about people whom it does not name, or about a wider or narrower group. Such
//! disclosures are matched first.

use std::collections::{BTreeMap, BTreeSet};

use service_providers_codegen::register::ancestors;
use service_providers_codegen::{Register, Stated};

use super::difference::Difference;
use crate::diff::model::{Aspect, Changes, Disclosure, DisclosureChange, Flow, Limits, Nature};
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

/// What two editions say of a flow.
struct Pair<'a> {
    flow: &'a Flow,
    before: BTreeSet<Limits>,
    after: BTreeSet<Limits>,
}

impl Pair<'_> {
    fn add(&self, aspect: Aspect, difference: Option<Difference>, changes: &mut Changes) {
        if let Some(Difference { nature, before, after }) = difference {
            let (flow, limits) = (self.flow.clone(), self.after.clone());
            let change = DisclosureChange { flow, limits, aspect, nature, before, after };
            changes.disclosures_changed.push(change);
        }
    }

    /// Adds what the editions say differently about form, likelihood, use and condition. A condition
    /// limits what is said, so one that only one edition names is a change. Whether a page tells uses
    /// apart depends on its layout, so an edition that tells none apart is silent.
    fn add_limits(&self, changes: &mut Changes) {
        let (before, after) = (&self.before, &self.after);
        let forms =
            Difference::of_forms(&each(before, |one| one.form), &each(after, |one| one.form));
        let likelihoods = Difference::of_stated(
            &each(before, |one| one.likelihood),
            &each(after, |one| one.likelihood),
        );
        let contexts = Difference::of(
            &each(before, |one| one.context.clone()),
            &each(after, |one| one.context.clone()),
            &BTreeSet::from([Stated::None]),
        );
        let conditions = Difference::of_stated(
            &each(before, |one| one.condition.clone()),
            &each(after, |one| one.condition.clone()),
        );
        self.add(Aspect::Form, forms, changes);
        self.add(Aspect::Likelihood, likelihoods, changes);
        self.add(Aspect::Context, contexts, changes);
        self.add(Aspect::Condition, conditions, changes);
    }
}

fn each<T: Ord>(limits: &BTreeSet<Limits>, of: fn(&Limits) -> T) -> BTreeSet<T> {
    limits.iter().map(of).collect()
}

/// Takes out the flows that both editions name, and adds what they say differently about them.
fn match_same(before: &mut Flows, after: &mut Flows, changes: &mut Changes) {
    let shared: Vec<Flow> =
        before.keys().filter(|flow| after.contains_key(flow)).cloned().collect();
    for flow in shared {
        let own = std::slice::from_ref(&flow);
        let pair = Pair { flow: &flow, before: take(own, before), after: take(own, after) };
        pair.add_limits(changes);
    }
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
        let silent_limits = take(std::slice::from_ref(&flow), silent);
        let stated_limits = take(&named, stating);
        let (people, limits) = match nature {
            Nature::NewlyStated => ((unknown, groups), (silent_limits, stated_limits)),
            _ => ((groups, unknown), (stated_limits, silent_limits)),
        };
        let people = Difference { nature, before: people.0, after: people.1 };
        let pair = Pair { flow: &flow, before: limits.0, after: limits.1 };
        pair.add(Aspect::DataSubject, Some(people), changes);
        pair.add_limits(changes);
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
        let pair = Pair { flow: &flow, before: take(&old, before), after: take(&new, after) };
        pair.add(Aspect::DataSubject, Some(people), changes);
        pair.add_limits(changes);
    }
}

fn groups(flows: &[Flow]) -> BTreeSet<String> {
    flows.iter().map(|flow| flow.data_subject.clone()).collect()
}

/// Takes flows out, and returns what limits them.
fn take(flows: &[Flow], from: &mut Flows) -> BTreeSet<Limits> {
    flows.iter().filter_map(|flow| from.remove(flow)).flat_map(|one| one.limits).collect()
}
