//! Reads one table: its file, its rows, and its keys for the tables that refer to it.

use std::borrow::Cow;
use std::ops::ControlFlow;
use std::rc::Rc;

use super::files::open;
use super::row_reader::RowReader;
use super::typed_register::{TypedRegister, keys_of_register};
use super::typed_table::{LocatedRow, TypedTable, kinds};
use crate::cells::{CsvFile, OVER_LIMIT, RowCells};
use crate::hashing::HashSet;
use crate::keys::{KeysByTable, NamedRows, RowKeys, TableKeys, look_well_formed, trimmed};
use crate::limits::MAX_PROBLEMS;
use crate::problem::{Place, Problem};
use crate::schema::RowSchema;
use crate::sources::Sources;
use crate::tables::row::{CountryRow, RegionRow};
use crate::tables::{Column, DOCUMENTS, EDITIONS, PLACES, Row, TableInfo};

/// Reads tables one after the other, each after those it refers to.
pub(super) struct TableReader<'s, 'p> {
    sources: &'s Sources,
    problems: &'p mut Vec<Problem>,
    keys: KeysByTable<'s>,
}

impl<'s, 'p> TableReader<'s, 'p> {
    pub(super) fn new(
        sources: &'s Sources,
        register: Option<&TypedRegister<'_>>,
        problems: &'p mut Vec<Problem>,
    ) -> Self {
        // Where the file could not be read, nobody is blamed for an id that is not known.
        let unread = || [DOCUMENTS, EDITIONS].map(|table| (table, TableKeys::default()));
        let keys = match register {
            Some(register) => keys_of_register(&register.content),
            None => KeysByTable::from_iter(unread()),
        };
        Self { sources, problems, keys }
    }

    /// Reads the table of this row type.
    pub(super) fn read<R: Row>(&mut self) -> TypedTable<'s, R> {
        let info = TableInfo::of::<R>();
        let mut table = TypedTable { columns: info.columns(), ..TypedTable::default() };
        let schema = RowSchema::read(self.sources, &info.schema_path(), self.problems);
        let names = info.column_names();
        let file = open(self.sources, R::PATH, self.problems)
            .and_then(|text| CsvFile::open(text, info.expected(&names), self.problems));
        let Some(file) = file.map(Rc::new) else {
            self.keys.insert(R::TABLE, TableKeys::default());
            return table;
        };
        let refers_to_itself =
            table.columns.iter().any(|column| column.references.as_deref() == Some(R::TABLE));
        if refers_to_itself {
            self.keys.insert(R::TABLE, keys_before_reading(&file, table.columns, R::KEY));
        }
        let complete = self.read_rows(&file, schema, &mut table);
        drop_repeated(&mut table);
        let named = named_rows(&file, table.columns, R::KEY);
        self.keys.insert(R::TABLE, TableKeys::of_rows(&table.keys, complete, named));
        if R::TABLE == RegionRow::TABLE {
            self.keys.insert(PLACES, self.places());
        }
        table.file = Some(file);
        table
    }

    /// The keys of the countries and the regions together.
    fn places(&self) -> TableKeys<'s> {
        let unread = TableKeys::default();
        let keys = |table: &str| self.keys.get(table).unwrap_or(&unread);
        TableKeys::union(keys(CountryRow::TABLE), keys(RegionRow::TABLE))
    }

    /// Reads the rows of a table and their keys; whether the keys are complete.
    fn read_rows<R: Row>(
        &mut self,
        file: &CsvFile<'s>,
        schema: &'static RowSchema,
        table: &mut TypedTable<'s, R>,
    ) -> bool {
        let TypedTable { rows, columns, .. } = table;
        let key_columns = positions(columns, R::KEY);
        let mut reader = RowReader::new(file, schema, columns, &key_columns, &self.keys);
        rows.reserve_exact(file.most_rows());
        let mut keys = RowKeys::with_capacity(file.most_rows(), kinds(columns, R::KEY));
        let mut complete = true;
        let start = self.problems.len();
        table.read_to_end = file.rows(R::TABLE, self.problems, |cells, problems| {
            let before = problems.len();
            let line = cells.line;
            let key = || key_of(&cells, &key_columns);
            if cells.damaged {
                // The key is on the left. If it looks like one, it probably is the key.
                complete &= look_well_formed(key());
                keys.push(line, key(), false);
            } else {
                let row = reader.read::<R>(&cells, problems);
                let refused = |problem: &Problem| R::KEY.contains(&problem.field.as_str());
                let well_formed = !problems[before..].iter().any(refused);
                complete &= well_formed;
                keys.push(line, key(), well_formed);
                rows.extend(row.map(|row| LocatedRow { line, row }));
            }
            stop_at_limit::<R>(file, line, start, problems)
        });
        table.keys = Rc::new(keys);
        complete && table.read_to_end
    }
}

/// Drops the rows whose key is further above already. They would break other rules for no other
/// reason.
fn drop_repeated<R>(table: &mut TypedTable<'_, R>) {
    let repeated: HashSet<usize> =
        table.keys.repeated().into_iter().map(|(key, _)| key.line).collect();
    if !repeated.is_empty() {
        table.rows.retain(|located| !repeated.contains(&located.line));
    }
}

/// Stops the reading of a table when its rows have more problems than a report lists, and reports
/// that. Mostly one mistake is behind them.
fn stop_at_limit<R: Row>(
    file: &CsvFile<'_>,
    line: usize,
    start: usize,
    problems: &mut Vec<Problem>,
) -> ControlFlow<()> {
    if problems.len() - start <= MAX_PROBLEMS {
        return ControlFlow::Continue(());
    }
    problems.truncate(start + MAX_PROBLEMS);
    problems.push(too_many_problems(file.place(line, 0, None), R::TABLE));
    ControlFlow::Break(())
}

fn too_many_problems(place: Place, table: &str) -> Problem {
    let message = format!(
        "the table has more than {MAX_PROBLEMS} problems; the rows from here on were not checked"
    );
    Problem::new(&OVER_LIMIT, place, message)
        .field(table, "")
        .help("mend what is above first; much of it may be one mistake")
}

/// The positions of the columns with these names.
fn positions(columns: &[Column], names: &[&str]) -> Vec<usize> {
    let position = |name: &&str| columns.iter().position(|column| column.name == **name);
    names.iter().filter_map(position).collect()
}

/// The cells that identify a row.
fn key_of<'s>(
    cells: &RowCells<'_, 's>,
    key_columns: &[usize],
) -> impl Iterator<Item = Cow<'s, str>> {
    key_columns.iter().map(|index| trimmed(&cells.cells[*index]))
}

/// Where to find a key by a name, in a table whose rows have both.
fn named_rows<'s>(file: &Rc<CsvFile<'s>>, columns: &[Column], key: &[&str]) -> Vec<NamedRows<'s>> {
    let at = |name: &str| columns.iter().position(|column| column.name == name);
    let [key] = key else { return Vec::new() };
    let (Some(key), Some(name)) = (at(key), at("name")) else { return Vec::new() };
    vec![NamedRows { file: Rc::clone(file), key, name, aliases: at("aliases") }]
}

/// The keys of a table that refers to itself, before its rows are checked.
fn keys_before_reading<'s>(
    file: &Rc<CsvFile<'s>>,
    columns: &[Column],
    key: &[&str],
) -> TableKeys<'s> {
    let mut keys = RowKeys::default();
    let mut well_formed = true;
    let key_columns = positions(columns, key);
    let read_to_end = file.rows("", &mut Vec::new(), |cells, _| {
        well_formed &= look_well_formed(key_of(&cells, &key_columns));
        keys.push(cells.line, key_of(&cells, &key_columns), true);
        ControlFlow::Continue(())
    });
    let named = named_rows(file, columns, key);
    TableKeys::of_set(keys.known(), read_to_end && well_formed, named)
}
