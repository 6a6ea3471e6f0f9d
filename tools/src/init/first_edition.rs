//! A list that was published already becomes the first edition of a new register.

use serde_json::Value;
use service_providers_codegen::{REGISTER, Sources};

use super::tables::{LIST, first_document};
use super::{Owner, compiled, empty};
use crate::failure::{Failure, Result};
use crate::json::pretty;
use crate::published::import::{Request, RowNumbers, date_note, import};
use crate::published::input::{Input, PageColumns};
use crate::published::report::page_lines;
use crate::published::{self, Format};

/// A published page.
pub struct PublishedPage<'p> {
    /// What was read.
    pub input: &'p Input,
    /// How it is written.
    pub format: Format,
    /// What its columns mean.
    pub columns: &'p PageColumns,
    /// Whether what cannot be read as a row is none.
    pub without_unreadable: bool,
    /// The rows that say nothing but what the page has columns for.
    pub nothing_else: &'p RowNumbers,
}

/// The tables of a first edition.
pub struct FirstEdition {
    /// The tables.
    pub sources: Sources,
    /// How many cells wait for a person.
    pub open_cells: usize,
    /// What deserves a look in the page.
    pub remarks: Vec<String>,
}

/// A day before every list.
const BEFORE: &str = "1000-01-01";

/// The tables with the page as the first edition. The page is imported after an empty edition, which
/// is then taken away.
///
/// # Errors
/// If no document can be made of the page.
pub fn of_page(page: &PublishedPage<'_>, owner: &Owner) -> Result<FirstEdition> {
    let input = page.input;
    let sources = empty(&Owner { date: BEFORE.to_owned(), ..owner.clone() })?;
    let columns = page.columns.or_of_register(&sources);
    let read = published::read(&input.name, &input.bytes, page.format, &columns)?;
    let register = compiled(&sources)?;
    let id = first_document(owner);
    let request = Request {
        document: &id,
        date: Some(&owner.date),
        list: Some(LIST),
        without_unreadable: page.without_unreadable,
        nothing_else: page.nothing_else.clone(),
        ..Request::default()
    };
    let done = import(&read, &input.bytes, &sources, &register, &request)?;
    let notes = date_note(&read, &owner.date).map(|note| format!("note: {note}"));
    let remarks = page_lines(&read).into_iter().chain(notes).collect();
    let mut sources = sources.with_data(done.files);
    take_first_away(&mut sources, owner)?;
    Ok(FirstEdition { sources, open_cells: done.open_cells, remarks })
}

/// Takes the first document and the first edition away, and makes the other one the current one.
fn take_first_away(sources: &mut Sources, owner: &Owner) -> Result<()> {
    let file = sources.data(REGISTER).map(|file| file.bytes.clone()).unwrap_or_default();
    let mut register: Value =
        serde_json::from_slice(&file).map_err(|error| Failure::new(error.to_string()))?;
    for list in ["documents", "editions"] {
        if let Some(items) = register[list].as_array_mut() {
            items.retain(|item| !item["id"].as_str().is_some_and(|id| id.ends_with(BEFORE)));
        }
    }
    register["current"] = owner.date.clone().into();
    sources.set_data(REGISTER, pretty(&register).into_bytes());
    Ok(())
}
