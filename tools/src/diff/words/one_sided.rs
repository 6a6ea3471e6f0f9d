//! Facts that only one of the editions states.

use std::collections::{BTreeMap, BTreeSet};

use super::OneSidedFact;
use super::facts::fact_name;
use super::phrases::Phrases;
use crate::diff::model::{Aspect, Changes, Diff, Fact, Nature};
use crate::page::prose;

impl Phrases<'_> {
    /// The facts that only one edition states, by fact and by what is said.
    pub(super) fn one_sided_facts(&self, diff: &Diff) -> Vec<OneSidedFact> {
        let mut statements = Statements::default();
        for change in &diff.changed {
            let provider = self.provider(&change.provider);
            for row in &change.rows {
                self.add(&row.changes, &provider, &mut statements);
            }
        }
        // A fact about one provider of an event need not be true of another.
        for (provider, changes) in diff.succeeded.iter().flat_map(|event| self.shares(event)) {
            self.add(&changes, &provider, &mut statements);
        }
        // An edition without a single link is not compared.
        if diff.not_compared.not_in_older.contains(&Fact::PolicyUrl) {
            statements.0.remove(&(Nature::NewlyStated, Topic::Fact(Fact::PolicyUrl)));
        }
        statements.into_facts()
    }

    /// Adds what only one edition states about a provider.
    fn add(&self, changes: &Changes, provider: &str, statements: &mut Statements) {
        for change in changes.facts.iter().filter(|change| !change.real()) {
            let values = if change.before.is_empty() { &change.after } else { &change.before };
            let text = match change.fact {
                // Addresses are long and of no use to readers here; the JSON form has them.
                Fact::PolicyUrl | Fact::Optional => String::new(),
                _ => self.values_of(change, values),
            };
            statements.add(change.nature, Topic::Fact(change.fact), text, provider);
        }
        for change in changes.disclosures_changed.iter().filter(|change| !change.real()) {
            let text = self.disclosure_change(&[change]);
            statements.add(change.nature, Topic::Aspect(change.aspect), text, provider);
        }
    }
}

/// What cannot be compared, because one edition states it of nobody.
pub(super) fn not_compared(diff: &Diff) -> Vec<String> {
    let not_compared = &diff.not_compared;
    [(&diff.from, &not_compared.not_in_older), (&diff.to, &not_compared.not_in_newer)]
        .into_iter()
        .filter(|(_, facts)| !facts.is_empty())
        .map(|(edition, facts)| {
            let facts: Vec<&str> = facts.iter().map(|fact| fact_name(*fact)).collect();
            format!(
                "Not compared: {}. The list of {}, as the register holds it, tells this of no \
                 service provider.",
                prose(&facts),
                edition.published
            )
        })
        .collect()
}

/// The providers of each statement, by its topic and by which edition is silent.
#[derive(Default)]
struct Statements(BTreeMap<(Nature, Topic), BTreeMap<String, BTreeSet<String>>>);

impl Statements {
    fn add(&mut self, nature: Nature, topic: Topic, text: String, provider: &str) {
        let providers = self.0.entry((nature, topic)).or_default().entry(text).or_default();
        providers.insert(provider.to_owned());
    }

    fn into_facts(self) -> Vec<OneSidedFact> {
        let fact =
            |((nature, topic), by_text): ((Nature, Topic), BTreeMap<String, BTreeSet<_>>)| {
                OneSidedFact {
                    title: format!("{}, {}", topic.title(), nature_words(nature)),
                    items: by_text.into_iter().map(|(text, of)| item(&topic, &text, of)).collect(),
                }
            };
        self.0.into_iter().map(fact).collect()
    }
}

fn item(topic: &Topic, text: &str, providers: BTreeSet<String>) -> String {
    let providers = providers.into_iter().collect::<Vec<_>>().join(", ");
    match topic {
        _ if text.is_empty() => providers,
        Topic::Aspect(_) | Topic::Fact(Fact::HostedBy) => format!("{providers}: {text}"),
        Topic::Fact(_) => format!("{text}: {providers}"),
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
            Self::Aspect(Aspect::Context) => "Which use the data belongs to",
            Self::Aspect(Aspect::Condition) => "What limits what passes",
        }
    }
}

fn nature_words(nature: Nature) -> &'static str {
    match nature {
        Nature::Changed => "changed",
        Nature::NewlyStated => "said by the newer list only",
        Nature::NoLongerStated => "said by the older list only",
    }
}
