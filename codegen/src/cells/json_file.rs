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
use crate::text::pointer_to;

/// A JSON file that was understood.
pub(crate) struct JsonFile<'s> {
    pub(crate) text: TextFile<'s>,
    pub(crate) value: Value,
    /// The byte range of every part, by JSON pointer.
    spans: HashMap<String, Range<usize>>,
    /// The byte range of every member's name, by the pointer to the member.
    names: HashMap<String, Range<usize>>,
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
                let at = error.range().start.min(body.len());
                let (at, message, help) = quotes_at_fault(body, at).unwrap_or_else(|| {
                    (at, error.kind().to_string(), "mend the file at this place")
                });
                let at = shift + at;
                problems.push(Problem::new(&NOT_JSON, text.place(at..at), message).help(help));
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
        // Other programs read the file as well, and take no other space than JSON has.
        if let Some(at) = strange_space(body, &reader.texts) {
            let c = body[at..].chars().next().unwrap_or_default();
            let range = shift + at..shift + at + c.len_utf8();
            let message = format!("U+{:04X} between the parts is no space of JSON", u32::from(c));
            problems.push(
                Problem::new(&NOT_JSON, text.place(range), message)
                    .help("type an ordinary space, or delete it"),
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
        Some(Self { text, value, spans: reader.spans, names: reader.names })
    }

    /// The place of the name of the member at a JSON pointer.
    pub(crate) fn place_of_name(&self, pointer: &str) -> Place {
        match self.names.get(pointer) {
            Some(range) => self.text.place(range.clone()),
            None => self.place(pointer),
        }
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
    names: HashMap<String, Range<usize>>,
    duplicates: Vec<(Range<usize>, String)>,
    /// Where texts and names stand, in the file without its mark.
    texts: Vec<Range<usize>>,
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
        if let ast::Value::StringLit(_) = node {
            self.texts.push(node.start()..node.end());
        }
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
                    self.texts.push(property.name.start()..property.name.end());
                    let pointer = pointer_to(&pointer, &name);
                    let range = property.name.range();
                    let range = range.start + self.shift..range.end + self.shift;
                    self.names.insert(pointer.clone(), range.clone());
                    let value = self.value(&property.value, pointer, depth + 1);
                    if map.insert(name.clone(), value).is_some() {
                        self.duplicates.push((range, name));
                    }
                }
                Value::Object(map)
            }
        }
    }
}

/// Where, up to the place at which the parser gave up, quotation marks are curly or a text does not
/// end on its line: often the parser notices much later.
fn quotes_at_fault(body: &str, until: usize) -> Option<(usize, String, &'static str)> {
    let mut start = 0;
    for line in body.split_inclusive('\n') {
        let mut open = None;
        let mut escaped = false;
        for (at, c) in line.char_indices() {
            match (open, c) {
                (Some(_), '\\') if !escaped => {
                    escaped = true;
                    continue;
                }
                (Some(_), '"') if !escaped => open = None,
                (None, '"') => open = Some(at),
                (None, '\u{201c}' | '\u{201d}' | '\u{201e}') => {
                    let message = "a curly quotation mark".to_owned();
                    return Some((start + at, message, "write straight ones (\")"));
                }
                _ => {}
            }
            escaped = false;
        }
        if let Some(at) = open {
            let message = "the quotation mark is not closed on its line".to_owned();
            return Some((start + at, message, "close it; a text is one line"));
        }
        start += line.len();
        if start > until {
            return None;
        }
    }
    None
}

/// Where a space that JSON does not have stands. The texts are in the order of the file.
fn strange_space(body: &str, texts: &[Range<usize>]) -> Option<usize> {
    let inside = |at: usize| {
        let next = texts.partition_point(|text| text.end <= at);
        texts.get(next).is_some_and(|text| text.contains(&at))
    };
    let strange = |c: char| !c.is_ascii() || matches!(c, '\u{b}' | '\u{c}');
    body.char_indices().find(|(at, c)| strange(*c) && !inside(*at)).map(|(at, _)| at)
}
