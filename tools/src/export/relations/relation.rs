//! What a relation is: a table of typed cells that says everything about its columns.

use std::borrow::Cow;

use compact_str::CompactString;
use serde::{Serialize, Serializer};

/// A table of typed cells.
#[derive(Clone, Debug)]
pub struct Relation {
    /// Its name, in lower case with `_` between words.
    pub name: String,
    /// What one row is.
    pub description: String,
    /// Its columns, in order.
    pub columns: Vec<Column>,
    /// The columns that together identify a row.
    pub key: Vec<String>,
    /// The columns that hold keys of other relations.
    pub references: Vec<Reference>,
    /// Its rows, each with one cell for every column.
    pub rows: Vec<Vec<Cell>>,
}

/// A column of a relation.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// Its name. No SQL dialect reserves it.
    pub name: String,
    /// What it holds.
    pub description: String,
    /// The type of its cells.
    pub holds: Holds,
    /// What its cells say of other ones.
    pub role: ColumnRole,
    /// The column that says whether a cell is there, and otherwise in which way it is missing; `None`
    /// if no cell is missing.
    pub status: Option<Status>,
    /// The only terms allowed, with their meanings; empty where the column is not a closed set.
    pub terms: Vec<(String, String)>,
    /// The regular expression that a text, or an item of a list, matches, if there is one.
    pub pattern: Option<String>,
    /// The class of the Data Privacy Vocabulary that the things are of which it holds keys.
    pub class: Option<&'static str>,
}

/// What the cells of a column say of other ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnRole {
    /// Nothing: they are facts.
    Value,
    /// Whether a cell is there, and otherwise in which way it is missing.
    Status,
    /// Of which kind the thing is whose key stands in another column.
    Kind,
}

/// Which column says whether a cell is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Status {
    /// Its name.
    pub column: String,
    /// What it says if the cell is there.
    pub word: String,
}

/// The type of a column's cells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Holds {
    /// Text.
    Text,
    /// A web address.
    Address,
    /// A day: `2025-11-17`.
    Date,
    /// A whole number.
    Integer,
    /// Yes or no.
    Boolean,
    /// Texts, each once.
    List {
        /// What one item is called.
        item: String,
    },
}

/// A cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Nothing. The column behind it says in which way it is missing.
    Missing,
    /// A text, an address or a day.
    Text(CompactString),
    /// A whole number.
    Integer(u32),
    /// Yes or no.
    Boolean(bool),
    /// Texts, at least one.
    List(Vec<String>),
}

/// Columns that hold the key of a row of another relation, or of the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// The columns. Where one of them is missing, nothing is referred to.
    pub columns: Vec<String>,
    /// The other relation.
    pub relation: String,
    /// The columns of its key, in the same order.
    pub key: Vec<String>,
}

impl Column {
    /// A column of texts that are never missing.
    pub fn text(name: &str, description: &str) -> Self {
        Self {
            name: name.to_owned(),
            description: description.to_owned(),
            holds: Holds::Text,
            role: ColumnRole::Value,
            status: None,
            terms: Vec::new(),
            pattern: None,
            class: None,
        }
    }

    /// The same column with cells of another type.
    pub fn holding(self, holds: Holds) -> Self {
        Self { holds, ..self }
    }

    /// The same column in another role.
    pub fn as_role(self, role: ColumnRole) -> Self {
        Self { role, ..self }
    }

    /// The same column with a closed set of terms, each with its meaning.
    pub fn one_of(self, terms: &[(&str, &str)]) -> Self {
        let terms = terms.iter().map(|(term, meaning)| ((*term).to_owned(), (*meaning).to_owned()));
        Self { terms: terms.collect(), ..self }
    }

    /// The same column with cells that are there where another column has this word.
    pub fn where_is(self, column: &str, word: &str) -> Self {
        let status = Status { column: column.to_owned(), word: word.to_owned() };
        Self { status: Some(status), ..self }
    }

    /// The same column with cells that may be missing, and the column behind it, which says in which
    /// of these ways.
    pub fn with_status(self, missing: &[(&str, &str)]) -> [Self; 2] {
        let status = self.status_column(missing);
        [self.where_is(&status.name, STATED), status]
    }

    fn status_column(&self, missing: &[(&str, &str)]) -> Self {
        let description =
            format!("Whether `{}` is there; otherwise in which way it is missing.", self.name);
        let terms: Vec<(&str, &str)> =
            [(STATED, "It is there.")].into_iter().chain(missing.iter().copied()).collect();
        Self::text(&format!("{}_status", self.name), &description)
            .one_of(&terms)
            .as_role(ColumnRole::Status)
    }
}

/// The word by which a status says that the cell is there.
pub const STATED: &str = "stated";

impl Cell {
    /// A text.
    pub fn text(text: impl AsRef<str>) -> Self {
        Self::Text(CompactString::new(text))
    }

    /// A text, if there is one.
    pub fn maybe(text: Option<impl AsRef<str>>) -> Self {
        text.map_or(Self::Missing, Self::text)
    }

    /// The cell as text: nothing where it is missing; the items of a list with `;` between.
    pub fn written(&self) -> Cow<'_, str> {
        match self {
            Self::Missing => "".into(),
            Self::Text(text) => text.as_str().into(),
            Self::Integer(number) => number.to_string().into(),
            Self::Boolean(yes) => if *yes { "true" } else { "false" }.into(),
            Self::List(items) => items.join(";").into(),
        }
    }

    /// A whole number below 4 billion, as every count of a register is.
    pub fn count(count: usize) -> Self {
        Self::Integer(u32::try_from(count).unwrap_or(u32::MAX))
    }
}

/// The cell in JSON: null where it is missing; a list is an array.
impl Serialize for Cell {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Missing => serializer.serialize_none(),
            Self::Text(text) => serializer.serialize_str(text),
            Self::Integer(number) => serializer.serialize_u32(*number),
            Self::Boolean(yes) => serializer.serialize_bool(*yes),
            Self::List(items) => items.serialize(serializer),
        }
    }
}

impl Reference {
    /// A reference by one column.
    pub fn by(column: &str, relation: &str, key: &str) -> Self {
        Self::by_all(&[column], relation, &[key])
    }

    /// A reference by several columns.
    pub fn by_all(columns: &[&str], relation: &str, key: &[&str]) -> Self {
        let owned = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        Self { columns: owned(columns), relation: relation.to_owned(), key: owned(key) }
    }
}

impl Relation {
    /// A relation without rows.
    pub fn new(name: &str, description: &str, columns: Vec<Column>, key: &[&str]) -> Self {
        Self {
            name: name.to_owned(),
            description: description.to_owned(),
            columns,
            key: key.iter().map(|name| (*name).to_owned()).collect(),
            references: Vec::new(),
            rows: Vec::new(),
        }
    }

    /// The same relation with these references.
    pub fn referring(self, references: Vec<Reference>) -> Self {
        Self { references, ..self }
    }

    /// The same relation with these rows.
    pub fn with(self, rows: Vec<Vec<Cell>>) -> Self {
        Self { rows, ..self }
    }

    /// The names of its columns.
    pub fn header(&self) -> Vec<&str> {
        self.columns.iter().map(|column| column.name.as_str()).collect()
    }

    /// The place of a column.
    pub fn place(&self, column: &str) -> Option<usize> {
        self.columns.iter().position(|other| other.name == column)
    }
}
