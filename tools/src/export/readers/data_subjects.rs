//! Whose data a provider gets: for each group of children an answer, then the other groups by name.

use serde::Serialize;
use service_providers_codegen::register::Vocabulary;
use service_providers_codegen::row::DisclosureRow;
use service_providers_codegen::{Asserted, DataStatus, Key, Likelihood, Party, Register, Stated};

use super::flows::{group, kind};
use super::words::WORDS;
use crate::export::projection::{PublishedRow, Terms};
use crate::page::limits::in_brackets;
use crate::page::{prose, push_new, upper};

/// The answer to the question whose data a provider gets.
#[derive(Serialize)]
pub(super) struct DataSubjects {
    /// Groups of children with the answers about them.
    children: Vec<GroupAnswer>,
    /// The other groups that are named, or why none is.
    others: Option<String>,
}

/// An answer about groups.
#[derive(Serialize)]
struct GroupAnswer {
    groups: String,
    phrases: Vec<Phrase>,
}

/// A part of an answer.
#[derive(Serialize, PartialEq, Eq)]
struct Phrase {
    text: String,
    kind: Verdict,
}

/// What a part of an answer says.
#[derive(Serialize, Clone, Copy, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
enum Verdict {
    Yes,
    Possibly,
    NotSaid,
    Denied,
}

/// An answer names at most this many kinds of data.
const MAX_KINDS: usize = 3;

/// A use or condition longer than this, in characters, is shown only in the card.
const MAX_LIMIT_LENGTH: usize = 60;

/// What the rows say of one group.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Answer<'r> {
    /// The group is named, or a group in it.
    Named,
    /// The same, and each time only in some use or case.
    Sometimes,
    /// Only a wider group is named without doubt.
    Within {
        /// The wider group.
        group: &'r str,
        /// Whether it is named only in some use or case.
        sometimes: bool,
    },
    /// It is left open.
    Possibly,
    /// Nothing is said of it.
    NotSaid,
    /// The provider is said not to be used for it.
    NotUsed,
}

impl Answer<'_> {
    /// Whether data of the group passes without doubt.
    pub(super) fn is_certain(self) -> bool {
        matches!(self, Self::Named | Self::Sometimes | Self::Within { .. })
    }
}

/// What a row says that its provider gets and does not get.
pub(super) struct Received<'r> {
    pub(super) data: DataStatus,
    /// The groups for whom it is not used.
    pub(super) excluded: &'r [Key],
    /// What is said to pass to it, in this row or in another one.
    pub(super) asserted: Vec<&'r DisclosureRow>,
    pub(super) denied: Vec<&'r DisclosureRow>,
}

impl<'r> Received<'r> {
    /// What a row says, and what `elsewhere` says of its provider.
    pub(super) fn of(published: &PublishedRow<'r>, elsewhere: &[&'r DisclosureRow]) -> Self {
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
    pub(super) fn answer(&self, terms: &Terms<'r>, asked: &str) -> Answer<'r> {
        let wider = terms.groups.ancestors(asked);
        let of_groups = |holds: &dyn Fn(&str) -> bool| -> Vec<&'r DisclosureRow> {
            let rows = self.asserted.iter().copied();
            rows.filter(|row| row.data_subject.known().is_some_and(|key| holds(key))).collect()
        };
        let is_sure = |row: &&&DisclosureRow| row.likelihood == Likelihood::Stated;
        let limited = |row: &&DisclosureRow| row.is_limited();
        let named = of_groups(&|key| terms.is_in(key, asked));
        let sure: Vec<_> = named.iter().filter(is_sure).copied().collect();
        if !sure.is_empty() {
            return if sure.iter().all(limited) { Answer::Sometimes } else { Answer::Named };
        }
        let excluded = self.excluded.iter().any(|key| wider.contains(&key.as_str()));
        let of_wider = of_groups(&|key| wider.contains(&key));
        let of_wider: Vec<_> = of_wider.iter().filter(is_sure).copied().collect();
        match of_wider.first().and_then(|row| row.data_subject.known()) {
            Some(group) if !excluded => {
                return Answer::Within { group, sometimes: of_wider.iter().all(limited) };
            }
            _ => {}
        }
        if !named.is_empty() {
            return Answer::Possibly;
        }
        if excluded {
            return Answer::NotUsed;
        }
        let is_open = |row: &&DisclosureRow| match &row.data_subject {
            Stated::Known(key) => terms.can_overlap_by_key(key, asked),
            Stated::Unknown => true,
            Stated::None | Stated::NotApplicable => false,
        };
        match self.data == DataStatus::Unknown || self.asserted.iter().any(is_open) {
            true => Answer::Possibly,
            false => Answer::NotSaid,
        }
    }

    /// The denials that hold for a whole group.
    pub(super) fn denials(&self, terms: &Terms<'r>, asked: &str) -> Vec<&'r DisclosureRow> {
        let holds = |row: &&DisclosureRow| {
            row.data_subject
                .known()
                .is_some_and(|key| terms.groups.ancestors(asked).contains(&&**key))
        };
        self.denied.iter().copied().filter(holds).collect()
    }
}

impl DataSubjects {
    pub(super) fn of(register: &Register, terms: &Terms<'_>, received: &Received<'_>) -> Self {
        let mut children: Vec<(Vec<String>, Vec<Phrase>)> = Vec::new();
        for key in children_top_down(register, terms) {
            let phrases = about(register, terms, received, key);
            let name = group(register, key);
            match children.iter_mut().find(|(_, other)| *other == phrases) {
                Some((names, _)) => names.push(name),
                None => children.push((vec![name], phrases)),
            }
        }
        let children = children
            .into_iter()
            .map(|(names, phrases)| GroupAnswer { groups: upper(&prose(&names)), phrases });
        Self { children: children.collect(), others: others(register, received) }
    }
}

/// The groups of children, wider ones first.
fn children_top_down<'r>(register: &'r Register, terms: &Terms<'r>) -> Vec<&'r str> {
    let mut children: Vec<&str> = register.vocabulary.children().into_iter().collect();
    children.sort_by_key(|key| terms.groups.ancestors(key).len());
    children
}

/// The answer about one group in words.
fn about(
    register: &Register,
    terms: &Terms<'_>,
    received: &Received<'_>,
    asked: &str,
) -> Vec<Phrase> {
    let denied = denials(register, &received.denials(terms, asked)).into_iter();
    let mut denied = denied.map(|text| Phrase { text, kind: Verdict::Denied }).collect::<Vec<_>>();
    let (text, kind) = match received.answer(terms, asked) {
        Answer::Named => (WORDS.yes.to_owned(), Verdict::Yes),
        Answer::Sometimes => (WORDS.yes_sometimes.to_owned(), Verdict::Yes),
        Answer::Within { group: wider, sometimes } => {
            let yes = if sometimes { WORDS.yes_sometimes_within } else { WORDS.yes_within };
            (format!("{yes} {}", group(register, wider)), Verdict::Yes)
        }
        Answer::Possibly => (WORDS.possibly.to_owned(), Verdict::Possibly),
        Answer::NotUsed => (WORDS.not_used_for.to_owned(), Verdict::Denied),
        Answer::NotSaid if denied.is_empty() => (WORDS.not_said.to_owned(), Verdict::NotSaid),
        Answer::NotSaid => {
            let text = WORDS.otherwise_not_said.to_owned();
            denied.push(Phrase { text, kind: Verdict::NotSaid });
            return denied;
        }
    };
    [Phrase { text, kind }].into_iter().chain(denied).collect()
}

/// What is said not to pass, in short: first what never passes, then what does not pass in some use or
/// case. The card has all of it.
fn denials(register: &Register, rows: &[&DisclosureRow]) -> Vec<String> {
    let contexts = &register.vocabulary.contexts;
    let (mut always, mut sometimes): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
    let mut limits: Vec<String> = Vec::new();
    for row in rows {
        let context = row.context.known().map(|key| Vocabulary::name(contexts, key));
        let limit = in_brackets(context, row.condition.known().map(|text| &**text));
        let kinds = if limit.is_empty() { &mut always } else { &mut sometimes };
        push_new(kinds, kind(register, row).name);
        if !limit.is_empty() {
            push_new(&mut limits, limit);
        }
    }
    sometimes.retain(|kind| !always.contains(kind) && !always.iter().any(|k| k == WORDS.any_data));
    let limit = match &limits[..] {
        [only] if only.chars().count() <= MAX_LIMIT_LENGTH => only.clone(),
        _ => format!(" {}", WORDS.in_some_cases),
    };
    let mut sentences = Vec::new();
    for (kinds, limit) in [(always, String::new()), (sometimes, limit)] {
        if !kinds.is_empty() {
            sentences.push(format!("{} {}{limit}", WORDS.never_gets_short, first_names(&kinds)));
        }
    }
    sentences
}

/// The first kinds of data, and how many there are besides. Data of any kind stands for all.
fn first_names(kinds: &[String]) -> String {
    if kinds.iter().any(|kind| kind == WORDS.any_data) {
        return WORDS.any_data.to_owned();
    }
    let mut names: Vec<&str> = kinds.iter().map(String::as_str).collect();
    let more = format!("{} {}", (names.len().saturating_sub(MAX_KINDS)), WORDS.more_kinds);
    if names.len() > MAX_KINDS + 1 {
        names.truncate(MAX_KINDS);
        names.push(&more);
    }
    prose(&names)
}

/// The groups besides children that are named, or why none is.
fn others(register: &Register, received: &Received<'_>) -> Option<String> {
    let children = register.vocabulary.children();
    let mut groups: Vec<String> = Vec::new();
    for key in received.asserted.iter().filter_map(|row| row.data_subject.known()) {
        if !children.contains(key.as_str()) {
            push_new(&mut groups, group(register, key));
        }
    }
    let open = received.asserted.iter().any(|row| row.data_subject == Stated::Unknown);
    if !groups.is_empty() {
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
