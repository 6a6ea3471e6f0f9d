//! What passes between whom.

use std::collections::BTreeMap;

use service_providers_codegen::{Asserted, Form, Likelihood, Party};

use super::facts::form_words;
use super::say::Say;
use crate::diff::model::{Disclosure, Flow};

impl Say<'_> {
    /// What passes: each way it goes, and what goes that way.
    pub(super) fn flows(&self, disclosures: &[Disclosure]) -> Vec<(String, String)> {
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
    pub(super) fn subject(&self, disclosure: &Disclosure) -> String {
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
        format!(
            "{} {} ({})",
            self.way(flow.asserted == Asserted::No, &flow.from, &flow.to),
            self.names.name("data-categories", &flow.data_category),
            self.names.name("data-subjects", &flow.data_subject)
        )
    }
}
