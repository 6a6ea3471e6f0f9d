//! Whose data a provider gets: for each group of children an answer, then the other groups by name.

use serde::Serialize;
use service_providers_codegen::register::Vocabulary;
use service_providers_codegen::row::DisclosureRow;
use service_providers_codegen::{Asserted, DataStatus, Key, Likelihood, Party, Register, Stated};

use super::flows::{group, kind};
use super::words::WORDS;
use crate::export::projection::{PublishedRow, Terms};
use crate::page::{lower, plural, prose, upper};

/// The answer to the question whose data a provider gets.
#[derive(Serialize)]
pub(crate) struct Whose {
    /// Groups of children with the answers about them.
    pub(crate) children: Vec<About>,
    /// The other groups that are named, or why none is.
    pub(crate) others: Option<String>,
}

/// An answer about groups.
#[derive(Serialize)]
pub(crate) struct About {
    pub(crate) groups: String,
    pub(crate) answer: String,
    /// `yes`, `possibly`, `not-said` or `denied`.
    pub(crate) kind: &'static str,
}

/// What the rows say of one group.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Answer<'r> {
    /// The group is named, or a group in it.
    Named,
    /// The same, and each time only in some use or case.
    Sometimes,
    /// Only a wider group is named.
    Within(&'r str),
    /// It is left open.
    Possibly,
    /// Nothing is said of it.
    NotSaid,
    /// The provider is said not to be used for it.
    NotUsed,
}

impl Answer<'_> {
    /// Whether data of the group passes without doubt.
    pub(crate) fn is_certain(self) -> bool {
        matches!(self, Self::Named | Self::Sometimes | Self::Within(_))
    }
}

/// What a row says that its provider gets and does not get.
pub(crate) struct Received<'r> {
    pub(crate) data: DataStatus,
    /// The groups for whom it is not used.
    excluded: &'r [Key],
    /// What is said to pass to it, in this row or in another one.
    pub(crate) asserted: Vec<&'r DisclosureRow>,
    denied: Vec<&'r DisclosureRow>,
}

impl<'r> Received<'r> {
    /// What a row says, and what `elsewhere` says of its provider.
    pub(crate) fn of(published: &PublishedRow<'r>, elsewhere: &[&'r DisclosureRow]) -> Self {
        let gets = |row: &&DisclosureRow| row.recipient == Party::Provider;
        let (other, other_denied): (Vec<_>, Vec<_>) =
            elsewhere.iter().copied().partition(|row| row.asserted == Asserted::Yes);
        Self {
            data: published.row.data,
            excluded: published.row.excluded_subjects.items(),
            asserted: published.disclosed.iter().copied().filter(gets).chain(other).collect(),
            denied: (published.not_disclosed.iter().copied().filter(gets))
                .chain(other_denied)
                .collect(),
        }
    }

    /// What is said of a group.
    pub(crate) fn answer(&self, terms: &Terms<'r>, asked: &str) -> Answer<'r> {
        let wider = &terms.groups[asked];
        let named: Vec<&&DisclosureRow> = (self.asserted.iter())
            .filter(|row| row.data_subject.known().is_some_and(|key| terms.is_in(key, asked)))
            .collect();
        let is_sure = |row: &&&DisclosureRow| row.likelihood == Likelihood::Stated;
        let sure: Vec<_> = named.iter().copied().filter(is_sure).collect();
        if !sure.is_empty() {
            let limited = |row: &&&DisclosureRow| {
                row.context.known().is_some() || row.condition.known().is_some()
            };
            return if sure.iter().all(limited) { Answer::Sometimes } else { Answer::Named };
        }
        if !named.is_empty() {
            return Answer::Possibly;
        }
        if self.excluded.iter().any(|key| wider.contains(&key.as_str())) {
            return Answer::NotUsed;
        }
        let of_wider = |row: &&DisclosureRow| {
            row.data_subject.known().is_some_and(|key| wider.contains(&key.as_str()))
        };
        let within = self.asserted.iter().copied().find(|row| of_wider(row) && is_sure(&row));
        if let Some(key) = within.and_then(|row| row.data_subject.known()) {
            return Answer::Within(key);
        }
        let is_open = |row: &&DisclosureRow| match &row.data_subject {
            Stated::Known(key) => terms.may_be_of(key, asked),
            Stated::Unknown => true,
            Stated::None | Stated::NotApplicable => false,
        };
        match self.data == DataStatus::Unknown || self.asserted.iter().any(is_open) {
            true => Answer::Possibly,
            false => Answer::NotSaid,
        }
    }

    /// The denials that hold for a whole group.
    fn denials(&self, terms: &Terms<'r>, asked: &str) -> Vec<&'r DisclosureRow> {
        let holds = |row: &&DisclosureRow| {
            row.data_subject.known().is_some_and(|key| terms.groups[asked].contains(&&**key))
        };
        self.denied.iter().copied().filter(holds).collect()
    }
}

impl Whose {
    pub(crate) fn of(register: &Register, terms: &Terms<'_>, received: &Received<'_>) -> Self {
        let mut children: Vec<(Vec<String>, String, &'static str)> = Vec::new();
        for key in children_top_down(register, terms) {
            let (answer, kind) = about(register, terms, received, key);
            let name = group(register, key);
            match children.iter_mut().find(|(_, other, of)| *other == answer && *of == kind) {
                Some((names, ..)) => names.push(name),
                None => children.push((vec![name], answer, kind)),
            }
        }
        let children = children.into_iter().map(|(names, answer, kind)| {
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            About { groups: upper(&prose(&names)), answer, kind }
        });
        Self { children: children.collect(), others: others(register, received) }
    }
}

/// The groups of children, wider ones first.
pub(crate) fn children_top_down<'r>(register: &'r Register, terms: &Terms<'r>) -> Vec<&'r str> {
    let mut children: Vec<&str> = register.vocabulary.children().into_iter().collect();
    children.sort_by_key(|key| terms.groups[key].len());
    children
}

/// The answer about one group in words, and its kind.
fn about(
    register: &Register,
    terms: &Terms<'_>,
    received: &Received<'_>,
    asked: &str,
) -> (String, &'static str) {
    let answer = received.answer(terms, asked);
    let denials = denials(register, &received.denials(terms, asked));
    let (said, kind) = match answer {
        Answer::Named => (WORDS.yes.to_owned(), "yes"),
        Answer::Sometimes => (WORDS.yes_sometimes.to_owned(), "yes"),
        Answer::Within(wider) => {
            let wider = plural(&lower(Vocabulary::name(&register.vocabulary.data_subjects, wider)));
            (format!("{} {wider}", WORDS.yes_within), "yes")
        }
        Answer::Possibly => (WORDS.possibly.to_owned(), "possibly"),
        Answer::NotUsed => (WORDS.not_used_for.to_owned(), "denied"),
        Answer::NotSaid if denials.is_empty() => (WORDS.not_said.to_owned(), "not-said"),
        Answer::NotSaid => {
            let denied = format!("{}; {}", denials.join("; "), WORDS.otherwise_not_said);
            return (denied, "denied");
        }
    };
    let all: Vec<String> = [said].into_iter().chain(denials).collect();
    (all.join("; "), kind)
}

/// What is said not to pass, with the use and the case.
fn denials(register: &Register, rows: &[&DisclosureRow]) -> Vec<String> {
    let mut limited: Vec<(String, Vec<String>)> = Vec::new();
    for row in rows {
        let contexts = &register.vocabulary.contexts;
        let context = row.context.known().map(|key| Vocabulary::name(contexts, key));
        let condition = row.condition.known().map(|text| &**text);
        let limit = crate::page::limits::behind(context, condition);
        let kind = kind(register, row).name;
        match limited.iter_mut().find(|(of, _)| *of == limit) {
            Some((_, kinds)) if kinds.contains(&kind) => {}
            Some((_, kinds)) => kinds.push(kind),
            None => limited.push((limit, vec![kind])),
        }
    }
    let words = |(limit, kinds): (String, Vec<String>)| {
        let kinds: Vec<&str> = kinds.iter().map(String::as_str).collect();
        format!("{} {}{limit}", WORDS.never_gets_short, prose(&kinds))
    };
    limited.into_iter().map(words).collect()
}

/// The groups besides children that are named, or why none is.
fn others(register: &Register, received: &Received<'_>) -> Option<String> {
    let children = register.vocabulary.children();
    let mut groups: Vec<String> = Vec::new();
    for key in received.asserted.iter().filter_map(|row| row.data_subject.known()) {
        let name = group(register, key);
        if !children.contains(key.as_str()) && !groups.contains(&name) {
            groups.push(name);
        }
    }
    let open = received.asserted.iter().any(|row| row.data_subject == Stated::Unknown);
    if !groups.is_empty() {
        let groups: Vec<&str> = groups.iter().map(String::as_str).collect();
        let named = match children.is_empty() {
            true => upper(&prose(&groups)),
            false => format!("{} {}", WORDS.also, prose(&groups)),
        };
        return Some(if open { format!("{named}. {}", WORDS.whose_open) } else { named });
    }
    match received.data {
        DataStatus::Unknown => Some(WORDS.data_unknown.to_owned()),
        DataStatus::None => Some(WORDS.no_data.to_owned()),
        DataStatus::Listed if open => Some(WORDS.whose_open.to_owned()),
        DataStatus::Listed if received.asserted.is_empty() => None,
        DataStatus::Listed => {
            let nobody = received.asserted.iter().all(|row| row.data_subject == Stated::None);
            nobody.then(|| WORDS.about_nobody.to_owned())
        }
    }
}
