//! The header of a table, and what its columns mean.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::published::block::{Grid, GridRow};
use crate::published::columns::{self, HEADER_ROWS, Header, Meaning, NamedColumns};

/// What the columns of a table mean.
#[derive(Clone, Debug, Default)]
pub struct ColumnMap {
    /// By column: the header, and what it means.
    pub columns: Vec<(String, Option<Meaning>)>,
}

/// What the first rows of a table say of the rest.
pub enum HeaderSearch {
    /// The table is a list of providers; its header is these rows.
    List(ColumnMap, Range<usize>),
    /// The table is about something else.
    SomethingElse(&'static str),
    /// No row is a header in words that are known.
    NoHeader,
}

/// Finds the header of a table.
pub fn find(grid: &Grid, named: &NamedColumns) -> HeaderSearch {
    let first = &grid.rows[..grid.rows.len().min(HEADER_ROWS)];
    // What the syntax calls a header comes first, unless it is a caption with a cell too many.
    let marked = first.iter().position(|row| row.is_header && is_header(row, named));
    let clear = first.iter().position(|row| is_clear(row, named));
    let is_caption = |at: usize, other: usize| {
        at < other && first[at].filled().len() < first[other].filled().len()
    };
    let at = match (marked, clear) {
        (Some(marked), Some(clear)) if is_caption(marked, clear) => Some(clear),
        (Some(marked), Some(clear)) => Some(marked.min(clear)),
        (one, other) => one.or(other),
    };
    if let Some(at) = at {
        let (texts, end) = header_texts(grid, at);
        return match map(&texts, named) {
            Ok(map) => HeaderSearch::List(map, at..end),
            Err(reason) => HeaderSearch::SomethingElse(reason),
        };
    }
    let known = |row: &&GridRow| row.is_header && row.filled().len() > 1;
    let texts: Vec<&str> = match first.iter().find(known) {
        Some(row) => row.filled().iter().map(|cell| cell.text.text.as_str()).collect(),
        None => return HeaderSearch::NoHeader,
    };
    match something_else(&texts) {
        Some(reason) => HeaderSearch::SomethingElse(reason),
        None => HeaderSearch::NoHeader,
    }
}

/// Whether a row is the header of a list of providers.
pub fn is_header(row: &GridRow, named: &NamedColumns) -> bool {
    let filled = row.filled();
    let names = |text: &str| {
        matches!(columns::header(text), Some(Header::Known(Meaning::Name) | Header::Provider))
    };
    // Where the syntax says that a row is a header, the other columns may be called anything.
    let is_marked = row.is_header && filled.len() > 1;
    is_clear(row, named) || is_marked && filled.iter().any(|cell| names(&cell.text.text))
}

/// Whether a row is the header of a list of providers whatever the syntax says.
fn is_clear(row: &GridRow, named: &NamedColumns) -> bool {
    let filled = row.filled();
    let texts = || filled.iter().map(|cell| cell.text.text.as_str());
    let is_name = |text: &str| named.by_header(text) == Some(Meaning::Name);
    texts().any(is_name) || columns::is_header(texts(), row.cells.len())
}

/// Whether a row is a caption that the syntax calls a header, with a cell too many.
pub fn is_wide_caption(row: &GridRow, named: &NamedColumns) -> bool {
    let filled = row.filled().len();
    row.is_header && filled > 1 && filled * 2 <= row.cells.len() && !is_clear(row, named)
}

/// What a header says that is known, but names no provider.
fn something_else(texts: &[&str]) -> Option<&'static str> {
    use Meaning::{EntityLocation, Features, Location, Purpose, Storage};
    let known: Vec<Header> = texts.iter().filter_map(|text| columns::header(text)).collect();
    let of_providers = [Purpose, Location, EntityLocation, Storage, Features];
    let says = |meaning: &Meaning| known.contains(&Header::Known(*meaning));
    // Beside such columns, one that is called by an unknown word may hold the name.
    let may_name = known.len() < texts.len() && of_providers.iter().any(says);
    if known.contains(&Header::Cookie) {
        Some("a table of cookies")
    } else if known.contains(&Header::Time) {
        Some("a table of times for which data is kept")
    } else if !known.is_empty() && !may_name {
        Some("a table without a column that names a provider")
    } else {
        None
    }
}

/// The texts of the header's columns, and the index of the row after it. A header may be two rows,
/// of which the second divides columns of the first.
fn header_texts(grid: &Grid, at: usize) -> (Vec<String>, usize) {
    let top = &grid.rows[at];
    let mut texts: Vec<String> = top.cells.iter().map(|cell| cell.text.text.clone()).collect();
    let Some(next) = grid.rows.get(at + 1) else { return (texts, at + 1) };
    let divides = top.cells.windows(2).any(|pair| pair[0].id == pair[1].id && pair[0].id != 0);
    let reaches_down = top.cells.iter().zip(&next.cells).any(|(above, below)| above.id == below.id);
    if !divides || !(next.is_header || reaches_down) {
        return (texts, at + 1);
    }
    for (text, (above, below)) in texts.iter_mut().zip(top.cells.iter().zip(&next.cells)) {
        if above.id != below.id {
            *text = format!("{text} {}", below.text.text);
        }
    }
    (texts, at + 2)
}

/// What columns with these headers mean.
fn map(headers: &[String], named: &NamedColumns) -> Result<ColumnMap, &'static str> {
    let known: Vec<Option<Header>> = headers
        .iter()
        .enumerate()
        .map(|(index, text)| {
            let by_person = named.by_header(text).or_else(|| named.by_index(index));
            by_person.map(Header::Known).or_else(|| columns::header(text))
        })
        .collect();
    if known.contains(&Some(Header::Cookie)) {
        return Err("a table of cookies");
    }
    let name = [Header::Known(Meaning::Name), Header::Provider, Header::Service]
        .iter()
        .find_map(|wanted| known.iter().position(|header| *header == Some(*wanted)));
    let Some(name) = name else {
        return Err("a table without a column that names a provider");
    };
    let is = |wanted: &[Meaning]| {
        known.iter().any(|header| matches!(header, Some(Header::Known(m)) if wanted.contains(m)))
    };
    use Meaning::{EntityLocation, Link, Location, Name, Purpose, Storage};
    let about_provider = is(&[Name, Purpose, Location, EntityLocation, Storage, Link]);
    if known.contains(&Some(Header::Time)) && !about_provider {
        return Err("a table of times for which data is kept");
    }
    Ok(ColumnMap { columns: meanings(headers, &known, name) })
}

/// Gives each meaning to one column; where a page has several, to the first.
fn meanings(
    headers: &[String],
    known: &[Option<Header>],
    name: usize,
) -> Vec<(String, Option<Meaning>)> {
    let mut taken: BTreeMap<Meaning, &str> = BTreeMap::new();
    taken.insert(Meaning::Name, &headers[name]);
    let has_purpose = known.contains(&Some(Header::Known(Meaning::Purpose)));
    let mut columns = Vec::new();
    for (index, (text, header)) in headers.iter().zip(known).enumerate() {
        let meaning = match header {
            _ if index == name => Some(Meaning::Name),
            Some(Header::Known(meaning)) => Some(*meaning),
            // Beside the name of a provider, a service is what it does.
            Some(Header::Service) if !has_purpose => Some(Meaning::Purpose),
            _ => None,
        };
        // A header over several columns gives all of them its meaning.
        let free = |meaning: &Meaning| {
            index == name || taken.get(meaning).is_none_or(|other| *other == text.as_str())
        };
        let meaning = meaning.filter(free);
        if let Some(meaning) = meaning {
            taken.insert(meaning, text);
        }
        columns.push((text.clone(), meaning));
    }
    columns
}

impl ColumnMap {
    /// The columns that a person named by their numbers.
    pub fn by_numbers(named: &NamedColumns, count: usize) -> Option<Self> {
        let columns: Vec<_> = (0..count)
            .map(|index| (format!("column {}", index + 1), named.by_index(index)))
            .collect();
        let has_name = columns.iter().any(|(_, meaning)| *meaning == Some(Meaning::Name));
        has_name.then_some(Self { columns })
    }

    /// The index of the column that holds the name.
    pub fn name(&self) -> usize {
        let is_name = |(_, meaning): &(String, Option<Meaning>)| *meaning == Some(Meaning::Name);
        self.columns.iter().position(is_name).unwrap_or_default()
    }
}
