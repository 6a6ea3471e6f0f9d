//! Disclosures in words.

use std::collections::{BTreeMap, BTreeSet};

use service_providers_codegen::{Asserted, Likelihood, Party};

use super::phrases::Phrases;
use crate::diff::model::{Disclosure, Flow, Limits};
use crate::missing::{ANY, NONE, UNKNOWN};
use crate::page::{limits, lower, prose, upper};

/// Whose data it is. Groups that are named stand together; nobody and somebody stand for themselves.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
enum People<'n> {
    Named(BTreeSet<&'n str>),
    Nobody,
    NotSaid,
}

/// Kinds of data by what limits them.
type Kinds<'n> = BTreeMap<String, Vec<&'n str>>;

/// What somebody does: `receive from users`.
struct Way {
    /// Who does it, with a space after; empty if the provider does.
    subject: String,
    /// Whether these are several: `third parties`.
    is_several: bool,
    /// The verb of a provider that does it: `receives`.
    does: &'static str,
    /// The same verb after another one: `receive`.
    verb: &'static str,
    /// With whom, with a space in front.
    whom: String,
}

impl Phrases<'_> {
    /// A line for all data that passes, or does not, between the same two parties in the same
    /// circumstances, with a sentence for all data of the same people.
    pub(super) fn flows(&self, disclosures: &[Disclosure]) -> Vec<String> {
        let mut circumstances: BTreeMap<_, BTreeMap<(&str, String), Vec<&str>>> = BTreeMap::new();
        let all = disclosures.iter().flat_map(|of| of.limits.iter().map(move |one| (of, one)));
        // What holds for data of any kind holds for each kind.
        let all = all.filter(|(of, one)| {
            of.flow.data_category == ANY
                || !disclosures.iter().any(|any| denies_any(&any.flow, &of.flow, &any.limits, one))
        });
        for (Disclosure { flow, .. }, limit) in all {
            let parties = (flow.asserted == Asserted::No, &flow.sender, &flow.recipient);
            let limits = (&limit.context, &limit.condition, limit.likelihood);
            let kind = self.names.name("data-categories", &flow.data_category);
            let qualifiers = limits::qualifiers(limit.form, Likelihood::Stated, limit.example);
            (circumstances.entry((parties, limits)).or_default())
                .entry((kind, qualifiers.join(", ")))
                .or_default()
                .push(&flow.data_subject);
        }
        let mut sentences = Vec::new();
        for (((denied, from, to), (context, condition, likelihood)), kinds) in circumstances {
            let context = context.known().map(|key| self.names.name("contexts", key));
            let condition = condition.known().map(|text| &**text);
            let chosen =
                if likelihood == Likelihood::Optional { "if the user chooses, " } else { "" };
            let opening = limits::opening(context.as_slice()) + chosen;
            let way = self.way(denied, from, to).phrase(denied, likelihood);
            let by_people = self.by_people(&kinds);
            let lines = by_people.iter().enumerate().map(|(at, (people, kinds))| {
                let opening = if at == 0 { format!("{opening}{way}") } else { String::new() };
                upper(&format!("{opening}{}: {}.", about(people, at == 0), items(kinds)))
            });
            let lines = lines.collect::<Vec<_>>().join(" ");
            let closing = limits::closing(condition.as_slice());
            sentences.push(match by_people.len() {
                1 => format!("{lines}{closing}"),
                _ => format!("{lines}{}", closing.replacen("Limit:", "Limit of all this:", 1)),
            });
        }
        sentences
    }

    /// Kinds of data by whose they are. Kinds of the same people stand together.
    fn by_people<'k>(
        &'k self,
        kinds: &BTreeMap<(&'k str, String), Vec<&'k str>>,
    ) -> BTreeMap<People<'k>, Kinds<'k>> {
        let mut by_people: BTreeMap<People<'_>, Kinds<'_>> = BTreeMap::new();
        for ((kind, qualifiers), groups) in kinds {
            let named = groups.iter().filter(|group| ![NONE, UNKNOWN].contains(*group));
            let named: BTreeSet<&str> =
                named.map(|group| self.names.name("data-subjects", group)).collect();
            let all = (!named.is_empty()).then_some(People::Named(named)).into_iter();
            let all = all.chain(groups.contains(&NONE).then_some(People::Nobody));
            for people in all.chain(groups.contains(&UNKNOWN).then_some(People::NotSaid)) {
                let kinds = by_people.entry(people).or_default();
                kinds.entry(qualifiers.clone()).or_default().push(kind);
            }
        }
        by_people
    }

    /// Who discloses to whom, or is said not to.
    fn way(&self, denied: bool, from: &Party, to: &Party) -> Way {
        let way = |does, verb, whom| {
            let (subject, is_several) = (String::new(), false);
            Way { subject, is_several, does, verb, whom }
        };
        match (from, to) {
            (Party::Publisher, Party::Provider) if !denied => {
                way("receives", "receive", String::new())
            }
            // A denial names the sender, because others may give the same data.
            (Party::Publisher | Party::Other(_), Party::Provider) => {
                way("receives from", "receive from", format!(" {}", self.party(from)))
            }
            (Party::Provider, Party::Publisher) => {
                way("gives", "give", format!(" {}", self.publisher))
            }
            (Party::Publisher, Party::Other(_)) => Way {
                subject: format!("{} ", self.publisher),
                ..way("passes on to", "pass on to", format!(" {}", self.party(to)))
            },
            (Party::Provider, Party::Other(_)) => {
                way("passes on to", "pass on to", format!(" {}", self.party(to)))
            }
            // Somebody else gets it; the provider does not pass it on.
            (from, to) => {
                let is_several = matches!(to, Party::Other(_));
                Way {
                    subject: format!("{} ", self.party(to)),
                    is_several,
                    ..way(
                        if is_several { "receive from" } else { "receives from" },
                        "receive from",
                        format!(" {}", self.party(from)),
                    )
                }
            }
        }
    }

    pub(super) fn party(&self, party: &Party) -> String {
        match party {
            Party::Publisher => self.publisher.to_owned(),
            Party::Provider => "the provider".to_owned(),
            Party::OtherProvider(key) => self.provider(key),
            Party::Other(key) => lower(self.names.name("parties", key)),
        }
    }
}

/// Whether a flow denies data of any kind, that of another denial included.
fn denies_any(any: &Flow, flow: &Flow, limits: &BTreeSet<Limits>, of_flow: &Limits) -> bool {
    let wider = Flow { data_category: ANY.to_owned(), ..flow.clone() };
    let same = |one: &Limits| {
        (&one.context, &one.condition, one.likelihood)
            == (&of_flow.context, &of_flow.condition, of_flow.likelihood)
    };
    flow.asserted == Asserted::No && *any == wider && limits.iter().any(same)
}

impl Way {
    fn phrase(&self, denied: bool, likelihood: Likelihood) -> String {
        let Self { subject, is_several, does, verb, whom } = self;
        let is = match (subject.is_empty(), is_several) {
            (true, _) => "",
            (false, true) => "are ",
            (false, false) => "is ",
        };
        match (denied, likelihood) {
            (true, Likelihood::Incidental) => {
                format!("{subject}{is}said not to {verb}{whom} what may be included")
            }
            (true, _) => format!("{subject}{is}said not to {verb}{whom}"),
            (false, Likelihood::Incidental) => format!("{subject}may {verb}{whom}"),
            (false, _) => format!("{subject}{does}{whom}"),
        }
    }
}

/// Whose data it is, after a verb or at the beginning of a sentence.
fn about(people: &People<'_>, is_after: bool) -> String {
    let space = if is_after { " " } else { "" };
    match people {
        People::Named(groups) => {
            format!("{space}about {}", prose(&groups.iter().copied().collect::<Vec<_>>()))
        }
        People::Nobody => format!("{space}about no person"),
        People::NotSaid if is_after => ", not said about whom".to_owned(),
        People::NotSaid => "not said about whom".to_owned(),
    }
}

/// Kinds of data, those that have the same limits together, and these after them.
fn items(kinds: &Kinds<'_>) -> String {
    let lists = kinds.iter().map(|(qualifiers, kinds)| {
        let list = kinds.join(", ");
        match (qualifiers.as_str(), kinds.len()) {
            ("", _) => list,
            (qualifiers, 1) => format!("{list} ({qualifiers})"),
            (qualifiers, _) => format!("{list} (each {qualifiers})"),
        }
    });
    lists.collect::<Vec<_>>().join("; ")
}
