//! What is wrong with the data, and where: [`Problem`], [`Place`] and the sorted [`Report`].

use std::fmt;
use std::ops::Range;

use crate::cells;
use crate::codes::Code;
use crate::reading_order;

/// A stretch of one source file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The file as the user knows it, with `/` between folders: `data/engagements.csv`.
    pub file: String,
    /// 1-based line.
    pub line: usize,
    /// 1-based column, counted in characters.
    pub column: usize,
    /// The stretch as byte offsets into the file.
    pub span: Span,
}

/// A byte range that can be ordered, unlike [`Range`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Place {
    /// The start of a file.
    pub(crate) fn start(file: &str) -> Self {
        Self { file: file.to_owned(), line: 1, column: 1, span: Span::default() }
    }
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Self {
        Self { start: range.start, end: range.end }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}", self.file, self.line, self.column)
    }
}

/// A second place that explains a problem, such as the other row of a duplicate.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Related {
    /// Where.
    pub place: Place,
    /// What is there.
    pub message: String,
}

/// One thing that is wrong with the data. All of them are errors: there are no warnings to overlook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Which check refused it; `cargo xtask check --explain CODE` tells more.
    pub code: &'static Code,
    /// Where it is.
    pub place: Place,
    /// The table, such as `engagements`; empty where a file is no table.
    pub table: String,
    /// The column, or the path in a JSON file; empty where the problem is not in one field.
    pub field: String,
    /// What stands there.
    pub value: String,
    /// What is wrong, in one sentence.
    pub message: String,
    /// What to do about it.
    pub help: String,
    /// The other place involved, if there is one.
    pub related: Option<Related>,
    /// Where else the same stands, in the order of files and lines; the message names the first.
    pub same: Vec<Place>,
    /// Whether `cargo xtask sync` mends it: not where something else keeps it from the file.
    pub mendable: bool,
}

impl Problem {
    /// A problem at a place; the remaining fields start empty.
    pub fn new(code: &'static Code, place: Place, message: impl Into<String>) -> Self {
        Self {
            code,
            place,
            table: String::new(),
            field: String::new(),
            value: String::new(),
            message: visible(message.into()),
            help: String::new(),
            related: None,
            same: Vec::new(),
            mendable: code.mendable,
        }
    }

    pub(crate) fn field(mut self, table: &str, field: &str) -> Self {
        self.table = table.to_owned();
        self.field = field.to_owned();
        self
    }

    pub(crate) fn value(mut self, value: impl Into<String>) -> Self {
        self.value = shortened(value.into(), LONGEST_VALUE);
        self
    }

    pub(crate) fn help(mut self, help: impl Into<String>) -> Self {
        self.help = visible(help.into());
        self
    }

    pub(crate) fn related(mut self, place: Place, message: impl Into<String>) -> Self {
        self.related = Some(Related { place, message: visible(message.into()) });
        self
    }
}

/// The longest message, in characters. It may repeat what a damaged file holds.
const LONGEST_MESSAGE: usize = 600;
/// The longest value, in characters.
const LONGEST_VALUE: usize = 1000;

/// Text in which nothing is hidden and nothing can act on a terminal: characters that cannot be
/// seen are written as their numbers, `⟨U+200B⟩`.
pub(crate) fn visible(text: String) -> String {
    let text = shortened(text, LONGEST_MESSAGE);
    if !text.chars().any(cells::is_forbidden) {
        return text;
    }
    text.chars().fold(String::new(), |mut shown, c| {
        match cells::is_forbidden(c) {
            true => shown.push_str(&number(c)),
            false => shown.push(c),
        }
        shown
    })
}

/// How a character that cannot be seen is shown to people: `⟨U+200B⟩`.
pub fn number(c: char) -> String {
    format!("\u{27e8}U+{:04X}\u{27e9}", u32::from(c))
}

fn shortened(text: String, longest: usize) -> String {
    match text.char_indices().nth(longest) {
        Some((end, _)) => format!("{}\u{2026}", &text[..end]),
        None => text,
    }
}

/// One line: `file:line:column: code: message; help`.
impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}: {}", self.place, self.code.name, self.message)?;
        if !self.help.is_empty() {
            write!(f, "; {}", self.help)?;
        }
        Ok(())
    }
}

/// Every problem found, in the order in which they are best mended: files that others refer to
/// first, and in a file by line, column and code.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    problems: Vec<Problem>,
    held_back: Vec<String>,
}

impl Report {
    pub(crate) fn new(mut problems: Vec<Problem>) -> Self {
        problems.sort_by(|a, b| {
            (&a.place, a.code.name, &a.message).cmp(&(&b.place, b.code.name, &b.message))
        });
        problems.dedup();
        problems.sort_by_cached_key(reading_order::rank);
        Self { problems, held_back: Vec::new() }
    }

    /// The same, with the files whose damage held other checks back.
    pub(crate) fn held_back_by(mut self, files: Vec<String>) -> Self {
        self.held_back = files;
        self
    }

    /// The files, as the user knows them, of which not every row or key could be read. Some checks
    /// wait for them, so that more problems may show when they are mended.
    pub fn held_back(&self) -> &[String] {
        &self.held_back
    }

    /// The problems in order.
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// What is left when `cargo xtask sync` has mended what it can.
    #[must_use]
    pub fn without_mendable(mut self) -> Self {
        self.problems.retain(|problem| !problem.mendable);
        self
    }

    /// Whether nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.problems.is_empty()
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for problem in &self.problems {
            writeln!(f, "{problem}")?;
        }
        Ok(())
    }
}
