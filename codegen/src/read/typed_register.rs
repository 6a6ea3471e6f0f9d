//! Reads `register.json`.

use std::borrow::Cow;

use serde::Deserialize as _;
use serde_json::Value;

use super::characters::SPACE;
use super::files::open;
use crate::cells::{JsonFile, LAYOUT, OUTER_SPACE, check_characters};
use crate::hashing::HashSet;
use crate::keys::{KeysByTable, TableKeys};
use crate::problem::{Code, Place, Problem, SYNC};
use crate::rules::cell::{self as rules, CellAt};
use crate::schema::{Fault, Presence, REGISTER_SCHEMA, RowSchema, mismatch};
use crate::sources::Sources;
use crate::tables::row::RegisterFile;
use crate::tables::{Column, DOCUMENTS, EDITIONS, REGISTER};
use crate::text::{json_text, pointer_to};

/// `register.json`, typed, with the places of its parts.
pub(crate) struct TypedRegister<'s> {
    pub(crate) content: RegisterFile,
    file: JsonFile<'s>,
}

impl TypedRegister<'_> {
    /// The place of the part at a JSON pointer.
    pub(crate) fn place(&self, pointer: &str) -> Place {
        self.file.place(pointer)
    }

    /// A problem with the part at a JSON pointer, which holds this value.
    pub(crate) fn problem(
        &self,
        code: &'static Code,
        pointer: &str,
        value: impl Into<String>,
        message: impl Into<String>,
    ) -> Problem {
        Problem::new(code, self.place(pointer), message).field("register", pointer).value(value)
    }
}

/// The keys of the documents and of the editions.
pub(super) fn keys_of_register<'s>(content: &RegisterFile) -> KeysByTable<'s> {
    let documents = &content.documents;
    let known: HashSet<Cow<'_, str>> =
        documents.iter().map(|document| document.id.to_string().into()).collect();
    // Where an id is there twice, nobody knows what the other document was to be called.
    let complete = known.len() == documents.len();
    // The day of publication counts as well. Then a slip in an id is reported once, at the id.
    let editions = (content.editions.iter())
        .flat_map(|edition| [edition.id.clone(), edition.published.clone()])
        .map(Cow::from)
        .collect();
    KeysByTable::from_iter([
        (DOCUMENTS, TableKeys::of_set(known, complete, Vec::new())),
        (EDITIONS, TableKeys::of_set(editions, true, Vec::new())),
    ])
}

/// Reads the file. `None` where something is wrong, which is reported.
pub(super) fn read<'s>(
    sources: &'s Sources,
    problems: &mut Vec<Problem>,
) -> Option<TypedRegister<'s>> {
    let schema = RowSchema::read(sources, REGISTER_SCHEMA, problems);
    let opened = problems.len();
    let file = JsonFile::read(open(sources, REGISTER, problems)?, problems)?;
    let parsed = problems.len();
    let mut texts = Vec::new();
    collect_texts(&file.value, String::new(), &mut texts);
    let texts: Vec<(String, &str, Column)> = (texts.into_iter())
        .map(|(pointer, text)| {
            let column = schema.column(&pointer);
            (pointer, text, column)
        })
        .collect();
    let mut refused: HashSet<&str> = HashSet::default();
    for (pointer, text, column) in &texts {
        if let Some(problem) = character_problem(text, column.is_plain(), || file.place(pointer)) {
            problems.push(problem.field("register", pointer).value(*text));
            refused.insert(pointer);
        }
    }
    for fault in schema.faults(&file.value) {
        if !refused.contains(fault.pointer.as_str()) {
            problems.push(schema_problem(&file, fault));
        }
    }
    if problems.len() > parsed {
        return None;
    }
    // `sync` mends the layout together with other faults of the file, so it is reported alone.
    if problems.len() == opened {
        problems.extend(layout_problem(&file));
    }
    match RegisterFile::deserialize(&file.value) {
        Ok(content) => {
            check_cells(&file, &texts, &keys_of_register(&content), problems);
            Some(TypedRegister { content, file })
        }
        Err(error) => {
            problems.push(mismatch(file.place(""), "register", &error.to_string()));
            None
        }
    }
}

/// Applies the rules for one cell to every text. With each come the pointer to it and its column.
fn check_cells(
    file: &JsonFile<'_>,
    texts: &[(String, &str, Column)],
    keys: &KeysByTable<'_>,
    problems: &mut Vec<Problem>,
) {
    for (pointer, text, column) in texts {
        let before = problems.len();
        let cell = CellAt {
            table: "register",
            column,
            items: &[text.trim()],
            tables: keys,
            place: &|_| file.place(pointer),
        };
        rules::check(&cell, problems);
        for problem in &mut problems[before..] {
            pointer.clone_into(&mut problem.field);
        }
    }
}

/// What is wrong with the characters of a text.
fn character_problem(text: &str, plain: bool, place: impl Fn() -> Place) -> Option<Problem> {
    match check_characters(text.trim_matches(' '), plain) {
        Some(finding) => {
            Some(Problem::new(finding.code, place(), finding.message).help(finding.help))
        }
        None => {
            (text != text.trim()).then(|| Problem::new(&OUTER_SPACE, place(), SPACE).help(SYNC))
        }
    }
}

/// What the schema refuses.
fn schema_problem(file: &JsonFile<'_>, fault: Fault) -> Problem {
    let place = match fault.presence {
        Presence::Unexpected => file.place_of_name(&fault.pointer),
        Presence::Right | Presence::Missing => file.place(&fault.pointer),
    };
    let value = &file.text.text[place.span.start..place.span.end];
    Problem::new(fault.code, place, fault.message)
        .field("register", &fault.pointer)
        .value(value)
        .help(fault.help)
        .cause(fault.cause)
}

/// Where the layout begins to differ from the one that `sync` writes.
fn layout_problem(file: &JsonFile<'_>) -> Option<Problem> {
    let text = file.text.text;
    let wanted = json_text(&file.value);
    if text == wanted {
        return None;
    }
    let same = text.lines().zip(wanted.lines()).take_while(|(found, wanted)| found == wanted);
    let line = same.count().min(file.text.line_count() - 1);
    let place = file.text.place(file.text.line_range(line));
    let message = "the layout differs from here on";
    Some(Problem::new(&LAYOUT, place, message).field("register", "").help(SYNC))
}

/// Collects all texts inside a value, each with the JSON pointer to it.
fn collect_texts<'v>(value: &'v Value, pointer: String, texts: &mut Vec<(String, &'v str)>) {
    match value {
        Value::String(text) => texts.push((pointer, text)),
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                collect_texts(item, format!("{pointer}/{index}"), texts);
            }
        }
        Value::Object(members) => {
            for (name, member) in members {
                collect_texts(member, pointer_to(&pointer, name), texts);
            }
        }
        _ => {}
    }
}
