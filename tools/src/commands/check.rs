//! `check`: says whether the data is right, and where it is not.

use clap::builder::PossibleValuesParser;
use service_providers_codegen::{Code, Sources, compile};

use crate::failure::{Failure, Outcome, Result};
use crate::progress;
use crate::report::{self, Style};
use crate::workspace::Folders;

#[derive(clap::Args, Debug)]
pub struct Args {
    #[command(flatten)]
    folders: Folders,
    #[command(flatten)]
    style: Style,
    /// Explain a code instead of checking.
    #[arg(long, value_name = "CODE", value_parser = codes(), hide_possible_values = true)]
    explain: Option<String>,
}

/// Every code, so that a misspelt one is answered with the nearest.
fn codes() -> PossibleValuesParser {
    PossibleValuesParser::new(Code::all().map(|code| code.name))
}

pub fn run(args: &Args) -> Result {
    if let Some(name) = &args.explain {
        return explain(name);
    }
    check(&args.folders.sources()?, args.style)
}

/// Checks sources and prints what is wrong.
pub fn check(sources: &Sources, style: Style) -> Result {
    match progress::watch("checking the data", || compile(sources)) {
        Ok(register) => {
            if style.is_for_people() {
                report::print_sound(&register);
            }
            Ok(Outcome::Done)
        }
        Err(problems) => {
            report::print(&problems, sources, style);
            Ok(Outcome::Problems)
        }
    }
}

fn explain(name: &str) -> Result {
    let code = Code::find(name).ok_or_else(|| Failure::new(format!("no code `{name}`")))?;
    let (bad, good) = code.example;
    let mends = if code.mendable { "yes" } else { "no" };
    anstream::println!(
        "{name}\n\n{}\n\nWhy: {}\n\nWhat to do: {}\n\n`cargo xtask sync` mends it: {mends}\n\n\
         Refused:  {bad}\nAccepted: {good}",
        code.refuses,
        code.why,
        code.mend,
    );
    Ok(Outcome::Done)
}
