//! The tables of a workbook, as CSV.

use service_providers_codegen::{TABLES, TableInfo, csv_text, nearest};

use super::damage::Damage;
use super::sheet::Sheet;
use super::sheet_reader::SheetReader;
use super::state::State;
use super::{LISTS, STATE};

/// What a workbook holds.
#[derive(Debug, Default)]
pub struct WorkbookContent {
    /// The tables whose sheets can be read.
    pub tables: Vec<SheetTable>,
    /// What keeps the others from being read.
    pub damage: Vec<Damage>,
    /// The tables that the workbook was made from.
    pub state: State,
}

/// A table as it stands in a workbook.
#[derive(Debug)]
pub struct SheetTable {
    /// Its path inside the data folder.
    pub path: &'static str,
    /// The sheet as CSV. Each line is the row of the sheet with the same number.
    pub bytes: Vec<u8>,
    /// The name of the sheet.
    pub(super) sheet: &'static str,
    /// The header of each column of the CSV, and its number in the sheet, from 0.
    pub(super) columns: Vec<(String, u32)>,
}

impl WorkbookContent {
    /// Reads the tables of a workbook.
    pub fn of(sheets: &[Sheet]) -> Self {
        let mut read = Self { state: State::read(sheets), ..Self::default() };
        let named = |table: &TableInfo| sheets.iter().find(|sheet| sheet.name == table.name);
        let mut missing: Vec<&TableInfo> = Vec::new();
        for table in TABLES {
            match named(table) {
                Some(sheet) => read.add(sheet, table),
                None => missing.push(table),
            }
        }
        let known = |name: &str| {
            name == LISTS || name == STATE || TABLES.iter().any(|table| table.name == name)
        };
        for sheet in sheets.iter().filter(|it| !known(&it.name) && !it.cells.is_empty()) {
            read.damage.push(unknown(sheet, &mut missing));
        }
        read.damage.extend(missing.into_iter().map(|table| {
            let message = format!("the sheet `{}` is missing", table.name);
            Damage::of_sheet(table.name, message, "put it back; a new workbook has it")
        }));
        read
    }

    fn add(&mut self, sheet: &Sheet, table: &'static TableInfo) {
        let mut reader = SheetReader { sheet, damage: Vec::new() };
        let columns = reader.columns();
        let rows = reader.rows(table, &columns);
        if reader.damage.is_empty() {
            let header: Vec<&str> = columns.iter().map(|(name, _)| name.as_str()).collect();
            let bytes = csv_text(&header, rows.iter().map(|row| row.iter().map(String::as_str)));
            self.tables.push(SheetTable { path: table.path, bytes, sheet: table.name, columns });
        }
        self.damage.extend(reader.damage);
    }
}

/// A sheet that has the name of no table. If it seems to be one that is missing, that is the one
/// mistake, and the sheet is not missed any more.
fn unknown(sheet: &Sheet, missing: &mut Vec<&TableInfo>) -> Damage {
    let name = &sheet.name;
    let columns = SheetReader { sheet, damage: Vec::new() }.columns();
    let holds = |table: &&TableInfo| columns.iter().map(|(name, _)| name).eq(table.column_names());
    if let Some(at) = missing.iter().position(holds) {
        let table = missing.remove(at).name;
        let message = format!("this sheet holds the columns of {table}, under another name");
        return Damage::of_sheet(name, message, format!("rename the sheet to `{table}`"));
    }
    let message = "there is no table of this name, so nothing reads the sheet".to_owned();
    let near = nearest(name, missing.iter().map(|table| table.name));
    let at = near.and_then(|near| missing.iter().position(|table| table.name == near));
    let help = match at.map(|at| missing.remove(at)) {
        Some(table) => format!("did you mean `{}`? There is no sheet of that name", table.name),
        None => "move what counts to the sheet of its table, and delete this one".to_owned(),
    };
    Damage::of_sheet(name, message, help)
}
