//! A JSON file as a value, with the place of each of its parts.

use std::collections::HashMap;
use std::ops::Range;

use jsonc_parser::ast;
use jsonc_parser::common::Ranged;
use jsonc_parser::errors::ParseErrorKind;
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};
use serde_json::{Map, Value};

use super::codes::{DUPLICATE_MEMBER, NOT_JSON, OVER_LIMIT};
use super::text_file::TextFile;
use crate::limits::{MAX_JSON_BYTES, MAX_JSON_DEPTH};
use crate::problem::{Place, Problem};
use crate::text::{is_curly, pointer_to};

/// A JSON file that was parsed.
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
    /// Parses a file. `None` where it is too large or not JSON, which is reported.
    pub(crate) fn read(text: TextFile<'s>, problems: &mut Vec<Problem>) -> Option<Self> {
        let length = text.text.len();
        if length > MAX_JSON_BYTES {
            let message = format!("the file has {length} bytes, at most {MAX_JSON_BYTES}");
            let help = "look for parts that are there by mistake";
            problems.push(Problem::new(&OVER_LIMIT, text.place(0..0), message).help(help));
            return None;
        }
        let reader = match Reader::read(text.text) {
            Ok(reader) => reader,
            Err(NotJson { range, message, help }) => {
                problems.push(Problem::new(&NOT_JSON, text.place(range), message).help(help));
                return None;
            }
        };
        for (range, name) in reader.duplicates {
            let message = format!("`{name}` is here a second time");
            problems.push(
                Problem::new(&DUPLICATE_MEMBER, text.place(range), message)
                    .value(name)
                    .help("keep one of the two"),
            );
        }
        Some(Self { text, value: reader.value, spans: reader.spans, names: reader.names })
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

/// Why a file is not JSON.
struct NotJson {
    range: Range<usize>,
    message: String,
    help: &'static str,
}

const MEND_HERE: &str = "mend the file at this place";

/// What to do about the mistakes that are made most: an extra comma after the last part, or a
/// missing one between two.
fn comma_help(kind: &ParseErrorKind) -> &'static str {
    match kind {
        ParseErrorKind::TrailingCommasNotAllowed => "delete this comma",
        ParseErrorKind::ExpectedComma => "put a comma after the previous part",
        _ => MEND_HERE,
    }
}

/// Reads a value and where its parts stand.
#[derive(Default)]
struct Reader {
    value: Value,
    spans: HashMap<String, Range<usize>>,
    names: HashMap<String, Range<usize>>,
    duplicates: Vec<(Range<usize>, String)>,
    /// Where texts and names stand, after a byte order mark.
    texts: Vec<Range<usize>>,
    /// The first part that cannot be kept exactly, and why.
    inexact: Option<(Range<usize>, String)>,
    /// How many bytes the byte order mark has.
    shift: usize,
}

impl Reader {
    fn read(text: &str) -> Result<Self, NotJson> {
        let body = text.trim_start_matches('\u{feff}');
        let mut reader = Self { shift: text.len() - body.len(), ..Self::default() };
        let parsed = parse_to_ast(body, &CollectOptions::default(), &STRICT).map_err(|error| {
            let at = error.range().start.min(body.len());
            let (at, message, help) = wrong_quotes(body, at)
                .or_else(|| leading_zero(body, at))
                .unwrap_or_else(|| (at, error.kind().to_string(), comma_help(error.kind())));
            NotJson { range: reader.shift + at..reader.shift + at, message, help }
        })?;
        let Some(root) = parsed.value else {
            let message = "the file is empty".to_owned();
            return Err(NotJson { range: 0..0, message, help: "put the file back" });
        };
        reader.value = reader.value(&root, String::new(), 1);
        if let Some((range, message)) = reader.inexact {
            return Err(NotJson { range, message, help: MEND_HERE });
        }
        // Other programs read the file too, and accept no other space than that of JSON.
        if let Some((at, c)) = non_json_space(body, &reader.texts) {
            let at = reader.shift + at;
            return Err(NotJson {
                range: at..at + c.len_utf8(),
                message: format!("U+{:04X} is not a space that JSON allows", u32::from(c)),
                help: "type an ordinary space, or delete it",
            });
        }
        Ok(reader)
    }

    fn value(&mut self, node: &ast::Value<'_>, pointer: String, depth: usize) -> Value {
        let range = node.range();
        let range = range.start + self.shift..range.end + self.shift;
        if depth > MAX_JSON_DEPTH {
            let message = format!("the file is nested more than {MAX_JSON_DEPTH} levels deep");
            self.inexact.get_or_insert((range, message));
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
                    let message = match number.value.contains(['.', 'e', 'E']) {
                        true => format!("`{}` is not a whole number", number.value),
                        false => format!("`{}` is too large a number", number.value),
                    };
                    self.inexact.get_or_insert((range, message));
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

/// A number that goes on behind a zero at its beginning, which ends it: `041`.
fn leading_zero(body: &str, at: usize) -> Option<(usize, String, &'static str)> {
    let (before, behind) = body.as_bytes().split_at(at);
    let goes_on = before.ends_with(b"0") && behind.first().is_some_and(u8::is_ascii_digit);
    goes_on.then(|| (at - 1, "the number begins with a zero".to_owned(), "delete the zero"))
}

/// A curly quotation mark, or a text that does not end on its line, above the place where the parser
/// gave up. The parser often notices them much later.
fn wrong_quotes(body: &str, until: usize) -> Option<(usize, String, &'static str)> {
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
                (None, c) if is_curly(c) => {
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

/// The first space, outside of texts, that JSON does not have. The texts are in file order.
fn non_json_space(body: &str, texts: &[Range<usize>]) -> Option<(usize, char)> {
    let inside = |at: usize| {
        let next = texts.partition_point(|text| text.end <= at);
        texts.get(next).is_some_and(|text| text.contains(&at))
    };
    let foreign = |c: char| !c.is_ascii() || matches!(c, '\u{b}' | '\u{c}');
    body.char_indices().find(|(at, c)| foreign(*c) && !inside(*at))
}
