//! `diff`: shows what changed between two editions or releases.

use std::path::PathBuf;

use clap::ValueEnum;
use service_providers_codegen::Register;

use crate::diff::{self, LoadedEdition, Timeline, compare};
use crate::failure::{Failure, Outcome, Result};
use crate::output::{Force, Mode, write_out};
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
    #[command(flatten)]
    force: Force,
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
    refuse_two_publishers(&from, &to)?;
    to.learn_successions(&register);
    if is_newer(&register, &from.id, &to.id) {
        return Err(Failure::new(format!(
            "edition {} is newer than {}; put the older one first",
            from.id, to.id
        )));
    }
    let diff = compare(from.edition(), to.edition(), &register);
    let names = Names::of(&[&register, &from.register, &to.register]);
    let text = match args.format {
        Format::Markdown => diff::markdown::page(&diff, &names),
        Format::Json => diff::json::document(&diff),
        Format::Atom => diff::atom(&diff, &names, None),
        Format::Notice => diff::notice::page(&diff, &names),
    };
    // People edit the draft.
    if let (Format::Notice, Some(out)) = (args.format, &args.out) {
        args.force.allows_new(out, text.as_bytes())?;
    }
    write_out(&text, args.out.as_deref(), None, args.force, Mode::default(), project, "diff")
}

/// Refuses to compare the lists of two companies.
fn refuse_two_publishers(from: &LoadedEdition, to: &LoadedEdition) -> Result<()> {
    let [one, other] = [from, to].map(|edition| &edition.register.file.publisher.key);
    if one == other {
        return Ok(());
    }
    Err(Failure::new(format!(
        "`{one}` and `{other}` are different publishers; only two editions of one publisher can be \
         compared"
    )))
}

/// Whether an edition is newer than another. Those that the register does not have are told apart
/// by their ids, which begin with their dates.
fn is_newer(register: &Register, one: &str, other: &str) -> bool {
    Timeline::new(register, one, other).is_before(other, one)
}
