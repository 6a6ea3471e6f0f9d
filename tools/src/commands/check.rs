//! `check`: checks the tables and shows where they are wrong.

use clap::builder::PossibleValuesParser;
use service_providers_codegen::{Code, compile};

use crate::failure::{Failure, Outcome, Result};
use crate::progress;
use crate::project::Project;
use crate::report::{self, Style};

#[derive(clap::Args, Debug)]
pub struct Args {
    #[command(flatten)]
    style: Style,
    /// Explain a code instead of checking.
    #[arg(long, value_name = "CODE", value_parser = codes(), hide_possible_values = true)]
    explain: Option<String>,
}

/// Every code, so that the answer to a misspelt one names the nearest.
fn codes() -> PossibleValuesParser {
    PossibleValuesParser::new(Code::all().map(|code| code.name))
}

pub fn run(args: &Args, project: &Project<'_>) -> Result {
    match &args.explain {
        Some(name) => explain(name, project),
        None => check(args.style, project),
    }
}

fn check(style: Style, project: &Project<'_>) -> Result {
    let sources = project.sources()?;
    match progress::watch("checking the data", || compile(&sources)) {
        Ok(register) => {
            if style.is_for_people() {
                report::print_sound(&register);
            }
            Ok(Outcome::Done)
        }
        Err(problems) => {
            report::print(&problems, &sources, style, &project.typed);
            Ok(Outcome::Problems)
        }
    }
}

fn explain(name: &str, project: &Project<'_>) -> Result {
    let code = Code::find(name).ok_or_else(|| Failure::new(format!("no code `{name}`")))?;
    let (refused, accepted) = code.example;
    anstream::println!(
        "{name}\n\n{}\n\nWhy: {}\n\nWhat to do: {}\n\n`{}` mends it: {}\n\n\
         Refused:  {refused}\nAccepted: {accepted}",
        code.refuses,
        code.why,
        project.program.named_in(code.mend),
        project.command("sync"),
        if code.mendable { "yes" } else { "no" },
    );
    Ok(Outcome::Done)
}
