//! Changed facts in words.

use std::collections::BTreeSet;

use super::flows::FlowWords;
use super::phrases::Phrases;
use crate::diff::model::{Aspect, Changes, DisclosureChange, Fact, FactChange};
use crate::missing::{CHANGE_PAGES as WORDS, NONE, UNKNOWN};
use crate::page::prose;

impl Phrases<'_> {
    /// The changed facts, one sentence for each.
    pub(super) fn changes(&self, changes: &Changes) -> Vec<String> {
        let mut lines: Vec<String> = changes
            .facts
            .iter()
            .filter(|change| change.real())
            .map(|change| self.fact(change))
            .collect();
        for (what_happened, disclosures) in [
            (("Newly named", "before perhaps in"), &changes.disclosures_gained),
            (("No longer named", "now perhaps in"), &changes.disclosures_lost),
        ] {
            let (what_happened, covered) = what_happened;
            for FlowWords { way, what, condition } in self.flows(disclosures, covered) {
                lines.push(format!("{what_happened}: {way} {what}.{condition}"));
            }
        }
        lines.extend(
            changes
                .disclosures_changed
                .iter()
                .filter(|change| change.real())
                .map(|change| format!("Changed: {}", self.disclosure_change(change))),
        );
        lines
    }

    pub(super) fn fact(&self, change: &FactChange) -> String {
        let title = self.fact_title(change);
        let no_longer = match change.fact {
            // A restriction that the page no longer names may still apply.
            Fact::ExcludedSubjects | Fact::Safeguards => "no longer named:",
            _ => "no longer",
        };
        let say = |keys: BTreeSet<String>| self.fact_values(change.fact, &keys);
        let gained = change.after.difference(&change.before).cloned().collect::<BTreeSet<_>>();
        let lost = change.before.difference(&change.after).cloned().collect::<BTreeSet<_>>();
        match (gained.is_empty(), lost.is_empty()) {
            (false, true) if change.before.is_empty() => format!("{title}: now {}.", say(gained)),
            (false, true) => format!("{title}: now also {}.", say(gained)),
            (true, _) => format!("{title}: {no_longer} {}.", say(lost)),
            _ => format!("{title}: now {}; {no_longer} {}.", say(gained), say(lost)),
        }
    }

    pub(super) fn fact_title(&self, change: &FactChange) -> String {
        match &change.feature {
            Some(feature) => {
                format!("{} ({})", fact_name(change.fact), self.names.name("features", feature))
            }
            None => fact_name(change.fact).to_owned(),
        }
    }

    pub(super) fn fact_values(&self, fact: Fact, keys: &BTreeSet<String>) -> String {
        let table = match fact {
            Fact::Purposes => "purposes",
            Fact::Storage => return self.places(keys),
            Fact::EntityCountry | Fact::Territory => "countries",
            Fact::HostedBy => "providers",
            Fact::ExcludedSubjects => "data-subjects",
            Fact::Safeguards => "safeguards",
            Fact::Features => "features",
            Fact::FeatureSetting => "settings",
            Fact::Section => "sections",
            Fact::ServiceCategory => "service-categories",
            Fact::Optional
            | Fact::Data
            | Fact::ContractFacts
            | Fact::PolicyUrl
            | Fact::FeatureExtent => "",
        };
        self.names(table, keys)
    }

    /// A sentence about what changed of a disclosure, with what limits it now.
    pub(super) fn disclosure_change(&self, change: &DisclosureChange) -> String {
        let aspect = match change.aspect {
            Aspect::Form => "form",
            Aspect::Likelihood => "how surely",
            Aspect::Context => "use",
            Aspect::Condition => "condition",
            Aspect::DataSubject => "whose",
        };
        let before = self.aspect_values(change.aspect, &change.before);
        let after = self.aspect_values(change.aspect, &change.after);
        let what = match change.aspect {
            Aspect::DataSubject => self.flow_of_anybody(&change.flow),
            _ => self.flow(&change.flow),
        };
        let (opening, closing) = self.circumstances(&change.limits);
        // What the sentence itself tells is not told around it.
        let opening = if change.aspect == Aspect::Context { "" } else { &opening };
        let closing = if change.aspect == Aspect::Condition { "" } else { &closing };
        format!("{opening}{what}, {aspect}: {before} before, {after} now.{closing}")
    }

    /// What an edition says of one aspect of a disclosure.
    fn aspect_values(&self, aspect: Aspect, values: &BTreeSet<String>) -> String {
        let each = |words: fn(&str) -> String| {
            let words: Vec<String> = values.iter().map(|value| words(value)).collect();
            prose(&words.iter().map(String::as_str).collect::<Vec<_>>())
        };
        match aspect {
            _ if values.len() == 1 && values.contains(UNKNOWN) => WORDS.unknown.to_owned(),
            Aspect::Form if values.len() == 1 && values.contains("plain") => {
                "none named".to_owned()
            }
            Aspect::DataSubject => self.names("data-subjects", values),
            Aspect::Context if values.len() == 1 && values.contains(NONE) => {
                "none told apart".to_owned()
            }
            Aspect::Context => self.names("contexts", values),
            Aspect::Condition => each(|text| match text {
                NONE => "none".to_owned(),
                text => format!("\u{201c}{text}\u{201d}"),
            }),
            Aspect::Form => each(|form| form_words(form).to_owned()),
            Aspect::Likelihood => each(str::to_owned),
        }
    }
}

pub(super) fn fact_name(fact: Fact) -> &'static str {
    match fact {
        Fact::Purposes => "Used for",
        Fact::Data => "Data that passes",
        Fact::EntityCountry => "Country of the company",
        Fact::Storage => "Data kept",
        Fact::HostedBy => "Runs on the servers of",
        Fact::Territory => "Use limited to",
        Fact::Optional => "Users may do without it",
        Fact::ExcludedSubjects => "Groups left out, wholly or in part",
        Fact::Safeguards => "Safeguards",
        Fact::Features => "Needed by",
        Fact::FeatureSetting => "Where a feature is used",
        Fact::FeatureExtent => "How much of a feature needs it",
        Fact::ContractFacts => "Contract",
        Fact::PolicyUrl => "Link to the privacy policy",
        Fact::Section => "Section of the page",
        Fact::ServiceCategory => "Kind of service",
    }
}

fn form_words(form: &str) -> &str {
    match form {
        "plain" => "as it is",
        UNKNOWN => "form not said",
        form => form,
    }
}
