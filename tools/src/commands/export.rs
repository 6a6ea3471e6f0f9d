//! `export`: writes the register in every format for everybody who does not use Rust.

use std::path::{Path, PathBuf};

use clap::builder::{PossibleValue, PossibleValuesParser};
use service_providers_codegen::Register;
use service_providers_codegen::row::Edition;

use crate::export::{ALL_EDITIONS, FORMATS, Format, Job, jobs, make, tables};
use crate::failure::{Failure, Outcome, Result};
use crate::output::tables_folder::{refuse_if_not_ours, remove_leftovers};
use crate::output::{Force, Guard, StagedFile, Staging, refuse_closed_folders};
use crate::page::counted;
use crate::paths::shown;
use crate::progress::watch_steps;
use crate::project::Project;

#[derive(clap::Args, Debug)]
pub struct Args {
    /// Export only this edition, and no files that span editions; may be given several times.
    #[arg(long = "edition", value_name = "ID")]
    editions: Vec<String>,
    /// Export only this format; may be given several times.
    #[arg(long = "format", value_name = "FORMAT", value_parser = format_names())]
    formats: Vec<String>,
    /// Write into this folder, one folder for each edition and one for all of them; `exports` if not
    /// given.
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    #[command(flatten)]
    force: Force,
}

fn format_names() -> PossibleValuesParser {
    FORMATS.iter().map(|format| PossibleValue::new(format.name).help(format.about)).into()
}

pub fn run(args: &Args, project: &Project<'_>) -> Result {
    let Some(register) = project.register()? else { return Ok(Outcome::Problems) };
    let editions = chosen_editions(&register, &args.editions)?;
    let formats = chosen_formats(args)?;
    let out = args.out.clone().unwrap_or_else(|| project.folder("exports"));
    // The folder of the tables is renewed as a whole, because `check` would refuse it with a table
    // in it that is no longer one.
    let tables = formats.iter().any(|format| format.name == tables::NAME);
    if tables {
        for edition in &editions {
            refuse_if_not_ours(&out.join(&edition.id).join(tables::FOLDER), tables::MARK)?;
        }
    }
    let jobs = jobs(&editions, &formats, args.editions.is_empty());
    let (guard, waiting) = (Guard::new(args.force, &out, project), Staging::new(&out));
    let made = watch_steps("exporting", jobs.len(), |done| {
        make(
            &register,
            &jobs,
            |job, file| {
                let path = out.join(job.folder()).join(file.path);
                guard.allows(&path, &file.bytes)?;
                let changed = waiting.add(&path, &file.bytes)?;
                Ok::<_, Failure>(Made { path, changed })
            },
            done,
        )
    })?;
    let changed = made.iter().flatten().filter_map(|file| file.changed.as_ref());
    refuse_closed_folders(changed.map(StagedFile::path))?;
    // Every file is complete in a hidden folder. From here on, files are only renamed.
    if tables {
        for edition in &editions {
            let expected = made.iter().flatten().map(|file| &*file.path).collect();
            remove_leftovers(&out.join(&edition.id).join(tables::FOLDER), &expected)?;
        }
    }
    for (job, files) in jobs.iter().zip(made) {
        write(job, files, &out)?;
    }
    for edition in
        editions.iter().filter(|edition| jobs.iter().any(|job| job.folder() == edition.id))
    {
        anstream::println!(
            "{}: {} service providers, {} data transparency records",
            shown(&out.join(&edition.id)),
            register.published_rows(&edition.id).len(),
            register.published_records(&edition.id).len(),
        );
    }
    if jobs.iter().any(|job| job.edition.is_none()) {
        let (folder, editions) = (out.join(ALL_EDITIONS), register.editions().len());
        anstream::println!("{}: {editions} editions", shown(&folder));
    }
    Ok(Outcome::Done)
}

/// A file that was made.
struct Made {
    path: PathBuf,
    /// It waits, unless its place holds the same bytes.
    changed: Option<StagedFile>,
}

/// Puts the files of a job in their places, and says how many of them changed.
fn write(job: &Job<'_>, files: Vec<Made>, out: &Path) -> Result<()> {
    let mut count = 0;
    for complete in files.into_iter().filter_map(|file| file.changed) {
        complete.put_in_place()?;
        count += 1;
    }
    if count > 0 {
        let files = counted(count, "file");
        anstream::println!(
            "wrote {}: {files} of {}",
            shown(&out.join(job.folder())),
            job.format.name
        );
    }
    Ok(())
}

/// The formats of these names; all if none is given. Files that span editions are not made where
/// editions are chosen.
fn chosen_formats(args: &Args) -> Result<Vec<&'static Format>> {
    let named = |format: &&Format| args.formats.iter().any(|name| name == format.name);
    let spanning = FORMATS.iter().filter(named).find(|format| !format.has_editions());
    match spanning {
        Some(format) if !args.editions.is_empty() => Err(Failure::new(format!(
            "`{}` has no files of single editions; leave `--edition` out",
            format.name
        ))),
        _ => Ok(FORMATS.iter().filter(|format| args.formats.is_empty() || named(format)).collect()),
    }
}

/// The editions of these ids, each once and oldest first; all if no id is given.
fn chosen_editions<'r>(register: &'r Register, ids: &[String]) -> Result<Vec<&'r Edition>> {
    if let Some(id) = ids.iter().find(|id| register.edition(id).is_none()) {
        return Err(Failure::no_edition(id, register));
    }
    let chosen = |edition: &&Edition| ids.is_empty() || ids.contains(&edition.id);
    Ok(register.editions().iter().filter(chosen).collect())
}
