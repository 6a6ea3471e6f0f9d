//! Verifies that the exports of a release come out of the sources that it names.

use std::ffi::OsStr;
use std::path::Path;
use std::process::{Command, Stdio};

use semver::Version;
use service_providers_codegen::{Sources, compile, schema};

use super::Files;
use super::contents::exports;
use super::git::Git;
use super::manifest::Manifest;
use super::store::{ReleaseStore, read_tree};
use super::verify::read_release;
use super::worktree::Worktree;
use crate::export::{ALL_EDITIONS, tables};
use crate::failure::Failure;

/// The program that exports the register again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exporter<'w> {
    /// The program of the workspace at the recorded commit, which made the release, built by this
    /// cargo.
    OfCommit(&'w OsStr),
    /// This program. A repository that holds only a register has no program of its own.
    This,
}

/// Exports the register again at the recorded commit, and says what comes out differently.
///
/// # Errors
/// If the repository does not have the commit, or if the register cannot be exported there.
pub fn differences(
    store: &ReleaseStore,
    version: &Version,
    git: &Git,
    exporter: Exporter<'_>,
) -> Result<Vec<String>, Failure> {
    let published = read_release(store, version)?;
    let manifest = Manifest::read(&published).map_err(Failure::new)?;
    let worktree = Worktree::of(git, &manifest.source.commit)?;
    let rebuilt = match exporter {
        Exporter::OfCommit(cargo) => {
            export_by_commit(cargo, &worktree.path(), &manifest, git.root())?
        }
        Exporter::This => export_here(&worktree.path(), &manifest)?,
    };
    let mut wrong = compare(&published, rebuilt, &manifest);
    let tool = env!("CARGO_PKG_VERSION");
    if exporter == Exporter::This && !wrong.is_empty() && manifest.tool_version != tool {
        let made_by = &manifest.tool_version;
        wrong.push(format!(
            "the release was made by version {made_by} of the program; this is {tool}"
        ));
    }
    Ok(wrong)
}

/// What differs between the exports that were published and those that come out now.
fn compare(published: &Files, mut rebuilt: Files, manifest: &Manifest) -> Vec<String> {
    let mut wrong = Vec::new();
    let is_export = |path: &&String| {
        let folder = path.split_once('/').map(|(folder, _)| folder);
        [Some(tables::FOLDER), Some(ALL_EDITIONS)].contains(&folder)
            || manifest.editions.iter().any(|edition| folder == Some(&edition.id))
    };
    for path in published.keys().filter(is_export) {
        match rebuilt.remove(path) {
            None => wrong.push(format!("{path} does not come out of the sources")),
            Some(bytes) if bytes != published[path] => {
                wrong.push(format!("{path} comes out of the sources differently"));
            }
            Some(_) => {}
        }
    }
    wrong.extend(
        rebuilt
            .keys()
            .map(|path| format!("{path} is made from the sources, but is not in the release")),
    );
    wrong
}

/// Exports a checkout with this program.
fn export_here(checkout: &Path, manifest: &Manifest) -> Result<Files, Failure> {
    if manifest.format_version == 1 {
        return Err(Failure::new(format!(
            "the release was made from tables in format 1, which this program does not export; \
             verify it with the program of version {}, or its digests alone with --no-rebuild",
            manifest.tool_version,
        )));
    }
    let data = checkout.join(&manifest.source.data);
    let sources = Sources::read_data(&data, &manifest.source.data, schema::files())?;
    let register = compile(&sources).map_err(|report| {
        let problems = report.problems();
        let first = problems.first().map(ToString::to_string).unwrap_or_default();
        Failure::new(format!(
            "the tables of commit {} have {} problems for this program, version {}; the first: {first}",
            manifest.source.commit,
            problems.len(),
            env!("CARGO_PKG_VERSION"),
        ))
    })?;
    Ok(exports(&register))
}

/// Exports a checkout with the program that lies there. What it builds is kept for the next time.
fn export_by_commit(
    cargo: &OsStr,
    checkout: &Path,
    manifest: &Manifest,
    root: &Path,
) -> Result<Files, Failure> {
    let out = tempfile::tempdir().map_err(|error| Failure::io(&std::env::temp_dir(), &error))?;
    let status = Command::new(cargo)
        .current_dir(checkout)
        .env("CARGO_TARGET_DIR", root.join("target").join("verify"))
        .args(["run", "--quiet", "--locked", "--package", "xtask", "--", "export"])
        .arg("--data")
        .arg(checkout.join(&manifest.source.data))
        .arg("--schema")
        .arg(checkout.join("schema"))
        .arg("--out")
        .arg(out.path())
        .stdout(Stdio::null())
        .status()
        .map_err(|error| Failure::new(format!("cargo cannot be run: {error}")))?;
    if !status.success() {
        return Err(Failure::new(
            "the export of the recorded commit failed; its output stands above",
        ));
    }
    let mut files = Files::new();
    let editions = manifest.editions.iter().map(|edition| edition.id.as_str());
    // Older programs wrote no files that span editions.
    for folder in editions.chain([ALL_EDITIONS]) {
        for (path, bytes) in read_tree(&out.path().join(folder))? {
            files.insert(format!("{folder}/{path}"), bytes);
        }
    }
    // The tables of the whole register are those of the commit. Releases of format 1 had none.
    if manifest.format_version > 1 {
        for (path, bytes) in read_tree(&checkout.join(&manifest.source.data))? {
            files.insert(format!("{}/{path}", tables::FOLDER), bytes);
        }
    }
    Ok(files)
}
