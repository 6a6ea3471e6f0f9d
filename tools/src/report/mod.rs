//! Printing the problems of a register.

pub(crate) mod github;
pub(crate) mod human;
pub(crate) mod json;

use std::io::{self, BufWriter, IsTerminal as _, Write};

use clap::{Args, ValueEnum};
use console::Term;
use service_providers_codegen::{Place, Problem, Register, Report, Sources, TABLES};

use crate::paths::shown;
use crate::program::Program;
use crate::workspace::Workspace;

/// How to print problems.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people: the row, a mark under the cell, and what to do.
    #[default]
    Human,
    /// For programs: one JSON object on each line, with everything that is known of a problem.
    /// Columns count characters from 1; `end_column` is the column of the last character; `same`
    /// has the other places of the same mistake. If `--limit` leaves problems out, the last line is
    /// `{"more": N}`.
    Json,
    /// For GitHub: annotations on the lines of a pull request.
    Github,
}

/// Says what people call the files and places of a report, if the files were made from something
/// else.
pub(crate) trait SourceOrigin {
    /// What the file with this name, or with this path inside the data folder, was made from. `None` if
    /// it was made from nothing else.
    fn file(&self, file: &str) -> Option<String>;

    /// The name of the cell in which a place is, and the number of its row.
    fn place(&self, place: &Place) -> Option<(String, usize)>;
}

/// How to print a report.
#[derive(Args, Clone, Copy, Debug, Default)]
pub struct Style {
    /// How to print problems.
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// Print at most this many problems; if not given, 50, and with `json` all of them.
    #[arg(long, value_name = "N", value_parser = limit)]
    limit: Option<usize>,
    /// How many columns the excerpt of a file may take.
    #[arg(skip)]
    width: Option<usize>,
}

pub(crate) fn limit(text: &str) -> Result<usize, String> {
    text.parse().map_err(|_| "write a whole number, such as 20; 0 shows none".to_owned())
}

/// How many problems are printed unless `--limit` says otherwise.
pub(crate) const LIMIT: usize = 50;

/// How many columns an excerpt takes where there is no terminal.
const WIDTH: usize = 140;
/// An excerpt shows nothing useful in fewer columns.
const NARROWEST: usize = 40;

impl Style {
    /// This format, with at most this many problems.
    pub fn new(format: Format, limit: Option<usize>) -> Self {
        Self { format, limit, width: None }
    }

    /// The same, for a terminal with this many columns.
    pub fn with_width(self, columns: usize) -> Self {
        Self { width: Some(columns.max(NARROWEST)), ..self }
    }

    /// The same, as wide as the terminal that reports for people go to.
    fn for_terminal(self) -> Self {
        terminal_width().map_or(self, |columns| self.with_width(columns))
    }

    /// How many columns an excerpt may take.
    fn width(self) -> usize {
        self.width.unwrap_or(WIDTH)
    }

    /// Whether the report is for people.
    pub(crate) fn is_for_people(self) -> bool {
        self.format == Format::Human
    }
}

/// How many columns the terminal has that reports for people go to, if they go to one.
fn terminal_width() -> Option<usize> {
    if !io::stderr().is_terminal() {
        return None;
    }
    let columns = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    columns.or_else(|| Term::stderr().size_checked().map(|(_, columns)| usize::from(columns)))
}

/// How many columns an excerpt may take.
pub(crate) fn excerpt_width() -> usize {
    terminal_width().map_or(WIDTH, |columns| columns.max(NARROWEST))
}

/// Prints that nothing is wrong.
pub(crate) fn print_no_problems(register: &Register) {
    anstream::println!("{}", no_problems(register));
}

/// A line that says how many tables and rows there are, and that nothing is wrong with them.
pub fn no_problems(register: &Register) -> String {
    let rows = grouped(register.row_count());
    format!("{} tables, {rows} rows: no problems", TABLES.len())
}

/// A number with commas between its thousands.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let groups = digits.as_bytes().rchunks(3).rev().map(String::from_utf8_lossy);
    groups.collect::<Vec<_>>().join(",")
}

/// Prints the problems of a report: those for people to standard error, others to standard output.
pub(crate) fn print(report: &Report, sources: &Sources, style: Style, program: &Program) {
    let style = style.for_terminal();
    let written = match style.format {
        Format::Human => to(anstream::stderr().lock(), report, sources, style, program),
        Format::Json | Format::Github => to(io::stdout().lock(), report, sources, style, program),
    };
    // The reader may have closed the pipe; the exit code still says that there are problems.
    drop(written);
}

/// Prints the problems of files that were made from something else, for people.
pub(crate) fn print_with_origin(
    report: &Report,
    sources: &Sources,
    origin: &dyn SourceOrigin,
    program: &Program,
) {
    let style = Style::default().for_terminal();
    let context = human::Context { sources, program, origin: Some(origin), width: style.width() };
    let problems = report.problems();
    let shown = &problems[..LIMIT.min(problems.len())];
    let mut out = BufWriter::new(anstream::stderr().lock());
    // The reader may have closed the pipe; the exit code still says that there are problems.
    drop(human::write(&mut out, report, shown, &context).and_then(|()| out.flush()));
}

fn to(
    out: impl Write,
    report: &Report,
    sources: &Sources,
    style: Style,
    program: &Program,
) -> io::Result<()> {
    let mut out = BufWriter::new(out);
    write(&mut out, report, sources, style, program)?;
    out.flush()
}

/// Writes the problems of a report.
///
/// # Errors
/// If `out` cannot be written to.
pub fn write(
    out: &mut dyn Write,
    report: &Report,
    sources: &Sources,
    style: Style,
    program: &Program,
) -> io::Result<()> {
    let problems = report.problems();
    let limit = match (style.limit, style.format) {
        (Some(limit), _) => limit,
        (None, Format::Json) => problems.len(),
        (None, _) => LIMIT,
    };
    let shown = &problems[..limit.min(problems.len())];
    let more = problems.len() - shown.len();
    match style.format {
        Format::Human => {
            let context = human::Context { sources, program, origin: None, width: style.width() };
            human::write(out, report, shown, &context)
        }
        Format::Json => json::write(out, shown, more, sources, program),
        Format::Github => github::write(out, shown, more, sources, program),
    }
}

/// Where the page of rules explains the code of a problem; `None` if the program has no such page.
fn rule_address(problem: &Problem, program: &Program) -> Option<String> {
    let page = program.workspace().map(Workspace::rules_page)?;
    Some(format!("{}#{}", shown(&page), problem.code.name))
}

/// The column of the last character of a place. If the place covers several lines, the first one
/// counts.
fn end_column(place: &Place, sources: &Sources) -> usize {
    let span = place.span;
    let bytes = sources.by_name(&place.file).and_then(|file| file.bytes.get(span.start..span.end));
    let text = String::from_utf8_lossy(bytes.unwrap_or_default());
    let width = text.lines().next().unwrap_or_default().chars().count();
    place.column + width.saturating_sub(1)
}
