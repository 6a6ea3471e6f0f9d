//! What only one of the editions says.

use std::collections::{BTreeMap, BTreeSet};

use super::Silence;
use super::facts::fact_name;
use super::say::Say;
use crate::diff::model::{Aspect, Diff, Fact, Nature};

impl Say<'_> {
    /// What only one edition says, gathered by fact and by what is said.
    pub(super) fn silences(&self, diff: &Diff) -> Vec<Silence> {
        let listed =
            diff.changed.iter().map(|change| (self.provider(&change.provider), &change.changes));
        let events =
            diff.succeeded.iter().map(|event| (self.names("providers", &event.to), &event.changes));
        let mut gathered: BTreeMap<(Nature, Topic), BTreeMap<String, Vec<String>>> =
            BTreeMap::new();
        let mut gather = |nature, topic, said: String, provider: &str| {
            let items = gathered.entry((nature, topic)).or_default().entry(said).or_default();
            items.push(provider.to_owned());
        };
        for (provider, changes) in listed.chain(events) {
            for change in changes.facts.iter().filter(|change| change.nature != Nature::Changed) {
                let said = if change.before.is_empty() { &change.after } else { &change.before };
                let said = match change.fact {
                    // Long addresses tell nobody anything here; JSON has them.
                    Fact::PolicyUrl | Fact::Optional => String::new(),
                    fact => self.fact_values(fact, said),
                };
                gather(change.nature, Topic::Fact(change.fact), said, &provider);
            }
            for change in &changes.disclosures_changed {
                if change.nature != Nature::Changed {
                    let said = self.disclosure_change(change);
                    gather(change.nature, Topic::Aspect(change.aspect), said, &provider);
                }
            }
        }
        gathered
            .into_iter()
            .map(|((nature, topic), items)| Silence {
                title: format!("{}, {}", topic.title(), nature_words(nature)),
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
}

fn nature_words(nature: Nature) -> &'static str {
    match nature {
        Nature::Changed => "changed",
        Nature::NewlyStated => "not said before",
        Nature::NoLongerStated => "no longer said",
    }
}
