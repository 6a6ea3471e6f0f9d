//! `inventory`: compares what a company really uses with an edition of the register.

use std::path::PathBuf;

use clap::ValueEnum;

use crate::failure::{Outcome, Result};
use crate::project::Project;
use crate::published::edition_content::EditionContent;
use crate::published::input::Input;
use crate::published::inventory::{column, compare, lines};
use crate::published::names;
use crate::published::report::{self, Printing};
use crate::published::text::PageText;

#[derive(clap::Args, Debug)]
pub struct Args {
    /// The inventory: names or domains, one on each line, or a CSV file; `-` for standard input.
    file: PathBuf,
    /// The column of a CSV file that holds the names: its header or its number.
    #[arg(long, value_name = "COLUMN")]
    column: Option<String>,
    /// The edition to compare with; if not given, the one in force.
    #[arg(long, value_name = "ID")]
    edition: Option<String>,
    /// The format of the inventory; `csv` if the file's name ends in .csv or a column is given.
    #[arg(long = "as", value_enum, value_name = "FORMAT")]
    read_as: Option<Format>,
    #[command(flatten)]
    printing: Printing,
}

/// A form of an inventory.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// One name on each line.
    Lines,
    /// A column of a table.
    Csv,
}

/// Prints what is used and not listed, listed and not used, and unsure. Fails if something is used
/// that the edition does not list for certain.
pub fn run(args: &Args, project: &Project<'_>) -> Result {
    let input = Input::read(&args.file)?;
    let text = PageText::decode(&input.name, &input.bytes)?;
    let ends_in_csv = args.file.extension().is_some_and(|end| end.eq_ignore_ascii_case("csv"));
    let is_table = ends_in_csv || args.column.is_some();
    let form = args.read_as.unwrap_or(if is_table { Format::Csv } else { Format::Lines });
    let used = match form {
        Format::Lines => lines(&text),
        Format::Csv => column(&text, args.column.as_deref()),
    }?;
    let Some(register) = project.register()? else { return Ok(Outcome::Problems) };
    let edition = super::edition(&register, args.edition.as_deref())?;
    let held = EditionContent::of_edition(&register, edition);
    let inventory = compare(&used, &held, &names::of_register(&register));
    let report = report::inventory(&text, &inventory);
    args.printing.print(&report);
    let drifts = inventory.items.iter().any(|item| item.status.is_drift());
    Ok(if drifts { Outcome::Problems } else { Outcome::Done })
}
