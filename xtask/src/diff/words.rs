//! The facts of a change in plain words, for every form that people read.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::Serialize;
use service_providers_codegen::{Asserted, Certainty, Form, Likelihood, Party, Stated, TermSet};

use super::model::{
    Aspect, Changes, Diff, Disclosure, DisclosureChange, Event, EventKind, Fact, FactChange, Flow,
    Listing, Nature, Profile, Wording,
};
use crate::page::{Names, prose};

/// A change in words.
#[derive(Serialize)]
pub struct Words {
    /// The name of the publisher.
    pub publisher: String,
    /// The older edition.
    pub from: SideWords,
    /// The newer edition.
    pub to: SideWords,
    /// Providers that are new.
    pub added: Vec<Entry>,
    /// Providers that are gone.
    pub retired: Vec<Entry>,
    /// Providers that became others.
    pub succeeded: Vec<EventWords>,
    /// Providers about which a fact changed.
    pub changed: Vec<Entry>,
    /// How many providers of both editions are left, of which no fact changed.
    pub said_differently: usize,
    /// What only one of the editions says, by fact.
    pub silent: Vec<Silence>,
    /// Providers of which only words changed, and which words.
    pub reworded: Vec<Entry>,
    /// Providers about which the same is said.
    pub unchanged: Vec<String>,
    /// The data transparency records of the two times.
    pub practices: Vec<String>,
}

/// An edition in words.
#[derive(Serialize)]
pub struct SideWords {
    /// Its id.
    pub edition: String,
    /// When it was published.
    pub published: String,
    /// When it takes effect, if a document says.
    pub effective: Option<String>,
    /// Until when customers may object, if a document says.
    pub objection_until: Option<String>,
    /// How many providers it lists.
    pub providers: usize,
    /// How many rows it publishes.
    pub rows: usize,
}

/// A provider and sentences about it.
#[derive(Serialize)]
pub struct Entry {
    /// The provider's key.
    pub key: String,
    /// Its name.
    pub name: String,
    /// The sentences.
    pub lines: Vec<String>,
}

/// An event in words.
#[derive(Serialize)]
pub struct EventWords {
    /// The keys of the providers before, joined.
    pub key: String,
    /// What happened, as a heading.
    pub title: String,
    /// What kind of event it is, and how sure.
    pub certainty: String,
    /// What shows it.
    pub evidence: Vec<String>,
    /// What changed with it.
    pub lines: Vec<String>,
}

/// A fact that only one of the editions speaks of.
#[derive(Serialize)]
pub struct Silence {
    /// Which fact, and which edition is silent.
    pub title: String,
    /// How many providers it concerns.
    pub count: usize,
    /// What is said, and of which providers.
    pub items: Vec<String>,
}

/// Puts a change into words.
pub fn words(diff: &Diff, names: &Arc<Names>) -> Words {
    let say = Say { names };
    let mut changed = Vec::new();
    let mut reworded = Vec::new();
    for change in &diff.changed {
        let lines = say.changes(&change.changes);
        if !lines.is_empty() {
            changed.push(say.entry(&change.provider, lines));
        }
        if !change.changes.reworded.is_empty() {
            let fields: Vec<String> =
                change.changes.reworded.iter().map(|r| wording(r.field).to_owned()).collect();
            reworded.push(say.entry(&change.provider, fields));
        }
    }
    let side = |side: &super::model::Side| SideWords {
        edition: side.edition.clone(),
        published: side.published.clone(),
        effective: known(&side.effective),
        objection_until: known(&side.objection_until),
        providers: side.providers,
        rows: side.rows,
    };
    Words {
        publisher: names.name("publisher", &diff.publisher).to_owned(),
        from: side(&diff.from),
        to: side(&diff.to),
        added: diff.added.iter().map(|listing| say.listing(listing)).collect(),
        retired: diff.retired.iter().map(|listing| say.listing(listing)).collect(),
        succeeded: diff.succeeded.iter().map(|event| say.event(event)).collect(),
        said_differently: diff.changed.len() - changed.len(),
        changed,
        silent: say.silences(diff),
        reworded,
        unchanged: diff.unchanged.iter().map(|key| say.provider(key)).collect(),
        practices: practices(diff),
    }
}

fn known(date: &Stated<String>) -> Option<String> {
    date.known().cloned()
}

fn practices(diff: &Diff) -> Vec<String> {
    let (change, to) = (&diff.practices, &diff.to.edition);
    match (change.before, change.after) {
        (0, 0) => vec![],
        (before, 0) => vec![format!(
            "The register holds {before} data transparency records for the time of {}, and none for \
             that of {to}. That none is held does not mean that the practices ended.",
            diff.from.edition
        )],
        _ if change.ended.is_empty() && change.begun.is_empty() => vec![],
        _ => {
            let list = |keys: &BTreeSet<String>| {
                if keys.is_empty() {
                    "none".to_owned()
                } else {
                    prose(&keys.iter().map(String::as_str).collect::<Vec<_>>())
                }
            };
            vec![
                format!("Data transparency records that ended: {}.", list(&change.ended)),
                format!("Data transparency records that began: {}.", list(&change.begun)),
            ]
        }
    }
}

struct Say<'n> {
    names: &'n Arc<Names>,
}

impl Say<'_> {
    fn provider(&self, key: &str) -> String {
        self.names.name("providers", key).to_owned()
    }

    fn entry(&self, key: &str, lines: Vec<String>) -> Entry {
        Entry { key: key.to_owned(), name: self.provider(key), lines }
    }

    fn listing(&self, listing: &Listing) -> Entry {
        self.entry(&listing.provider, self.profile(&listing.facts))
    }

    fn names(&self, table: &str, keys: &BTreeSet<String>) -> String {
        prose(&keys.iter().map(|key| self.names.name(table, key)).collect::<Vec<_>>())
    }

    /// What an edition says about a provider.
    fn profile(&self, profile: &Profile) -> Vec<String> {
        let mut lines = vec![format!("Used for: {}.", self.names("purposes", &profile.purposes))];
        let flows = self.flows(&profile.disclosures);
        lines.extend(flows.into_iter().map(|(way, what)| format!("{}: {what}.", upper(&way))));
        let mut places = Vec::new();
        if !profile.entity_countries.is_empty() {
            places
                .push(format!("Company: {}.", self.names("countries", &profile.entity_countries)));
        }
        if !profile.storage.is_empty() {
            places.push(format!("Data kept: {}.", self.names("countries", &profile.storage)));
        }
        if !places.is_empty() {
            lines.push(places.join(" "));
        }
        if !profile.safeguards.is_empty() {
            lines.push(format!("Safeguards: {}.", self.names("safeguards", &profile.safeguards)));
        }
        if !profile.excluded_subjects.is_empty() {
            let groups = self.names("data-subjects", &profile.excluded_subjects);
            lines.push(format!("Not used for: {groups}."));
        }
        lines
    }

    /// What passes: each way it goes, and what goes that way.
    fn flows(&self, disclosures: &[Disclosure]) -> Vec<(String, String)> {
        let mut ways: BTreeMap<(bool, &Party, &Party), BTreeMap<&str, Vec<String>>> =
            BTreeMap::new();
        for disclosure in disclosures {
            let flow = &disclosure.flow;
            ways.entry((flow.asserted == Asserted::No, &flow.from, &flow.to))
                .or_default()
                .entry(self.names.name("data-categories", &flow.data_category))
                .or_default()
                .push(self.subject(disclosure));
        }
        ways.into_iter()
            .map(|((denied, from, to), categories)| {
                let what: Vec<String> = categories
                    .into_iter()
                    .map(|(category, subjects)| format!("{category} ({})", subjects.join("; ")))
                    .collect();
                (self.way(denied, from, to), what.join(", "))
            })
            .collect()
    }

    /// Whose data, and what limits the disclosure.
    fn subject(&self, disclosure: &Disclosure) -> String {
        let mut parts =
            vec![self.names.name("data-subjects", &disclosure.flow.data_subject).to_owned()];
        let forms = disclosure.forms.iter().filter(|form| **form != Form::Plain);
        parts.extend(forms.map(|form| form_words(&form.to_string()).to_owned()));
        if !disclosure.likelihoods.contains(&Likelihood::Stated) {
            parts.extend(disclosure.likelihoods.iter().map(ToString::to_string));
        }
        parts.join(", ")
    }

    /// The way that data goes, or is said not to go.
    fn way(&self, denied: bool, from: &Party, to: &Party) -> String {
        let (does, does_not) = match (from, to) {
            (Party::Publisher, Party::Provider) => ("receives", "receive"),
            (Party::Provider, Party::Publisher) => ("gives the publisher", "give the publisher"),
            (Party::User, Party::Provider) => ("collects from users", "collect from users"),
            (Party::District, Party::Provider) => {
                ("receives from school districts", "receive from school districts")
            }
            (Party::Provider, Party::ThirdParty) => {
                ("passes on to third parties", "pass on to third parties")
            }
            (from, to) => {
                let way = format!("from {} to {}", self.party(from), self.party(to));
                return if denied { format!("said not to pass {way}") } else { way };
            }
        };
        if denied { format!("said not to {does_not}") } else { does.to_owned() }
    }

    fn party(&self, party: &Party) -> String {
        match party {
            Party::Publisher => "the publisher".to_owned(),
            Party::Provider => "the provider".to_owned(),
            Party::User => "users".to_owned(),
            Party::District => "school districts".to_owned(),
            Party::ThirdParty => "third parties".to_owned(),
            Party::OtherProvider(key) => self.provider(key),
        }
    }

    fn event(&self, event: &Event) -> EventWords {
        let (from, to) = (self.names("providers", &event.from), self.names("providers", &event.to));
        let title = match event.kind {
            EventKind::Replaced => format!("{to} in the place of {from}"),
            _ => format!("{from} became {to}"),
        };
        let kind = match event.kind {
            EventKind::Renamed => "Renamed",
            EventKind::Split => "Split",
            EventKind::Merged => "Merged",
            EventKind::Replaced => "Replaced",
            EventKind::Mixed => "Several changes at once",
        };
        let sure = match event.certainty {
            Certainty::Stated => "a document says so".to_owned(),
            inferred => format!("an inference ({inferred})"),
        };
        EventWords {
            key: event.from.iter().map(String::as_str).collect::<Vec<_>>().join("+"),
            title,
            certainty: format!("{kind}; {sure}."),
            evidence: event
                .links
                .iter()
                .map(|link| {
                    format!(
                        "{} to {} ({}, {}): {} Source: {}.",
                        self.provider(&link.from),
                        self.provider(&link.to),
                        link.kind,
                        lower(link.certainty.term().meaning.trim_end_matches('.')),
                        link.evidence,
                        link.source
                    )
                })
                .collect(),
            lines: self.changes(&event.changes),
        }
    }

    /// What changed in fact; words and silence are said elsewhere.
    fn changes(&self, changes: &Changes) -> Vec<String> {
        let mut lines: Vec<String> = changes
            .facts
            .iter()
            .filter(|change| change.nature == Nature::Changed)
            .map(|change| self.fact(change))
            .collect();
        for (what_happened, disclosures) in [
            ("New", &changes.disclosures_gained),
            ("No longer mentioned", &changes.disclosures_lost),
        ] {
            for (way, what) in self.flows(disclosures) {
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

    fn fact(&self, change: &FactChange) -> String {
        let title = self.fact_title(change);
        let say = |keys: BTreeSet<String>| self.fact_values(change.fact, &keys);
        let gained = change.after.difference(&change.before).cloned().collect::<BTreeSet<_>>();
        let lost = change.before.difference(&change.after).cloned().collect::<BTreeSet<_>>();
        match (gained.is_empty(), lost.is_empty()) {
            (false, true) => format!("{title}: now also {}.", say(gained)),
            (true, _) => format!("{title}: no longer {}.", say(lost)),
            _ => format!("{title}: now {}; no longer {}.", say(gained), say(lost)),
        }
    }

    fn fact_title(&self, change: &FactChange) -> String {
        match &change.feature {
            Some(feature) => {
                format!("{} ({})", fact_name(change.fact), self.names.name("features", feature))
            }
            None => fact_name(change.fact).to_owned(),
        }
    }

    fn fact_values(&self, fact: Fact, keys: &BTreeSet<String>) -> String {
        let table = match fact {
            Fact::Purposes => "purposes",
            Fact::EntityCountry | Fact::Storage | Fact::Territory => "countries",
            Fact::HostedBy => "providers",
            Fact::ExcludedSubjects => "data-subjects",
            Fact::Safeguards => "safeguards",
            Fact::Features => "features",
            Fact::Section => "sections",
            Fact::ServiceCategory => "service-categories",
            Fact::Optional | Fact::PolicyUrl | Fact::FeatureSetting | Fact::FeatureExtent => "",
        };
        self.names(table, keys)
    }

    fn disclosure_change(&self, change: &DisclosureChange) -> String {
        let say = |values: &BTreeSet<String>| match change.aspect {
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
        format!("{}, {aspect}: {before} before, {after} now", self.flow(&change.flow))
    }

    fn flow(&self, flow: &Flow) -> String {
        format!(
            "{} {} ({})",
            self.way(flow.asserted == Asserted::No, &flow.from, &flow.to),
            self.names.name("data-categories", &flow.data_category),
            self.names.name("data-subjects", &flow.data_subject)
        )
    }

    /// What only one edition says, gathered by fact and by what is said.
    fn silences(&self, diff: &Diff) -> Vec<Silence> {
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
                    .map(|(said, providers)| match said.as_str() {
                        "" => providers.join(", "),
                        said => format!("{said}: {}", providers.join(", ")),
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

fn fact_name(fact: Fact) -> &'static str {
    match fact {
        Fact::Purposes => "Used for",
        Fact::EntityCountry => "Country of the company",
        Fact::Storage => "Data kept",
        Fact::HostedBy => "Runs on the servers of",
        Fact::Territory => "Use limited to",
        Fact::Optional => "Users may do without it",
        Fact::ExcludedSubjects => "Not used for",
        Fact::Safeguards => "Safeguards",
        Fact::Features => "Features that need it",
        Fact::FeatureSetting => "Where a feature is used",
        Fact::FeatureExtent => "How much of a feature needs it",
        Fact::PolicyUrl => "Link to the privacy policy",
        Fact::Section => "Section of the page",
        Fact::ServiceCategory => "Kind of service",
    }
}

fn form_words(form: &str) -> &str {
    match form {
        "plain" => "as it is",
        "unknown" => "form not said",
        form => form,
    }
}

fn wording(field: Wording) -> &'static str {
    match field {
        Wording::PublishedName => "printed name",
        Wording::Summary => "summary",
        Wording::Note => "note",
        Wording::Condition => "conditions of disclosures",
    }
}

fn upper(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn lower(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}
