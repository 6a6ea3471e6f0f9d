//! A schema as its file has it.
//!
//! In memory a schema also says things that only this compiler understands, in members whose names
//! begin with `x-`. A strict validator refuses members and formats that it does not know, so a file
//! has none: it says the same in members of the standard, and in its descriptions.

use serde_json::{Map, Value, json};

/// What a file says instead of a format. Other formats belong to Rust's types of numbers. The
/// addresses that pages link to are those that a browser opens; the format `uri` is narrower.
const FORMATS: [(&str, (&str, &str)); 2] =
    [("date", ("format", "date")), ("uri", ("pattern", "^https?://[^\\s]+$"))];

/// The `$id` of the schema of this path inside the schema folder. The number rises where a program
/// that reads the data has to change.
pub fn id(path: &str, version: u32) -> String {
    let name = path.strip_suffix(".schema.json").unwrap_or(path);
    format!("urn:service-providers:schema:{name}:{version}")
}

/// The schema without members and formats of our own.
pub fn published(schema: &Value) -> Value {
    match schema {
        Value::Object(members) => object(members),
        Value::Array(items) => Value::Array(items.iter().map(published).collect()),
        other => other.clone(),
    }
}

fn object(schema: &Map<String, Value>) -> Value {
    let mut public = Map::new();
    for (name, value) in schema {
        match (name.as_str(), value) {
            ("description", Value::String(text)) => {
                let lines: Vec<&str> = text.split_whitespace().collect();
                public.insert(name.clone(), described(&lines.join(" "), schema).into());
            }
            ("format", Value::String(format)) => {
                if let Some((_, (member, value))) = FORMATS.iter().find(|(name, _)| name == format)
                {
                    or_word(&mut public, member, value, schema.get("x-words"));
                }
            }
            // A list of values, not a schema.
            ("enum" | "required", values) => {
                public.insert(name.clone(), values.clone());
            }
            (own, _) if own.starts_with("x-") => {}
            (_, value) => {
                public.insert(name.clone(), published(value));
            }
        }
    }
    Value::Object(public)
}

/// A form from which the words that may be written in place of a fact are free.
fn or_word(public: &mut Map<String, Value>, member: &str, form: &str, words: Option<&Value>) {
    match words {
        None => public.insert(member.to_owned(), form.into()),
        Some(words) => {
            public.insert("anyOf".to_owned(), json!([{ member: form }, { "enum": words }]))
        }
    };
}

/// The description with the meanings of the terms, and the table that the value refers to.
fn described(text: &str, schema: &Map<String, Value>) -> String {
    let mut sentences = vec![text.to_owned()];
    let meanings = schema.get("x-meanings").and_then(Value::as_object);
    for (term, meaning) in meanings.into_iter().flatten() {
        // The meanings of `yes` and `no` say no more than the words.
        let meaning = meaning.as_str().unwrap_or_default();
        if !meaning.trim_end_matches('.').eq_ignore_ascii_case(term) {
            sentences.push(format!("`{term}`: {meaning}"));
        }
    }
    if let Some(table) = schema.get("x-references").and_then(Value::as_str) {
        sentences.push(format!("Refers to {table}."));
    }
    sentences.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn own_members_become_standard_members() {
        let schema = json!({
            "description": "Since\nwhen.",
            "type": "string",
            "format": "date",
            "x-kind": "date",
            "x-references": "editions",
            "x-words": ["unknown"]
        });
        let expected = json!({
            "description": "Since when. Refers to editions.",
            "type": "string",
            "anyOf": [{ "format": "date" }, { "enum": ["unknown"] }]
        });
        assert_eq!(published(&schema), expected);
        let address = json!({ "type": "string", "format": "uri" });
        let expected = json!({ "type": "string", "pattern": "^https?://[^\\s]+$" });
        assert_eq!(published(&address), expected);
        let number = json!({ "type": "integer", "format": "uint32" });
        assert_eq!(published(&number), json!({ "type": "integer" }));
        let term = json!({
            "description": "In what form.", "enum": ["plain"],
            "x-meanings": { "plain": "As it is." }
        });
        assert_eq!(published(&term)["description"], "In what form. `plain`: As it is.");
    }

    #[test]
    fn an_id_is_made_of_path_and_version() {
        assert_eq!(id("export/diff.schema.json", 3), "urn:service-providers:schema:export/diff:3");
    }
}
