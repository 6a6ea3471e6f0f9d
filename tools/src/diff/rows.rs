//! The rows of published tables as text. They are compared cell by cell, so that two releases can
//! be compared whichever versions of the program wrote them.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use service_providers_codegen::TABLES;

/// The tables of a release.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReleaseRows {
    /// Every table by its path: `vocabulary/purposes.csv`.
    pub tables: BTreeMap<String, TableRows>,
    /// `register.json`.
    pub register: Value,
    /// The version of the format in which they were published.
    pub format_version: u64,
}

/// The rows of one table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TableRows {
    /// The columns.
    pub columns: Vec<String>,
    /// Every row by its key.
    pub rows: BTreeMap<Vec<String>, Vec<String>>,
}

impl ReleaseRows {
    /// The rows of tables: pairs of a path inside the folder of tables and its bytes.
    ///
    /// # Errors
    /// In words, if a file is neither a table nor `register.json`, or cannot be read as one.
    pub fn of<'f>(files: impl IntoIterator<Item = (&'f str, &'f [u8])>) -> Result<Self, String> {
        let mut rows = Self::default();
        for (path, bytes) in files {
            let fail = |error: &dyn std::fmt::Display| format!("{path}: {error}");
            if path == "register.json" {
                rows.register = serde_json::from_slice(bytes).map_err(|error| fail(&error))?;
            } else {
                let table = TableRows::read(path, bytes).map_err(|error| fail(&error))?;
                rows.tables.insert(path.to_owned(), table);
            }
        }
        rows.format_version = rows.register["format_version"].as_u64().unwrap_or_default();
        Ok(rows)
    }

    /// The edition in force.
    pub fn current(&self) -> &str {
        self.register["current"].as_str().unwrap_or_default()
    }

    /// The ids of the editions, oldest first.
    pub fn editions(&self) -> Vec<String> {
        self.ids("editions")
    }

    /// The ids of the documents.
    pub fn documents(&self) -> BTreeSet<String> {
        self.ids("documents").into_iter().collect()
    }

    fn ids(&self, list: &str) -> Vec<String> {
        let items = self.register[list].as_array().into_iter().flatten();
        items.filter_map(|item| item["id"].as_str()).map(str::to_owned).collect()
    }
}

impl TableRows {
    fn read(path: &str, bytes: &[u8]) -> Result<Self, String> {
        let mut table = Self::default();
        let mut reader = csv::Reader::from_reader(bytes);
        let header = reader.headers().map_err(|error| error.to_string())?;
        table.columns = header.iter().map(str::to_owned).collect();
        let place = |name: &&str| {
            let place = table.columns.iter().position(|column| column == name);
            place.ok_or_else(|| format!("has no column `{name}`, so its rows have no key"))
        };
        let key: Vec<usize> = match TABLES.iter().find(|table| table.path == path) {
            Some(known) => known.key.iter().map(place).collect::<Result<_, _>>()?,
            // This program does not know the table. Its first column is taken for the key.
            None => vec![0],
        };
        for record in reader.records() {
            let record = record.map_err(|error| error.to_string())?;
            let row: Vec<String> = record.iter().map(str::to_owned).collect();
            table.rows.insert(key.iter().map(|index| row[*index].clone()).collect(), row);
        }
        Ok(table)
    }

    /// The cell of a row in the column of this name.
    pub fn cell<'r>(&self, row: &'r [String], column: &str) -> Option<&'r str> {
        let index = self.columns.iter().position(|name| name == column)?;
        row.get(index).map(String::as_str)
    }
}
