//! Making a document of the register of a published page: its listings, the engagements that its
//! rows cite, and drafts of what only a person can decide.
//!
//! Nothing is made up. What the page says in known words is taken from it; what another document of
//! the list says in the same words is cited; every other cell gets a mark that `check` refuses.

mod decide;
mod document;
mod draft;
mod engagement;
mod facts;
mod fill;
mod parts;
mod past;
mod printed_date;
mod records;
mod row_numbers;
mod tables;
mod waiting;

use std::collections::BTreeSet;

use service_providers_codegen::{Register, Sources, YesNo, tidy};

pub use document::{Request, date_note};
pub use row_numbers::RowNumbers;
pub use waiting::{open_cells, previous_cells};

use self::past::RowContent;
use super::compare::{Aspect, units};
use super::page::Page;
use super::{locations, names};
use crate::failure::Failure;
use decide::{Decision, decide};
use past::Past;

/// What importing a page would write, and what there is to say about it.
pub struct Import {
    /// The files that change: their paths inside the data folder, and their bytes.
    pub files: Vec<(String, Vec<u8>)>,
    /// What became of the rows of the page, in order.
    pub rows: Vec<Imported>,
    /// The names of providers that the nearest document lists and the page does not.
    pub gone: Vec<String>,
    /// What else a person should know.
    pub notes: Vec<String>,
    /// How many cells wait for a person.
    pub open_cells: usize,
}

/// What became of a row of the page, or of a part of one.
pub struct Imported {
    /// The row, as an index.
    pub row: usize,
    /// The name as printed.
    pub name: String,
    /// What it cites.
    pub cites: Cited,
    /// In which loose way the name was matched, if it was.
    pub loose_match: Option<&'static str>,
}

/// What a row cites.
pub enum Cited {
    /// An engagement that says the same.
    Same,
    /// An engagement whose words differ from those of the row, as a person said.
    Reworded,
    /// A copy of this engagement, in which these meanings must be edited.
    Copy(String, Vec<Aspect>),
    /// A draft about a provider of the register.
    Draft,
    /// A draft about a provider that is new.
    NewProvider,
    /// A draft about a kind of data.
    DraftRecord,
    /// Nothing yet: one of these providers may be meant.
    Undecided(Vec<String>),
}

/// Makes a document of a page. Where the register has the document already, only the digests are
/// filled in that are unknown.
///
/// # Errors
/// If the request and the register or the page do not fit.
pub fn import(
    page: &Page,
    bytes: &[u8],
    sources: &Sources,
    register: &Register,
    request: &Request<'_>,
) -> Result<Import, Failure> {
    if page.rows.is_empty() {
        document::refuse_unreadable(page)?;
        return Err(page.without_rows());
    }
    let mut import = match register.document(request.document) {
        Some(document) if document.listed == YesNo::No => {
            return Err(Failure::new(format!(
                "`{}` is only cited as evidence; choose another id for the page",
                request.document
            )));
        }
        Some(document) => fill::fill(page, bytes, register, document)?,
        None => new_document(page, bytes, register, request)?,
    };
    let changed = sources.clone().with_data(std::mem::take(&mut import.files));
    let is_new = |path: &str, bytes: &[u8]| {
        sources.data(path).is_none_or(|file| file.bytes.as_slice() != bytes)
    };
    let files = tidy(&changed).files.into_iter();
    let files = files.filter(|file| is_new(&file.path, &file.bytes));
    import.files = files.map(|file| (file.path, file.bytes)).collect();
    Ok(import)
}

fn new_document(
    page: &Page,
    bytes: &[u8],
    register: &Register,
    request: &Request<'_>,
) -> Result<Import, Failure> {
    document::refuse_unfit(page, request)?;
    let list = document::list(register, page, request)?;
    let date = request.date()?;
    if page.has_records {
        return new_records(page, bytes, register, request, &list);
    }
    let past = Past::of(register, &list, date);
    let units = units(page, &names::of_register(register));
    let countries = locations::countries(register);
    let contents: Vec<RowContent> =
        page.rows.iter().map(|row| RowContent::of(row, &countries)).collect();
    let decisions: Vec<Decision<'_>> = (units.iter())
        .map(|unit| {
            let is_reworded = request.reworded.contains(page.rows[unit.row].number);
            decide(unit, &contents[unit.row], &past, is_reworded)
        })
        .collect();
    let (register, notes) = document::add(register, page, bytes, request, &list)?;
    let parts = parts::Parts::learn(page, &units, &decisions, &register, &countries);
    let mut drafts = draft::Drafts::new(&register, page, request, parts);
    let rows: Vec<Imported> = (units.iter().zip(&decisions))
        .map(|(unit, decision)| drafts.add(unit, decision, &contents[unit.row]))
        .collect();
    let named: BTreeSet<&str> = (units.iter())
        .flat_map(|unit| unit.candidates.iter().map(|candidate| candidate.provider.as_str()))
        .collect();
    let gone = past.nearest().filter(|held| !named.contains(held.provider.as_str()));
    let gone = gone.map(|held| held.name.clone()).collect();
    let (files, open_cells) = drafts.into_files();
    let files = files.into_iter().chain(document::file(&register)).collect();
    Ok(Import { files, rows, gone, notes, open_cells })
}

/// The same for a page of records about kinds of data.
fn new_records(
    page: &Page,
    bytes: &[u8],
    register: &Register,
    request: &Request<'_>,
    list: &str,
) -> Result<Import, Failure> {
    let past = records::PastRecords::of(register, list, request.date()?);
    let names = names::of_register(register);
    let (register, notes) = document::add(register, page, bytes, request, list)?;
    let (tables, rows) = records::add(page, &register, &names, request, &past);
    let open_cells = tables.open_cells(request.document);
    let files = tables.into_files().into_iter().chain(document::file(&register)).collect();
    Ok(Import { files, gone: past.gone(&rows), rows, notes, open_cells })
}
