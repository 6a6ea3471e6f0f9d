//! What a company really uses, compared with the providers that an edition lists.

use std::collections::HashMap;
use std::ops::Range;

use super::block::MAX_COLUMNS;
use super::columns::{self, Header, Meaning};
use super::csv;
use super::edition_content::EditionContent;
use super::names::{Candidate, MatchKind, NameIndex};
use super::normal::fold;
use super::text::PageText;
use crate::failure::Failure;

/// How a name of the inventory, or a provider of the edition, stands to the other side.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// It is used and listed.
    Listed,
    /// It is used and not listed.
    NotListed,
    /// Whether it is listed is not certain.
    Unsure,
    /// It is a row whose name cannot be read.
    Unreadable,
    /// It is listed and not used.
    NotUsed,
}

impl Status {
    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Listed => "listed",
            Self::NotListed => "not-listed",
            Self::Unsure => "unsure",
            Self::Unreadable => "unreadable",
            Self::NotUsed => "not-used",
        }
    }

    /// Whether the list of the edition may lack something.
    pub fn is_drift(self) -> bool {
        matches!(self, Self::NotListed | Self::Unsure | Self::Unreadable)
    }
}

/// A row of the inventory, or a provider that it does not name.
#[derive(Clone, Debug)]
pub struct Item {
    /// How it stands to the other side.
    pub status: Status,
    /// The name: of the inventory, or of the edition. Blank, if it cannot be read.
    pub name: String,
    /// The provider, by key, where it is certain.
    pub provider: Option<String>,
    /// How the name was matched.
    pub how: Option<MatchKind>,
    /// The providers that may be meant, where that is not certain.
    pub candidates: Vec<Candidate>,
    /// What explains the status; may be empty.
    pub reason: String,
    /// Where it stands; `None` for what only the edition has.
    pub span: Option<Range<usize>>,
}

/// An inventory compared with an edition.
#[derive(Debug)]
pub struct InventoryComparison {
    /// The edition.
    pub edition: String,
    /// The rows in the order of the file, then what is not used.
    pub items: Vec<Item>,
}

/// A row of an inventory: its name, or why that cannot be read, and where it stands.
pub type UsedName = (Result<String, String>, Range<usize>);

/// The names of a list: one on each line. Marks of a list and lines that start with `#` are none.
///
/// # Errors
/// If there is no name.
pub fn lines(text: &PageText) -> Result<Vec<UsedName>, Failure> {
    let mut names = Vec::new();
    let mut start = 0;
    for line in text.as_str().split_inclusive('\n') {
        let name = line.trim().trim_start_matches(['-', '*', '\u{2022}']).trim_start();
        if !name.is_empty() && !name.starts_with('#') {
            let at = start + line.find(name).unwrap_or_default();
            names.push((Ok(name.to_owned()), at..at + name.len()));
        }
        start += line.len();
    }
    refuse_empty(names, text)
}

/// An inventory without a row is more likely a wrong file than a company that uses nothing.
fn refuse_empty(used: Vec<UsedName>, text: &PageText) -> Result<Vec<UsedName>, Failure> {
    if used.is_empty() {
        return Err(Failure::new(format!(
            "{}: no name was found; write one on each line, or in a column of a CSV file",
            text.name()
        )));
    }
    Ok(used)
}

/// The names of one column of a CSV file: the column of this header or number, or else the one that
/// holds names.
///
/// # Errors
/// If there is no such column, or several, or no row below the header.
pub fn column(text: &PageText, wanted: Option<&str>) -> Result<Vec<UsedName>, Failure> {
    let rows = csv::rows_of(text);
    let mut rows = rows.iter().filter(|row| row.damage.is_some() || !row.is_blank()).peekable();
    let Some(first) = rows.peek() else { return refuse_empty(Vec::new(), text) };
    if let Some(damage) = &first.damage {
        return Err(Failure::new(format!("{}: {damage}", text.place(first.span.clone()))));
    }
    if first.cells.len() > MAX_COLUMNS {
        return Err(Failure::new(format!(
            "{}: the first row has more than {MAX_COLUMNS} cells; keep the column of the names",
            text.name()
        )));
    }
    let headers: Vec<&str> = first.cells.iter().map(|cell| cell.text.text.as_str()).collect();
    let (index, has_header) = column_index(&headers, wanted, text.name())?;
    let used = rows.skip(usize::from(has_header)).map(|row| match row.cells.get(index) {
        _ if row.damage.is_some() => {
            (Err(row.damage.clone().unwrap_or_default()), row.span.clone())
        }
        Some(cell) if !cell.text.is_empty() => (Ok(cell.text.text.clone()), cell.text.span.clone()),
        _ => (Err("the cell of the name is empty".to_owned()), row.span.clone()),
    });
    refuse_empty(used.collect(), text)
}

/// Which column holds the names, and whether the first row is a header; or why that is not known.
fn column_index(
    headers: &[&str],
    wanted: Option<&str>,
    file: &str,
) -> Result<(usize, bool), Failure> {
    let by_header = name_column(headers);
    let Some(wanted) = wanted else {
        let only = || (headers.len() == 1).then_some((0, false));
        let found = by_header.map(|index| (index, true)).or_else(only);
        let (index, has_header) = found.ok_or_else(|| {
            let all = headers.join(", ");
            Failure::new(format!(
                "{file}: say with `--column` which column holds the names; the columns: {all}"
            ))
        })?;
        refuse_twice(headers, headers[index], file)?;
        return Ok((index, has_header));
    };
    if let Ok(number @ 1..) = wanted.parse::<usize>()
        && number <= headers.len()
    {
        return Ok((number - 1, by_header.is_some()));
    }
    refuse_twice(headers, wanted, file)?;
    let index = headers.iter().position(|header| fold(header) == fold(wanted));
    index.map(|index| (index, true)).ok_or_else(|| {
        Failure::unknown(&format!("{file}: no column `{wanted}`"), wanted, "columns", headers)
    })
}

fn refuse_twice(headers: &[&str], header: &str, file: &str) -> Result<(), Failure> {
    let is_same = |other: &&&str| fold(other) == fold(header);
    match headers.iter().filter(is_same).count() {
        0 | 1 => Ok(()),
        count => Err(Failure::new(format!(
            "{file}: {count} columns are called `{header}`; say which by its number, such as \
             `--column 2`"
        ))),
    }
}

/// The column that holds names, by its header.
fn name_column(headers: &[&str]) -> Option<usize> {
    let known: Vec<Option<Header>> = headers.iter().map(|text| columns::header(text)).collect();
    [Header::Known(Meaning::Name), Header::Provider, Header::Service]
        .iter()
        .find_map(|wanted| known.iter().position(|header| *header == Some(*wanted)))
}

/// Compares names with an edition.
pub fn compare(used: &[UsedName], held: &EditionContent, names: &NameIndex) -> InventoryComparison {
    let mut listed: HashMap<&str, bool> = HashMap::new();
    for row in &held.rows {
        listed.insert(&row.provider, false);
    }
    let mut items: Vec<Item> = Vec::new();
    for (name, span) in used {
        let item = match name {
            Ok(name) => item(name, span.clone(), held, names, &listed),
            Err(why) => Item {
                status: Status::Unreadable,
                name: String::new(),
                provider: None,
                how: None,
                candidates: Vec::new(),
                reason: why.clone(),
                span: Some(span.clone()),
            },
        };
        for candidate in item.provider.iter().chain(item.candidates.iter().map(|c| &c.provider)) {
            // What may be used is not called unused.
            if let Some(used) = listed.get_mut(candidate.as_str()) {
                *used = true;
            }
        }
        items.push(item);
    }
    for row in &held.rows {
        if listed.insert(&row.provider, true) == Some(false) {
            items.push(Item {
                status: Status::NotUsed,
                name: row.name.clone(),
                provider: Some(row.provider.clone()),
                how: None,
                candidates: Vec::new(),
                reason: String::new(),
                span: None,
            });
        }
    }
    InventoryComparison { edition: held.edition.clone(), items }
}

fn item(
    name: &str,
    span: Range<usize>,
    held: &EditionContent,
    names: &NameIndex,
    listed: &HashMap<&str, bool>,
) -> Item {
    let mut candidates = names.find_text(name);
    // Of several that may be meant, those count that the edition lists.
    if candidates.len() > 1 && candidates.iter().any(|c| listed.contains_key(c.provider.as_str())) {
        candidates.retain(|candidate| listed.contains_key(candidate.provider.as_str()));
    }
    let only = match &candidates[..] {
        [only] => Some(only.clone()),
        _ => None,
    };
    let is_listed = only.as_ref().is_some_and(|only| listed.contains_key(only.provider.as_str()));
    let (status, reason) = match &only {
        None if candidates.is_empty() => {
            (Status::NotListed, "the register knows no such name".to_owned())
        }
        None => (Status::Unsure, format!("the name may mean {} providers", candidates.len())),
        Some(only) if only.how.is_loose() => {
            (Status::Unsure, format!("matched {}", only.how.in_words()))
        }
        Some(_) if is_listed => (Status::Listed, String::new()),
        Some(only) => (
            Status::NotListed,
            match held.older.get(&only.provider) {
                Some(edition) => format!("the edition {edition} lists it, this one does not"),
                None => "no edition up to this one lists it".to_owned(),
            },
        ),
    };
    let is_certain = matches!(status, Status::Listed | Status::NotListed);
    Item {
        status,
        name: name.to_owned(),
        provider: only.as_ref().map(|only| only.provider.clone()),
        how: only.as_ref().map(|only| only.how),
        candidates: if is_certain { Vec::new() } else { candidates },
        reason,
        span: Some(span),
    }
}
