//! Makes the workbook.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};
use service_providers_codegen::{Sources, TABLES};

use super::choices::Keys;
use super::lists::Lists;
use super::source_table::SourceTable;
use super::state::State;
use super::table_sheet::{Styles, TableSheet};
use crate::failure::Failure;

/// The workbook of these tables, as the bytes of an `.xlsx` file. The same tables give the same bytes.
/// Their cells may say what `check` refuses. `None` if it is not clear which column each cell belongs
/// to.
///
/// # Errors
/// If a table has more rows than a sheet can have.
pub fn write(sources: &Sources) -> Result<Option<Vec<u8>>, Failure> {
    let read = |table| SourceTable::read(table, sources);
    let Some(tables) = TABLES.iter().map(read).collect::<Option<Vec<_>>>() else {
        return Ok(None);
    };
    let keys = Keys::of(&tables, sources);
    let fail = |error: XlsxError| Failure::new(format!("the workbook cannot be made: {error}"));
    book(&tables, &keys, &State::of(sources)).map(Some).map_err(fail)
}

fn book(tables: &[SourceTable], keys: &Keys, state: &State) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    // Without a date of its own, the workbook would bear that of the clock.
    let day = ExcelDateTime::from_ymd(2000, 1, 1)?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&day));
    let mut lists = Lists::default();
    let styles = Styles::new();
    // The tables that are edited most come first, so the vocabularies are last.
    let vocabulary = |table: &&SourceTable| table.info.path.contains('/');
    let (last, first): (Vec<_>, Vec<_>) = tables.iter().partition(vocabulary);
    for table in first.into_iter().chain(last) {
        TableSheet { table, keys, styles: &styles }.write(book.add_worksheet(), &mut lists)?;
    }
    lists.write(book.add_worksheet())?;
    state.write(book.add_worksheet())?;
    book.save_to_buffer()
}
