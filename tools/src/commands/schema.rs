//! `schema`: renews the schema files, of the tables and of the exports, and the data dictionary.

use std::path::Path;

use crate::failure::{Failure, Result};
use crate::output::{Expected, Mode, text_to_renew, update};
use crate::project::Project;
use crate::reference::schema_folder;

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

/// Writes every schema file and the data dictionary into a folder, unless a file of somebody else is
/// in the way.
pub fn write(project: &Project<'_>, folder: &Path, mode: Mode, repair: &str) -> Result {
    let files = schema_folder::files(project.program).into_iter();
    let files: Vec<Expected> =
        files.map(|(path, text)| Expected::new(folder.join(path), text)).collect();
    for file in &files {
        text_to_renew(&file.path, schema_folder::is_ours)?;
    }
    update(&files, mode, repair)
}
