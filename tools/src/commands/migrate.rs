//! `migrate`: rewrites a register of format 1 in format 2.

use service_providers_codegen::migrate;

use crate::earlier_formats::is_format_1;
use crate::failure::{Failure, Outcome, Result};
use crate::output::{Expected, Mode, update};
use crate::paths::shown;
use crate::project::Project;

#[derive(clap::Args, Debug)]
pub struct Args {
    /// Change nothing; say what would change.
    #[arg(long)]
    dry_run: bool,
}

pub fn run(args: &Args, project: &Project<'_>) -> Result {
    let sources = project.sources()?;
    if !is_format_1(&sources) {
        return Err(Failure::new(format!(
            "{}: is no register in format 1, so there is nothing to migrate",
            shown(&project.data)
        )));
    }
    let migrated = match migrate(&sources) {
        Ok(migrated) => migrated,
        Err(problems) => {
            project.print_problems(&problems, &sources);
            return Ok(Outcome::Problems);
        }
    };
    // register.json says which format the folder has, so it is written last.
    let (register, tables): (Vec<_>, Vec<_>) =
        migrated.files.into_iter().partition(|(path, _)| path == "register.json");
    let files: Vec<Expected> = (tables.into_iter().chain(register))
        .map(|(path, bytes)| Expected::new(project.data.join(path), bytes))
        .collect();
    let mode = Mode { check: false, dry_run: args.dry_run };
    let outcome = update(&files, mode, &project.command("migrate"))?;
    for remark in &migrated.remarks {
        anstream::println!("look at this: {remark}");
    }
    anstream::println!("then run `{}`", project.command("sync"));
    Ok(outcome)
}
