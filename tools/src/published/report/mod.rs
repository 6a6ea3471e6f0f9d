//! Printing what was found in a page or an inventory: for people, for programs, for GitHub, and as
//! SARIF for everything that shows results of checks.

mod comparison;
mod github;
mod human;
mod inventory;
mod json;
mod page;
mod sarif;

use std::io::{self, BufWriter, Write};
use std::ops::Range;

use clap::{Args, ValueEnum};
use service_providers_codegen::shortened;

pub use comparison::{comparison, page_codes};
pub use inventory::{inventory, inventory_codes};
pub use page::page_lines;

use super::text::PageText;
use crate::report::{LIMIT, excerpt_width, limit};

/// A form of a report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people: the line, a mark under what differs, and what to do.
    #[default]
    Human,
    /// For programs: one JSON object for each row, on a line of its own.
    Json,
    /// For GitHub: annotations on the lines of a pull request.
    Github,
    /// For code scanning and other viewers: one SARIF 2.1.0 document.
    Sarif,
}

/// How to print a report.
#[derive(Args, Clone, Copy, Debug, Default)]
pub struct Printing {
    /// How to print what was found.
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// Print at most this many findings, for people and for GitHub; 50 if not given.
    #[arg(long, value_name = "N", value_parser = limit)]
    limit: Option<usize>,
}

impl Printing {
    /// Prints a report: for people to standard error, other forms to standard output. Programs get
    /// what is to be said of the whole on standard error.
    pub fn print(self, report: &Report<'_>) {
        if self.format == Format::Json {
            report.summary.iter().for_each(|line| anstream::eprintln!("{line}"));
        }
        let written = match self.format {
            Format::Human => self.write_buffered(anstream::stderr().lock(), report),
            _ => self.write_buffered(io::stdout().lock(), report),
        };
        // The reader may have closed the pipe; the exit code still says what was found.
        drop(written);
    }

    fn write_buffered(self, out: impl Write, report: &Report<'_>) -> io::Result<()> {
        let mut out = BufWriter::new(out);
        write(&mut out, report, self.format, self.limit.unwrap_or(LIMIT), excerpt_width())?;
        out.flush()
    }
}

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// The two sides disagree.
    Error,
    /// Something deserves a look.
    Warning,
    /// Something to know.
    Note,
}

/// Something to print.
#[derive(Clone, Debug)]
pub struct Finding {
    /// How much it weighs.
    pub level: Level,
    /// What kind of finding it is.
    pub code: &'static str,
    /// What was found, in a sentence.
    pub message: String,
    /// Where, with what is to be said of each place; the first place is the main one.
    pub marks: Vec<Mark>,
    /// What else there is to know.
    pub notes: Vec<String>,
}

/// A place in the file, and what is to be said of it.
#[derive(Clone, Debug)]
pub struct Mark {
    /// The place.
    pub span: Range<usize>,
    /// What is to be said of it.
    pub label: String,
}

/// A report without its form.
#[derive(Debug)]
pub struct Report<'r> {
    /// The file that it is about.
    pub text: &'r PageText,
    /// What was found, in the order of the file.
    pub findings: Vec<Finding>,
    /// One JSON object for each row, which says more than the findings.
    pub objects: Vec<String>,
    /// What is to be said of the whole.
    pub summary: Vec<String>,
    /// What the codes mean.
    pub codes: Vec<(&'static str, &'static str)>,
}

/// Writes a report in one form, with at most so many findings.
///
/// # Errors
/// If `out` cannot be written to.
pub fn write(
    out: &mut dyn Write,
    report: &Report<'_>,
    format: Format,
    limit: usize,
    width: usize,
) -> io::Result<()> {
    match format {
        Format::Human => human::write(out, report, limit, width),
        Format::Github => github::write(out, report, limit),
        Format::Sarif => sarif::write(out, report),
        Format::Json => report.objects.iter().try_for_each(|object| writeln!(out, "{object}")),
    }
}

/// A text for one line: shortened, and without line breaks.
fn short(text: &str) -> String {
    const LONGEST: usize = 100;
    shortened(text.split_whitespace().collect::<Vec<_>>().join(" "), LONGEST)
}

/// The place of a mark as far as it stands on its first line.
fn first_line(text: &PageText, span: &Range<usize>) -> (usize, Range<usize>) {
    let (start, line) = text.line_around(span.start);
    let end = start + line.len();
    let from = span.start.min(end);
    (start, from..span.end.clamp(from, end))
}
