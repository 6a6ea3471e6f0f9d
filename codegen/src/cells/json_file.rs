//! A JSON file as a value that knows where each part of it stands.

use std::collections::HashMap;
use std::ops::Range;

use jsonc_parser::ast;
use jsonc_parser::common::Ranged;
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};
use serde_json::{Map, Value};

use super::codes::{DUPLICATE_MEMBER, NOT_JSON};
use super::text_file::TextFile;
use crate::limits::MAX_JSON_DEPTH;
use crate::problem::{Place, Problem};

/// A JSON file that was understood.
pub(crate) struct JsonFile<'s> {
    pub(crate) text: TextFile<'s>,
    pub(crate) value: Value,
    /// The byte range of every part, by JSON pointer.
    spans: HashMap<String, Range<usize>>,
}

const STRICT: ParseOptions = ParseOptions {
    allow_comments: false,
    allow_loose_object_property_names: false,
    allow_trailing_commas: false,
    allow_missing_commas: false,
    allow_single_quoted_strings: false,
    allow_hexadecimal_numbers: false,
    allow_unary_plus_numbers: false,
    allow_bare_decimal_point_numbers: false,
    allow_non_finite_numbers: false,
    allow_extended_string_escapes: false,
};

impl<'s> JsonFile<'s> {
    /// Parses a file; says what is wrong where it is not JSON.
    pub(crate) fn read(text: TextFile<'s>, problems: &mut Vec<Problem>) -> Option<Self> {
        let body = text.text.trim_start_matches('\u{feff}');
        let shift = text.text.len() - body.len();
        let parsed = match parse_to_ast(body, &CollectOptions::default(), &STRICT) {
            Ok(parsed) => parsed,
            Err(error) => {
                let at = shift + error.range().start.min(body.len());
                problems.push(
                    Problem::new(&NOT_JSON, text.place(at..at), error.kind().to_string())
                        .help("mend the file at this place"),
                );
                return None;
            }
        };
        let Some(root) = parsed.value else {
            problems.push(
                Problem::new(&NOT_JSON, text.place(0..0), "the file is empty")
                    .help("put the file back"),
            );
            return None;
        };
        let mut reader = Reader { shift, ..Reader::default() };
        let value = reader.value(&root, String::new(), 1);
        if let Some((range, message)) = reader.unclear {
            problems.push(
                Problem::new(&NOT_JSON, text.place(range), message)
                    .help("mend the file at this place"),
            );
            return None;
        }
        for (range, name) in reader.duplicates {
            problems.push(
                Problem::new(
                    &DUPLICATE_MEMBER,
                    text.place(range),
                    format!("`{name}` stands here a second time"),
                )
                .value(name)
                .help("keep one of the two"),
            );
        }
        Some(Self { text, value, spans: reader.spans })
    }

    /// The place of the part at a JSON pointer, or of the nearest part around it.
    pub(crate) fn place(&self, pointer: &str) -> Place {
        let mut pointer = pointer;
        loop {
            if let Some(range) = self.spans.get(pointer) {
                return self.text.place(range.clone());
            }
            match pointer.rfind('/') {
                Some(cut) => pointer = &pointer[..cut],
                None => return self.text.place(0..0),
            }
        }
    }
}

#[derive(Default)]
struct Reader {
    spans: HashMap<String, Range<usize>>,
    duplicates: Vec<(Range<usize>, String)>,
    /// The first part that cannot be kept as it is, and why.
    unclear: Option<(Range<usize>, String)>,
    shift: usize,
}

impl Reader {
    fn value(&mut self, node: &ast::Value<'_>, pointer: String, depth: usize) -> Value {
        let range = node.range();
        let range = range.start + self.shift..range.end + self.shift;
        if depth > MAX_JSON_DEPTH {
            let message = format!("more than {MAX_JSON_DEPTH} parts lie inside each other");
            self.unclear.get_or_insert((range, message));
            return Value::Null;
        }
        self.spans.insert(pointer.clone(), range.clone());
        match node {
            ast::Value::StringLit(text) => Value::String(text.value.to_string()),
            ast::Value::NumberLit(number) => match number.value.parse::<i64>() {
                Ok(whole) => Value::from(whole),
                Err(_) => {
                    let message = format!("`{}` is not a whole number", number.value);
                    self.unclear.get_or_insert((range, message));
                    Value::Null
                }
            },
            ast::Value::BooleanLit(flag) => Value::Bool(flag.value),
            ast::Value::NullKeyword(_) => Value::Null,
            ast::Value::Array(array) => array
                .elements
                .iter()
                .enumerate()
                .map(|(index, item)| self.value(item, format!("{pointer}/{index}"), depth + 1))
                .collect(),
            ast::Value::Object(object) => {
                let mut map = Map::new();
                for property in &object.properties {
                    let name = property.name.as_str().to_owned();
                    let escaped = name.replace('~', "~0").replace('/', "~1");
                    let pointer = format!("{pointer}/{escaped}");
                    let value = self.value(&property.value, pointer, depth + 1);
                    if map.insert(name.clone(), value).is_some() {
                        let range = property.name.range();
                        let range = range.start + self.shift..range.end + self.shift;
                        self.duplicates.push((range, name));
                    }
                }
                Value::Object(map)
            }
        }
    }
}

/// The segments of a JSON pointer, unescaped.
pub(crate) fn pointer_segments(pointer: &str) -> impl Iterator<Item = String> {
    pointer.split('/').skip(1).map(|part| part.replace("~1", "/").replace("~0", "~"))
}
