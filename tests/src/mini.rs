//! A miniature register to break: every table with a few rows, all of them right.

use std::sync::LazyLock;

use serde_json::Value;
use service_providers_codegen::{Register, Report, Sources, compile, csv_text, schema};

use tempfile::TempDir;

use crate::{fixture, root};

/// A copy of the miniature register that can be changed.
#[derive(Clone, Debug)]
pub struct Mini {
    /// The copy as the compiler takes it.
    pub sources: Sources,
}

impl Default for Mini {
    fn default() -> Self {
        Self::new()
    }
}

impl Mini {
    /// The register as it lies in `fixtures/mini/data`, with the schema files made from the row
    /// types.
    ///
    /// # Panics
    /// Where the fixture cannot be read.
    pub fn new() -> Self {
        static MINI: LazyLock<Mini> = LazyLock::new(Mini::read);
        MINI.clone()
    }

    fn read() -> Self {
        let folder = root().join("tests/fixtures/mini/data");
        let read = Sources::read(&folder, &folder).expect("the fixture can be read");
        let data = read.data_files().map(|(path, file)| (path.to_owned(), file.bytes.clone()));
        let schema = schema::files().into_iter().map(|(path, text)| (path, text.into_bytes()));
        Self { sources: Sources::from_memory(data.collect::<Vec<_>>(), schema) }
    }

    /// The text of a data file.
    ///
    /// # Panics
    /// Where there is no such file, or it is not text.
    pub fn text(&self, file: &str) -> String {
        let file = self.sources.data(file).unwrap_or_else(|| panic!("no file {file}"));
        String::from_utf8(file.bytes.clone()).expect("the file is text")
    }

    /// Replaces a data file.
    pub fn set(&mut self, file: &str, bytes: impl Into<Vec<u8>>) -> &mut Self {
        self.sources.set_data(file, bytes.into());
        self
    }

    /// Changes the whole text of a data file.
    pub fn edit(&mut self, file: &str, change: impl FnOnce(String) -> String) -> &mut Self {
        let text = change(self.text(file));
        self.set(file, text)
    }

    /// Replaces a piece of text that stands in a data file once.
    ///
    /// # Panics
    /// Where it does not stand there once.
    pub fn replace(&mut self, file: &str, from: &str, to: &str) -> &mut Self {
        let text = self.text(file);
        assert_eq!(text.matches(from).count(), 1, "`{from}` stands once in {file}");
        self.set(file, text.replace(from, to))
    }

    /// Adds lines at the end of a data file.
    pub fn add(&mut self, file: &str, lines: &str) -> &mut Self {
        self.edit(file, |text| text + lines)
    }

    /// Writes a cell of a table; `line` counts from 1 and includes the header.
    ///
    /// # Panics
    /// Where there is no such cell.
    pub fn cell(&mut self, file: &str, line: usize, column: &str, value: &str) -> &mut Self {
        let text = self.text(file);
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
        let mut rows: Vec<Vec<String>> = reader
            .records()
            .map(|row| row.expect("a row").iter().map(str::to_owned).collect())
            .collect();
        let at = rows[0].iter().position(|name| name == column);
        rows[line - 1][at.unwrap_or_else(|| panic!("no column {column}"))] = value.to_owned();
        let header: Vec<&str> = rows[0].iter().map(String::as_str).collect();
        let body = rows[1..].iter().map(|row| row.iter().map(String::as_str));
        let bytes = csv_text(&header, body);
        self.set(file, bytes)
    }

    /// Changes `register.json` as JSON.
    ///
    /// # Panics
    /// Where the file is no JSON.
    pub fn register(&mut self, change: impl FnOnce(&mut Value)) -> &mut Self {
        self.edit("register.json", |text| {
            let mut file = serde_json::from_str(&text).expect("the file is JSON");
            change(&mut file);
            serde_json::to_string_pretty(&file).expect("it is JSON again") + "\n"
        })
    }

    /// Writes the same into every cell of a column.
    pub fn fill(&mut self, file: &str, column: &str, value: &str) -> &mut Self {
        for line in 2..=self.text(file).lines().count() {
            self.cell(file, line, column, value);
        }
        self
    }

    /// Leaves a table only the rows that start like this.
    pub fn keep(&mut self, file: &str, start: &str) -> &mut Self {
        self.edit(file, |text| {
            let (header, rows) = text.split_once('\n').unwrap_or((&text, ""));
            let rows = rows.lines().filter(|row| row.starts_with(start));
            std::iter::once(header).chain(rows).map(|line| format!("{line}\n")).collect()
        })
    }

    /// Leaves a table nothing but its header.
    pub fn empty(&mut self, file: &str) -> &mut Self {
        self.edit(file, |text| text.lines().take(1).map(|line| format!("{line}\n")).collect())
    }

    /// Compiles it, as every command does.
    ///
    /// # Errors
    /// The report of what is wrong.
    pub fn compile(&self) -> Result<Register, Report> {
        compile(&self.sources)
    }

    /// Its tables in a folder of their own.
    ///
    /// # Panics
    /// If they cannot be written.
    pub fn on_disk(&self) -> TempDir {
        let folder = tempfile::tempdir().expect("a folder");
        fixture::write_files(&self.sources, folder.path());
        folder
    }

    /// What is wrong with it; empty if nothing is.
    pub fn report(&self) -> Report {
        self.compile().err().unwrap_or_default()
    }
}

/// The report on a miniature register after a change.
pub fn broken(change: impl FnOnce(&mut Mini)) -> Report {
    let mut mini = Mini::new();
    change(&mut mini);
    mini.report()
}
