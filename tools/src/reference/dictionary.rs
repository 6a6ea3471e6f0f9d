//! The data dictionary: every table and column in words.

use serde::Serialize;
use serde_json::{Value, json};
use service_providers_codegen::row::RegisterFile;
use service_providers_codegen::{Column, Kind, TABLES, TableInfo, column};

use super::made_by;
use crate::missing::MEANINGS;
use crate::page::markdown;
use crate::program::Program;

/// The name of the page, beside the schema files.
pub const NAME: &str = "README.md";

/// The page.
pub fn page(program: &Program) -> String {
    let register = schemars::schema_for!(RegisterFile);
    let mut members = Vec::new();
    add_members(&mut members, register.as_value(), "");
    // What editors change most comes first.
    let (words, facts): (Vec<_>, Vec<_>) =
        TABLES.iter().partition(|table| table.path.starts_with("vocabulary/"));
    markdown(
        include_str!("templates/dictionary.md.jinja"),
        json!({
            "made_by": made_by(program, "schema"),
            "sync": program.command("sync"),
            "missing": MEANINGS,
            "tables": facts.into_iter().chain(words).map(DescribedTable::of).collect::<Vec<_>>(),
            "members": members,
        }),
    )
}

/// What there is to know of a column, as plain text: what it holds, how a cell is written, and its
/// terms.
pub fn note(column: &Column) -> String {
    let mut note = format!("{}\n\nForm: {}", column.description, form(column));
    for (term, meaning) in &column.terms {
        note += &format!("\n{term}: {meaning}");
    }
    note
}

/// A table.
#[derive(Serialize)]
struct DescribedTable {
    path: &'static str,
    /// The anchor that Markdown gives its heading.
    anchor: String,
    description: String,
    key: &'static [&'static str],
    schema: String,
    columns: Vec<Described>,
}

/// A column of a table, or a member of `register.json`.
#[derive(Serialize)]
struct Described {
    name: String,
    holds: String,
    form: String,
    /// The only terms allowed, with their meanings.
    terms: Vec<(String, String)>,
}

impl DescribedTable {
    fn of(table: &TableInfo) -> Self {
        let schema = (table.schema)().to_value();
        let description = schema["description"].as_str().unwrap_or_default();
        Self {
            path: table.path,
            anchor: anchor(table.path),
            description: description.replace('\n', " "),
            key: table.key,
            schema: table.schema_path(),
            columns: table.columns().iter().map(Described::of).collect(),
        }
    }
}

impl Described {
    fn of(column: &Column) -> Self {
        Self {
            name: column.name.clone(),
            holds: column.description.clone(),
            form: form(column),
            terms: column.terms.clone(),
        }
    }
}

/// Adds the members of an object, and those of the objects in it, with the way to each.
fn add_members(members: &mut Vec<Described>, schema: &Value, prefix: &str) {
    for (name, property) in schema["properties"].as_object().into_iter().flatten() {
        let path = format!("{prefix}{name}");
        let (form, inner) = if property["items"]["properties"].is_object() {
            (Some("a list"), Some((&property["items"], format!("{path}[]."))))
        } else if property["properties"].is_object() {
            (Some("an object"), Some((property, format!("{path}."))))
        } else if property["type"] == "integer" {
            (Some("a number"), None)
        } else {
            (None, None)
        };
        let mut member = Described::of(&column(&path, property));
        if let Some(form) = form {
            member.form = form.to_owned();
        }
        members.push(member);
        if let Some((schema, prefix)) = inner {
            add_members(members, schema, &prefix);
        }
    }
}

/// How a cell is written, in words.
fn form(column: &Column) -> String {
    let form = match (&column.references, &column.form) {
        _ if !column.terms.is_empty() => "one of the terms below".to_owned(),
        (Some(table), _) if column.list => format!("keys of {table}"),
        (Some(table), _) => format!("a key of {table}"),
        (None, Some(form)) => form.clone(),
        (None, None) if column.holds(Kind::Address) => "a web address".to_owned(),
        (None, None) if column.list => "a list of names".to_owned(),
        (None, None) if column.holds(Kind::Text) => "text".to_owned(),
        (None, None) => "a name".to_owned(),
    };
    if !column.terms.is_empty() {
        return form;
    }
    let words = column.words.iter().map(|word| format!("`{word}`"));
    // Some forms name the word themselves.
    let words: Vec<String> = words.filter(|word| !form.contains(word)).collect();
    if words.is_empty() { form } else { format!("{form}, or {}", words.join(", ")) }
}

fn anchor(heading: &str) -> String {
    heading.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').collect()
}
