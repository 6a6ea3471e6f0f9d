//! `document`: adds a document to the register.

use serde_json::Value;
use service_providers_codegen::{REGISTER, Sources};

use super::edited;
use crate::failure::{Failure, Outcome, Result};
use crate::page::counted;
use crate::project::Project;

#[derive(clap::Args, Debug)]
pub struct Args {
    #[command(subcommand)]
    command: Action,
}

#[derive(clap::Subcommand, Debug)]
enum Action {
    /// Add a revision of a list, with copies of the rows of another revision. What nobody has looked
    /// up in the new document is left blank, and `check` refuses a blank.
    Add(Add),
}

#[derive(clap::Args, Debug)]
struct Add {
    /// The id of the new document.
    id: String,
    /// The document whose rows are copied.
    #[arg(long, value_name = "ID")]
    like: String,
    /// Change nothing; say what would change.
    #[arg(long)]
    dry_run: bool,
}

/// Whether `register.json` has this document, also while it or a table has blanks.
fn has_document(sources: &Sources, id: &str) -> bool {
    let file = sources.data(REGISTER).map(|file| file.bytes.as_slice()).unwrap_or_default();
    let file: Value = serde_json::from_slice(file).unwrap_or_default();
    file["documents"].as_array().is_some_and(|all| all.iter().any(|document| document["id"] == id))
}

pub fn run(args: &Args, project: &Project<'_>) -> Result {
    let Action::Add(add) = &args.command;
    if has_document(&project.sources()?, &add.id) {
        return Err(Failure::new(format!(
            "{} is in register.json already; fill in what is blank, or choose another id",
            add.id
        )));
    }
    let Some((_, register)) = edited::read(project)? else { return Ok(Outcome::Problems) };
    let added = register
        .add_document_like(&add.id, &add.like)
        .map_err(|reason| Failure::new(reason.to_string()))?;
    let outcome = edited::write(project, added.files, add.dry_run, "document add")?;
    let copied = if add.dry_run { "would get" } else { "has" };
    let rows = counted(added.listings, "row");
    anstream::println!("{} {copied} copies of {rows} of {}", add.id, add.like);
    anstream::println!(
        "look every row up in the new document: fill in `row` in listings.csv, delete the rows that \
         are gone, add those that are new; in register.json fill in `date` and `date_basis`, \
         correct `published_rows`, and name the document in an edition; where a row says something \
         else now, run `{}`",
        project.command(&format!("revise KEY --document {}", add.id))
    );
    anstream::println!("then run `{}`", project.command("sync"));
    Ok(outcome)
}
