//! `fmt`: brings the source tables into canonical form.

use service_providers_codegen::{Sources, tidy};

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
    let sources = args.folders.sources()?;
    format(&args.folders, &sources, args.mode, "cargo xtask fmt")
}

/// Writes the canonical form of sources. Where a file cannot be read without doubt, says so and
/// writes nothing.
pub fn format(folders: &Folders, sources: &Sources, mode: Mode, repair: &str) -> Result {
    let tidied = match tidy(sources) {
        Ok(tidied) => tidied,
        Err(problems) => {
            report::print(&problems, sources, Style::default());
            return Ok(Outcome::Problems);
        }
    };
    let data = folders.data_dir();
    let files: Vec<Wanted> = tidied
        .into_iter()
        .map(|file| Wanted {
            path: data.join(&file.path),
            bytes: file.bytes,
            note: file.mended.join(", "),
        })
        .collect();
    settle(&files, mode, repair)
}
