//! The page of the data transparency records.

use serde::Serialize;
use service_providers_codegen::register::Vocabulary;
use service_providers_codegen::row::{Edition, PracticeRecipientRow, PracticeSubjectRow};
use service_providers_codegen::{Certainty, RecipientRole, Register, Stated, TermSet, Transfer};

use super::words;
use crate::export::projection::{KeysOrWord, Record, is_announced, records};
use crate::export::readers::Source;
use crate::missing::{EDITION_PAGES, UNKNOWN};
use crate::page::plural;

/// What the template shows.
#[derive(Serialize)]
pub(super) struct Page {
    publisher: String,
    edition: String,
    published: String,
    /// Whether the edition is announced and not in force yet.
    announced: bool,
    /// The documents that the records come from.
    sources: Vec<Source>,
    records: Vec<Part>,
}

/// A heading and the answers below it.
#[derive(Serialize)]
struct Part {
    number: usize,
    name: String,
    /// Each with the lines of its answer.
    questions: Vec<(&'static str, Vec<String>)>,
}

impl Page {
    pub(super) fn new(register: &Register, edition: &Edition) -> Self {
        let records = records(register, &edition.id);
        let mut sources: Vec<&str> = Vec::new();
        for record in &records {
            if !sources.contains(&&*record.listing.document) {
                sources.push(&record.listing.document);
            }
        }
        Self {
            publisher: register.file.publisher.name.to_string(),
            edition: edition.id.clone(),
            published: edition.published.clone(),
            announced: is_announced(register, edition),
            sources: (sources.iter())
                .map(|source| Source::new(register, edition, source))
                .collect(),
            records: records.iter().map(|record| part(register, record)).collect(),
        }
    }
}

fn part(register: &Register, record: &Record<'_>) -> Part {
    let (row, terms) = (record.row, &register.vocabulary);
    let name = Vocabulary::name(&terms.data_categories, &row.data_category).to_owned();
    let with = |role, or: &str| recipients(register, record, role, or);
    let shared = words::word(record.shared_answer());
    let mut questions = vec![
        (
            "How the kind of information is known",
            vec![row.certainty.term().meaning.to_owned(), row.inferred_from.to_string()],
        ),
        ("Whose it is", record.subjects.iter().map(|row| subject(register, row)).collect()),
        (
            "How it is collected",
            vec![words::names(&terms.collection_methods, &KeysOrWord::from(&row.collection))],
        ),
        ("Acquired from", vec![words::name(&register.providers, &row.acquired_from)]),
        ("What it is collected for", vec![row.summary.to_string()]),
        ("How it is used", vec![row.use_.to_string()]),
        ("Stored with", with(RecipientRole::Stores, NONE_NAMED)),
        ("Backed up with", with(RecipientRole::BacksUp, NONE_NAMED)),
        ("Tracked by", with(RecipientRole::Tracks, NONE_NAMED)),
        ("Shared with", with(RecipientRole::Receives, shared)),
        ("Leaves the European Economic Area", vec![transfer(register, record)]),
        ("Legal bases", legal_bases(register, record)),
    ];
    if let Some(note) = row.note.known() {
        questions.push(("Note", vec![note.to_string()]));
    }
    Part { number: record.position, name, questions }
}

const NONE_NAMED: &str = "None named";

fn subject(register: &Register, row: &PracticeSubjectRow) -> String {
    let who = match &row.data_subject {
        Stated::None => "Nobody".to_owned(),
        Stated::Known(key) => plural(Vocabulary::name(&register.vocabulary.data_subjects, key)),
        missing => words::word(&missing.to_string()).to_owned(),
    };
    let relations = &register.vocabulary.relations;
    let relation = relations.iter().find(|term| row.relation.known() == Some(&term.key));
    let relation = relation.map_or("Not collected from any user.", |term| &term.description);
    let relation = words::inner(relation);
    match row.condition.known() {
        Some(condition) => format!("{who}: {relation}. {condition}"),
        None => format!("{who}: {relation}."),
    }
}

fn recipients(
    register: &Register,
    record: &Record<'_>,
    role: RecipientRole,
    or: &str,
) -> Vec<String> {
    let lines: Vec<String> =
        record.recipients_as(&[role]).map(|row| recipient(register, row)).collect();
    if lines.is_empty() { vec![or.to_owned()] } else { lines }
}

fn recipient(register: &Register, row: &PracticeRecipientRow) -> String {
    let mut qualifiers = vec![match KeysOrWord::from(&row.country) {
        KeysOrWord::Word(UNKNOWN) => "where is not stated".to_owned(),
        countries => words::names(&register.vocabulary.countries, &countries),
    }];
    qualifiers.extend(row.service.known().map(|service| service.to_string()));
    if row.identity != Certainty::Stated {
        let name = Vocabulary::name(&register.providers, &row.provider);
        qualifiers.push(format!("taken to be {name}"));
        qualifiers.push(format!("certainty: {}", row.identity));
    }
    qualifiers.extend(row.reason.known().map(|reason| words::inner(reason)));
    words::qualified(&row.published_name, &qualifiers)
}

fn transfer(register: &Register, record: &Record<'_>) -> String {
    let row = record.row;
    let answer = match (row.transfer, KeysOrWord::from(&row.destination)) {
        (Transfer::Yes, countries @ KeysOrWord::Keys(_)) => {
            format!("Yes, to {}", words::names(&register.vocabulary.countries, &countries))
        }
        (Transfer::Yes, KeysOrWord::Word(_)) => "Yes".to_owned(),
        (Transfer::No, _) => "No".to_owned(),
        (Transfer::NotApplicable, _) => EDITION_PAGES.not_applicable.to_owned(),
        (Transfer::Unknown, _) => EDITION_PAGES.unknown.to_owned(),
    };
    match row.transfer_reason.known() {
        Some(reason) => format!("{answer}. {reason}"),
        None => answer,
    }
}

fn legal_bases(register: &Register, record: &Record<'_>) -> Vec<String> {
    let bases = &register.vocabulary.legal_bases;
    match KeysOrWord::from(&record.row.legal_bases) {
        KeysOrWord::Word(word) => vec![words::word(word).to_owned()],
        KeysOrWord::Keys(keys) => (bases.iter())
            .filter(|basis| keys.contains(&&*basis.key))
            .map(|basis| words::qualified(&basis.name, &[basis.article.to_string()]))
            .collect(),
    }
}
