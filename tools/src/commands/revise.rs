//! `revise`: ends a row with an edition and copies it for that edition, ready to edit.

use service_providers_codegen::{compile, tidy};

use crate::failure::{Failure, Outcome, Result};
use crate::output::{Mode, Wanted, settle};
use crate::report::{self, Style};
use crate::workspace::Folders;

#[derive(clap::Args, Debug)]
pub struct Args {
    /// The key of the row.
    engagement: String,
    /// The first edition that says something else.
    #[arg(long, value_name = "ID")]
    edition: String,
    #[command(flatten)]
    folders: Folders,
    /// Change nothing; say what would change.
    #[arg(long)]
    dry_run: bool,
}

pub fn run(args: &Args) -> Result {
    let mut sources = args.folders.sources()?;
    // Every file is written in canonical form, so what `sync` mends does not stand in the way.
    if compile(&sources).is_err_and(|report| report.without_mendable().is_empty()) {
        for file in tidy(&sources).files {
            sources.set_data(&file.path, file.bytes);
        }
    }
    let mut register = match compile(&sources) {
        Ok(register) => register,
        Err(problems) => {
            report::print(&problems, &sources, Style::default());
            return Ok(Outcome::Problems);
        }
    };
    let revision = register
        .revise(&args.engagement, &args.edition)
        .map_err(|reason| Failure::new(reason.to_string()))?;
    let files = register.source_files();
    for (path, bytes) in &files {
        sources.set_data(path, bytes.clone());
    }
    // What would be refused afterwards is not written.
    if let Err(problems) = compile(&sources) {
        report::print(&problems, &sources, Style::default());
        return Ok(Outcome::Problems);
    }
    let data = args.folders.data_dir();
    let wanted: Vec<Wanted> =
        files.into_iter().map(|(path, bytes)| Wanted::new(data.join(path), bytes)).collect();
    let mode = Mode { check: false, dry_run: args.dry_run };
    let outcome = settle(&wanted, mode, "cargo xtask revise")?;
    let tense = if args.dry_run { "would end" } else { "ended" };
    anstream::println!(
        "{} {tense} with edition {}; `{}` goes on, with {} disclosures and {} features",
        args.engagement,
        args.edition,
        revision.key,
        revision.disclosures,
        revision.features,
    );
    anstream::println!(
        "edit the new rows, set `source_row` to the row of the new document, then `cargo xtask sync`"
    );
    Ok(outcome)
}
