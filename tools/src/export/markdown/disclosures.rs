//! The column `Information`: what is disclosed, by whom, to whom, and about whom.

use service_providers_codegen::register::Vocabulary;
use service_providers_codegen::row::DisclosureRow;
use service_providers_codegen::{DataStatus, Key, Register, Stated};

use super::words;
use crate::export::projection::PublishedRow;
use crate::missing::EDITION_PAGES;
use crate::page::limits;

/// What is disclosed, and what is said not to be: one line for each sender and recipient, set of
/// people and condition. `None` if the source names no data.
pub(super) fn information(
    register: &Register,
    published: &PublishedRow<'_>,
) -> Option<Vec<String>> {
    let mut lines = lines(register, &published.disclosed, "From");
    lines.extend(self::lines(register, &published.not_disclosed, "Not disclosed, from"));
    match published.row.data {
        _ if !lines.is_empty() => Some(lines),
        DataStatus::None => Some(vec![EDITION_PAGES.none.to_owned()]),
        DataStatus::Listed | DataStatus::Unknown => None,
    }
}

/// Disclosures that differ only in whose data it is.
struct ByData<'r> {
    row: &'r DisclosureRow,
    subjects: Vec<&'r Stated<Key>>,
}

/// A line of the cell.
struct Line {
    /// Who discloses to whom, in which use, about whom.
    opening: String,
    condition: String,
    data: Vec<String>,
}

fn lines(register: &Register, rows: &[&DisclosureRow], from: &str) -> Vec<String> {
    let mut lines: Vec<Line> = Vec::new();
    for disclosure in by_data(rows) {
        let opening = opening(register, &disclosure, from);
        let condition = disclosure.row.condition.known().map(|text| &**text);
        let condition = limits::closing(condition.as_slice());
        let data = words::data(register, disclosure.row);
        let same = |line: &&mut Line| line.opening == opening && line.condition == condition;
        match lines.iter_mut().find(same) {
            Some(line) => line.data.push(data),
            None => lines.push(Line { opening, condition, data: vec![data] }),
        }
    }
    let text =
        |line: Line| format!("{}: {}.{}", line.opening, line.data.join("; "), line.condition);
    lines.into_iter().map(text).collect()
}

fn by_data<'r>(rows: &[&'r DisclosureRow]) -> Vec<ByData<'r>> {
    let mut all: Vec<ByData<'_>> = Vec::new();
    for row in rows.iter().copied() {
        match all.iter_mut().find(|other| differ_in_subject_only(other.row, row)) {
            Some(other) if other.subjects.contains(&&row.data_subject) => {}
            Some(other) => other.subjects.push(&row.data_subject),
            None => all.push(ByData { row, subjects: vec![&row.data_subject] }),
        }
    }
    all
}

fn differ_in_subject_only(a: &DisclosureRow, b: &DisclosureRow) -> bool {
    let mut a = a.clone();
    a.position = b.position;
    a.data_subject.clone_from(&b.data_subject);
    a == *b
}

fn opening(register: &Register, disclosure: &ByData<'_>, from: &str) -> String {
    let row = disclosure.row;
    let sender = words::party(register, &row.sender);
    let recipient = words::party(register, &row.recipient);
    let contexts = &register.vocabulary.contexts;
    let context = row.context.known().map(|key| Vocabulary::name(contexts, key));
    let context = limits::opening(context.as_slice());
    let people = people(register, &disclosure.subjects);
    format!("{from} {sender} to {recipient}, {context}about {people}")
}

fn people(register: &Register, subjects: &[&Stated<Key>]) -> String {
    let name = |subject: &&Stated<Key>| match subject {
        Stated::Known(key) => Vocabulary::name(&register.vocabulary.data_subjects, key).to_owned(),
        Stated::None => EDITION_PAGES.no_person.to_owned(),
        Stated::Unknown | Stated::NotApplicable => EDITION_PAGES.unknown_person.to_owned(),
    };
    subjects.iter().map(name).collect::<Vec<_>>().join(", ")
}
