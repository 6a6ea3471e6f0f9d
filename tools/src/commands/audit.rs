//! `audit`: lists what is true of the data and should be looked at by a person.

use clap::ValueEnum;
use clap::builder::PossibleValuesParser;
use service_providers_codegen::{Places, Register};

use crate::audit::{self, CHECKS};
use crate::failure::{Outcome, Result};
use crate::output::{Mode, write_or_print};
use crate::project::Project;
use crate::workspace::Workspace;

#[derive(clap::Args, Debug)]
pub struct Args {
    /// How to print the findings.
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// Fail if there is a finding with this code; may be given several times.
    #[arg(long, value_name = "CODE", value_parser = codes(), hide_possible_values = true)]
    deny: Vec<String>,
}

fn codes() -> PossibleValuesParser {
    PossibleValuesParser::new(CHECKS.iter().map(|check| check.code))
}

/// A form of the findings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum Format {
    /// With the places of the rows.
    #[default]
    Human,
    /// One JSON object on each line.
    Json,
    /// A page.
    Markdown,
}

/// Prints the findings. Fails if one of them is denied, or if a finding was accepted that is not
/// there.
pub fn run(args: &Args, project: &Project<'_>) -> Result {
    let sources = project.sources()?;
    let Some(register) = project.compile(&sources) else { return Ok(Outcome::Problems) };
    let audit = audit::audit(&register);
    let places = Places::of(&sources);
    let text = match args.format {
        Format::Human => audit::human::text(&audit, &places),
        Format::Json => audit::json::lines(&audit, &places),
        Format::Markdown => audit::markdown::page(&register, &audit, project.program),
    };
    anstream::print!("{text}");
    let denied = audit.open.iter().any(|finding| args.deny.iter().any(|code| code == finding.code));
    Ok(if denied || !audit.unused.is_empty() { Outcome::Problems } else { Outcome::Done })
}

/// Renews the page of findings of a workspace.
pub fn renew(
    project: &Project<'_>,
    workspace: &Workspace,
    register: &Register,
    mode: Mode,
    repair: &str,
) -> Result {
    let page = audit::markdown::page(register, &audit::audit(register), project.program);
    write_or_print(&page, Some(&workspace.audit_page()), mode, repair)
}
