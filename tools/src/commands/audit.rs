//! `audit`: says what is true of the data and deserves a person's eye.

use clap::ValueEnum;
use service_providers_codegen::{Places, Register, compile};

use crate::audit::{self, FINDINGS};
use crate::failure::{Failure, Outcome, Result};
use crate::output::{Mode, Wanted, settle};
use crate::report;
use crate::workspace::{Folders, root};

/// What `audit` is asked.
#[derive(clap::Args, Debug)]
pub struct Args {
    #[command(flatten)]
    folders: Folders,
    /// How to say it.
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// Fail if this is found; may be given several times.
    #[arg(long, value_name = "CODE")]
    deny: Vec<String>,
}

/// A form of the findings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// With the places of the rows.
    #[default]
    Human,
    /// One JSON object a line.
    Json,
    /// A page.
    Markdown,
}

/// Prints the findings. Fails if one is denied, or if something was accepted for nothing.
pub fn run(args: &Args) -> Result {
    let codes: Vec<&str> = FINDINGS.iter().map(|check| check.code).collect();
    if let Some(unknown) = args.deny.iter().find(|code| !codes.contains(&code.as_str())) {
        return Err(Failure::unknown(&format!("no code `{unknown}`"), unknown, "codes", &codes));
    }
    let sources = args.folders.sources()?;
    let register = match compile(&sources) {
        Ok(register) => register,
        Err(problems) => {
            report::print(&problems, &sources, report::Style::default());
            return Ok(Outcome::Problems);
        }
    };
    let audit = audit::audit(&register);
    let places = Places::of(&sources);
    let text = match args.format {
        Format::Human => audit::human::text(&audit, &places),
        Format::Json => audit::json::lines(&audit, &places),
        Format::Markdown => audit::markdown::page(&register, &audit),
    };
    anstream::print!("{text}");
    let denied = audit.open.iter().any(|finding| args.deny.iter().any(|code| code == finding.code));
    Ok(if denied || !audit.unused.is_empty() { Outcome::Problems } else { Outcome::Done })
}

/// Writes the page of findings.
pub fn write(register: &Register, mode: Mode, repair: &str) -> Result {
    let page = audit::markdown::page(register, &audit::audit(register));
    settle(&[Wanted::new(root().join("docs/audit.md"), page)], mode, repair)
}
