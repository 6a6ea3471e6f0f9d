//! `schema`: renews the schema files, of the tables and of the exports, and the data dictionary.

use std::path::Path;

use service_providers_codegen::schema;

use crate::diff;
use crate::export::json;
use crate::failure::{Failure, Result};
use crate::output::{Expected, Mode, update};
use crate::program::Program;
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
    let files = files(project.program).into_iter();
    let files: Vec<Expected> =
        files.map(|(path, text)| Expected::new(folder.join(path), text)).collect();
    update(&files, mode, repair)
}

/// Every schema file and the data dictionary: its path inside the schema folder and its text.
pub fn files(program: &Program) -> Vec<(String, String)> {
    let mut files = schema::files();
    files.extend(
        [
            (diff::json::SCHEMA_PATH, diff::json::schema()),
            (manifest::SCHEMA_PATH, manifest::schema()),
            (dictionary::NAME, dictionary::page(program)),
            (json::SCHEMA_PATH, json::schema_text()),
        ]
        .map(|(path, text)| (path.to_owned(), text)),
    );
    files
}
