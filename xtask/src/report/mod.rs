//! Printing a report.

mod github;
mod human;
mod json;

use std::io::{self, BufWriter, Write};

use clap::{Args, ValueEnum};
use service_providers_codegen::{Register, Report, Sources, TABLES};

/// How to print problems.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// With the row, a mark under the cell, and help.
    #[default]
    Human,
    /// One JSON object a line.
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
    #[arg(long, value_name = "N")]
    limit: Option<usize>,
}

/// How many problems are printed where nothing else is asked for.
const LIMIT: usize = 50;

impl Style {
    /// This format, with at most so many problems.
    pub fn new(format: Format, limit: Option<usize>) -> Self {
        Self { format, limit }
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
        Format::Human => human::write(out, shown, more, sources),
        Format::Json => json::write(out, shown),
        Format::Github => github::write(out, shown, more, sources),
    }
}
