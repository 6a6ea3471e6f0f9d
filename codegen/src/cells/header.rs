//! The header line of a table.

use super::codes::{
    COLUMN_ORDER, EMPTY_COLUMN, MISSING_COLUMN, NEEDLESS_QUOTES, OUTER_SPACE, STRAY_QUOTE,
    TRANSLATED_HEADER, UNKNOWN_COLUMN, WRONG_SEPARATOR,
};
use super::quoting;
use super::record::{RecordBuffer, raw_span};
use super::text_file::TextFile;
use crate::problem::{Code, Place, Problem};
use crate::suggest;
use crate::text::WORDS;

/// Which column of the table each column of the file is.
pub(crate) struct Header {
    /// For each column of the table, where it stands in the file.
    pub(crate) position: Vec<usize>,
    /// How many columns with a name the file has.
    pub(super) named: usize,
    /// How many columns without a name follow.
    pub(super) unnamed: usize,
}

/// The columns that a table should have.
#[derive(Clone, Copy)]
pub(crate) struct ExpectedColumns<'e> {
    /// The table's name.
    pub(crate) table: &'e str,
    /// The names of its columns, in order.
    pub(crate) columns: &'e [&'e str],
    /// Finds the path of the table that has exactly these columns.
    pub(crate) path_of: fn(&[&str]) -> Option<&'static str>,
}

/// Reads the header. Says what is wrong with it; gives nothing where the columns cannot be told.
pub(super) fn read(
    text: &TextFile<'_>,
    expected: ExpectedColumns<'_>,
    problems: &mut Vec<Problem>,
) -> Option<Header> {
    let reader = HeaderReader { text, expected };
    match reader.names() {
        Ok(names) => reader.columns(&names, problems),
        Err(problem) => {
            problems.push(*problem);
            None
        }
    }
}

struct HeaderReader<'r, 's> {
    text: &'r TextFile<'s>,
    expected: ExpectedColumns<'r>,
}

impl HeaderReader<'_, '_> {
    /// The names as they stand there.
    fn names(&self) -> Result<Vec<String>, Box<Problem>> {
        if self.text.line_count() == 0 {
            let place = self.text.place(0..0);
            return Err(Box::new(self.problem(&MISSING_COLUMN, place, "the file is empty")));
        }
        let line = self.text.line(0);
        if quoting::fault(line).is_some() {
            let place = self.whole();
            return Err(Box::new(self.problem(
                &STRAY_QUOTE,
                place,
                "a quotation mark in the header",
            )));
        }
        let separators = [(';', "semicolons"), ('\t', "tabs"), ('|', "bars")];
        let wrong = separators.iter().find(|(c, _)| line.contains(*c) && !line.contains(','));
        if let Some((_, name)) = wrong {
            let message = format!("the cells are separated by {name}");
            return Err(Box::new(
                self.problem(&WRONG_SEPARATOR, self.whole(), message)
                    .help("export the file again with the comma as separator"),
            ));
        }
        Ok(RecordBuffer::default().read(line).into_iter().map(str::to_owned).collect())
    }

    /// Which column each name is.
    fn columns(&self, raw: &[String], problems: &mut Vec<Problem>) -> Option<Header> {
        let names: Vec<&str> = raw.iter().map(|name| name.trim()).collect();
        let unnamed = names.iter().rev().take_while(|name| name.is_empty()).count();
        let named = names.len() - unnamed;
        let missing: Vec<&str> = self
            .expected
            .columns
            .iter()
            .copied()
            .filter(|column| !names.contains(column))
            .collect();
        let strange = self.strange(&names[..named], &missing);
        if !strange.is_empty() {
            problems.extend(strange);
            return None;
        }
        if let [first, ..] = missing.as_slice() {
            let message = format!("the header lacks {}", missing.join(", "));
            problems.push(
                self.problem(&MISSING_COLUMN, self.whole(), message)
                    .field(self.expected.table, first),
            );
            return None;
        }
        let mut mendable = |code: &'static Code, place: Place, message: String| {
            problems.push(self.problem(code, place, message).help("run `cargo xtask sync`"));
        };
        if unnamed > 0 {
            let message = match unnamed {
                1 => "a column without a name follows the last one".to_owned(),
                _ => format!("{unnamed} columns without a name follow the last one"),
            };
            mendable(&EMPTY_COLUMN, self.whole(), message);
        }
        let spaced = raw[..named].iter().position(|name| name != name.trim());
        if let Some(at) = spaced {
            let message = "space before or after a column's name".to_owned();
            mendable(&OUTER_SPACE, self.at(at), message);
        } else if let Some(range) = quoting::needless(self.text.line(0)) {
            let start = self.text.line_range(0).start;
            let place = self.text.place(start + range.start..start + range.end);
            mendable(&NEEDLESS_QUOTES, place, "a column's name needs no quotation marks".into());
        }
        let position: Vec<usize> = (self.expected.columns.iter())
            .filter_map(|column| names.iter().position(|name| name == column))
            .collect();
        if !position.is_sorted() {
            let message = "the columns stand in another order than the table's".to_owned();
            mendable(&COLUMN_ORDER, self.whole(), message);
        }
        Some(Header { position, named, unnamed })
    }

    /// Names that are no column of the table, or one for the second time.
    fn strange(&self, names: &[&str], missing: &[&str]) -> Vec<Problem> {
        let near = |name: &str| suggest::nearest_term(name, missing.iter().copied());
        let unknown = |name: &str| !self.expected.columns.contains(&name);
        let foreign = names.iter().filter(|name| unknown(name) && near(name).is_none()).count();
        // Several names like no column: not slips, but another header.
        if foreign > 0 && self.text.line(0).starts_with("sep=") {
            let message = "a line for a spreadsheet stands above the header";
            return vec![
                self.problem(&TRANSLATED_HEADER, self.whole(), message)
                    .help("delete the first line"),
            ];
        }
        if foreign > 1 && foreign * 2 >= names.len() {
            if let Some(path) = (self.expected.path_of)(names) {
                let message = format!("this is the header of {path}");
                let problem = self.problem(&TRANSLATED_HEADER, self.whole(), message);
                return vec![
                    problem.help("the rows belong there; put the right file in this place"),
                ];
            }
            if self.is_row(names) {
                let message = "the header is missing: the first line is a row";
                let header = self.expected.columns.join(",");
                return vec![
                    self.problem(&TRANSLATED_HEADER, self.whole(), message)
                        .help(format!("add this line above it: {header}")),
                ];
            }
            let shown = names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>();
            let message = if names.iter().all(|name| unknown(name)) {
                format!("no column of {} is called {}", self.expected.table, shown.join(", "))
            } else {
                format!(
                    "{foreign} of {} names are no column of {}",
                    names.len(),
                    self.expected.table
                )
            };
            return vec![self.problem(&TRANSLATED_HEADER, self.whole(), message)];
        }
        let mut problems = Vec::new();
        for (at, name) in names.iter().copied().enumerate() {
            let message = if names[..at].contains(&name) {
                format!("the column `{name}` stands here a second time")
            } else if name.is_empty() {
                format!("column {} has no name", at + 1)
            } else if unknown(name) {
                format!("`{name}` is not a column of {}", self.expected.table)
            } else {
                continue;
            };
            let problem = self
                .problem(&UNKNOWN_COLUMN, self.at(at), message)
                .field(self.expected.table, name);
            problems.push(match near(name) {
                Some(near) => problem.help(format!("did you mean `{near}`?")),
                None => problem,
            });
        }
        problems
    }

    /// Whether what stands in place of the header is a row: as many cells as the table has columns,
    /// and one of them a word that stands for a missing fact, a date or a number.
    fn is_row(&self, names: &[&str]) -> bool {
        let fact =
            |name: &&str| WORDS.contains(name) || (name.starts_with(|c: char| c.is_ascii_digit()));
        names.len() == self.expected.columns.len() && names.iter().any(fact)
    }

    /// A problem of the header; the help shows the right one.
    fn problem(&self, code: &'static Code, place: Place, message: impl Into<String>) -> Problem {
        let value = self.text.text[place.span.start..place.span.end].to_owned();
        Problem::new(code, place, message)
            .field(self.expected.table, "")
            .value(value)
            .help(format!("the header is: {}", self.expected.columns.join(",")))
    }

    fn whole(&self) -> Place {
        self.text.place(self.text.line_range(0))
    }

    /// The place of a column's name.
    fn at(&self, column: usize) -> Place {
        let start = self.text.line_range(0).start;
        let span = raw_span(self.text.line(0), column);
        self.text.place(start + span.start..start + span.end)
    }
}
