//! `fmt`: brings the source tables into canonical form.

use service_providers_codegen::{Report, Sources, Tidied, Tidying, tidy};

use crate::failure::{Outcome, Result};
use crate::output::{Expected, Mode, update};
use crate::project::Project;

#[derive(clap::Args, Debug)]
pub struct Args {
    #[command(flatten)]
    mode: Mode,
}

pub fn run(args: &Args, project: &Project<'_>) -> Result {
    let sources = project.sources()?;
    let Tidying { files, blocking } = tidy(&sources);
    let (sources, outcome) = write(project, sources, files, args.mode, &project.command("fmt"))?;
    if blocking.is_empty() {
        return Ok(outcome);
    }
    project.print_problems(&blocking, &sources);
    print_left_alone(&blocking, &sources);
    Ok(Outcome::Problems)
}

/// Writes the canonical form of the files that can be read without doubt. The sources that are returned
/// have it also where the mode keeps it from being written.
pub fn write(
    project: &Project<'_>,
    sources: Sources,
    files: Vec<Tidied>,
    mode: Mode,
    repair: &str,
) -> Result<(Sources, Outcome)> {
    let expected = |file: Tidied| {
        let (path, note) = (project.data.join(&file.path), file.mended.join(", "));
        (file.path, Expected { path, bytes: file.bytes, note })
    };
    let (paths, files): (Vec<String>, Vec<Expected>) = files.into_iter().map(expected).unzip();
    let outcome = update(&files, mode, repair)?;
    let files = paths.into_iter().zip(files.into_iter().map(|file| file.bytes));
    Ok((sources.with_data(files), outcome))
}

/// Prints which files stay as they are because they cannot be read without doubt.
pub fn print_left_alone(blocking: &Report, sources: &Sources) {
    let problems = blocking.problems().iter();
    let mut files: Vec<&str> = problems
        .map(|problem| problem.place.file.as_str())
        .filter(|file| sources.by_name(file).is_some())
        .collect();
    files.dedup();
    if !files.is_empty() {
        anstream::eprintln!(
            "left as it is, because it can be read in more than one way: {}",
            files.join(", ")
        );
    }
}
