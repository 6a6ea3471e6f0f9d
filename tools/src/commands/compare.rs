//! `compare`: compares a published page with an edition of the register.

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use service_providers_codegen::Sources;

use crate::failure::{Failure, Outcome, Result};
use crate::progress;
use crate::project::Project;
use crate::published::compare::{Known, RemarkCode, compare};
use crate::published::edition_content::EditionContent;
use crate::published::import::previous_cells;
use crate::published::input::{Input, PageColumns};
use crate::published::report::{self, Printing};
use crate::published::row_words::row_words;
use crate::published::{self, Format, Page};
use crate::published::{locations, names};

#[derive(clap::Args, Debug)]
pub struct Args {
    /// The page: a file that ends in .md, .html, .txt, .csv or .json, or `-` for standard input.
    page: PathBuf,
    /// The edition to compare with; if not given, the one in force.
    #[arg(long, value_name = "ID")]
    edition: Option<String>,
    /// The format of the page, where its name does not tell.
    #[arg(long = "as", value_enum, value_name = "FORMAT")]
    read_as: Option<Format>,
    /// What columns mean, by their headers, the names of JSON members, or their numbers:
    /// `name=Vendor,purpose="What for",location=4`.
    #[arg(long, value_name = "MEANING=COLUMN", default_value = "", hide_default_value = true)]
    columns: PageColumns,
    /// Only show the words of this row, and what a copy that waits for them said before. The register
    /// may have open cells.
    #[arg(long, value_name = "NUMBER")]
    row: Option<usize>,
    /// Fail if there is a remark with this code; may be given several times.
    #[arg(long, value_name = "CODE", value_parser = remark_codes(), hide_possible_values = true)]
    deny: Vec<String>,
    #[command(flatten)]
    printing: Printing,
}

fn remark_codes() -> PossibleValuesParser {
    PossibleValuesParser::new(RemarkCode::ALL.map(RemarkCode::word))
}

/// Prints the verdicts. Fails if the page and the register disagree, or if a remark is denied.
pub fn run(args: &Args, project: &Project<'_>) -> Result {
    let input = Input::read(&args.page)?;
    let format = input.format(args.read_as)?;
    let sources = project.sources()?;
    let columns = args.columns.or_of_register(&sources);
    if let Some(number) = args.row {
        let page = published::read(&input.name, &input.bytes, format, &columns)?;
        return show_row(&page, number, &sources);
    }
    let Some(register) = project.compile(&sources) else { return Ok(Outcome::Problems) };
    let edition = super::edition(&register, args.edition.as_deref())?;
    let (page, comparison) = progress::watch("reading the page", || {
        let page = published::read(&input.name, &input.bytes, format, &columns)?;
        let names = names::of_register(&register);
        let held = EditionContent::for_page(&register, edition, &page, &names);
        let countries = locations::countries(&register);
        let known = Known { held: &held, names: &names, countries: &countries };
        let comparison = compare(&page, &known);
        Ok::<_, Failure>((page, comparison))
    })?;
    let report = report::comparison(&page, &comparison);
    args.printing.print(&report);
    let drifts = comparison.rows.iter().any(|row| row.verdict.is_drift());
    let denied = (comparison.rows.iter().flat_map(|row| &row.remarks))
        .any(|remark| args.deny.iter().any(|code| code == remark.code.word()));
    Ok(if drifts || denied { Outcome::Problems } else { Outcome::Done })
}

/// Prints the words of one row, and what the register said before where a copy waits for them.
fn show_row(page: &Page, number: usize, sources: &Sources) -> Result {
    let Some(row) = page.rows.iter().find(|row| row.number == number) else {
        return Err(match page.rows.len() {
            0 => page.without_rows(),
            last => Failure::new(format!("no row {number}; the page has rows 1 to {last}")),
        });
    };
    let lines = row_words(page, row).into_iter().chain(previous_cells(sources, number));
    lines.for_each(|line| anstream::println!("{line}"));
    Ok(Outcome::Done)
}
