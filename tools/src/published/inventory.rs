//! What a company really uses, held against the providers that an edition lists.

use std::collections::HashMap;
use std::ops::Range;

use super::block::GridRow;
use super::columns::{self, Header, Meaning};
use super::csv;
use super::edition_content::EditionContent;
use super::names::{Candidate, MatchKind, NameIndex};
use super::normal::fold;
use super::text::PageText;

/// How a name of the inventory, or a provider of the edition, stands to the other side.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// It is used and listed.
    Listed,
    /// It is used and not listed.
    NotListed,
    /// Whether it is listed is not certain.
    Unsure,
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
            Self::NotUsed => "not-used",
        }
    }

    /// Whether the list of the edition may lack something.
    pub fn is_drift(self) -> bool {
        matches!(self, Self::NotListed | Self::Unsure)
    }
}

/// A name of the inventory, or a provider that it does not name.
#[derive(Clone, Debug)]
pub struct Item {
    /// How it stands to the other side.
    pub status: Status,
    /// The name: of the inventory, or of the edition.
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

/// An inventory held against an edition.
#[derive(Debug)]
pub struct InventoryComparison {
    /// The edition.
    pub edition: String,
    /// The names in the order of the file, then what is not used.
    pub items: Vec<Item>,
}

/// A name in an inventory.
pub type UsedName = (String, Range<usize>);

/// The names of a list: one on each line. Marks of a list and lines that start with `#` are none.
pub fn lines(text: &PageText) -> Vec<UsedName> {
    let mut names = Vec::new();
    let mut start = 0;
    for line in text.as_str().split_inclusive('\n') {
        let name = line.trim().trim_start_matches(['-', '*', '\u{2022}']).trim_start();
        if !name.is_empty() && !name.starts_with('#') {
            let at = start + line.find(name).unwrap_or_default();
            names.push((name.to_owned(), at..at + name.len()));
        }
        start += line.len();
    }
    names
}

/// The names of one column of a CSV file: the column of this header or number, or else the one that
/// holds names.
///
/// # Errors
/// If there is no such column; the error has the headers.
pub fn column(text: &PageText, wanted: Option<&str>) -> Result<Vec<UsedName>, Vec<String>> {
    let rows = csv::rows_of(text);
    let Some(header) = rows.iter().find(|row| !row.is_blank()) else { return Ok(Vec::new()) };
    let headers: Vec<String> = header.cells.iter().map(|cell| cell.text.text.clone()).collect();
    let by_number = wanted.and_then(|wanted| wanted.parse::<usize>().ok()).filter(|n| *n > 0);
    let (index, has_header) = match (wanted, by_number) {
        (Some(wanted), None) => {
            (headers.iter().position(|header| fold(header) == fold(wanted)), true)
        }
        (_, Some(number)) => (
            Some(number - 1).filter(|index| *index < headers.len()),
            name_column(&headers).is_some(),
        ),
        (None, None) => match name_column(&headers) {
            Some(index) => (Some(index), true),
            None => (Some(0).filter(|_| headers.len() == 1), false),
        },
    };
    let Some(index) = index else { return Err(headers) };
    let named = |row: &GridRow| {
        let cell = &row.cells.get(index)?.text;
        (!cell.text.is_empty()).then(|| (cell.text.clone(), cell.span.clone()))
    };
    let body = rows.iter().skip_while(|row| row.is_blank()).skip(usize::from(has_header));
    Ok(body.filter_map(named).collect())
}

/// The column that holds names, by its header.
fn name_column(headers: &[String]) -> Option<usize> {
    let known: Vec<Option<Header>> = headers.iter().map(|text| columns::header(text)).collect();
    [Header::Known(Meaning::Name), Header::Provider, Header::Service]
        .iter()
        .find_map(|wanted| known.iter().position(|header| *header == Some(*wanted)))
}

/// Holds names against an edition.
pub fn compare(used: &[UsedName], held: &EditionContent, names: &NameIndex) -> InventoryComparison {
    let mut listed: HashMap<&str, bool> = HashMap::new();
    for row in &held.rows {
        listed.insert(&row.provider, false);
    }
    let mut items: Vec<Item> = Vec::new();
    for (name, span) in used {
        let item = item(name, span.clone(), held, names, &listed);
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
