//! JSON as every file of this project has it.

use std::io::{self, Write};

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde::{Serialize, Serializer};
use serde_json::Value;
use serde_json::ser::Formatter;
use service_providers_codegen::schema;

/// A value as JSON text: two spaces for each level, members in the order of their types, a line
/// break at the end.
pub fn pretty(value: &impl Serialize) -> String {
    let mut text = serde_json::to_string_pretty(value).expect("every key is text");
    text.push('\n');
    text
}

/// A large value as JSON text: each member of an object on a line of its own, and each object of a list, with
/// all that is in it, on one line.
pub fn rows(value: &impl Serialize) -> String {
    let mut text = Vec::new();
    let mut serializer = serde_json::Serializer::with_formatter(&mut text, RowLayout::default());
    value.serialize(&mut serializer).expect("every key is text");
    text.push(b'\n');
    String::from_utf8(text).expect("JSON is UTF-8")
}

/// Breaks lines for [`rows`].
#[derive(Default)]
struct RowLayout {
    /// The objects and lists around the current place that are broken into lines.
    broken: Vec<Level>,
    /// How many objects around the current place stand on one line.
    inline: usize,
    /// Whether the last thing written opens an object.
    opened: bool,
}

/// What is broken into lines.
#[derive(PartialEq)]
enum Level {
    Object,
    List { has_objects: bool },
}

impl RowLayout {
    fn break_line<W: Write + ?Sized>(&self, out: &mut W) -> io::Result<()> {
        out.write_all(b"\n")?;
        self.broken.iter().try_for_each(|_| out.write_all(b"  "))
    }
}

impl Formatter for RowLayout {
    fn begin_array<W: Write + ?Sized>(&mut self, out: &mut W) -> io::Result<()> {
        if self.inline == 0 {
            self.broken.push(Level::List { has_objects: false });
        }
        out.write_all(b"[")
    }

    fn end_array<W: Write + ?Sized>(&mut self, out: &mut W) -> io::Result<()> {
        if self.inline == 0 && self.broken.pop() == Some(Level::List { has_objects: true }) {
            self.break_line(out)?;
        }
        out.write_all(b"]")
    }

    fn begin_object<W: Write + ?Sized>(&mut self, out: &mut W) -> io::Result<()> {
        if self.inline > 0 {
            self.inline += 1;
        } else if let Some(Level::List { has_objects }) = self.broken.last_mut() {
            *has_objects = true;
            self.break_line(out)?;
            self.inline = 1;
        } else {
            self.broken.push(Level::Object);
        }
        self.opened = true;
        out.write_all(b"{")
    }

    fn end_object<W: Write + ?Sized>(&mut self, out: &mut W) -> io::Result<()> {
        if self.inline > 0 {
            self.inline -= 1;
        } else {
            self.broken.pop();
            if !self.opened {
                self.break_line(out)?;
            }
        }
        self.opened = false;
        out.write_all(b"}")
    }

    fn begin_object_key<W: Write + ?Sized>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.opened = false;
        if !first {
            out.write_all(b",")?;
        }
        if self.inline == 0 { self.break_line(out) } else { Ok(()) }
    }

    fn begin_object_value<W: Write + ?Sized>(&mut self, out: &mut W) -> io::Result<()> {
        out.write_all(if self.inline == 0 { b": " } else { b":" })
    }
}

/// The JSON Schema of a type, with what the types of its members say to this program alone.
pub fn annotated_schema<T: JsonSchema>() -> Value {
    SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<T>().to_value()
}

/// The text of a schema file, by its path inside the schema folder.
pub fn schema_file(annotated: &Value, path: &str, version: u32) -> String {
    pretty(&with_id(&schema::published(annotated), &schema::id(path, version)))
}

/// The schema with an `$id` after its `$schema`.
pub fn with_id(schema: &Value, id: &str) -> Value {
    let members = schema.as_object().into_iter().flatten();
    let (draft, others): (Vec<_>, Vec<_>) = members
        .map(|(name, value)| (name.clone(), value.clone()))
        .partition(|(name, _)| name == "$schema");
    let id = ("$id".to_owned(), Value::from(id));
    Value::Object(draft.into_iter().chain([id]).chain(others).collect())
}

/// A list whose items are made while it is written, so that a large one never lies in memory as a whole.
pub struct Lazily<F>(pub F);

impl<F: Fn() -> I, I: IntoIterator<Item: Serialize>> Serialize for Lazily<F> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq((self.0)())
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn an_object_of_a_list_is_a_line() {
        let value = json!({
            "version": 1,
            "register": { "name": "A", "lists": ["a", "b"], "none": [], "nothing": {} },
            "rows": [{ "key": "a", "parts": [{ "of": [1, 2] }, {}] }, { "key": "b" }],
        });
        let text = rows(&value);
        assert_eq!(serde_json::from_str::<Value>(&text).unwrap(), value);
        let lines = [
            "{",
            "  \"version\": 1,",
            "  \"register\": {",
            "    \"name\": \"A\",",
            "    \"lists\": [\"a\",\"b\"],",
            "    \"none\": [],",
            "    \"nothing\": {}",
            "  },",
            "  \"rows\": [",
            "    {\"key\":\"a\",\"parts\":[{\"of\":[1,2]},{}]},",
            "    {\"key\":\"b\"}",
            "  ]",
            "}",
        ];
        assert_eq!(text, lines.join("\n") + "\n");
    }
}
