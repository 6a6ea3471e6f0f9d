//! What a provider gets, what it gives back, and what it is said not to get, as readers see it.

use serde::Serialize;
use service_providers_codegen::register::Vocabulary;
use service_providers_codegen::row::DisclosureRow;
use service_providers_codegen::{Asserted, Form, Likelihood, Party, Register, Stated, YesNo};

use super::words::{WORDS, limits};
use crate::export::projection::PublishedRow;
use crate::page::{lower, plural, prose, push_new};

/// A heading and what stands below it.
#[derive(Serialize)]
pub(super) struct Flows {
    heading: &'static str,
    /// Whether the data is said not to pass.
    denied: bool,
    ways: Vec<Circumstances>,
}

/// What passes between the same two parties, in the same use and in the same case.
#[derive(Serialize)]
struct Circumstances {
    /// Who gives it, or who gets it.
    party: String,
    /// The use, with the words before it.
    context: Option<String>,
    /// The case, with the words before it.
    condition: Option<String>,
    items: Vec<Item>,
}

/// Kinds of data of the same people, in the same form.
#[derive(Serialize)]
struct Item {
    /// Whether they are named only as examples of what passes.
    example: bool,
    kinds: Vec<Kind>,
    /// Whose data it is: `of students`, or words that say why nobody is named.
    whose: String,
    limits: Vec<&'static str>,
}

/// A kind of data.
#[derive(Serialize)]
pub(super) struct Kind {
    /// Its key; `None` for data of any kind.
    key: Option<String>,
    /// Its name inside a sentence.
    pub(super) name: String,
}

/// In which direction data passes.
#[derive(Clone, Copy, PartialEq)]
enum Direction {
    Gets,
    Gives,
    Passes,
}

fn direction(row: &DisclosureRow) -> Direction {
    match (&row.sender, &row.recipient) {
        (_, Party::Provider) => Direction::Gets,
        (Party::Provider, Party::Publisher) => Direction::Gives,
        _ => Direction::Passes,
    }
}

/// Everything that passes and is said not to, in the order in which people ask. Headings without
/// anything below are left out.
pub(super) fn flows(register: &Register, published: &PublishedRow<'_>) -> Vec<Flows> {
    let headings = [
        (Direction::Gets, [WORDS.gets, WORDS.never_gets]),
        (Direction::Gives, [WORDS.gives, WORDS.never_gives]),
        (Direction::Passes, [WORDS.passes, WORDS.never_passes]),
    ];
    let mut all = Vec::new();
    for (which, [asserted, denied]) in headings {
        for (heading, rows, denied) in
            [(asserted, &published.disclosed, false), (denied, &published.not_disclosed, true)]
        {
            let rows: Vec<&DisclosureRow> =
                rows.iter().copied().filter(|row| direction(row) == which).collect();
            if !rows.is_empty() {
                all.push(Flows { heading, denied, ways: ways(register, &rows, denied) });
            }
        }
    }
    all
}

/// Rows between the same parties, in the same use and case.
fn ways(register: &Register, rows: &[&DisclosureRow], denied: bool) -> Vec<Circumstances> {
    let same = |a: &DisclosureRow, b: &DisclosureRow| {
        a.sender == b.sender
            && a.recipient == b.recipient
            && a.context == b.context
            && a.condition == b.condition
    };
    let [for_words, if_words] = match denied {
        false => [WORDS.only_for, WORDS.if_only],
        true => [WORDS.never_for, WORDS.never_if],
    };
    let groups = grouped(rows, same).into_iter();
    let way = |rows: Vec<&DisclosureRow>| {
        let row = rows[0];
        let context = row.context.known();
        let context = context.map(|key| Vocabulary::name(&register.vocabulary.contexts, key));
        Circumstances {
            party: parties(register, row),
            context: context.map(|name| format!("{for_words} {name}")),
            condition: row.condition.known().map(|text| format!("{if_words} {text}")),
            items: items(register, &rows),
        }
    };
    groups.map(way).collect()
}

fn parties(register: &Register, row: &DisclosureRow) -> String {
    let name = |party: &Party| party_name(register, party);
    match direction(row) {
        Direction::Gets => format!("{} {}", WORDS.from, name(&row.sender)),
        Direction::Passes if row.sender != Party::Provider => {
            let (from, to) = (name(&row.sender), name(&row.recipient));
            format!("{} {from} {} {to}", WORDS.from, WORDS.from_to)
        }
        Direction::Gives | Direction::Passes => format!("{} {}", WORDS.to, name(&row.recipient)),
    }
}

fn party_name(register: &Register, party: &Party) -> String {
    match party {
        Party::Publisher => register.file.publisher.name.to_string(),
        Party::Provider => lower(WORDS.provider),
        Party::OtherProvider(key) => Vocabulary::name(&register.providers, key).to_owned(),
        Party::Other(key) => lower(Vocabulary::name(&register.vocabulary.parties, key)),
    }
}

/// The kinds of data of rows, together where they are of the same people and in the same form.
fn items(register: &Register, rows: &[&DisclosureRow]) -> Vec<Item> {
    let same_data = |a: &DisclosureRow, b: &DisclosureRow| {
        a.data_category == b.data_category
            && form_and_likelihood(a) == form_and_likelihood(b)
            && subject(a) == subject(b)
    };
    let mut items: Vec<Item> = Vec::new();
    for rows in grouped(rows, same_data) {
        let (example, form, likelihood) = form_and_likelihood(rows[0]);
        let kind = kind(register, rows[0]);
        let item = Item {
            example: example == YesNo::Yes && rows[0].asserted == Asserted::Yes,
            kinds: Vec::new(),
            whose: whose(register, &rows),
            limits: limits(form, likelihood),
        };
        match items.iter_mut().find(|other| other.has_same_details(&item)) {
            Some(other) => other.kinds.push(kind),
            None => items.push(Item { kinds: vec![kind], ..item }),
        }
    }
    items
}

impl Item {
    /// Whether both say the same of their kinds.
    fn has_same_details(&self, other: &Self) -> bool {
        self.example == other.example && self.whose == other.whose && self.limits == other.limits
    }
}

fn form_and_likelihood(row: &DisclosureRow) -> (YesNo, Form, Likelihood) {
    (row.example, row.form, row.likelihood)
}

/// Whose data it is, as far as the source names somebody.
#[derive(PartialEq)]
enum Subject {
    Named,
    NoPerson,
    Unknown,
}

fn subject(row: &DisclosureRow) -> Subject {
    match row.data_subject {
        Stated::Known(_) => Subject::Named,
        Stated::None => Subject::NoPerson,
        Stated::Unknown | Stated::NotApplicable => Subject::Unknown,
    }
}

fn whose(register: &Register, rows: &[&DisclosureRow]) -> String {
    match subject(rows[0]) {
        Subject::NoPerson => format!("({})", WORDS.not_of_a_person),
        Subject::Unknown => format!("({})", WORDS.whose_unknown),
        Subject::Named => {
            let mut groups: Vec<String> = Vec::new();
            for key in rows.iter().filter_map(|row| row.data_subject.known()) {
                push_new(&mut groups, group(register, key));
            }
            format!("{} {}", WORDS.of, prose(&groups))
        }
    }
}

/// A group of people in the plural, inside a sentence.
pub(super) fn group(register: &Register, key: &str) -> String {
    plural(&lower(Vocabulary::name(&register.vocabulary.data_subjects, key)))
}

/// A kind of data inside a sentence.
pub(super) fn kind(register: &Register, row: &DisclosureRow) -> Kind {
    match row.data_category.kind() {
        None => Kind { key: None, name: WORDS.any_data.to_owned() },
        Some(key) => Kind {
            key: Some(key.to_string()),
            name: lower(Vocabulary::name(&register.vocabulary.data_categories, key)),
        },
    }
}

/// Rows in groups of those that are the same in some way, in the order of their first rows.
fn grouped<'r>(
    rows: &[&'r DisclosureRow],
    same: impl Fn(&DisclosureRow, &DisclosureRow) -> bool,
) -> Vec<Vec<&'r DisclosureRow>> {
    let mut groups: Vec<Vec<&DisclosureRow>> = Vec::new();
    for row in rows {
        match groups.iter_mut().find(|group| same(group[0], row)) {
            Some(group) => group.push(row),
            None => groups.push(vec![row]),
        }
    }
    groups
}
