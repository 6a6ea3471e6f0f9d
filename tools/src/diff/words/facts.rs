//! Changed facts in words.

use std::collections::BTreeSet;

use super::phrases::Phrases;
use crate::diff::model::{Changes, Fact, FactChange};
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
        lines.extend(self.gained(&changes.disclosures_gained));
        lines.extend(self.lost(&changes.disclosures_lost));
        let changed = changes.disclosures_changed.iter().filter(|change| change.real());
        let changed = self.disclosure_changes(changed).into_iter();
        lines.extend(changed.map(|line| format!("Changed: {line}")));
        lines
    }

    pub(super) fn fact(&self, change: &FactChange) -> String {
        let (gained, lost) = (&change.after - &change.before, &change.before - &change.after);
        let say =
            |keys: &BTreeSet<String>| (!keys.is_empty()).then(|| self.values_of(change, keys));
        let (gained, lost) = (say(&gained), say(&lost));
        let also = if lost.is_none() && !change.before.is_empty() { "also " } else { "" };
        if let Some(protection) = protection(change.fact) {
            let gained = gained.map(|values| protection.gained(also, &values));
            let lost = lost.map(|values| protection.lost(&values));
            return gained.into_iter().chain(lost).collect::<Vec<_>>().join(" ");
        }
        let remark = if lost.is_some() { no_longer_means(change.fact) } else { "" };
        let gained = gained.map(|values| format!("now {also}{values}"));
        let lost = lost.map(|values| format!("{} {values}", no_longer(change.fact)));
        let said = gained.into_iter().chain(lost).collect::<Vec<_>>().join("; ");
        format!("{}: {said}.{remark}", self.fact_title(change))
    }

    pub(super) fn fact_title(&self, change: &FactChange) -> String {
        match &change.feature {
            Some(feature) => {
                format!("{} ({})", fact_name(change.fact), self.names.name("features", feature))
            }
            None => fact_name(change.fact).to_owned(),
        }
    }

    /// Values of a fact that changed. Where a feature is used is told with it.
    pub(super) fn values_of(&self, change: &FactChange, keys: &BTreeSet<String>) -> String {
        if change.uses.is_empty() {
            return self.fact_values(change.fact, keys);
        }
        let uses = change.uses.iter().filter(|of| keys.contains(&of.feature));
        let uses: Vec<String> = uses.map(|of| self.feature(of)).collect();
        prose(&uses.iter().map(String::as_str).collect::<Vec<_>>())
    }

    pub(super) fn fact_values(&self, fact: Fact, keys: &BTreeSet<String>) -> String {
        let said =
            |words: fn(&str) -> &str| prose(&keys.iter().map(|key| words(key)).collect::<Vec<_>>());
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
            Fact::Data => return said(data_words),
            Fact::FeatureExtent => return said(extent_words),
            Fact::Optional | Fact::ContractFacts | Fact::PolicyUrl => "",
        };
        self.names(table, keys)
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
        Fact::ExcludedSubjects => "Said not to be used for",
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

fn data_words(status: &str) -> &str {
    match status {
        "listed" => "named in the list",
        "none" => "none, as the list says",
        status => status,
    }
}

fn extent_words(extent: &str) -> &str {
    match extent {
        "all" => "all of its kind",
        "example" => "named as an example",
        "specific" => "exactly this one",
        extent => extent,
    }
}

/// The words before what only the older edition states. A use that is not named any more may go on.
fn no_longer(fact: Fact) -> &'static str {
    match fact {
        Fact::Purposes | Fact::Features | Fact::ContractFacts => "no longer named:",
        _ => "no longer",
    }
}

/// What does not follow from a use that is not named any more.
fn no_longer_means(fact: Fact) -> &'static str {
    match fact {
        Fact::Purposes => " That does not mean that it is no longer used for that.",
        Fact::Features => " That does not mean that it is no longer needed there.",
        Fact::ContractFacts => " That does not mean that it no longer holds.",
        _ => "",
    }
}

/// How to tell that a protection is named now, or not any more. It may be older than the list that
/// names it, and it may outlast the list that does not. Nobody should hear that it is new or gone.
struct Protection {
    opening: &'static str,
    /// Whether the values stand behind the opening.
    has_values: bool,
    remark: &'static str,
}

impl Protection {
    fn gained(&self, also: &str, values: &str) -> String {
        format!("The list now {also}{}{}.", self.opening, self.values(values))
    }

    fn lost(&self, values: &str) -> String {
        let (opening, values, remark) = (self.opening, self.values(values), self.remark);
        format!("The list no longer {opening}{values}. That does not mean that {remark}.")
    }

    fn values(&self, values: &str) -> String {
        if self.has_values { format!(": {values}") } else { String::new() }
    }
}

fn protection(fact: Fact) -> Option<Protection> {
    let (opening, has_values, remark) = match fact {
        Fact::Safeguards => ("names as a safeguard", true, "the safeguard is gone"),
        Fact::ExcludedSubjects => ("says that it is not used for", true, "it is used for them now"),
        Fact::Territory => ("says that its use is limited to", true, "the use is wider now"),
        Fact::Optional => ("says that users may do without it", false, "users must use it now"),
        _ => return None,
    };
    Some(Protection { opening, has_values, remark })
}
