//! `export`: writes the register in every format for everybody else.

use std::path::{Path, PathBuf};

use clap::builder::{PossibleValue, PossibleValuesParser};
use service_providers_codegen::Register;
use service_providers_codegen::row::Edition;

use crate::export::{FORMATS, Format, tables};
use crate::failure::{Failure, Outcome, Result};
use crate::output::{Mode, Wanted, only_ours, remove_others, settle, shown};
use crate::report;
use crate::workspace::{Folders, root};

#[derive(clap::Args, Debug)]
pub struct Args {
    #[command(flatten)]
    folders: Folders,
    /// Export this edition alone; may be given several times.
    #[arg(long = "edition", value_name = "ID")]
    editions: Vec<String>,
    /// Export this format alone; may be given several times.
    #[arg(long = "format", value_name = "FORMAT", value_parser = format_names())]
    formats: Vec<String>,
    /// Write here, one folder for each edition, instead of `exports`.
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

fn format_names() -> PossibleValuesParser {
    FORMATS.iter().map(|format| PossibleValue::new(format.name).help(format.about)).into()
}

pub fn run(args: &Args) -> Result {
    let register = match args.folders.register()? {
        Ok(register) => register,
        Err((problems, sources)) => {
            report::print(&problems, &sources, report::Style::default());
            return Ok(Outcome::Problems);
        }
    };
    let editions = chosen_editions(&register, &args.editions)?;
    let formats: Vec<&Format> = (FORMATS.iter())
        .filter(|format| {
            args.formats.is_empty() || args.formats.iter().any(|name| name == format.name)
        })
        .collect();
    let out = args.out.clone().unwrap_or_else(|| root().join("exports"));
    // The folder of the tables is renewed as a whole: a table that is no longer one would make it
    // unfit for `check`.
    let tables = formats.iter().any(|format| format.name == tables::NAME);
    if tables {
        for edition in &editions {
            only_ours(&out.join(&edition.id).join(tables::FOLDER), tables::MARK)?;
        }
    }
    for edition in editions {
        let folder = out.join(&edition.id);
        let files = files(&register, edition, &formats, &folder);
        if tables {
            remove_others(&folder.join(tables::FOLDER), &files)?;
        }
        settle(&files, Mode::default(), "cargo xtask export")?;
        anstream::println!(
            "{}: {} service providers, {} data transparency records",
            shown(&folder),
            register.engagements_in(&edition.id).len(),
            register.practices_in(&edition.id).len(),
        );
    }
    Ok(Outcome::Done)
}

/// The editions of these ids, each once and oldest first; all if no id is given.
fn chosen_editions<'r>(
    register: &'r Register,
    ids: &[String],
) -> std::result::Result<Vec<&'r Edition>, Failure> {
    if let Some(id) = ids.iter().find(|id| register.edition(id).is_none()) {
        let known: Vec<&str> =
            register.editions().iter().map(|edition| edition.id.as_str()).collect();
        return Err(Failure::unknown(&format!("no edition `{id}`"), id, "editions", &known));
    }
    let chosen = |edition: &&Edition| ids.is_empty() || ids.contains(&edition.id);
    Ok(register.editions().iter().filter(chosen).collect())
}

fn files(
    register: &Register,
    edition: &Edition,
    formats: &[&Format],
    folder: &Path,
) -> Vec<Wanted> {
    (formats.iter())
        .flat_map(|format| format.files(register, edition))
        .map(|file| Wanted::new(folder.join(file.path), file.bytes))
        .collect()
}
