//! What is wrong with the data, and where: [`Problem`], its [`Code`] and its [`Place`].

use std::fmt;
use std::ops::Range;

use crate::text::{shortened, visible};

mod code;

pub use code::{Code, Stage};
pub(crate) use code::{codes, rules};

/// A place in a source file, such as a cell.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The file as the user knows it, with `/` between folders: `data/engagements.csv`.
    pub file: String,
    /// 1-based line.
    pub line: usize,
    /// 1-based column, counted in characters.
    pub column: usize,
    /// The bytes of the file.
    pub span: Span,
}

/// A byte range. Unlike [`Range`], it can be ordered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// The byte after the last one.
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

/// One thing that is wrong with the data. There are no warnings: every problem is an error.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Which check refused it. `cargo xtask check --explain CODE` explains it.
    pub code: &'static Code,
    /// Where it is.
    pub place: Place,
    /// The table, such as `engagements`; empty for files that are not tables.
    pub table: String,
    /// The column, or the JSON pointer in a JSON file; empty where more than one field is wrong.
    pub field: String,
    /// What is there.
    pub value: String,
    /// What is wrong, in one sentence.
    pub message: String,
    /// What to do about it.
    pub help: String,
    /// The other place involved, if there is one.
    pub related: Option<Related>,
    /// What is there and what should be. Problems with the same code and cause are one mistake,
    /// wherever they stand.
    pub(crate) cause: Option<Cause>,
    /// Where else the same is wrong, in the order of files and lines, up to a limit. The message
    /// names the first, and says how many there are.
    pub same: Vec<Place>,
    /// Whether `cargo xtask sync` mends it. It does not where it cannot write the file.
    pub mendable: bool,
}

/// The help for what `sync` mends.
pub(crate) const SYNC: &str = "run `cargo xtask sync`";

/// The longest value, in characters.
const LONGEST_VALUE: usize = 1000;

/// What makes problems in several places one mistake.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Cause {
    /// What is there.
    pub(crate) found: String,
    /// What should: a form, a table, a column.
    pub(crate) expected: String,
    /// Whether a row that is not there may be the mistake. Then many such problems are one: rows
    /// were lost.
    pub(crate) lost_row: bool,
}

impl Cause {
    pub(crate) fn new(found: &str, expected: &str) -> Self {
        let found = shortened(found.to_owned(), LONGEST_VALUE);
        Self { found, expected: expected.to_owned(), lost_row: false }
    }

    /// The cause of a cell that names a key which its table lacks.
    pub(crate) fn lost_row(key: &str, table: &str) -> Self {
        Self { lost_row: true, ..Self::new(key, table) }
    }
}

impl Problem {
    /// A problem at a place. The remaining fields start empty.
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
            cause: None,
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

    pub(crate) fn cause(mut self, cause: impl Into<Option<Cause>>) -> Self {
        self.cause = cause.into();
        self
    }

    pub(crate) fn related(mut self, place: Place, message: impl Into<String>) -> Self {
        self.related = Some(Related { place, message: visible(message.into()) });
        self
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
