//! Disclosures in words.

use std::collections::{BTreeMap, BTreeSet};

use service_providers_codegen::{Asserted, Certainty, Party};

use super::phrases::Phrases;
use crate::diff::model::{Disclosure, Flow, Limits};
use crate::missing::UNKNOWN;
use crate::page::{limits, lower, prose};

/// Groups of people by what limits the disclosure of their data. Groups that are not named come
/// last.
type Groups<'n> = BTreeMap<(bool, String), Vec<&'n str>>;

/// Disclosures between the same two parties, in the same use and on the same condition.
pub(super) struct FlowWords {
    /// In which use; empty if in every one.
    opening: String,
    way: Way,
    /// The kinds of data, each with whose it is and what limits it.
    pub(super) what: String,
    /// A sentence about the condition; empty if there is none.
    pub(super) condition: String,
}

/// Who discloses to whom, or is said not to.
pub(super) struct Way {
    denied: bool,
    /// Who does it, with a space behind; empty if the provider does.
    subject: String,
    /// What somebody does: `receives from users`.
    does: String,
    /// The same behind an auxiliary verb: `receive from users`.
    verb: String,
}

impl Way {
    pub(super) fn said(&self) -> String {
        let Self { denied, subject, does, verb } = self;
        match (denied, subject.as_str()) {
            (false, _) => format!("{subject}{does}"),
            (true, "") => format!("said not to {verb}"),
            (true, _) => format!("{subject}is said not to {verb}"),
        }
    }
}

impl FlowWords {
    /// In which use, and who discloses to whom.
    pub(super) fn way(&self) -> String {
        format!("{}{}", self.opening, self.way.said())
    }

    /// What is denied, as a clause of a sentence.
    pub(super) fn denial(&self) -> String {
        let comma = if self.opening.is_empty() { "" } else { "," };
        let Way { subject, verb, .. } = &self.way;
        let subject = if subject.is_empty() { "it " } else { subject };
        format!("that{comma} {}{subject}does not {verb}", self.opening)
    }
}

impl Phrases<'_> {
    /// Disclosures by use, parties and condition. `other` is the word for the time of the other
    /// edition, which may cover a disclosure.
    pub(super) fn flows(&self, disclosures: &[Disclosure], other: &str) -> Vec<FlowWords> {
        let mut ways: BTreeMap<_, BTreeMap<&str, Groups<'_>>> = BTreeMap::new();
        let all = disclosures.iter().flat_map(|of| of.limits.iter().map(move |one| (of, one)));
        for (disclosure, limits) in all {
            let flow = &disclosure.flow;
            let denied = flow.asserted == Asserted::No;
            ways.entry((denied, &flow.sender, &flow.recipient, &limits.context, &limits.condition))
                .or_default()
                .entry(self.names.name("data-categories", &flow.data_category))
                .or_default()
                .entry((flow.data_subject == UNKNOWN, self.qualifiers(limits, disclosure, other)))
                .or_default()
                .push(self.names.name("data-subjects", &flow.data_subject));
        }
        ways.into_iter()
            .map(|((denied, from, to, context, condition), categories)| {
                let what: Vec<String> = categories
                    .into_iter()
                    .map(|(category, groups)| format!("{category} ({})", limited(&groups)))
                    .collect();
                let context = context.known().map(|key| self.names.name("contexts", key));
                let condition = condition.known().map(|text| &**text);
                FlowWords {
                    opening: limits::opening(context.as_slice()),
                    way: self.way(denied, from, to),
                    what: what.join(", "),
                    condition: limits::closing(condition.as_slice()),
                }
            })
            .collect()
    }

    /// What limits a disclosure besides its use and its condition; empty if nothing does.
    fn qualifiers(&self, limits: &Limits, disclosure: &Disclosure, other: &str) -> String {
        let mut parts = limits::qualifiers(limits.form, limits.likelihood, limits.example);
        if !disclosure.covered_by.is_empty() {
            let wider = self.names("data-categories", &disclosure.covered_by);
            parts.push(format!("{other} perhaps in {wider}"));
        }
        // Where only one edition said so, the two are compared as one disclosure.
        if disclosure.same_of.contains(UNKNOWN) {
            parts.push("said before and now without saying whose".to_owned());
        } else if !disclosure.same_of.is_empty() {
            let groups = self.names("data-subjects", &disclosure.same_of);
            parts.push(format!("said before and now of {groups}"));
        } else {
            parts.extend(self.in_records(disclosure, other));
        }
        parts.join(", ")
    }

    /// That data transparency records held for the time of the other edition name such data.
    fn in_records(&self, disclosure: &Disclosure, other: &str) -> Option<String> {
        let kinds: BTreeSet<String> = disclosure.in_records.keys().cloned().collect();
        let record = "a data transparency record";
        match disclosure.in_records.get(&disclosure.flow.data_category) {
            Some(Certainty::Stated) => Some(format!("named {other} in {record}")),
            Some(_) => Some(format!("by inference named {other} in {record}")),
            None if kinds.is_empty() => None,
            None => {
                let kinds = self.names("data-categories", &kinds);
                Some(format!("{other} perhaps in {kinds} of {record}"))
            }
        }
    }

    /// In which uses a flow passes, and on which conditions: the words before it and those behind it.
    /// What is also said without a limit has none.
    pub(super) fn circumstances(&self, said: &BTreeSet<Limits>) -> (String, String) {
        let contexts: Option<BTreeSet<_>> = said
            .iter()
            .map(|one| Some(self.names.name("contexts", one.context.known()?)))
            .collect();
        let conditions: Option<BTreeSet<_>> =
            said.iter().map(|one| one.condition.known().map(|text| &**text)).collect();
        let contexts: Vec<&str> = contexts.into_iter().flatten().collect();
        let conditions: Vec<&str> = conditions.into_iter().flatten().collect();
        (limits::opening(&contexts), limits::closing(&conditions))
    }

    /// Who discloses to whom, or is said not to.
    pub(super) fn way(&self, denied: bool, from: &Party, to: &Party) -> Way {
        let publisher = self.publisher;
        let mut subject = String::new();
        let (does, verb, whom) = match (from, to) {
            // A denial names the sender, because others may give the same data.
            (Party::Publisher, Party::Provider) if denied => {
                ("receives from", "receive from", format!(" {publisher}"))
            }
            (Party::Publisher, Party::Provider) => ("receives", "receive", String::new()),
            (Party::Provider, Party::Publisher) => ("gives", "give", format!(" {publisher}")),
            (Party::Publisher, Party::Other(_)) => {
                subject = format!("{publisher} ");
                ("passes on to", "pass on to", format!(" {}", self.party(to)))
            }
            (Party::Other(_), Party::Provider) => {
                ("receives from", "receive from", format!(" {}", self.party(from)))
            }
            (Party::Provider, Party::Other(_)) => {
                ("passes on to", "pass on to", format!(" {}", self.party(to)))
            }
            (from, to) => {
                ("passes", "pass", format!(" from {} to {}", self.party(from), self.party(to)))
            }
        };
        Way { denied, subject, does: format!("{does}{whom}"), verb: format!("{verb}{whom}") }
    }

    pub(super) fn party(&self, party: &Party) -> String {
        match party {
            Party::Publisher => self.publisher.to_owned(),
            Party::Provider => "the provider".to_owned(),
            Party::OtherProvider(key) => self.provider(key),
            Party::Other(key) => lower(self.names.name("parties", key)),
        }
    }

    /// A flow without the group that it is about.
    pub(super) fn flow_of_anybody(&self, flow: &Flow) -> String {
        let denied = flow.asserted == Asserted::No;
        let way = self.way(denied, &flow.sender, &flow.recipient).said();
        format!("{way} {}", self.names.name("data-categories", &flow.data_category))
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
