//! Facts that only one of the editions states.

use std::collections::{BTreeMap, BTreeSet};

use super::OneSidedFact;
use super::facts::fact_name;
use super::phrases::Phrases;
use crate::diff::model::{Aspect, Changes, Diff, Event, Fact, FactChange, Nature, Profile};

impl Phrases<'_> {
    /// The facts that only one edition states, by fact and by what is said.
    pub(super) fn one_sided_facts(&self, diff: &Diff) -> Vec<OneSidedFact> {
        let mut statements = Statements::default();
        let rows = diff.changed.iter().flat_map(|of| of.rows.iter().map(|row| (&of.provider, row)));
        for (provider, row) in rows {
            let provider = self.provider(provider);
            for fact in one_sided(&row.changes) {
                let values = if fact.before.is_empty() { &fact.after } else { &fact.before };
                let text = self.statement(fact.fact, values);
                statements.add(fact.nature, Topic::Fact(fact.fact), text, &provider);
            }
            self.add_aspects(&row.changes, &provider, &mut statements);
        }
        for event in &diff.succeeded {
            self.add_event(event, &mut statements);
        }
        statements.into_facts()
    }

    /// Adds what only one edition states about the providers of an event. Each provider counts by
    /// itself, because a fact about one of them need not be true of another.
    fn add_event(&self, event: &Event, statements: &mut Statements) {
        for fact in one_sided(&event.changes) {
            let stating =
                if fact.nature == Nature::NewlyStated { &event.after } else { &event.before };
            for listed in stating {
                let values: BTreeSet<String> =
                    listed.rows.iter().flat_map(|row| values(&row.facts, fact.fact)).collect();
                if !values.is_empty() {
                    let text = self.statement(fact.fact, &values);
                    let provider = self.provider(&listed.provider);
                    statements.add(fact.nature, Topic::Fact(fact.fact), text, &provider);
                }
            }
        }
        self.add_aspects(&event.changes, &self.names("providers", &event.to), statements);
    }

    /// Adds what only one edition states about disclosures.
    fn add_aspects(&self, changes: &Changes, provider: &str, statements: &mut Statements) {
        for change in &changes.disclosures_changed {
            if !change.real() {
                let text = self.disclosure_change(change);
                statements.add(change.nature, Topic::Aspect(change.aspect), text, provider);
            }
        }
    }

    fn statement(&self, fact: Fact, values: &BTreeSet<String>) -> String {
        match fact {
            // Addresses are long and of no use to readers here; the JSON form has them.
            Fact::PolicyUrl | Fact::Optional => String::new(),
            fact => self.fact_values(fact, values),
        }
    }
}

/// The providers of each statement, by its topic and by which edition is silent.
#[derive(Default)]
struct Statements(BTreeMap<(Nature, Topic), BTreeMap<String, Vec<String>>>);

impl Statements {
    fn add(&mut self, nature: Nature, topic: Topic, text: String, provider: &str) {
        let providers = self.0.entry((nature, topic)).or_default().entry(text).or_default();
        providers.push(provider.to_owned());
    }

    fn into_facts(self) -> Vec<OneSidedFact> {
        let fact =
            |((nature, topic), by_text): ((Nature, Topic), BTreeMap<String, Vec<String>>)| {
                OneSidedFact {
                    title: format!("{}, {}", topic.title(), nature_words(nature)),
                    remark: topic.remark().map(str::to_owned),
                    weighty: topic.is_weighty(),
                    count: by_text.values().flatten().collect::<BTreeSet<_>>().len(),
                    items: by_text
                        .into_iter()
                        .map(|(text, providers)| match (&topic, text.as_str()) {
                            (_, "") => providers.join(", "),
                            (Topic::Aspect(_), text) => format!("{}: {text}", providers.join(", ")),
                            (Topic::Fact(_), text) => format!("{text}: {}", providers.join(", ")),
                        })
                        .collect(),
                }
            };
        self.0.into_iter().map(fact).collect()
    }
}

fn one_sided(changes: &Changes) -> impl Iterator<Item = &FactChange> {
    changes.facts.iter().filter(|change| !change.real())
}

/// What an edition says about one fact.
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
        Fact::ContractFacts => profile.contract_facts.clone(),
        Fact::PolicyUrl => profile.policy_urls.clone(),
        Fact::Section => profile.sections.clone(),
        Fact::ServiceCategory => profile.service_categories.clone(),
    }
}

/// What a statement is about.
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
            Self::Aspect(Aspect::Condition) => "When the data passes",
        }
    }

    fn remark(&self) -> Option<&'static str> {
        (*self == Self::Fact(Fact::PolicyUrl)).then_some(
            "A page may have had links that the text held of it has lost; whether a link was taken \
             away cannot be told.",
        )
    }

    fn is_weighty(&self) -> bool {
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
