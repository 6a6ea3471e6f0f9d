//! `schema`: renews the schema files, of the tables and of the exports, and the data dictionary.

use std::path::Path;

use service_providers_codegen::schema;

use crate::diff;
use crate::export::json;
use crate::failure::{Failure, Result};
use crate::output::{Expected, Mode, update};
use crate::project::Project;
use crate::reference::dictionary;
use crate::release::manifest;

#[derive(clap::Args, Debug)]
pub struct Args {
    #[command(flatten)]
    mode: Mode,
}

pub fn run(args: &Args, project: &Project<'_>) -> Result {
    let Some(folder) = &project.schema else {
        return Err(Failure::new("name the folder for the schema files with `--schema DIR`"));
    };
    write(project, folder, args.mode, &project.command("schema"))
}

/// Writes every schema file and the data dictionary into a folder.
pub fn write(project: &Project<'_>, folder: &Path, mode: Mode, repair: &str) -> Result {
    let mut files: Vec<Expected> = schema::files()
        .into_iter()
        .map(|(path, text)| Expected::new(folder.join(path), text))
        .collect();
    for (path, text) in [
        (diff::json::SCHEMA_PATH, diff::json::schema()),
        (manifest::SCHEMA_PATH, manifest::schema()),
        (dictionary::NAME, dictionary::page(project.program)),
        (json::SCHEMA_PATH, json::schema_text()),
    ] {
        files.push(Expected::new(folder.join(path), text));
    }
    update(&files, mode, repair)
}
