//! `fmt`: brings the source files into canonical form.

use service_providers_codegen::{Sources, Tidying, tidy};

use crate::failure::{Outcome, Result};
use crate::output::{Mode, Wanted, settle};
use crate::report::{self, Style};
use crate::workspace::Folders;

#[derive(clap::Args, Debug)]
pub struct Args {
    #[command(flatten)]
    folders: Folders,
    #[command(flatten)]
    mode: Mode,
}

pub fn run(args: &Args) -> Result {
    let mut sources = args.folders.sources()?;
    let tidying = tidy(&sources);
    let outcome = format(&args.folders, &mut sources, &tidying, args.mode, "cargo xtask fmt")?;
    if tidying.in_the_way.is_empty() {
        return Ok(outcome);
    }
    report::print(&tidying.in_the_way, &sources, Style::default());
    say_left_alone(&tidying, &sources);
    Ok(Outcome::Problems)
}

/// Says which files were left as they are, because they cannot be read without doubt.
pub fn say_left_alone(tidying: &Tidying, sources: &Sources) {
    let problems = tidying.in_the_way.problems().iter();
    let mut files: Vec<&str> = problems
        .map(|problem| problem.place.file.as_str())
        .filter(|file| sources.by_name(file).is_some())
        .collect();
    files.dedup();
    if !files.is_empty() {
        anstream::eprintln!(
            "left as it is until it can be read without doubt: {}",
            files.join(", ")
        );
    }
}

/// Writes the canonical form of the files that can be read without doubt, and puts it into the
/// sources, whether it was written or only told.
pub fn format(
    folders: &Folders,
    sources: &mut Sources,
    tidying: &Tidying,
    mode: Mode,
    repair: &str,
) -> Result {
    let data = folders.data_dir();
    let files: Vec<Wanted> = (tidying.files.iter())
        .map(|file| Wanted {
            path: data.join(&file.path),
            bytes: file.bytes.clone(),
            note: file.mended.join(", "),
        })
        .collect();
    let outcome = settle(&files, mode, repair)?;
    for file in &tidying.files {
        sources.set_data(&file.path, file.bytes.clone());
    }
    Ok(outcome)
}
