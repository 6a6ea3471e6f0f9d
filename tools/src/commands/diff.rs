//! `diff`: shows what changed between two editions or releases.

use std::path::PathBuf;

use clap::ValueEnum;

use crate::diff::{self, LoadedEdition, compare};
use crate::failure::{Failure, Outcome, Result};
use crate::output::{Mode, write_or_print};
use crate::page::Names;
use crate::project::Project;

#[derive(clap::Args, Debug)]
pub struct Args {
    /// The older edition, or the folder of a release or of an edition in it.
    from: String,
    /// The newer edition, or the folder of a release or of an edition in it.
    to: String,
    /// How to write the changes.
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// Write to this file instead of printing.
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

/// A form of the diff.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum Format {
    /// A page for people.
    #[default]
    Markdown,
    /// Facts for programs; `schema/export/diff.schema.json` describes them.
    Json,
    /// A feed for subscribers.
    Atom,
    /// A draft of the notice to customers.
    Notice,
}

/// Prints the diff or writes it.
pub fn run(args: &Args, project: &Project<'_>) -> Result {
    let Some(register) = project.register()? else { return Ok(Outcome::Problems) };
    let from = LoadedEdition::find(&args.from, &register)?;
    let mut to = LoadedEdition::find(&args.to, &register)?;
    to.learn_successions(&register);
    if from.id > to.id {
        return Err(Failure::new(format!(
            "edition {} is newer than {}; put the older one first",
            from.id, to.id
        )));
    }
    let diff = compare(from.edition(), to.edition());
    let names = Names::of(&[&register, &from.register, &to.register]);
    let text = match args.format {
        Format::Markdown => diff::markdown::page(&diff, &names),
        Format::Json => diff::json::document(&diff),
        Format::Atom => diff::atom(&diff, &names, None),
        Format::Notice => diff::notice::page(&diff, &names),
    };
    write_or_print(&text, args.out.as_deref(), Mode::default(), &project.command("diff"))
}
