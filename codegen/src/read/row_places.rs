//! Where the rows of a register are in their source files. Reports that are not about mistakes use
//! it.

use std::collections::HashMap;
use std::ops::ControlFlow;

use crate::cells::{CsvFile, TextFile};
use crate::problem::Place;
use crate::sources::Sources;
use crate::tables::TABLES;

/// The place of every row, by its table and key.
pub struct Places<'s> {
    tables: HashMap<&'static str, TablePlaces<'s>>,
}

struct TablePlaces<'s> {
    file: CsvFile<'s>,
    columns: Vec<&'static str>,
    lines: HashMap<Vec<String>, usize>,
}

impl<'s> Places<'s> {
    /// The places of all rows in these sources. A file that cannot be read has none.
    pub fn of(sources: &'s Sources) -> Self {
        let mut tables = HashMap::new();
        for table in TABLES {
            let columns = table.column_names();
            let file = sources
                .data(table.path)
                .and_then(|file| TextFile::read(file, &mut Vec::new()))
                .and_then(|text| CsvFile::open(text, table.expected(&columns), &mut Vec::new()));
            let Some(file) = file else { continue };
            let key: Vec<usize> = (table.key.iter())
                .filter_map(|name| columns.iter().position(|column| column == name))
                .collect();
            let mut lines = HashMap::new();
            file.rows(table.name, &mut Vec::new(), |row, _| {
                let key = key.iter().map(|index| row.cells[*index].trim().to_owned()).collect();
                lines.entry(key).or_insert(row.line);
                ControlFlow::Continue(())
            });
            tables.insert(table.name, TablePlaces { file, columns, lines });
        }
        Self { tables }
    }

    /// The place of the cell in this column of the row with this key, whose parts are in the order
    /// of the table's key columns. `None` if there is no such row or column.
    pub fn cell(&self, table: &str, key: &[String], column: &str) -> Option<Place> {
        let table = self.tables.get(table)?;
        let line = *table.lines.get(key)?;
        let column = table.columns.iter().position(|name| *name == column)?;
        Some(table.file.place(line, column, None))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_found_by_its_key() {
        let text = "predecessor,successor,kind,edition,certainty,evidence,document,withdrawn\n\
                    a,b,renamed,2020-01-01,strong,\"One, two.\",doc,none\n\
                    a,c,split,2020-01-01,weak,Three.,doc,none\n";
        let sources =
            Sources::from_memory([("successions.csv".to_owned(), text.as_bytes().to_vec())], []);
        let places = Places::of(&sources);
        let key = |to: &str| vec!["a".to_owned(), to.to_owned(), "2020-01-01".to_owned()];
        let place = places.cell("successions", &key("c"), "certainty").unwrap();
        assert_eq!(place.to_string(), "data/successions.csv:3:22");
        assert_eq!(&text[place.span.start..place.span.end], "weak");
        assert_eq!(places.cell("successions", &key("d"), "certainty"), None);
        assert_eq!(places.cell("successions", &key("c"), "colour"), None);
        assert_eq!(places.cell("providers", &["a".to_owned()], "key"), None);
    }
}
