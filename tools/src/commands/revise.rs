//! `revise`: ends a row with an edition and copies it for that edition, ready to edit.

use service_providers_codegen::{compile, tidy};

use crate::failure::{Failure, Outcome, Result};
use crate::output::{Expected, Mode, update};
use crate::project::Project;

#[derive(clap::Args, Debug)]
pub struct Args {
    /// The key of the row.
    engagement: String,
    /// The first edition that says something else.
    #[arg(long, value_name = "ID")]
    edition: String,
    /// Change nothing; say what would change.
    #[arg(long)]
    dry_run: bool,
}

pub fn run(args: &Args, project: &Project<'_>) -> Result {
    let mut sources = project.sources()?;
    // Every file is written in canonical form anyway, so problems that `sync` mends do not matter.
    if compile(&sources).is_err_and(|report| report.without_mendable().is_empty()) {
        for file in tidy(&sources).files {
            sources.set_data(&file.path, file.bytes);
        }
    }
    let Some(mut register) = project.compile(&sources) else { return Ok(Outcome::Problems) };
    let revision = register
        .revise(&args.engagement, &args.edition)
        .map_err(|reason| Failure::new(reason.to_string()))?;
    let files = register.source_files();
    for (path, bytes) in &files {
        sources.set_data(path, bytes.clone());
    }
    // Tables that `check` would refuse afterwards are not written.
    if project.compile(&sources).is_none() {
        return Ok(Outcome::Problems);
    }
    let expected: Vec<Expected> = (files.into_iter())
        .map(|(path, bytes)| Expected::new(project.data.join(path), bytes))
        .collect();
    let mode = Mode { check: false, dry_run: args.dry_run };
    let outcome = update(&expected, mode, &project.command("revise"))?;
    let ended = if args.dry_run { "would end" } else { "ended" };
    anstream::println!(
        "{} {ended} with edition {}; `{}` follows it, with {} disclosures and {} features",
        args.engagement,
        args.edition,
        revision.key,
        revision.disclosures,
        revision.features,
    );
    anstream::println!(
        "edit the new rows, set `source_row` to the row of the new document, then run `{}`",
        project.command("sync")
    );
    Ok(outcome)
}
