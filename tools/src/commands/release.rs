//! `release`: writes everything that a version publishes, and verifies what was written.

use std::path::{Path, PathBuf};

use semver::Version;

use super::sync;
use crate::failure::{Failure, Outcome, Result};
use crate::output::{Mode, shown};
use crate::release::{Git, Prepared, Request, Shelf, prepare, verify};
use crate::report::{self, Style};
use crate::workspace::{Folders, root};

/// What `release` is asked.
#[derive(clap::Args, Debug)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub struct Args {
    #[command(subcommand)]
    command: Option<Sub>,
    /// The version, such as 1.2.0.
    #[arg(value_parser = version, required = true)]
    version: Option<Version>,
    #[command(flatten)]
    folders: Folders,
    /// The folder of the releases.
    #[arg(long, value_name = "DIR", default_value = "releases", global = true)]
    releases: PathBuf,
    /// Change nothing; say what would be released.
    #[arg(long)]
    dry_run: bool,
}

#[derive(clap::Subcommand, Debug)]
enum Sub {
    /// Check the digests of a release, and that its exports come out of its sources.
    Verify(Verify),
}

#[derive(clap::Args, Debug)]
struct Verify {
    /// The version of the release.
    #[arg(value_parser = version)]
    version: Version,
    /// Check the digests alone.
    #[arg(long)]
    no_rebuild: bool,
}

/// A plain version: releases have no pre-releases and no builds.
fn version(text: &str) -> std::result::Result<Version, String> {
    let version = Version::parse(text).map_err(|error| error.to_string())?;
    if version.pre.is_empty() && version.build.is_empty() {
        Ok(version)
    } else {
        Err("write three numbers, such as 1.2.0".to_owned())
    }
}

/// Releases a version, or verifies one.
pub fn run(args: &Args) -> Result {
    let releases = &args.releases;
    let own = releases == Path::new("releases");
    let shelf = Shelf::new(if own { root().join("releases") } else { releases.clone() });
    match (&args.command, &args.version) {
        (Some(Sub::Verify(verify)), _) => self::verify(verify, &shelf),
        (None, Some(version)) => release(version, args, &shelf),
        (None, None) => Err(Failure::new("name the version to release")),
    }
}

fn release(version: &Version, args: &Args, shelf: &Shelf) -> Result {
    let register = match args.folders.register()? {
        Ok(register) => register,
        Err((problems, sources)) => {
            report::print(&problems, &sources, Style::default());
            return Ok(Outcome::Problems);
        }
    };
    let git = Git::around(&root())?;
    let data = args.folders.data_dir();
    let Some(data) = git.inside(&data) else {
        return Err(Failure::new(format!(
            "{}: not in the repository {}, so no commit would tell what was released",
            data.display(),
            git.root().display()
        )));
    };
    // Held until the end: nobody else writes in between.
    let lock = if args.dry_run { None } else { Some(shelf.lock()?) };
    let changed = git.changes(shelf.folder())?;
    if !changed.is_empty() {
        let list = changed.join("\n  ");
        anstream::eprintln!("refused: there are changes that no commit holds:\n  {list}");
        return Ok(Outcome::Problems);
    }
    let check = Mode { check: true, dry_run: false };
    if sync::write(&args.folders, check)? == Outcome::Problems {
        anstream::eprintln!("refused: what is made from the tables is not up to date");
        return Ok(Outcome::Problems);
    }
    let request =
        Request { version: version.clone(), register: &register, commit: git.head()?, data };
    let prepared = match prepare(&request, shelf)? {
        Ok(prepared) => prepared,
        Err(refusals) => {
            for refusal in refusals {
                anstream::eprintln!("refused: {refusal}");
            }
            return Ok(Outcome::Problems);
        }
    };
    match lock {
        None => tell(version, &prepared, shelf),
        Some(_) if prepared.already => {
            anstream::println!("{version} is released already, with the same bytes");
        }
        Some(lock) => {
            shelf.put(&lock, version, &prepared.files, &prepared.beside)?;
            let folder = shelf.folder().join(version.to_string());
            anstream::println!("released {}: {} files", shown(&folder), prepared.files.len());
        }
    }
    Ok(Outcome::Done)
}

/// Says what would be released.
fn tell(version: &Version, prepared: &Prepared, shelf: &Shelf) {
    match &prepared.previous {
        Some(previous) => anstream::println!("{version} would follow {previous}:"),
        None => anstream::println!("{version} would be the first release"),
    }
    for (step, reason) in &prepared.reasons {
        anstream::println!("  {step}: {reason}");
    }
    let folder = shelf.folder();
    for (path, bytes) in &prepared.files {
        let path = folder.join(version.to_string()).join(path);
        anstream::println!("would write {} ({} bytes)", shown(&path), bytes.len());
    }
    for (name, bytes) in &prepared.beside {
        anstream::println!("would write {} ({} bytes)", shown(&folder.join(name)), bytes.len());
    }
}

fn verify(args: &Verify, shelf: &Shelf) -> Result {
    let version = &args.version;
    let mut wrong = verify::files(shelf, version)?;
    if wrong.is_empty() && !args.no_rebuild {
        wrong = verify::rebuild(shelf, version, &Git::around(&root())?)?;
    }
    if wrong.is_empty() {
        let what = if args.no_rebuild { "digests" } else { "digests and exports" };
        anstream::println!("{version}: {what} are right");
        return Ok(Outcome::Done);
    }
    for what in &wrong {
        anstream::eprintln!("{version}: {what}");
    }
    Ok(Outcome::Problems)
}
