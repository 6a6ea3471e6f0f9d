//! A register from nothing: a small project with tables, schemas and a crate, complete from the
//! start.

mod first_edition;
mod pages;
mod questions;
mod tables;

use service_providers_codegen::{Register, Sources, compile, digest, emit, schema};

use crate::failure::{Failure, Result};
use crate::own_crate;
use crate::program::Program;
use crate::reference::schema_folder;

use first_edition::FirstEdition;
pub use first_edition::PublishedPage;
pub use questions::Questions;

/// What a project must be told before it can begin.
#[derive(Clone, Debug)]
pub struct Owner {
    /// The key of the company whose providers these are.
    pub publisher: String,
    /// The name of the company.
    pub name: String,
    /// The name of the crate.
    pub crate_name: String,
    /// The day of the first edition.
    pub date: String,
}

/// A project that waits to be written.
pub struct Project {
    /// Its files: their paths inside its folder, and their bytes.
    pub files: Vec<(String, Vec<u8>)>,
    /// How many cells of the first edition wait for a person.
    pub open_cells: usize,
    /// What deserves a look in the published page.
    pub remarks: Vec<String>,
}

/// Every file of a new project. Where the list was published already, the page is its first edition.
///
/// # Errors
/// If the page cannot be read, or if the owner's words do not fit into `register.json`.
pub fn project(
    owner: &Owner,
    page: Option<&PublishedPage<'_>>,
    program: &Program,
) -> Result<Project> {
    refuse_name(owner)?;
    let FirstEdition { sources, open_cells, remarks } = match page {
        Some(page) => first_edition::of_page(page, owner)?,
        None => FirstEdition { sources: empty(owner)?, open_cells: 0, remarks: Vec::new() },
    };
    // While cells wait for a person, the crate has the constants of an empty list, and its build
    // script says that they are not those of the tables.
    let ready = if open_cells == 0 { sources.clone() } else { empty(owner)? };
    let rust = emit::rust(&compiled(&ready)?, &digest(&ready));
    let data = sources.data_files();
    let mut files: Vec<(String, Vec<u8>)> =
        data.map(|(path, file)| (format!("data/{path}"), file.bytes.clone())).collect();
    let texts = schema_folder::files(program)
        .into_iter()
        .map(|(path, text)| (format!("schema/{path}"), text))
        .chain(own_crate::library(&owner.crate_name))
        .chain([(own_crate::SNAPSHOT.to_owned(), own_crate::snapshot(&rust, &owner.crate_name))])
        .chain(pages::files(owner));
    files.extend(texts.map(|(path, text)| (path, text.into_bytes())));
    files.sort();
    Ok(Project { files, open_cells, remarks })
}

/// The tables of an empty list.
fn empty(owner: &Owner) -> Result<Sources> {
    let schemas = schema::files().into_iter().map(|(path, text)| (path, text.into_bytes()));
    Ok(Sources::from_memory(tables::files(owner)?, schemas))
}

/// Refuses a name that `register.json` may not hold. The other answers were checked when they were
/// given.
fn refuse_name(owner: &Owner) -> Result<()> {
    let Err(report) = compile(&empty(owner)?) else { return Ok(()) };
    let first = report.problems().first().map(|problem| problem.message.clone());
    Err(Failure::new(format!(
        "--name: this cannot be the name of a company: {}; write it in one line, as the company does",
        first.unwrap_or_default()
    )))
}

/// The register of these sources. What the program itself writes has no problem, so the first one
/// is about the page.
fn compiled(sources: &Sources) -> Result<Register> {
    compile(sources).map_err(|report| {
        let first = report.problems().first().map(ToString::to_string);
        Failure::new(first.unwrap_or_default())
    })
}
