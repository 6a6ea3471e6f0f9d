//! `release`: writes everything that a version publishes, or verifies what was written.

use std::collections::BTreeMap;
use std::fmt::Display;
use std::path::{Path, PathBuf};

use semver::Version;
use service_providers_codegen::{Register, Sources};

use super::{day, sync};
use crate::failure::{Failure, Outcome, Result};
use crate::output::{Expected, Force, Mode};
use crate::page::counted;
use crate::paths::{is_same, shown};
use crate::project::Project;
use crate::release::manifest::SourceCommit;
use crate::release::{
    Decision, Exporter, Git, Prepared, ReleaseStore, Request, check_files, differences, prepare,
};
use crate::workspace::Workspace;

#[derive(clap::Args, Debug)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub struct Args {
    #[command(subcommand)]
    command: Option<Action>,
    /// The version, such as 1.2.0.
    #[arg(value_parser = version, required = true)]
    version: Option<Version>,
    /// The folder of the releases; `releases` if not given.
    #[arg(long, value_name = "DIR", global = true)]
    releases: Option<PathBuf>,
    #[command(flatten)]
    force: Force,
    /// The day of the release, YYYY-MM-DD. An announced edition that is in effect by then is refused:
    /// move `current` in register.json to it first.
    #[arg(long, value_name = "DAY", value_parser = day)]
    date: Option<String>,
    /// Change nothing; say what would be released.
    #[arg(long)]
    dry_run: bool,
}

#[derive(clap::Subcommand, Debug)]
enum Action {
    /// Check the digests of a release, and that its exports come out of its sources.
    Verify(Verify),
}

#[derive(clap::Args, Debug)]
struct Verify {
    /// The version of the release.
    #[arg(value_parser = version)]
    version: Version,
    /// Check only the digests.
    #[arg(long)]
    no_rebuild: bool,
}

/// A plain version: a release has no pre-release and no build number.
fn version(text: &str) -> std::result::Result<Version, String> {
    let version = Version::parse(text).map_err(|error| error.to_string())?;
    if version.pre.is_empty() && version.build.is_empty() {
        Ok(version)
    } else {
        Err("write three numbers, such as 1.2.0".to_owned())
    }
}

pub fn run(args: &Args, project: &Project<'_>) -> Result {
    let store = args.releases.clone().map_or_else(|| project.releases(), ReleaseStore::new);
    match (&args.command, &args.version) {
        (Some(Action::Verify(args)), _) => verify(args, &store, project),
        (None, Some(version)) => release(version, args, &store, project),
        (None, None) => Err(Failure::new("name the version to release")),
    }
}

/// The repository that releases are made in.
fn repository(project: &Project<'_>) -> Result<Git> {
    Git::around(project.program.workspace().map_or(&project.data, Workspace::root)).map_err(|error| {
        Failure::new(format!(
            "{}: not in a git repository. A release names the commit that it is made from, so that it \
             can be made again. Run `git init`, commit the tables, and run `release` again ({error})",
            shown(&project.data)
        ))
    })
}

fn release(version: &Version, args: &Args, store: &ReleaseStore, project: &Project<'_>) -> Result {
    let sources = project.sources()?;
    let Some(register) = project.compile(&sources) else { return Ok(Outcome::Problems) };
    if let Some(edition) = args.date.as_ref().and_then(|day| in_effect(&register, day)) {
        return Ok(refused(format_args!(
            "edition {edition} takes effect on or before that day; set `current` in register.json to it \
             first"
        )));
    }
    let git = repository(project)?;
    let data = folder_in(&git, &project.data)?;
    refuse_foreign(store, project)?;
    args.force.allows_place(store.folder(), project)?;
    // Held until the end, so that no other process writes meanwhile.
    let lock = if args.dry_run { None } else { Some(store.lock()?) };
    if !is_up_to_date(&git, store, project)? {
        return Ok(Outcome::Problems);
    }
    let commit = git.head()?;
    let hidden = not_as_committed(&sources, &git.files_of(&commit, &data)?);
    if !hidden.is_empty() {
        let list = hidden.join("\n  ");
        return Ok(refused(format_args!(
            "the commit does not hold these files as they are:\n  {list}"
        )));
    }
    let request = Request {
        version,
        register: &register,
        source: SourceCommit { commit, data },
        command: project.program.command("release"),
        has_docs: project.workspace.is_some(),
    };
    let prepared = match prepare(&request, store)? {
        Decision::Release(prepared) => prepared,
        Decision::Refused(reasons) => return Ok(refused(reasons.join("\nrefused: "))),
    };
    refuse_foreign_index(&prepared, args.force, store, project)?;
    match lock {
        None => print_plan(version, &prepared, store),
        Some(_) if prepared.already => {
            anstream::println!("{version} is released already, with the same bytes");
        }
        Some(lock) => {
            store.put(&lock, version, &prepared.files, &prepared.index)?;
            let folder = store.folder().join(version.to_string());
            let files = counted(prepared.files.len(), "file");
            anstream::println!("released {}: {files}", shown(&folder));
        }
    }
    Ok(Outcome::Done)
}

/// Says why nothing is released.
fn refused(reason: impl Display) -> Outcome {
    anstream::eprintln!("refused: {reason}");
    Outcome::Problems
}

/// The folder of the tables as the commit names it.
fn folder_in(git: &Git, data: &Path) -> Result<String> {
    git.inside(data).ok_or_else(|| {
        Failure::new(format!(
            "{}: not in the repository {}, so no commit would tell what was released",
            data.display(),
            git.root().display()
        ))
    })
}

/// The first announced edition that is in effect on a day, as far as its documents say.
fn in_effect<'r>(register: &'r Register, day: &str) -> Option<&'r str> {
    let mut announced = register.announced_editions().iter();
    let edition = announced
        .find(|edition| edition.effective.known().is_some_and(|effective| &**effective <= day))?;
    Some(&edition.id)
}

/// The source files that the commit does not hold, or holds with other bytes: those that git was
/// told to ignore or to take for unchanged. Files of the commit that are not there count as well.
fn not_as_committed(sources: &Sources, committed: &BTreeMap<String, Vec<u8>>) -> Vec<String> {
    let other = (sources.data_files())
        .filter(|(path, file)| committed.get(*path) != Some(&file.bytes))
        .map(|(path, _)| path);
    let is_table = |path: &&String| path.ends_with(".csv") || path.ends_with(".json");
    let missing = committed.keys().filter(is_table).map(String::as_str);
    let missing = missing.filter(|path| sources.data(path).is_none());
    other.chain(missing).map(str::to_owned).collect()
}

/// Refuses to release another register among the releases of a workspace.
fn refuse_foreign(store: &ReleaseStore, project: &Project<'_>) -> Result<()> {
    let workspace = project.program.workspace();
    match workspace.filter(|workspace| is_same(store.folder(), &workspace.releases())) {
        Some(_) if project.workspace.is_none() => Err(Failure::new(format!(
            "{}: holds the releases of another register, that of this workspace; choose another \
             folder with `--releases DIR`",
            shown(store.folder())
        ))),
        _ => Ok(()),
    }
}

/// Refuses to write the index files over those of somebody else, where no release is yet.
fn refuse_foreign_index(
    prepared: &Prepared,
    force: Force,
    store: &ReleaseStore,
    project: &Project<'_>,
) -> Result<()> {
    if !store.versions()?.is_empty() {
        return Ok(());
    }
    let file = |(name, bytes): (&String, &Vec<u8>)| {
        Expected::new(store.folder().join(name), bytes.clone())
    };
    let index: Vec<Expected> = prepared.index.iter().map(file).collect();
    force.allows(store.folder(), &index, project)
}

/// Whether the register is as the commit has it, and everything made from it is up to date. What is
/// not is printed.
fn is_up_to_date(git: &Git, store: &ReleaseStore, project: &Project<'_>) -> Result<bool> {
    let changed = git.changes(store.folder())?;
    if !changed.is_empty() {
        let list = changed.join("\n  ");
        anstream::eprintln!("refused: there are changes that no commit holds:\n  {list}");
        return Ok(false);
    }
    if sync::write(project, Mode { check: true, dry_run: false })? == Outcome::Problems {
        anstream::eprintln!("refused: what is made from the tables is not up to date");
        return Ok(false);
    }
    Ok(true)
}

/// Prints what would be released.
fn print_plan(version: &Version, prepared: &Prepared, store: &ReleaseStore) {
    match &prepared.previous {
        Some(previous) => anstream::println!("{version} would follow {previous}:"),
        None => anstream::println!("{version} would be the first release"),
    }
    for (step, reason) in &prepared.reasons {
        anstream::println!("  {step}: {reason}");
    }
    let folder = store.folder();
    let release = folder.join(version.to_string());
    let files = prepared.files.iter().map(|(path, bytes)| (release.join(path), bytes));
    let index = prepared.index.iter().map(|(name, bytes)| (folder.join(name), bytes));
    for (path, bytes) in files.chain(index) {
        anstream::println!("would write {} ({} bytes)", shown(&path), bytes.len());
    }
}

fn verify(args: &Verify, store: &ReleaseStore, project: &Project<'_>) -> Result {
    let version = &args.version;
    let mut wrong = check_files(store, version)?;
    if wrong.is_empty() && !args.no_rebuild {
        let exporter = match project.program.workspace() {
            Some(workspace) => Exporter::OfCommit(workspace.cargo()),
            None => Exporter::This,
        };
        wrong = differences(store, version, &repository(project)?, exporter)?;
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
