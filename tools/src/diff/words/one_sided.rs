//! What only one of the editions says.

use std::collections::{BTreeMap, BTreeSet};

use super::OneSidedFact;
use super::facts::fact_name;
use super::phrases::Phrases;
use crate::diff::model::{Aspect, Changes, Diff, Fact, FactChange, Nature, Profile};

impl Phrases<'_> {
    fn aspects(&self, changes: &Changes, provider: &str, gathered: &mut Gathered) {
        for change in &changes.disclosures_changed {
            // A page tells uses apart where it must; that is no fact.
            if change.nature != Nature::Changed && change.aspect != Aspect::Context {
                let said = self.disclosure_change(change);
                gathered.add(change.nature, Topic::Aspect(change.aspect), said, provider);
            }
        }
    }

    fn silent_fact(&self, fact: Fact, said: &BTreeSet<String>) -> String {
        match fact {
            // Long addresses tell nobody anything here; JSON has them.
            Fact::PolicyUrl | Fact::Optional => String::new(),
            fact => self.fact_values(fact, said),
        }
    }

    /// What only one edition says, gathered by fact and by what is said.
    pub(super) fn silences(&self, diff: &Diff) -> Vec<OneSidedFact> {
        let mut gathered = Gathered::default();
        let rows = diff.changed.iter().flat_map(|of| of.rows.iter().map(|row| (&of.provider, row)));
        for (provider, row) in rows {
            let provider = self.provider(provider);
            for fact in silent_facts(&row.changes) {
                let said = if fact.before.is_empty() { &fact.after } else { &fact.before };
                gathered.fact(fact, self.silent_fact(fact.fact, said), &provider);
            }
            self.aspects(&row.changes, &provider, &mut gathered);
        }
        for event in &diff.succeeded {
            for fact in silent_facts(&event.changes) {
                // Each of the providers for itself: what is true of one need not be of the other.
                let newly = fact.nature == Nature::NewlyStated;
                for listing in if newly { &event.after } else { &event.before } {
                    let said = values(&listing.facts, fact.fact);
                    if !said.is_empty() {
                        let said = self.silent_fact(fact.fact, &said);
                        gathered.fact(fact, said, &self.provider(&listing.provider));
                    }
                }
            }
            self.aspects(&event.changes, &self.names("providers", &event.to), &mut gathered);
        }
        gathered
            .0
            .into_iter()
            .map(|((nature, topic), items)| OneSidedFact {
                title: format!("{}, {}", topic.title(), nature_words(nature)),
                remark: topic.remark().map(str::to_owned),
                weighty: topic.weighty(),
                count: items.values().flatten().collect::<BTreeSet<_>>().len(),
                items: items
                    .into_iter()
                    .map(|(said, providers)| match (&topic, said.as_str()) {
                        (_, "") => providers.join(", "),
                        (Topic::Aspect(_), said) => format!("{}: {said}", providers.join(", ")),
                        (Topic::Fact(_), said) => format!("{said}: {}", providers.join(", ")),
                    })
                    .collect(),
            })
            .collect()
    }
}

/// Who says it, by the fact, which edition is silent, and what is said.
#[derive(Default)]
struct Gathered(BTreeMap<(Nature, Topic), BTreeMap<String, Vec<String>>>);

impl Gathered {
    fn fact(&mut self, change: &FactChange, said: String, provider: &str) {
        self.add(change.nature, Topic::Fact(change.fact), said, provider);
    }

    fn add(&mut self, nature: Nature, topic: Topic, said: String, provider: &str) {
        let items = self.0.entry((nature, topic)).or_default();
        items.entry(said).or_default().push(provider.to_owned());
    }
}

fn silent_facts(changes: &Changes) -> impl Iterator<Item = &FactChange> {
    changes.facts.iter().filter(|change| change.nature != Nature::Changed)
}

/// What is said of one fact.
fn values(profile: &Profile, fact: Fact) -> BTreeSet<String> {
    match fact {
        Fact::Purposes => profile.purposes.clone(),
        Fact::Data => profile.data.clone(),
        Fact::EntityCountry => profile.entity_countries.clone(),
        Fact::Storage => profile.storage.clone(),
        Fact::HostedBy => profile.hosted_by.clone(),
        Fact::Territory => profile.territory.clone(),
        Fact::Optional => profile.optional.clone(),
        Fact::ExcludedSubjects => profile.excluded_subjects.clone(),
        Fact::Safeguards => profile.safeguards.clone(),
        Fact::Features | Fact::FeatureSetting | Fact::FeatureExtent => {
            profile.features.iter().map(|of| of.feature.clone()).collect()
        }
        Fact::PolicyUrl => profile.policy_urls.clone(),
        Fact::Section => profile.sections.clone(),
        Fact::ServiceCategory => profile.service_categories.clone(),
    }
}

#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Topic {
    Fact(Fact),
    Aspect(Aspect),
}

impl Topic {
    fn title(&self) -> &'static str {
        match self {
            Self::Fact(fact) => fact_name(*fact),
            Self::Aspect(Aspect::DataSubject) => "Whose data it is",
            Self::Aspect(Aspect::Form) => "Form of the data",
            Self::Aspect(Aspect::Likelihood) => "How surely data passes",
            Self::Aspect(Aspect::Context) => "What the data is passed for",
        }
    }

    fn remark(&self) -> Option<&'static str> {
        (*self == Self::Fact(Fact::PolicyUrl)).then_some(
            "A page may have had links that the text held of it has lost; whether a link was taken \
             away cannot be told.",
        )
    }

    fn weighty(&self) -> bool {
        matches!(
            self,
            Self::Fact(
                Fact::EntityCountry
                    | Fact::Storage
                    | Fact::HostedBy
                    | Fact::Territory
                    | Fact::Safeguards
                    | Fact::ExcludedSubjects
            ) | Self::Aspect(Aspect::Form | Aspect::DataSubject)
        )
    }
}

fn nature_words(nature: Nature) -> &'static str {
    match nature {
        Nature::Changed => "changed",
        Nature::NewlyStated => "not said before",
        Nature::NoLongerStated => "no longer said",
    }
}
