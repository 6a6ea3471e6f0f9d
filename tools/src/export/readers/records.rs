//! The page of the data transparency records: what the publisher says it does with each kind of data.

use std::collections::BTreeSet;

use serde::Serialize;
use service_providers_codegen::register::{Vocabulary, ancestors};
use service_providers_codegen::row::{
    Edition, PracticeRecipientRow, PracticeRow, PracticeSubjectRow,
};
use service_providers_codegen::{Certainty, ClosedSet, RecipientRole, Register, Stated, Transfer};

use super::kinds;
use super::names::{self, known_or_word, qualified, word_for_missing};
use super::page::records_elsewhere;
use super::source::DocumentSource;
use super::words::{WORDS, Words};
use crate::export::projection::{KeysOrWord, PublishedRow, Record, is_announced, records};
use crate::export::register_facts::RegisterFacts;
use crate::missing::UNKNOWN;
use crate::page::{lower, plural, push_new};

/// What the page shows.
#[derive(Serialize)]
pub(in crate::export) struct RecordsPage {
    publisher: String,
    edition: String,
    published: String,
    /// Whether the edition is announced and not in force yet.
    announced: bool,
    /// The documents that the records come from.
    sources: Vec<DocumentSource>,
    records: Vec<RecordSection>,
    /// The records, those of the same name and purpose together.
    contents: Vec<ContentsEntry>,
    /// The other editions with records, if this one has none.
    elsewhere: Vec<String>,
    words: &'static Words,
}

/// Records in the list of contents.
#[derive(Serialize)]
struct ContentsEntry {
    name: String,
    numbers: Vec<usize>,
    /// What tells them apart, where several records have the same name.
    purpose: Option<String>,
}

/// A heading and the answers below it.
#[derive(Serialize)]
struct RecordSection {
    number: usize,
    name: String,
    #[serde(skip)]
    purpose: Option<String>,
    /// The key of the kind of data, if a provider of the edition gets it.
    kind: Option<String>,
    /// The keys and the names of wider kinds that a provider gets, nearest first.
    wider: Vec<(String, String)>,
    questions: Vec<Question>,
}

/// A question and the lines of its answer.
#[derive(Serialize)]
struct Question {
    heading: &'static str,
    lines: Vec<AnswerLine>,
}

/// A line of an answer: perhaps a provider, and what is said.
#[derive(Serialize)]
struct AnswerLine {
    provider: Option<PrintedProvider>,
    text: String,
}

/// A provider as the record prints it.
#[derive(Serialize)]
struct PrintedProvider {
    key: String,
    name: String,
    /// Whether the edition has a row of it.
    listed: bool,
    /// Whether any edition has one.
    known: bool,
}

impl RecordsPage {
    pub(in crate::export) fn new<'r>(
        facts: &RegisterFacts<'r>,
        edition: &Edition,
        rows: &[PublishedRow<'r>],
    ) -> Self {
        let register = facts.register;
        let records = records(register, &edition.id);
        let mut sources: Vec<&str> = Vec::new();
        for record in &records {
            push_new(&mut sources, &*record.listing.document);
        }
        let page = RecordsContext::new(facts, rows, &records);
        let parts: Vec<RecordSection> = records.iter().map(|record| part(&page, record)).collect();
        Self {
            publisher: register.file.publisher.name.to_string(),
            edition: edition.id.clone(),
            published: edition.published.clone(),
            announced: is_announced(register, edition),
            sources: (sources.iter())
                .map(|source| DocumentSource::new(register, edition, source))
                .collect(),
            contents: contents(&parts),
            records: parts,
            elsewhere: records_elsewhere(register, edition),
            words: &WORDS,
        }
    }
}

/// What records can link to: providers, and kinds of data.
struct RecordsContext<'f, 'r> {
    register: &'r Register,
    facts: &'f RegisterFacts<'r>,
    /// The providers that the edition lists.
    listed: BTreeSet<&'r str>,
    /// The kinds of data that providers get.
    kinds: BTreeSet<&'r str>,
    /// The kinds of data with several records.
    repeated: BTreeSet<&'r str>,
}

impl<'f, 'r> RecordsContext<'f, 'r> {
    fn new(
        facts: &'f RegisterFacts<'r>,
        rows: &[PublishedRow<'r>],
        records: &[Record<'r>],
    ) -> Self {
        Self {
            register: facts.register,
            facts,
            listed: rows.iter().map(|row| row.row.provider.as_str()).collect(),
            kinds: kinds::keys(rows),
            repeated: names::repeated(records.iter().map(|record| &*record.row.data_category)),
        }
    }

    fn named(&self, row: &PracticeRecipientRow) -> PrintedProvider {
        PrintedProvider {
            key: row.provider.to_string(),
            name: row.published_name.to_string(),
            listed: self.listed.contains(row.provider.as_str()),
            known: self.facts.listed.contains_key(row.provider.as_str()),
        }
    }
}

fn part(page: &RecordsContext<'_, '_>, record: &Record<'_>) -> RecordSection {
    let register = page.register;
    let (row, terms) = (record.row, &register.vocabulary);
    let name = Vocabulary::name(&terms.data_categories, &row.data_category).to_owned();
    let with = |role, or: &str| recipients(page, record, role, or);
    let shared = word_for_missing(record.shared_answer());
    let mut questions = vec![
        question(
            WORDS.record_known,
            vec![row.certainty.term().meaning.to_owned(), row.inferred_from.to_string()],
        ),
        question(
            WORDS.record_whose,
            record.subjects.iter().map(|row| subject(register, row)).collect(),
        ),
        question(
            WORDS.record_collected,
            vec![names::names(&terms.collection_methods, &KeysOrWord::from(&row.collection))],
        ),
        question(WORDS.record_acquired, vec![acquired_from(register, row)]),
        question(WORDS.record_purpose, vec![row.summary.to_string()]),
        question(WORDS.record_use, vec![row.use_.to_string()]),
        with(RecipientRole::Stores, WORDS.record_nobody),
        with(RecipientRole::BacksUp, WORDS.record_nobody),
        with(RecipientRole::Tracks, WORDS.record_nobody),
        with(RecipientRole::Receives, shared),
        question(WORDS.record_transfer, vec![transfer(register, record)]),
        question(WORDS.record_legal_bases, legal_bases(register, record)),
    ];
    if let Some(note) = row.note.known() {
        questions.push(question(WORDS.notes, vec![note.to_string()]));
    }
    let is_repeated = page.repeated.contains(row.data_category.as_str());
    let purpose = is_repeated.then(|| row.summary.to_string());
    let kind = row.data_category.to_string();
    let wider = ancestors(&terms.data_categories, &kind).into_iter().skip(1);
    let wider = wider.filter(|key| page.kinds.contains(*key));
    let wider = wider
        .map(|key| (key.to_owned(), Vocabulary::name(&terms.data_categories, key).to_owned()))
        .collect();
    let kind = page.kinds.contains(kind.as_str()).then_some(kind);
    RecordSection { number: record.position, name, purpose, kind, wider, questions }
}

/// The records in their order, those of the same name and purpose together.
fn contents(parts: &[RecordSection]) -> Vec<ContentsEntry> {
    let mut entries: Vec<ContentsEntry> = Vec::new();
    for part in parts {
        let is_same =
            |entry: &&mut ContentsEntry| entry.name == part.name && entry.purpose == part.purpose;
        match entries.iter_mut().find(is_same) {
            Some(same) => same.numbers.push(part.number),
            None => entries.push(ContentsEntry {
                name: part.name.clone(),
                numbers: vec![part.number],
                purpose: part.purpose.clone(),
            }),
        }
    }
    entries
}

fn question(heading: &'static str, lines: Vec<String>) -> Question {
    let lines = lines.into_iter().map(|text| AnswerLine { provider: None, text });
    Question { heading, lines: lines.collect() }
}

/// What a provider does with the data, as a heading.
pub(super) fn role(role: RecipientRole) -> &'static str {
    match role {
        RecipientRole::Stores => WORDS.record_stored,
        RecipientRole::BacksUp => WORDS.record_backed_up,
        RecipientRole::Tracks => WORDS.record_tracked,
        RecipientRole::Receives => WORDS.record_shared,
    }
}

fn subject(register: &Register, row: &PracticeSubjectRow) -> String {
    let who = match &row.data_subject {
        Stated::None => WORDS.record_no_person.to_owned(),
        subject => known_or_word(subject, |key| {
            plural(Vocabulary::name(&register.vocabulary.data_subjects, key))
        }),
    };
    let relations = &register.vocabulary.relations;
    let relation = relations.iter().find(|term| row.relation.known() == Some(&term.key));
    let relation = relation.map_or(WORDS.record_from_nobody, |term| &term.description);
    let relation = names::inner(relation);
    match row.condition.known() {
        Some(condition) => format!("{who}: {relation}. {condition}"),
        None => format!("{who}: {relation}."),
    }
}

fn recipients(
    page: &RecordsContext<'_, '_>,
    record: &Record<'_>,
    of: RecipientRole,
    or: &str,
) -> Question {
    let line = |row| {
        let text = format!("({})", qualifiers(page.register, row).join("; "));
        AnswerLine { provider: Some(page.named(row)), text }
    };
    let lines: Vec<AnswerLine> = record.recipients_as(&[of]).map(line).collect();
    let nobody = || vec![AnswerLine { provider: None, text: or.to_owned() }];
    Question { heading: role(of), lines: if lines.is_empty() { nobody() } else { lines } }
}

/// What is said of a provider that gets the data.
fn qualifiers(register: &Register, row: &PracticeRecipientRow) -> Vec<String> {
    let mut qualifiers = vec![match KeysOrWord::from(&row.country) {
        KeysOrWord::Word(UNKNOWN) => WORDS.where_unknown.to_owned(),
        countries => names::names(&register.vocabulary.countries, &countries),
    }];
    qualifiers.extend(row.service.known().map(|service| service.to_string()));
    if row.identity != Certainty::Stated {
        let name = Vocabulary::name(&register.providers, &row.provider);
        qualifiers.push(format!("{} {name}", WORDS.record_taken_for));
        qualifiers.push(super::words::certainty(row.identity).to_owned());
    }
    qualifiers.extend(row.reason.known().map(|reason| lower(&names::inner(reason))));
    qualifiers
}

/// From whom data is acquired. A record that names nobody does not say that there is nobody.
fn acquired_from(register: &Register, row: &PracticeRow) -> String {
    match row.acquired_from {
        Stated::None => WORDS.record_nobody.to_owned(),
        _ => names::name(&register.providers, &row.acquired_from),
    }
}

fn transfer(register: &Register, record: &Record<'_>) -> String {
    let row = record.row;
    let answer = match (row.transfer, KeysOrWord::from(&row.destination)) {
        (Transfer::Yes, countries @ KeysOrWord::Keys(_)) => {
            format!(
                "{} {}",
                WORDS.record_yes_to,
                names::names(&register.vocabulary.countries, &countries)
            )
        }
        (Transfer::Yes, KeysOrWord::Word(_)) => WORDS.record_yes.to_owned(),
        (Transfer::No, _) => WORDS.record_no.to_owned(),
        (Transfer::NotApplicable, _) => WORDS.not_applicable.to_owned(),
        (Transfer::Unknown, _) => WORDS.unknown.to_owned(),
    };
    match row.transfer_reason.known() {
        Some(reason) => format!("{answer}. {reason}"),
        None => answer,
    }
}

fn legal_bases(register: &Register, record: &Record<'_>) -> Vec<String> {
    let bases = &register.vocabulary.legal_bases;
    match KeysOrWord::from(&record.row.legal_bases) {
        KeysOrWord::Word(word) => vec![word_for_missing(word).to_owned()],
        KeysOrWord::Keys(keys) => (bases.iter())
            .filter(|basis| keys.contains(&&*basis.key))
            .map(|basis| qualified(&basis.name, &[basis.article.to_string()]))
            .collect(),
    }
}
