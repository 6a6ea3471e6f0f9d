//! What a schema refuses, in words for the person who edits the data.

use jsonschema::ValidationError;
use jsonschema::error::ValidationErrorKind;
use serde_json::Value;

use super::codes::{BLANK_CELL, FORM, REPEATED_ITEM, SHAPE, TERM, TOO_LONG, WORD};
use super::help::{form_help, words_help};
use super::validate::RowSchema;
use crate::cell_types::Kind;
use crate::hashing::HashSet;
use crate::problem::{Cause, Code};
use crate::suggest;
use crate::tables::Column;
use crate::text::{pointer_segments, pointer_to};

/// What is wrong with one part of a value.
pub(crate) struct Fault {
    pub(crate) code: &'static Code,
    /// JSON pointer to the part; where something is missing, to where it should be.
    pub(crate) pointer: String,
    pub(crate) presence: Presence,
    pub(crate) message: String,
    pub(crate) help: String,
    /// What is there and what should be, where the same in many cells is one mistake.
    pub(crate) cause: Option<Cause>,
}

/// Whether a part should be there, and is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Presence {
    /// It should and is; something else is wrong with it.
    Right,
    /// It should be there and is not.
    Missing,
    /// It is there under a name that the schema does not know.
    Unexpected,
}

impl Fault {
    fn new(code: &'static Code, message: impl Into<String>, help: impl Into<String>) -> Self {
        Self {
            code,
            pointer: String::new(),
            presence: Presence::Right,
            message: message.into(),
            help: help.into(),
            cause: None,
        }
    }

    fn with_cause(self, found: &str, expected: &str) -> Self {
        Self { cause: Some(Cause::new(found, expected)), ..self }
    }
}

impl RowSchema {
    /// What one error of the validator says.
    pub(super) fn fault(&self, error: &ValidationError<'_>) -> Fault {
        let pointer = error.instance_path().as_str();
        match error.kind() {
            ValidationErrorKind::Required { property } => {
                self.missing(pointer_to(pointer, property.as_str().unwrap_or_default()))
            }
            ValidationErrorKind::AdditionalProperties { unexpected } => {
                let names: Vec<String> =
                    unexpected.iter().map(|name| format!("`{name}`")).collect();
                let message = format!("there is no member {} here", names.join(" or "));
                Fault {
                    pointer: unexpected
                        .first()
                        .map_or_else(String::new, |first| pointer_to(pointer, first)),
                    presence: Presence::Unexpected,
                    ..Fault::new(&SHAPE, message, "take it out, or mend its name")
                }
            }
            kind => Fault {
                pointer: pointer.to_owned(),
                ..self.misfit(kind, pointer, error.instance())
            },
        }
    }

    /// A part that is missing. A row lacks the members of its blank cells.
    fn missing(&self, pointer: String) -> Fault {
        let column = self.column(&pointer);
        let name = &column.name;
        let fault = if self.is_table() {
            Fault::new(&BLANK_CELL, format!("`{name}` is blank"), words_help(&column))
        } else {
            Fault::new(&SHAPE, format!("`{name}` is missing"), "put it back")
        };
        Fault { pointer, presence: Presence::Missing, ..fault }
    }

    /// A part that is there and does not fit.
    fn misfit(&self, kind: &ValidationErrorKind, pointer: &str, instance: &Value) -> Fault {
        let column = &self.column(pointer);
        let name = &column.name;
        let value = instance.as_str().unwrap_or_default();
        match kind {
            ValidationErrorKind::MinItems { .. } => {
                Fault::new(&BLANK_CELL, format!("`{name}` is an empty list"), words_help(column))
            }
            ValidationErrorKind::MinLength { .. } => self.blank(pointer, column),
            ValidationErrorKind::Pattern { .. } if value.is_empty() => self.blank(pointer, column),
            ValidationErrorKind::Pattern { pattern } => {
                let form = column.form.clone().unwrap_or_else(|| format!("text like {pattern}"));
                let message = format!("`{value}` is not {form}");
                Fault::new(&FORM, message, form_help(value, column)).with_cause(value, pattern)
            }
            ValidationErrorKind::Enum { options } => {
                let options: Vec<&str> =
                    options.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
                let help = suggest::term_help(value, &options).to_string();
                Fault::new(&TERM, format!("`{value}` is not one of the terms of `{name}`"), help)
                    .with_cause(value, name)
            }
            ValidationErrorKind::Not { .. } => Fault::new(
                &WORD,
                format!("`{value}` is not allowed in `{name}`"),
                words_help(column),
            ),
            ValidationErrorKind::MaxLength { limit } => too_long(value, column, limit),
            ValidationErrorKind::MaxItems { limit } => {
                let count = instance.as_array().map_or(0, Vec::len);
                let message = format!("{count} items, at most {limit}");
                Fault::new(&TOO_LONG, message, "split the row, or drop items")
            }
            ValidationErrorKind::UniqueItems => {
                let item =
                    repeated(instance).map_or("an item".to_owned(), |item| format!("`{item}`"));
                let message = format!("{item} is twice in `{name}`");
                Fault::new(&REPEATED_ITEM, message, "keep one of them")
            }
            ValidationErrorKind::Type { .. } => self.wrong_type(pointer, column, instance),
            ValidationErrorKind::Maximum { limit } | ValidationErrorKind::Minimum { limit } => {
                let (least, most) = self.range(pointer);
                if least != most {
                    let message = format!("{instance} is not a number from {least} to {most}");
                    return Fault::new(&SHAPE, message, "mend the number");
                }
                let message = format!("the value is {instance}, and this tool reads only {limit}");
                Fault::new(
                    &SHAPE,
                    message,
                    "use the version of the tool that the register was written for",
                )
            }
            other => {
                let message =
                    format!("the value does not fit its schema (keyword `{}`)", other.keyword());
                Fault::new(&SHAPE, message, COMPARE)
            }
        }
    }

    /// A text, or an item of a list, with nothing in it.
    fn blank(&self, pointer: &str, column: &Column) -> Fault {
        if self.is_table() && pointer_segments(pointer).count() > 1 {
            let help = "take out one semicolon, or write the item that is missing";
            return Fault::new(&BLANK_CELL, "an item is blank", help);
        }
        Fault::new(&BLANK_CELL, "the text is blank", words_help(column))
    }

    /// The least and the most that a number may be.
    fn range(&self, pointer: &str) -> (&Value, &Value) {
        let part = self.part(pointer);
        (&part["minimum"], &part["maximum"])
    }

    /// A part whose JSON type is not the one that the schema asks for.
    fn wrong_type(&self, pointer: &str, column: &Column, instance: &Value) -> Fault {
        let (wanted, help) = match self.part(pointer)["type"].as_str() {
            Some("array") => ("a list", COMPARE.to_owned()),
            Some("object") => ("an object", COMPARE.to_owned()),
            Some("integer") => {
                ("a whole number", "write the digits without quotation marks".to_owned())
            }
            _ => ("a text", quoted_help(column)),
        };
        let message = match instance {
            Value::Array(_) | Value::Object(_) => format!("not {wanted}"),
            short => format!("{short} is not {wanted}"),
        };
        Fault::new(&SHAPE, message, help)
    }
}

/// A text that is too long. A key with a comma in it is a list that was joined with commas.
fn too_long(value: &str, column: &Column, limit: &u64) -> Fault {
    let several = value.contains(',');
    if let (true, true, Some(form)) = (several, column.holds(Kind::Key), &column.form) {
        return Fault::new(&FORM, format!("`{value}` is not {form}"), form_help(value, column));
    }
    let message = format!("{} characters, at most {limit}", value.chars().count());
    let help = match several && column.list {
        true => "if these are several names, join them by `;`; otherwise say it shorter",
        false => "say it shorter",
    };
    Fault::new(&TOO_LONG, message, help)
}

/// The help where nothing better can be said.
const COMPARE: &str = "compare it with schema/README.md";

/// How to write a text in JSON.
fn quoted_help(column: &Column) -> String {
    let help = "write the text between quotation marks";
    if column.words.is_empty() {
        return help.to_owned();
    }
    let words: Vec<String> = column.words.iter().map(|word| format!("\"{word}\"")).collect();
    format!("{help}, or {}", words.join(" or "))
}

/// Makes one fault of a member that is missing and one with almost the same name that is not
/// expected.
pub(super) fn join_misspelt_members(faults: &mut Vec<Fault>) {
    let split = |pointer: &str| {
        pointer.rsplit_once('/').map(|(object, name)| (object.to_owned(), name.to_owned()))
    };
    let missing: Vec<(String, String)> = (faults.iter())
        .filter(|fault| *fault.code == SHAPE && fault.presence == Presence::Missing)
        .filter_map(|fault| split(&fault.pointer))
        .collect();
    let mut meant: Vec<String> = Vec::new();
    for fault in faults.iter_mut().filter(|fault| fault.presence == Presence::Unexpected) {
        let Some((object, name)) = split(&fault.pointer) else { continue };
        let siblings = missing.iter().filter(|(other, _)| *other == object);
        if let Some(near) = suggest::nearest_term(&name, siblings.map(|(_, name)| name.as_str())) {
            meant.push(format!("{object}/{near}"));
            fault.help = format!("did you mean `{near}`?");
        }
    }
    faults
        .retain(|fault| fault.presence == Presence::Unexpected || !meant.contains(&fault.pointer));
}

/// The first item of a list that repeats one before it.
fn repeated(list: &Value) -> Option<&str> {
    let mut seen = HashSet::default();
    list.as_array()?.iter().filter_map(Value::as_str).find(|item| !seen.insert(*item))
}
