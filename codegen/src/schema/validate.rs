//! The only module that knows the `jsonschema` crate: a value against a schema file, with what
//! is wrong in words for the person who edits the data.

use std::collections::HashMap;
use std::sync::{LazyLock, OnceLock};

use jsonschema::Validator;
use jsonschema::error::ValidationErrorKind;
use serde_json::Value;

use super::cell_schemas::cell_schemas;
use super::codes::{BLANK_CELL, FORM, REPEATED_ITEM, SCHEMA_FILE, SHAPE, TERM, TOO_LONG, WORD};
use super::files::schemas;
use super::rewritten::{date_help, number_help};
use crate::problem::{Code, Place, Problem};
use crate::sources::Sources;
use crate::suggest;
use crate::tables::{Column, column};
use crate::text::{pointer_segments, pointer_to};

/// The schema of a row or of a JSON source, ready to check values.
pub(crate) struct RowSchema {
    /// Made ready where it is asked for: where every cell is in order, it is not.
    whole: OnceLock<Validator>,
    /// One for every column, where they together say all that the schema says.
    cells: Option<Vec<Validator>>,
    schema: Value,
}

/// Every schema of the row types by the path of its file, made ready once.
static SCHEMAS: LazyLock<HashMap<String, RowSchema>> = LazyLock::new(|| {
    let ready = |(path, schema): (String, Value)| {
        let cells = cell_schemas(&schema).map(|cells| cells.into_iter().map(validator).collect());
        (path, RowSchema { whole: OnceLock::new(), cells, schema })
    };
    schemas().into_iter().map(ready).collect()
});

fn validator(schema: &Value) -> Validator {
    let validator = jsonschema::options().build(schema);
    validator.expect("the schemas of the row types are JSON Schemas")
}

/// What is wrong with one part of a value.
pub(crate) struct Fault {
    pub(crate) code: &'static Code,
    /// JSON pointer to the part; where something is missing, to where it should be.
    pub(crate) pointer: String,
    pub(crate) message: String,
    pub(crate) help: String,
    /// Whether the part itself is there and its name is what is wrong.
    pub(crate) strange_name: bool,
}

impl RowSchema {
    /// The schema of this path, whose file must be there and say the same. Says what is wrong with
    /// the file; rows are checked as they should be all the same, so that nobody is blamed for it.
    pub(crate) fn read(
        sources: &Sources,
        path: &str,
        problems: &mut Vec<Problem>,
    ) -> &'static Self {
        let schema = &SCHEMAS[path];
        // How the file is laid out does not matter.
        let fault = match sources.schema(path) {
            None => Some("the schema file is missing".to_owned()),
            Some(file) => match serde_json::from_slice::<Value>(&file.bytes) {
                Ok(found) if found == schema.schema => None,
                Ok(_) => {
                    Some("the schema file is not the one made from this tool's tables".to_owned())
                }
                Err(error) => Some(format!("the schema file is not JSON: {error}")),
            },
        };
        if let Some(message) = fault {
            let place = Place::start(&sources.schema_name(path));
            problems
                .push(Problem::new(&SCHEMA_FILE, place, message).help("run `cargo xtask schema`"));
        }
        schema
    }

    /// Whether a cell is valid whatever its neighbours hold. A row whose cells are all there and
    /// all valid is valid. `false` also where the schema can only judge whole rows.
    pub(crate) fn accepts_cell(&self, column: usize, cell: &Value) -> bool {
        let validator = self.cells.as_ref().and_then(|cells| cells.get(column));
        validator.is_some_and(|validator| validator.is_valid(cell))
    }

    /// What is wrong with a value; nothing if it is valid.
    pub(crate) fn faults(&self, value: &Value) -> Vec<Fault> {
        let whole = self.whole.get_or_init(|| validator(&self.schema));
        if whole.is_valid(value) {
            return Vec::new();
        }
        let mut faults: Vec<Fault> = whole
            .iter_errors(value)
            .map(|error| self.fault(error.kind(), error.instance_path().as_str(), error.instance()))
            .collect();
        misspelt_members(&mut faults);
        // One value, one error: a word in the wrong place often also has the wrong form.
        faults.sort_by(|a, b| a.pointer.cmp(&b.pointer));
        faults.dedup_by(|a, b| a.pointer == b.pointer);
        faults
    }

    fn fault(&self, kind: &ValidationErrorKind, pointer: &str, instance: &Value) -> Fault {
        let column = self.column(pointer);
        let value = instance.as_str().unwrap_or_default();
        let mut pointer = pointer.to_owned();
        let strange_name = matches!(kind, ValidationErrorKind::AdditionalProperties { .. });
        let (code, message, help): (&'static Code, String, String) = match kind {
            ValidationErrorKind::Required { property } => {
                let name = property.as_str().unwrap_or_default();
                pointer = pointer_to(&pointer, name);
                let missing = self.column(&pointer);
                if self.is_table() {
                    (&BLANK_CELL, format!("`{name}` is blank"), words_help(&missing))
                } else {
                    (&SHAPE, format!("`{name}` is missing"), "put it back".into())
                }
            }
            ValidationErrorKind::MinItems { .. } => {
                (&BLANK_CELL, format!("`{}` is an empty list", column.name), words_help(&column))
            }
            ValidationErrorKind::MinLength { .. } => blank(self.is_table(), &pointer, &column),
            ValidationErrorKind::Pattern { .. } if value.is_empty() => {
                blank(self.is_table(), &pointer, &column)
            }
            ValidationErrorKind::Pattern { pattern } => {
                let form = column.form.clone().unwrap_or_else(|| format!("text like {pattern}"));
                (&FORM, format!("`{value}` is not {form}"), form_help(value, &column))
            }
            ValidationErrorKind::Enum { options } => {
                let options: Vec<&str> =
                    options.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
                (
                    &TERM,
                    format!("`{value}` is not one of the terms of `{}`", column.name),
                    suggest::term_help(value, &options),
                )
            }
            ValidationErrorKind::Not { .. } => {
                (&WORD, format!("`{value}` cannot stand in `{}`", column.name), words_help(&column))
            }
            ValidationErrorKind::MaxLength { limit } => (
                &TOO_LONG,
                format!("{} characters, at most {limit}", value.chars().count()),
                "say it shorter".into(),
            ),
            ValidationErrorKind::MaxItems { limit } => (
                &TOO_LONG,
                format!("{} items, at most {limit}", instance.as_array().map_or(0, Vec::len)),
                "split the row, or drop items".into(),
            ),
            ValidationErrorKind::UniqueItems => (
                &REPEATED_ITEM,
                match repeated(instance) {
                    Some(item) => format!("`{item}` stands twice in `{}`", column.name),
                    None => format!("an item stands twice in `{}`", column.name),
                },
                "keep one of them".into(),
            ),
            ValidationErrorKind::AdditionalProperties { unexpected } => {
                let names: Vec<String> =
                    unexpected.iter().map(|name| format!("`{name}`")).collect();
                if let Some(first) = unexpected.first() {
                    pointer = pointer_to(&pointer, first);
                }
                let message = format!("nothing here is called {}", names.join(", "));
                (&SHAPE, message, "take it out, or mend its name".into())
            }
            ValidationErrorKind::Type { .. } => {
                let kind = self.kind(&pointer);
                let message = match instance {
                    Value::Array(_) | Value::Object(_) => format!("not {kind}"),
                    short => format!("{short} is not {kind}"),
                };
                let help = match (kind, column.words.is_empty()) {
                    ("a text", true) => "write the text between quotation marks".into(),
                    ("a text", false) => format!(
                        "write the text between quotation marks, or {}",
                        column
                            .words
                            .iter()
                            .map(|w| format!("\"{w}\""))
                            .collect::<Vec<_>>()
                            .join(" or ")
                    ),
                    ("a whole number", _) => "write the digits without quotation marks".into(),
                    _ => "compare it with schema/README.md".into(),
                };
                (&SHAPE, message, help)
            }
            ValidationErrorKind::Maximum { limit } | ValidationErrorKind::Minimum { limit } => (
                &SHAPE,
                format!("{instance} where this tool knows {limit} alone"),
                "use the version of the tool that the register was written for".into(),
            ),
            other => (
                &SHAPE,
                format!("does not fit its schema ({})", other.keyword()),
                "compare it with schema/README.md".into(),
            ),
        };
        Fault { code, pointer, message, help, strange_name }
    }

    /// Whether this is the schema of a table's row.
    fn is_table(&self) -> bool {
        !self.schema["x-key"].is_null()
    }

    /// What type the part at a pointer should have, in words.
    fn kind(&self, pointer: &str) -> &'static str {
        match self.part(pointer)["type"].as_str() {
            Some("array") => "a list",
            Some("integer") => "a whole number",
            Some("object") => "an object",
            _ => "a text",
        }
    }

    /// What the schema says about the part at a pointer.
    pub(crate) fn column(&self, pointer: &str) -> Column {
        let mut name = String::new();
        let mut property = &Value::Null;
        let mut schema = &self.schema;
        for segment in pointer_segments(pointer) {
            schema = inside(schema, &segment);
            if !is_index(&segment) {
                property = schema;
                name = segment;
            }
        }
        column(&name, property)
    }

    /// The schema of the part at a pointer.
    fn part(&self, pointer: &str) -> &Value {
        pointer_segments(pointer).fold(&self.schema, |schema, segment| inside(schema, &segment))
    }
}

/// A member that is missing and one beside it that is called almost so are one mistake.
fn misspelt_members(faults: &mut Vec<Fault>) {
    let split = |pointer: &str| {
        pointer.rsplit_once('/').map(|(object, name)| (object.to_owned(), name.to_owned()))
    };
    let missing: Vec<(String, String)> = (faults.iter())
        .filter(|fault| fault.code.name == SHAPE.name && fault.message.ends_with("is missing"))
        .filter_map(|fault| split(&fault.pointer))
        .collect();
    let mut meant: Vec<String> = Vec::new();
    for fault in faults.iter_mut().filter(|fault| fault.strange_name) {
        let Some((object, name)) = split(&fault.pointer) else { continue };
        let beside = missing.iter().filter(|(other, _)| *other == object);
        if let Some(near) = suggest::nearest_term(&name, beside.map(|(_, name)| name.as_str())) {
            meant.push(format!("{object}/{near}"));
            fault.help = format!("did you mean `{near}`?");
        }
    }
    faults.retain(|fault| fault.strange_name || !meant.contains(&fault.pointer));
}

/// The first item of a list that stands further on again.
fn repeated(list: &Value) -> Option<&str> {
    let items = list.as_array()?;
    let again = |(index, item): (usize, &Value)| items[index + 1..].contains(item);
    let at = (0..items.len()).find(|index| again((*index, &items[*index])))?;
    items[at].as_str()
}

fn is_index(segment: &str) -> bool {
    segment.parse::<usize>().is_ok()
}

fn inside<'s>(schema: &'s Value, segment: &str) -> &'s Value {
    if is_index(segment) { &schema["items"] } else { &schema["properties"][segment] }
}

/// An item of a list, or a text, with nothing in it. A list with nothing in it at all was refused
/// as a cell that is blank.
fn blank(table: bool, pointer: &str, column: &Column) -> (&'static Code, String, String) {
    if table && pointer_segments(pointer).count() > 1 {
        let help = "take out one semicolon, or write the item that is missing".to_owned();
        return (&BLANK_CELL, "an item is blank".to_owned(), help);
    }
    (&BLANK_CELL, "the text is blank".to_owned(), words_help(column))
}

/// What to write into a cell that lacks its fact.
pub(crate) fn words_help(column: &Column) -> String {
    if column.words.is_empty() {
        let terms: Vec<&str> = column.terms.iter().map(|(term, _)| term.as_str()).collect();
        return if terms.is_empty() {
            "this column always needs a fact".to_owned()
        } else {
            suggest::term_help("", &terms)
        };
    }
    let words: Vec<String> = column.words.iter().map(|word| format!("`{word}`")).collect();
    format!("write the fact, or {}", words.join(" or "))
}

/// How a cell in the wrong form might be meant.
fn form_help(value: &str, column: &Column) -> String {
    let word = crate::names::to_key(value);
    let end = word.is_empty() || word == value;
    let mentioned = column.form.as_deref().is_some_and(|form| form.contains(&format!("`{word}`")));
    if !end && (mentioned || column.allows_word(&word)) {
        return format!("write `{word}`");
    }
    if column.format.as_deref() == Some("date") {
        return date_help(value).unwrap_or_else(|| FORM_SHOWN.to_owned());
    }
    if let Some(help) = number_help(value).filter(|_| column.number) {
        return help;
    }
    if column.references.is_some() {
        return format!("choose a key of {}", column.references.as_deref().unwrap_or_default());
    }
    if column.form.as_deref().is_some_and(|f| f.starts_with("lower")) {
        let key = crate::names::to_key(value);
        if !key.is_empty() && key != value {
            return format!("write `{key}`");
        }
    }
    FORM_SHOWN.to_owned()
}

/// The help where nothing better can be said.
const FORM_SHOWN: &str = "schema/README.md shows how each column is written";
