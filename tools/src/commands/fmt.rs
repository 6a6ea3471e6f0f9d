//! `fmt`: brings the source tables into canonical form.

use service_providers_codegen::{Sources, Tidying, tidy};

use crate::failure::{Outcome, Result};
use crate::output::{Expected, Mode, update};
use crate::project::Project;

#[derive(clap::Args, Debug)]
pub struct Args {
    #[command(flatten)]
    mode: Mode,
}

pub fn run(args: &Args, project: &Project<'_>) -> Result {
    let mut sources = project.sources()?;
    let tidying = tidy(&sources);
    let outcome = write(project, &mut sources, &tidying, args.mode, &project.command("fmt"))?;
    if tidying.blocking.is_empty() {
        return Ok(outcome);
    }
    project.print_problems(&tidying.blocking, &sources);
    print_left_alone(&tidying, &sources);
    Ok(Outcome::Problems)
}

/// Writes the canonical form of the files that can be read without doubt, and puts it into the
/// sources. The sources hold it also where the mode keeps it from being written.
pub fn write(
    project: &Project<'_>,
    sources: &mut Sources,
    tidying: &Tidying,
    mode: Mode,
    repair: &str,
) -> Result {
    let files: Vec<Expected> = (tidying.files.iter())
        .map(|file| Expected {
            path: project.data.join(&file.path),
            bytes: file.bytes.clone(),
            note: file.mended.join(", "),
        })
        .collect();
    let outcome = update(&files, mode, repair)?;
    for file in &tidying.files {
        sources.set_data(&file.path, file.bytes.clone());
    }
    Ok(outcome)
}

/// Prints which files stay as they are because they cannot be read without doubt.
pub fn print_left_alone(tidying: &Tidying, sources: &Sources) {
    let problems = tidying.blocking.problems().iter();
    let mut files: Vec<&str> = problems
        .map(|problem| problem.place.file.as_str())
        .filter(|file| sources.by_name(file).is_some())
        .collect();
    files.dedup();
    if !files.is_empty() {
        anstream::eprintln!(
            "not mended, because it cannot be read without doubt: {}",
            files.join(", ")
        );
    }
}
