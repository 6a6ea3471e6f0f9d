//! What an edition says of a provider, in words.

use std::collections::{BTreeMap, BTreeSet};

use service_providers_codegen::Extent;

use super::phrases::Phrases;
use crate::diff::model::{Diff, Fact, FeatureUse, Profile};
use crate::missing::{NONE, UNKNOWN};
use crate::page::{lower, prose};

impl Phrases<'_> {
    /// A sentence for each fact. An empty fact has none.
    pub(super) fn facts(&self, profile: &Profile) -> Vec<String> {
        let summaries = profile.summaries.iter().map(|text| format!("What it does: {text}"));
        let mut lines = Vec::from_iter(paragraph(summaries.map(Some).chain([
            self.named(Fact::Purposes, "purposes", &profile.purposes),
            (!profile.optional.is_empty()).then(|| "Users may do without it.".to_owned()),
        ])));
        lines.extend(profile.data.iter().filter_map(|status| data_words(status)));
        lines.extend(self.flows(&profile.disclosures));
        lines.extend(self.named(Fact::Territory, "countries", &profile.territory));
        let safeguards = profile.safeguards.iter().map(|key| self.names.name("safeguards", key));
        lines.extend(sentence_with(Fact::Safeguards, &safeguards.collect::<Vec<_>>().join("; ")));
        let excluded = &profile.excluded_subjects;
        lines.extend(self.named(Fact::ExcludedSubjects, "data-subjects", excluded));
        lines.extend(sentence(Fact::ContractFacts, profile.contract_facts.iter().cloned()));
        lines.extend(paragraph([
            self.named(Fact::EntityCountry, "countries", &profile.entity_countries),
            sentence(Fact::Storage, profile.storage.iter().map(|place| self.names.place(place))),
            self.named(Fact::HostedBy, "providers", &profile.hosted_by),
            sentence_with(Fact::Features, &self.features(&profile.features).join("; ")),
            self.named(Fact::Section, "sections", &profile.sections),
            self.named(Fact::ServiceCategory, "service-categories", &profile.service_categories),
        ]));
        lines.extend(profile.notes.iter().map(|note| format!("Remark of the register: {note}")));
        lines
    }

    fn named(&self, fact: Fact, table: &str, keys: &BTreeSet<String>) -> Option<String> {
        sentence(fact, keys.iter().map(|key| self.names.name(table, key).to_owned()))
    }

    /// Features that need a provider. Those of which as much needs it, in the same places, stand
    /// together.
    fn features(&self, uses: &BTreeSet<FeatureUse>) -> Vec<String> {
        let mut by_limits: BTreeMap<(Extent, &BTreeSet<String>), Vec<&str>> = BTreeMap::new();
        for of in uses {
            let features = by_limits.entry((of.extent, &of.settings)).or_default();
            features.push(self.names.name("features", &of.feature));
        }
        let words = |((extent, settings), features): ((Extent, &BTreeSet<String>), Vec<&str>)| {
            let settings: Vec<String> =
                settings.iter().map(|key| lower(self.names.name("settings", key))).collect();
            let settings = prose(&settings);
            let extent = match extent {
                Extent::All => "all",
                Extent::Example => "named as an example",
                Extent::Specific => "",
            };
            let limits = [extent, &settings].into_iter().filter(|words| !words.is_empty());
            let limits = limits.collect::<Vec<_>>().join(", ");
            let each = if features.len() > 1 { "each " } else { "" };
            let features = features.join(", ");
            if limits.is_empty() { features } else { format!("{features} ({each}{limits})") }
        };
        by_limits.into_iter().map(words).collect()
    }
}

/// A fact and its values; nothing if it has none.
fn sentence(fact: Fact, values: impl IntoIterator<Item = String>) -> Option<String> {
    let values: Vec<String> = values.into_iter().collect();
    sentence_with(fact, &prose(&values))
}

/// A fact in these words; nothing if they are none.
fn sentence_with(fact: Fact, words: &str) -> Option<String> {
    (!words.is_empty()).then(|| format!("{}: {words}.", fact_name(fact)))
}

/// Short sentences in one line.
fn paragraph(sentences: impl IntoIterator<Item = Option<String>>) -> Option<String> {
    let sentences: Vec<String> = sentences.into_iter().flatten().collect();
    (!sentences.is_empty()).then(|| sentences.join(" "))
}

/// That a list names no data does not mean that none passes.
pub(super) fn data_words(status: &str) -> Option<String> {
    let words = match status {
        UNKNOWN => "The list does not say which data passes.",
        NONE => "The list says that no personal data passes.",
        _ => return None,
    };
    Some(words.to_owned())
}

/// What cannot be compared, because the register holds it of nobody in one edition. The list may say it.
pub(super) fn not_compared(diff: &Diff) -> Vec<String> {
    let not_compared = &diff.not_compared;
    [(&diff.from, &not_compared.not_in_older), (&diff.to, &not_compared.not_in_newer)]
        .into_iter()
        // A list of one table has no sections, and is not silent about them.
        .map(|(edition, facts)| {
            let is_silence = |fact: &&Fact| ![Fact::Section, Fact::ServiceCategory].contains(*fact);
            (edition, facts.iter().filter(is_silence).collect::<Vec<_>>())
        })
        .filter(|(_, facts)| !facts.is_empty())
        .map(|(edition, facts)| {
            let facts: Vec<String> =
                facts.into_iter().map(|fact| format!("“{}”", fact_name(*fact))).collect();
            format!(
                "The list of {} does not tell these facts, or the text that the register holds has lost them: \
                 {}.",
                edition.published,
                prose(&facts),
            )
        })
        .collect()
}

fn fact_name(fact: Fact) -> &'static str {
    match fact {
        Fact::Purposes => "Used for",
        Fact::Data => "Data that passes",
        Fact::EntityCountry => "Company in",
        Fact::Storage => "Data kept",
        Fact::HostedBy => "Runs on the servers of",
        Fact::Territory => "Use limited to",
        Fact::Optional => "Users may do without it",
        Fact::ExcludedSubjects => "Said not to be used for",
        Fact::Safeguards => "Safeguards",
        Fact::Features => "Needed when used with",
        Fact::FeatureSetting => "Where a feature is used",
        Fact::FeatureExtent => "How much of a feature needs it",
        Fact::ContractFacts => "Contract",
        Fact::PolicyUrl => "Link to the privacy policy",
        Fact::Section => "Section of the page",
        Fact::ServiceCategory => "Kind of service",
    }
}
