//! Changed facts in words.

use std::collections::BTreeSet;

use super::phrases::Phrases;
use crate::diff::model::{Aspect, Changes, DisclosureChange, Fact, FactChange, Nature};
use crate::missing::{CHANGE_PAGES as WORDS, UNKNOWN};
use crate::page::prose;

impl Phrases<'_> {
    /// The changed facts, one sentence for each.
    pub(super) fn changes(&self, changes: &Changes) -> Vec<String> {
        let mut lines: Vec<String> = changes
            .facts
            .iter()
            .filter(|change| change.nature == Nature::Changed)
            .map(|change| self.fact(change))
            .collect();
        for (what_happened, disclosures) in [
            (("Newly named", "before perhaps in"), &changes.disclosures_gained),
            (("No longer named", "now perhaps in"), &changes.disclosures_lost),
        ] {
            let (what_happened, covered) = what_happened;
            for (way, what) in self.flows(disclosures, covered) {
                lines.push(format!("{what_happened}: {way} {what}."));
            }
        }
        lines.extend(
            changes
                .disclosures_changed
                .iter()
                .filter(|change| change.nature == Nature::Changed)
                .map(|change| format!("Changed: {}.", self.disclosure_change(change))),
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
            Fact::EntityCountry | Fact::Storage | Fact::Territory => "countries",
            Fact::HostedBy => "providers",
            Fact::ExcludedSubjects => "data-subjects",
            Fact::Safeguards => "safeguards",
            Fact::Features => "features",
            Fact::Section => "sections",
            Fact::ServiceCategory => "service-categories",
            Fact::Optional
            | Fact::Data
            | Fact::PolicyUrl
            | Fact::FeatureSetting
            | Fact::FeatureExtent => "",
        };
        self.names(table, keys)
    }

    pub(super) fn disclosure_change(&self, change: &DisclosureChange) -> String {
        let say = |values: &BTreeSet<String>| match change.aspect {
            _ if values.len() == 1 && values.contains(UNKNOWN) => WORDS.unknown.to_owned(),
            Aspect::Form if values.len() == 1 && values.contains("plain") => {
                "none named".to_owned()
            }
            Aspect::DataSubject => self.names("data-subjects", values),
            Aspect::Context if values.is_empty() => "no use told apart".to_owned(),
            Aspect::Context => self.names("contexts", values),
            Aspect::Form => prose(&values.iter().map(|form| form_words(form)).collect::<Vec<_>>()),
            Aspect::Likelihood => prose(&values.iter().map(String::as_str).collect::<Vec<_>>()),
        };
        let aspect = match change.aspect {
            Aspect::Form => "form",
            Aspect::Likelihood => "likelihood",
            Aspect::Context => "use",
            Aspect::DataSubject => "whose",
        };
        let (before, after) = (say(&change.before), say(&change.after));
        let what = match change.aspect {
            Aspect::DataSubject => self.flow_of_anybody(&change.flow),
            _ => self.flow(&change.flow),
        };
        format!("{what}, {aspect}: {before} before, {after} now")
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
        Fact::PolicyUrl => "Link to the privacy policy",
        Fact::Section => "Section of the page",
        Fact::ServiceCategory => "Kind of service",
    }
}

pub(super) fn form_words(form: &str) -> &str {
    match form {
        "plain" => "as it is",
        UNKNOWN => "form not said",
        form => form,
    }
}
