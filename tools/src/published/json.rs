//! Reading a JSON page: lists of objects are tables, and the names around them are headings.

use std::collections::HashSet;
use std::ops::Range;
use std::rc::Rc;

use jsonc_parser::ast::{Object, Value};
use jsonc_parser::common::Ranged;
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};

use super::block::{Block, Grid, GridCell, GridRow, List, ListItem, is_oversized};
use super::columns::{self, Header, Meaning, NamedColumns};
use super::error::ReadError;
use super::page::Unread;
use super::plain_cell;
use super::rich::RichText;
use super::text::PageText;

/// The blocks of a page.
///
/// # Errors
/// If the page is not JSON, or names a member twice.
pub fn blocks(page: &PageText, named: &NamedColumns) -> Result<Vec<Block>, ReadError> {
    let text = page.as_str();
    let parsed = parse_to_ast(text, &CollectOptions::default(), &ParseOptions::default());
    let parsed = parsed.map_err(|error| ReadError::Syntax {
        place: Box::new(page.place(error.range().start..error.range().end)),
        message: format!("this is not JSON: {}", error.kind()),
    })?;
    let mut reader = Reader { named, blocks: Vec::new(), cells: 0 };
    if let Some(value) = &parsed.value {
        refuse_repeated(value, page)?;
        reader.value(value, 1);
    }
    Ok(reader.blocks)
}

struct Reader<'n> {
    named: &'n NamedColumns,
    blocks: Vec<Block>,
    cells: usize,
}

/// Members of an object with the names of those around them.
type Members = Vec<(String, RichText)>;

/// An element of a list of objects.
struct Row {
    /// What the object says.
    members: Members,
    /// Where it stands.
    span: Range<usize>,
    /// Why it is no row, if it is none.
    damage: Option<&'static str>,
}

/// Why an element of a list of objects is no row.
const NO_OBJECT: &str = "an element that is no object, in a list of objects";

impl Row {
    /// The row of an element; `None` if it is `null`, which says nothing.
    fn of(element: &Value<'_>) -> Option<Self> {
        let (members, damage) = match element {
            Value::Object(object) => (members(object), None),
            Value::NullKeyword(_) => return None,
            _ => (Vec::new(), Some(NO_OBJECT)),
        };
        Some(Self { members, span: span(element), damage })
    }
}

/// The lowest level of a heading.
const LOWEST: u8 = 9;

impl Reader<'_> {
    fn value(&mut self, value: &Value<'_>, level: u8) {
        match value {
            Value::Array(array) => self.array(&array.elements, span(array), level),
            Value::Object(object) => self.object(object, level),
            _ => {}
        }
    }

    fn object(&mut self, object: &Object<'_>, level: u8) {
        if let Some(rows) = self.keyed_by_name(object) {
            return self.table(&rows, span(object));
        }
        if is_flat(object) && !object.properties.is_empty() {
            return self.leave(object, "an object in no list", false);
        }
        for property in &object.properties {
            let name = property.name.as_str();
            // The name of a list of providers says only that it is one.
            if !is_container(name) && matches!(property.value, Value::Array(_) | Value::Object(_)) {
                let text = RichText::plain(name, span(&property.name));
                self.blocks.push(Block::Heading(level, text));
            }
            self.value(&property.value, (level + 1).min(LOWEST));
        }
    }

    fn array(&mut self, elements: &[Value<'_>], range: Range<usize>, level: u8) {
        let objects: Vec<&Object<'_>> = elements.iter().filter_map(Value::as_object).collect();
        if objects.is_empty() {
            return self.plain_array(elements, range, level);
        }
        let rows: Vec<Row> = elements.iter().filter_map(Row::of).collect();
        // Objects that hold nothing further are a table, whatever their members are called.
        if self.is_list(&rows) || objects.iter().all(|object| is_flat(object)) {
            return self.table(&rows, range);
        }
        for element in elements {
            match element {
                Value::Object(object) => self.group(object, level),
                Value::NullKeyword(_) => {}
                other => self.leave(other, NO_OBJECT, true),
            }
        }
    }

    /// An object that is no provider: what it is called stands above what it holds.
    fn group(&mut self, object: &Object<'_>, level: u8) {
        if is_flat(object) {
            let reason =
                "an object without rows beside others with rows; put a provider into a list";
            return self.leave(object, reason, names_something(object));
        }
        let title = object.properties.iter().find(|property| {
            let header = columns::header(property.name.as_str());
            let names = matches!(header, Some(Header::Known(Meaning::Name | Meaning::Section)));
            let is_title = ["title", "heading", "label"].contains(&property.name.as_str());
            (names || is_title) && matches!(property.value, Value::StringLit(_))
        });
        let before = self.blocks.len();
        if let Some(title) = title {
            let heading = text(&title.value);
            self.blocks.push(Block::Heading(level, heading));
        }
        self.object(object, (level + 1).min(LOWEST));
        if self.blocks[before..].iter().all(|block| matches!(block, Block::Heading(..))) {
            self.leave(object, "an object without rows in it", false);
        }
    }

    /// Says of a part of the page that no row was made of it.
    fn leave(&mut self, part: &impl Ranged, reason: &str, is_loss: bool) {
        let unread = Unread { span: span(part), reason: reason.to_owned(), rows: 1 };
        self.blocks.push(Block::Unread(unread, is_loss));
    }

    fn plain_array(&mut self, elements: &[Value<'_>], range: Range<usize>, level: u8) {
        let rows: Vec<_> = elements.iter().filter_map(Value::as_array).collect();
        if rows.len() == elements.len() && rows.iter().any(|row| !row.elements.is_empty()) {
            let is_row = |value: &Value<'_>| !matches!(value, Value::Array(_) | Value::Object(_));
            if rows.iter().all(|row| row.elements.iter().all(is_row)) {
                let rows = rows.iter().map(|row| {
                    let cells = row.elements.iter().map(text).collect();
                    self.row(cells, span(*row), false)
                });
                let rows = rows.collect();
                self.blocks.push(Block::Grid(Grid { rows, span: range, ..Grid::default() }));
            } else {
                rows.iter().for_each(|row| self.array(&row.elements, span(*row), level));
            }
        } else if elements.iter().any(|element| matches!(element, Value::StringLit(_))) {
            let item = |element| ListItem { text: text(element), ..ListItem::default() };
            let items = elements.iter().map(item).collect();
            self.blocks.push(Block::List(List { items, span: range }));
        } else {
            for element in elements {
                match element {
                    Value::Array(row) => self.array(&row.elements, span(row), level),
                    Value::NullKeyword(_) => {}
                    other => self.leave(other, "an element that is no row", false),
                }
            }
        }
    }

    /// The rows of an object whose members are providers by their names.
    fn keyed_by_name(&self, object: &Object<'_>) -> Option<Vec<Row>> {
        let inner: Option<Vec<&Object<'_>>> =
            object.properties.iter().map(|property| property.value.as_object()).collect();
        let inner = inner.filter(|inner| inner.len() > 1)?;
        let rows: Vec<Row> = (object.properties.iter().zip(inner))
            .map(|(property, object)| {
                let name = RichText::plain(property.name.as_str(), span(&property.name));
                let mut found = vec![("name".to_owned(), name)];
                found.extend(members(object));
                Row { members: found, span: span(property), damage: None }
            })
            .collect();
        let says_name =
            rows.iter().any(|row| row.members[1..].iter().any(|(name, _)| self.names(name)));
        (!says_name && self.is_list(&rows)).then_some(rows)
    }

    fn names(&self, member: &str) -> bool {
        self.named.by_header(member) == Some(Meaning::Name)
            || columns::header(member) == Some(Header::Known(Meaning::Name))
    }

    /// Whether objects with these members are providers.
    fn is_list(&self, rows: &[Row]) -> bool {
        let headers = headers(rows);
        let texts = || headers.iter().map(String::as_str);
        texts().any(|text| self.named.by_header(text) == Some(Meaning::Name))
            || names_a_provider(&headers)
    }

    fn table(&mut self, rows: &[Row], span: Range<usize>) {
        let headers = headers(rows);
        let texts = headers.iter().map(|header| RichText::plain(header, span.start..span.start));
        let mut made = vec![self.row(texts.collect(), span.start..span.start, true)];
        let cells = headers.len() + rows.iter().map(|row| row.members.len()).sum::<usize>();
        let is_oversized = is_oversized(rows.len() + 1, headers.len(), cells);
        for Row { members, span, damage } in rows {
            let cell = |header: &String| {
                let mut cell: Option<RichText> = None;
                for (_, text) in members.iter().filter(|(name, _)| name == header) {
                    cell.get_or_insert_default().append_first(text.clone());
                }
                cell.unwrap_or_default()
            };
            let cells = match is_oversized {
                // Such a table is refused, with the number of its rows.
                true => members.iter().map(|(_, text)| text.clone()).collect(),
                false if damage.is_none() => headers.iter().map(cell).collect(),
                false => Vec::new(),
            };
            let damage = damage.map(str::to_owned);
            made.push(GridRow { damage, ..self.row(cells, span.clone(), false) });
        }
        self.blocks.push(Block::Grid(Grid { rows: made, span, ..Grid::default() }));
    }

    fn row(&mut self, cells: Vec<RichText>, span: Range<usize>, is_header: bool) -> GridRow {
        let cells = cells.into_iter().map(|text| {
            self.cells += 1;
            GridCell { text: Rc::new(text), id: self.cells }
        });
        GridRow { cells: cells.collect(), is_header, span, damage: None }
    }
}

/// Members that belong to providers and to nothing else: a name, and something known of it.
fn names_a_provider(headers: &[String]) -> bool {
    let known: Vec<Header> = headers.iter().filter_map(|text| columns::header(text)).collect();
    let name = |header: &Header| {
        matches!(header, Header::Known(Meaning::Name) | Header::Provider | Header::Service)
    };
    let more = |header: &Header| !name(header) && !matches!(header, Header::Cookie);
    known.iter().any(name) && (known.iter().any(more) || headers.len() == 1)
}

/// Whether an object holds nothing further.
fn is_flat(object: &Object<'_>) -> bool {
    let nested = |value: &Value<'_>| matches!(value, Value::Array(_) | Value::Object(_));
    !object.properties.iter().any(|property| nested(&property.value))
}

/// Whether a member of an object is called like the name of a provider.
fn names_something(object: &Object<'_>) -> bool {
    object.properties.iter().any(|property| {
        let header = columns::header(property.name.as_str());
        let is_name = matches!(
            header,
            Some(Header::Known(Meaning::Name) | Header::Provider | Header::Service)
        );
        is_name && matches!(property.value, Value::StringLit(_))
    })
}

/// Refuses an object with two members of one name, of which most programs drop one.
fn refuse_repeated(value: &Value<'_>, page: &PageText) -> Result<(), ReadError> {
    match value {
        Value::Object(object) => {
            let mut seen = HashSet::new();
            for property in &object.properties {
                let name = property.name.as_str();
                if !seen.insert(name) {
                    return Err(ReadError::Syntax {
                        place: Box::new(page.place(span(&property.name))),
                        message: format!("`{name}` is here a second time; keep one of the two"),
                    });
                }
                refuse_repeated(&property.value, page)?;
            }
            Ok(())
        }
        Value::Array(array) => {
            array.elements.iter().try_for_each(|element| refuse_repeated(element, page))
        }
        _ => Ok(()),
    }
}

/// Where a part of the page stands.
fn span(part: &impl Ranged) -> Range<usize> {
    part.start()..part.end()
}

/// Whether the name of a member says no more than that a list follows.
fn is_container(name: &str) -> bool {
    const PLAIN: &[&str] = &[
        "apps", "data", "entries", "items", "list", "records", "results", "rows", "services",
        "tools",
    ];
    PLAIN.contains(&name) || columns::header(name) == Some(Header::Provider)
}

/// The names of all members, in the order in which they come first.
fn headers(rows: &[Row]) -> Vec<String> {
    let mut headers: Vec<String> = Vec::new();
    let mut seen = HashSet::new();
    for (name, _) in rows.iter().flat_map(|row| &row.members) {
        if seen.insert(name.as_str()) {
            headers.push(name.clone());
        }
    }
    headers
}

/// The members of an object; those of an object inside it have both names.
fn members(object: &Object<'_>) -> Members {
    let mut members = Vec::new();
    let mut open: Vec<(String, &Value<'_>)> = Vec::new();
    open.extend(object.properties.iter().rev().map(|p| (p.name.as_str().to_owned(), &p.value)));
    while let Some((name, value)) = open.pop() {
        if let Value::Object(object) = value {
            open.extend(
                (object.properties.iter().rev()).map(|property| {
                    (format!("{name} {}", property.name.as_str()), &property.value)
                }),
            );
        } else {
            members.push((name, text(value)));
        }
    }
    members
}

/// A value as the text of a cell. The items of a list stand on lines of their own.
fn text(value: &Value<'_>) -> RichText {
    match value {
        Value::StringLit(text) => {
            let range = span(text);
            plain_cell::read(
                &text.value,
                range.start + 1..range.end.saturating_sub(1).max(range.start + 1),
            )
        }
        Value::NumberLit(number) => RichText::plain(number.value, span(number)),
        Value::BooleanLit(flag) => {
            RichText::plain(if flag.value { "yes" } else { "no" }, span(flag))
        }
        Value::NullKeyword(null) => RichText { span: span(null), ..RichText::default() },
        Value::Array(array) => {
            let mut all = RichText { span: span(array), ..RichText::default() };
            array.elements.iter().for_each(|element| all.append(&text(element)));
            all
        }
        Value::Object(object) => {
            let mut all = RichText { span: span(object), ..RichText::default() };
            members(object).iter().for_each(|(_, text)| all.append(text));
            all
        }
    }
}
