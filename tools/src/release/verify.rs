//! Verifies a release: its digests, and that its exports come out of its sources.

use std::path::{Path, PathBuf};
use std::process::Command;

use semver::Version;

use super::digests::{self, digests as digests_of};
use super::git::Git;
use super::manifest::Manifest;
use super::shelf::Shelf;
use super::{Files, digests::SUMS};
use crate::failure::Failure;

/// What is wrong with the files of a release; nothing, if nothing is.
///
/// # Errors
/// If there is no such release, or if it cannot be read.
pub fn files(shelf: &Shelf, version: &Version) -> Result<Vec<String>, Failure> {
    let files = read(shelf, version)?;
    let mut wrong = digests::check(&files);
    match Manifest::read(&files) {
        Err(error) => wrong.push(error),
        Ok(manifest) => {
            if manifest.version != *version {
                wrong.push(format!("the manifest is that of {}", manifest.version));
            }
            let mut actual = digests_of(&files);
            actual.retain(|path, _| path != SUMS && path != super::manifest::NAME);
            if actual != manifest.digests {
                wrong.push("the digests of the manifest are not those of the files".to_owned());
            }
        }
    }
    Ok(wrong)
}

/// Exports the register again at the recorded commit, in a worktree, with that commit's own
/// program, and says what comes out differently.
///
/// # Errors
/// If the repository does not have the commit, or if the program cannot be built or run there.
pub fn rebuild(shelf: &Shelf, version: &Version, git: &Git) -> Result<Vec<String>, Failure> {
    let published = read(shelf, version)?;
    let manifest = Manifest::read(&published).map_err(Failure::new)?;
    let worktree = git.worktree(&manifest.source.commit)?;
    let out = tempfile::tempdir().map_err(|error| Failure::io(&std::env::temp_dir(), &error))?;
    export(&worktree.path(), &manifest.source.data, out.path(), git.root())?;
    let mut rebuilt = Files::new();
    for edition in &manifest.editions {
        let folder = Shelf::new(out.path().to_owned());
        for (path, bytes) in folder.read_folder(&edition.id)? {
            rebuilt.insert(format!("{}/{path}", edition.id), bytes);
        }
    }
    let mut wrong = Vec::new();
    let exported = |path: &&String| {
        manifest
            .editions
            .iter()
            .any(|edition| path.strip_prefix(&edition.id).is_some_and(|rest| rest.starts_with('/')))
    };
    for path in published.keys().filter(exported) {
        match rebuilt.remove(path) {
            None => wrong.push(format!("{path} does not come out of the sources")),
            Some(bytes) if bytes != published[path] => {
                wrong.push(format!("{path} comes out of the sources differently"));
            }
            Some(_) => {}
        }
    }
    wrong.extend(rebuilt.keys().map(|path| format!("{path} comes out of the sources as well")));
    Ok(wrong)
}

fn read(shelf: &Shelf, version: &Version) -> Result<Files, Failure> {
    if !shelf.versions()?.contains(version) {
        let known: Vec<String> = shelf.versions()?.iter().map(ToString::to_string).collect();
        let known = if known.is_empty() { "none".to_owned() } else { known.join(", ") };
        return Err(Failure::new(format!("no release {version}; the releases are: {known}")));
    }
    shelf.read(version)
}

/// Runs the export of a checkout. What it builds is kept for the next time.
fn export(checkout: &Path, data: &str, out: &Path, root: &Path) -> Result<(), Failure> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let data: PathBuf = checkout.join(data);
    let status = Command::new(cargo)
        .current_dir(checkout)
        .env("CARGO_TARGET_DIR", root.join("target").join("verify"))
        .args(["run", "--quiet", "--locked", "--package", "xtask", "--", "export"])
        .arg("--data")
        .arg(data)
        .arg("--schema")
        .arg(checkout.join("schema"))
        .arg("--out")
        .arg(out)
        .stdout(std::process::Stdio::null())
        .status()
        .map_err(|error| Failure::new(format!("cargo cannot be run: {error}")))?;
    if status.success() {
        Ok(())
    } else {
        Err(Failure::new("the export of the recorded commit failed; its output stands above"))
    }
}
