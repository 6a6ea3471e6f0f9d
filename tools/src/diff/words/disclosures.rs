//! Disclosures that two editions say differently, in words.

use std::collections::{BTreeMap, BTreeSet};

use service_providers_codegen::{Asserted, Form, Likelihood};

use super::flows::FlowWords;
use super::phrases::Phrases;
use crate::diff::model::{Aspect, Disclosure, DisclosureChange, Flow, Limits, Nature};
use crate::missing::{NONE, UNKNOWN};
use crate::page::{limits, prose};

impl Phrases<'_> {
    /// Disclosures that only the newer edition makes or denies.
    pub(super) fn gained(&self, gained: &[Disclosure]) -> Vec<String> {
        let [named, unnamed, denied] = self.by_kind(gained, "before");
        [
            sentences("Newly named: ", named, ""),
            sentences("Newly named, also without saying whose it is: ", unnamed, ""),
            denied
                .iter()
                .map(|flow| {
                    let (denial, FlowWords { what, condition, .. }) = (flow.denial(), flow);
                    format!("The list says now {denial}: {what}.{condition}")
                })
                .collect(),
        ]
        .concat()
    }

    /// Disclosures that only the older edition makes or denies. A denial that is gone is easily heard
    /// as a disclosure, so the sentence says that it is none.
    pub(super) fn lost(&self, lost: &[Disclosure]) -> Vec<String> {
        let [named, unnamed, denied] = self.by_kind(lost, "now");
        let denied = denied.iter().map(|flow| {
            let (denial, FlowWords { what, condition, .. }) = (flow.denial(), flow);
            format!(
                "The list no longer says {denial}: {what}.{condition} That does not mean that \
                 the data passes now."
            )
        });
        [
            sentences("No longer named: ", named, STILL),
            sentences("No longer named without saying whose it is: ", unnamed, ""),
            denied.collect(),
        ]
        .concat()
    }

    /// Disclosures in three kinds: those that pass; those that pass, of people not named, while the
    /// other edition says the same of people whom it names; and those that are said not to pass.
    fn by_kind(&self, disclosures: &[Disclosure], other: &str) -> [Vec<FlowWords>; 3] {
        let (denied, passing): (Vec<_>, Vec<_>) =
            disclosures.iter().cloned().partition(|of| of.flow.asserted == Asserted::No);
        let (unnamed, named): (Vec<_>, Vec<_>) = passing
            .into_iter()
            .partition(|of| of.flow.data_subject == UNKNOWN && !of.same_of.is_empty());
        [named, unnamed, denied].map(|kind| self.flows(&kind, other))
    }

    /// A sentence for each disclosure of which something changed, with what limits it now.
    pub(super) fn disclosure_changes<'c>(
        &self,
        changes: impl Iterator<Item = &'c DisclosureChange>,
    ) -> Vec<String> {
        let mut by_flow: BTreeMap<&Flow, Vec<&DisclosureChange>> = BTreeMap::new();
        for change in changes {
            by_flow.entry(&change.flow).or_default().push(change);
        }
        by_flow.into_values().map(|changes| self.disclosure_change(&changes)).collect()
    }

    /// A sentence about what changed of one disclosure.
    pub(super) fn disclosure_change(&self, changes: &[&DisclosureChange]) -> String {
        let (flow, limits) = (&changes[0].flow, &changes[0].limits);
        // What the sentence itself tells is not told around it.
        let is_told = |aspect| changes.iter().any(|change| change.aspect == aspect);
        let (opening, closing) = self.circumstances(limits);
        let opening = if is_told(Aspect::Context) { "" } else { &opening };
        let closing = if is_told(Aspect::Condition) { "" } else { &closing };
        let subject = self.names.name("data-subjects", &flow.data_subject);
        let qualifiers = qualifiers(limits, is_told(Aspect::Form), is_told(Aspect::Likelihood));
        let brackets = match (is_told(Aspect::DataSubject), qualifiers.as_str()) {
            (true, "") => String::new(),
            (true, limits) => format!(" ({limits})"),
            (false, "") => format!(" ({subject})"),
            (false, limits) => format!(" ({subject}: {limits})"),
        };
        // Whose data it is comes first, because the rest is about these people.
        let (people, rest): (Vec<&DisclosureChange>, Vec<&DisclosureChange>) =
            changes.iter().partition(|change| change.aspect == Aspect::DataSubject);
        let differences: Vec<String> =
            people.into_iter().chain(rest).map(|change| self.difference(change)).collect();
        let lost_form = |change: &&DisclosureChange| {
            (change.aspect, change.nature) == (Aspect::Form, Nature::NoLongerStated)
        };
        let remark = match changes.iter().any(lost_form) {
            true => " That does not mean that the form is another now.",
            false => "",
        };
        let (flow, differences) = (self.flow_of_anybody(flow), differences.join("; "));
        format!("{opening}{flow}{brackets}: {differences}.{closing}{remark}")
    }

    /// What the editions say of one aspect of a disclosure.
    fn difference(&self, change: &DisclosureChange) -> String {
        let (before, after) = (&change.before, &change.after);
        let say = |values: &BTreeSet<String>| self.aspect_values(change.aspect, values);
        if before.is_subset(after) {
            return format!("now also {}", say(&(after - before)));
        }
        if after.is_subset(before) {
            return format!("no longer {}", say(&(before - after)));
        }
        format!("{} before, {} now", say(before), say(after))
    }

    fn aspect_values(&self, aspect: Aspect, values: &BTreeSet<String>) -> String {
        let words: Vec<String> =
            values.iter().map(|value| self.aspect_value(aspect, value)).collect();
        prose(&words.iter().map(String::as_str).collect::<Vec<_>>())
    }

    fn aspect_value(&self, aspect: Aspect, value: &str) -> String {
        match (aspect, value) {
            (Aspect::Form, "plain") => "without a form named".to_owned(),
            (Aspect::Form, UNKNOWN) => "in a form that is not stated".to_owned(),
            (Aspect::Likelihood, "stated") => "said outright".to_owned(),
            (Aspect::Likelihood, "optional") => "if the user chooses".to_owned(),
            (Aspect::Likelihood, "incidental") => "may be included".to_owned(),
            (Aspect::Context, NONE) => "not tied to one use".to_owned(),
            (Aspect::Context, key) => format!("for {}", self.names.name("contexts", key)),
            (Aspect::Condition, NONE) => "with no limit named".to_owned(),
            (Aspect::Condition, text) => {
                format!("with the limit \u{201c}{}\u{201d}", text.trim_end_matches('.'))
            }
            (Aspect::DataSubject, UNKNOWN) => "of people not named".to_owned(),
            (Aspect::DataSubject, NONE) => "about no person".to_owned(),
            (Aspect::DataSubject, key) => format!("of {}", self.names.name("data-subjects", key)),
            (Aspect::Form | Aspect::Likelihood, value) => value.to_owned(),
        }
    }
}

/// What does not follow from data that is not named any more.
const STILL: &str = " That does not mean that the data no longer passes.";

fn sentences(opening: &str, flows: Vec<FlowWords>, remark: &str) -> Vec<String> {
    let sentence = |flow: FlowWords| {
        let (way, FlowWords { what, condition, .. }) = (flow.way(), flow);
        format!("{opening}{way} {what}.{condition}{remark}")
    };
    flows.into_iter().map(sentence).collect()
}

/// What stands in brackets, but for the form or the likelihood if the sentence tells it. What is also
/// said without a limit has none.
fn qualifiers(said: &BTreeSet<Limits>, form_is_told: bool, likelihood_is_told: bool) -> String {
    let words = said.iter().map(|one| {
        let form = if form_is_told { Form::Plain } else { one.form };
        let likelihood = if likelihood_is_told { Likelihood::Stated } else { one.likelihood };
        limits::qualifiers(form, likelihood, one.example).join(", ")
    });
    let words: BTreeSet<String> = words.collect();
    if words.contains("") {
        return String::new();
    }
    words.into_iter().collect::<Vec<_>>().join("; or ")
}
