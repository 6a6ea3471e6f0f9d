//! Printing a report.

mod human;
mod json;

use clap::ValueEnum;
use service_providers_codegen::{Report, Sources};

/// How to print problems.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// With the row, a mark under the cell, and help.
    #[default]
    Human,
    /// One JSON object a line.
    Json,
}

/// Prints every problem of a report: `human` to standard error, the others to standard output.
pub fn print(report: &Report, sources: &Sources, format: Format) {
    match format {
        Format::Human => human::print(report, sources),
        Format::Json => json::print(report),
    }
}
