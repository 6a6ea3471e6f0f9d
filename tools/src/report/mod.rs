//! Printing a report.

mod github;
mod human;
mod json;

use std::io::{self, BufWriter, IsTerminal as _, Write};

use clap::{Args, ValueEnum};
use console::Term;
use service_providers_codegen::{Place, Register, Report, Sources, TABLES};

/// How to print problems.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// With the row, a mark under the cell, and help.
    #[default]
    Human,
    /// One JSON object a line, with all that is known of a problem. Columns count characters from
    /// 1; `end_column` is that of the last character; `same` has the further places of one mistake.
    /// Where `--limit` left problems out, the last line is `{"more": N}`.
    Json,
    /// Annotations on the lines of a pull request.
    Github,
}

/// How to print a report.
#[derive(Args, Clone, Copy, Debug, Default)]
pub struct Style {
    /// How to print problems.
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// How many problems to print at most; 50 if not given, with `json` all of them.
    #[arg(long, value_name = "N", value_parser = limit)]
    limit: Option<usize>,
    /// How many columns an excerpt may take.
    #[arg(skip)]
    width: Option<usize>,
}

fn limit(text: &str) -> Result<usize, String> {
    text.parse().map_err(|_| "write a whole number, such as 20; 0 shows none".to_owned())
}

/// How many problems are printed where nothing else is asked for.
const LIMIT: usize = 50;

/// How many columns an excerpt takes where no terminal says how wide it is.
const WIDTH: usize = 140;
/// In fewer columns nothing can be shown.
const NARROWEST: usize = 40;

impl Style {
    /// This format, with at most so many problems.
    pub fn new(format: Format, limit: Option<usize>) -> Self {
        Self { format, limit, width: None }
    }

    /// The same, for a terminal of so many columns.
    pub fn with_width(self, columns: usize) -> Self {
        Self { width: Some(columns.max(NARROWEST)), ..self }
    }

    /// The same, as wide as the terminal to which people's reports go.
    fn for_terminal(self) -> Self {
        if !io::stderr().is_terminal() {
            return self;
        }
        let told = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
        let measured = || Term::stderr().size_checked().map(|(_, columns)| usize::from(columns));
        told.or_else(measured).map_or(self, |columns| self.with_width(columns))
    }

    /// Whether people read it.
    pub(crate) fn is_for_people(self) -> bool {
        self.format == Format::Human
    }
}

/// Says that nothing is wrong, and with how much.
pub(crate) fn print_sound(register: &Register) {
    anstream::println!("{}", sound(register));
}

/// One line: how many tables and rows there are, and that nothing is wrong with them.
pub fn sound(register: &Register) -> String {
    let rows = grouped(register.row_count());
    format!("{} tables, {rows} rows: no problems", TABLES.len())
}

/// A number with commas between its thousands.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let groups = digits.as_bytes().rchunks(3).rev().map(String::from_utf8_lossy);
    groups.collect::<Vec<_>>().join(",")
}

/// Prints the problems of a report: `human` to standard error, the others to standard output.
pub(crate) fn print(report: &Report, sources: &Sources, style: Style) {
    let style = style.for_terminal();
    let written = match style.format {
        Format::Human => to(anstream::stderr().lock(), report, sources, style),
        Format::Json | Format::Github => to(io::stdout().lock(), report, sources, style),
    };
    // Whoever reads may stop reading; the exit code tells all the same.
    drop(written);
}

fn to(out: impl Write, report: &Report, sources: &Sources, style: Style) -> io::Result<()> {
    let mut out = BufWriter::new(out);
    write(&mut out, report, sources, style)?;
    out.flush()
}

/// Writes the problems of a report.
///
/// # Errors
/// Where `out` cannot be written to.
pub fn write(
    out: &mut dyn Write,
    report: &Report,
    sources: &Sources,
    style: Style,
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
        Format::Human => human::write(out, report, shown, sources, style.width.unwrap_or(WIDTH)),
        Format::Json => json::write(out, shown, more, sources),
        Format::Github => github::write(out, shown, more, sources),
    }
}

/// The column of the last character of a place, as far as it stands on its first line.
fn end_column(place: &Place, sources: &Sources) -> usize {
    let span = place.span;
    let bytes = sources.by_name(&place.file).and_then(|file| file.bytes.get(span.start..span.end));
    let text = String::from_utf8_lossy(bytes.unwrap_or_default());
    let width = text.lines().next().unwrap_or_default().chars().count();
    place.column + width.saturating_sub(1)
}
