//! Printing a report.

mod github;
mod human;
mod json;

use std::io::{self, BufWriter, Write};

use clap::{Args, ValueEnum};
use service_providers_codegen::{Report, Sources};

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

/// Prints the problems of a report: `human` to standard error, the others to standard output.
pub fn print(report: &Report, sources: &Sources, style: Style) {
    let problems = report.problems();
    let limit = match (style.limit, style.format) {
        (Some(limit), _) => limit,
        (None, Format::Json) => problems.len(),
        (None, _) => LIMIT,
    };
    let shown = &problems[..limit.min(problems.len())];
    let more = problems.len() - shown.len();
    let written = match style.format {
        Format::Human => {
            to(anstream::stderr().lock(), |out| human::write(out, shown, more, sources))
        }
        Format::Json => to(io::stdout().lock(), |out| json::write(out, shown)),
        Format::Github => to(io::stdout().lock(), |out| github::write(out, shown, more, sources)),
    };
    // Whoever reads may stop reading; the exit code tells all the same.
    drop(written);
}

fn to(out: impl Write, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    let mut out = BufWriter::new(out);
    write(&mut out)?;
    out.flush()
}
