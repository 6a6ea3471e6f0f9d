//! `check`: checks the tables and shows where they are wrong.

use clap::builder::{PossibleValuesParser, TypedValueParser};
use service_providers_codegen::{Code, compile};

use crate::failure::{Outcome, Result};
use crate::progress;
use crate::project::Project;
use crate::report::{self, Style};

#[derive(clap::Args, Debug)]
pub struct Args {
    #[command(flatten)]
    style: Style,
    /// Explain a code instead of checking.
    #[arg(long, value_name = "CODE", value_parser = codes(), hide_possible_values = true)]
    explain: Option<&'static Code>,
}

/// Every code, so that the answer to a misspelt one names the nearest.
fn codes() -> impl TypedValueParser<Value = &'static Code> {
    let names = PossibleValuesParser::new(Code::all().map(|code| code.name));
    names.map(|name| Code::find(&name).expect("the name is one of them"))
}

pub fn run(args: &Args, project: &Project<'_>) -> Result {
    match args.explain {
        Some(code) => explain(code, project),
        None => check(args.style, project),
    }
}

fn check(style: Style, project: &Project<'_>) -> Result {
    let sources = project.sources()?;
    match progress::watch("checking the data", || compile(&sources)) {
        Ok(register) => {
            if style.is_for_people() {
                report::print_no_problems(&register);
            }
            Ok(Outcome::Done)
        }
        Err(problems) => {
            report::print(&problems, &sources, style, &project.command_line);
            Ok(Outcome::Problems)
        }
    }
}

fn explain(code: &Code, project: &Project<'_>) -> Result {
    let (refused, accepted) = code.example;
    anstream::println!(
        "{}\n\n{}\n\nWhy: {}\n\nWhat to do: {}\n\n`{}` mends it: {}\n\n\
         Refused:  {refused}\nAccepted: {accepted}",
        code.name,
        code.refuses,
        code.why,
        project.program.named_in(code.mend),
        project.command("sync"),
        if code.mendable { "yes" } else { "no" },
    );
    Ok(Outcome::Done)
}
