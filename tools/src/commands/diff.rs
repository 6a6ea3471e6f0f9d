//! `diff`: says what changed between two editions or releases.

use clap::ValueEnum;
use std::path::PathBuf;

use crate::diff::{self, Chosen, compare};
use crate::failure::{Failure, Outcome, Result};
use crate::output::{Mode, Wanted, settle};
use crate::page::Names;
use crate::report;
use crate::workspace::Folders;

/// What `diff` is asked.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// The older edition, or the folder of a release or of an edition in it.
    from: String,
    /// The newer edition, or the folder of a release or of an edition in it.
    to: String,
    #[command(flatten)]
    folders: Folders,
    /// How to say it.
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// Write to this file instead of printing.
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

/// A form of the diff.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// A page for people.
    #[default]
    Markdown,
    /// Facts for programs, see schema/export/diff.schema.json.
    Json,
    /// A feed for subscribers.
    Atom,
    /// A draft of the notice to customers.
    Notice,
}

/// Prints or writes the diff.
pub fn run(args: &Args) -> Result {
    let register = match args.folders.register()? {
        Ok(register) => register,
        Err((problems, sources)) => {
            report::print(&problems, &sources, report::Style::default());
            return Ok(Outcome::Problems);
        }
    };
    let from = Chosen::find(&args.from, &register)?;
    let mut to = Chosen::find(&args.to, &register)?;
    to.learn_successions(&register);
    if from.edition > to.edition {
        return Err(Failure::new(format!(
            "edition {} is newer than {}; put the older one first",
            from.edition, to.edition
        )));
    }
    let diff = compare(from.side(), to.side());
    let names = Names::of(&[&register, &from.register, &to.register]);
    let text = match args.format {
        Format::Markdown => diff::markdown::page(&diff, &names),
        Format::Json => diff::json::document(&diff),
        Format::Atom => diff::atom(&diff, &names, None),
        Format::Notice => diff::notice::page(&diff, &names),
    };
    match &args.out {
        Some(path) => settle(&[Wanted::new(path.clone(), text)], Mode::default(), ""),
        None => {
            anstream::print!("{text}");
            Ok(Outcome::Done)
        }
    }
}
