//! Disclosures in words.

use std::collections::BTreeMap;

use service_providers_codegen::{Asserted, Form, Likelihood, Party};

use super::facts::form_words;
use super::phrases::Phrases;
use crate::diff::model::{Disclosure, Flow};
use crate::missing::UNKNOWN;
use crate::page::prose;

/// Groups of people by what limits the disclosure of their data. Groups that are not named come
/// last.
type Groups<'n> = BTreeMap<(bool, String), Vec<&'n str>>;

impl Phrases<'_> {
    /// Disclosures as pairs: who discloses to whom, and what. `covered` stands before the wider kinds
    /// of data by which the other edition may cover a disclosure.
    pub(super) fn flows(&self, disclosures: &[Disclosure], covered: &str) -> Vec<(String, String)> {
        // By sender and recipient, then by kind of data, then by what limits the disclosure.
        let mut ways: BTreeMap<_, BTreeMap<&str, Groups<'_>>> = BTreeMap::new();
        for disclosure in disclosures {
            let flow = &disclosure.flow;
            ways.entry((flow.asserted == Asserted::No, &flow.sender, &flow.recipient))
                .or_default()
                .entry(self.names.name("data-categories", &flow.data_category))
                .or_default()
                .entry((flow.data_subject == UNKNOWN, self.limits(disclosure, covered)))
                .or_default()
                .push(self.names.name("data-subjects", &flow.data_subject));
        }
        ways.into_iter()
            .map(|((denied, from, to), categories)| {
                let what: Vec<String> = categories
                    .into_iter()
                    .map(|(category, groups)| format!("{category} ({})", limited(&groups)))
                    .collect();
                (self.way(denied, from, to), what.join(", "))
            })
            .collect()
    }

    /// What limits a disclosure; empty if nothing does.
    fn limits(&self, disclosure: &Disclosure, covered: &str) -> String {
        let mut parts = Vec::new();
        let forms = disclosure.forms.iter().filter(|form| **form != Form::Plain);
        parts.extend(forms.map(|form| form_words(&form.to_string()).to_owned()));
        if !disclosure.likelihoods.contains(&Likelihood::Stated) {
            parts.extend(disclosure.likelihoods.iter().map(ToString::to_string));
        }
        if disclosure.example {
            parts.push("for example".to_owned());
        }
        if !disclosure.covered_by.is_empty() {
            let wider = self.names("data-categories", &disclosure.covered_by);
            parts.push(format!("{covered} {wider}"));
        }
        parts.join(", ")
    }

    /// Who discloses to whom, or is said not to.
    pub(super) fn way(&self, denied: bool, from: &Party, to: &Party) -> String {
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

    pub(super) fn party(&self, party: &Party) -> String {
        match party {
            Party::Publisher => "the publisher".to_owned(),
            Party::Provider => "the provider".to_owned(),
            Party::User => "users".to_owned(),
            Party::District => "school districts".to_owned(),
            Party::ThirdParty => "third parties".to_owned(),
            Party::OtherProvider(key) => self.provider(key),
        }
    }

    pub(super) fn flow(&self, flow: &Flow) -> String {
        let subject = self.names.name("data-subjects", &flow.data_subject);
        format!("{} ({subject})", self.flow_of_anybody(flow))
    }

    /// A flow without the group that it is about.
    pub(super) fn flow_of_anybody(&self, flow: &Flow) -> String {
        format!(
            "{} {}",
            self.way(flow.asserted == Asserted::No, &flow.sender, &flow.recipient),
            self.names.name("data-categories", &flow.data_category)
        )
    }
}

/// Groups of people, and after each list of them what limits the disclosure.
fn limited(groups: &Groups<'_>) -> String {
    let groups = groups.iter().map(|((_, limits), subjects)| {
        let subjects = prose(subjects);
        if limits.is_empty() { subjects } else { format!("{subjects}: {limits}") }
    });
    groups.collect::<Vec<_>>().join("; ")
}
