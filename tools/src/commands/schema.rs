//! `schema`: renews the schema files, of the tables and of the JSON export, and the data
//! dictionary.

use service_providers_codegen::schema;

use crate::diff;
use crate::export::json;
use crate::failure::Result;
use crate::output::{Mode, Wanted, settle};
use crate::release::manifest;
use crate::workspace::Folders;

#[derive(clap::Args, Debug)]
pub struct Args {
    #[command(flatten)]
    folders: Folders,
    #[command(flatten)]
    mode: Mode,
}

pub fn run(args: &Args) -> Result {
    write(&args.folders, args.mode, "cargo xtask schema")
}

/// Writes every schema file and the data dictionary.
pub fn write(folders: &Folders, mode: Mode, repair: &str) -> Result {
    let folder = folders.schema_dir();
    let mut files: Vec<Wanted> = schema::files()
        .into_iter()
        .map(|(path, text)| Wanted::new(folder.join(path), text))
        .collect();
    files.push(Wanted::new(folder.join(diff::json::SCHEMA_PATH), diff::json::schema()));
    files.push(Wanted::new(folder.join(manifest::SCHEMA_PATH), manifest::schema()));
    files.push(Wanted::new(folder.join("README.md"), schema::dictionary()));
    files.push(Wanted::new(folder.join(json::SCHEMA_PATH), json::schema_text()));
    settle(&files, mode, repair)
}
