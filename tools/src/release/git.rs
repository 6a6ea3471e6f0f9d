//! The questions that releases ask git.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::Files;
use super::store::hidden_names;
use crate::failure::Failure;
use crate::paths::resolved;

/// A repository.
pub struct Git {
    root: PathBuf,
}

impl Git {
    /// The repository around a folder.
    ///
    /// # Errors
    /// If there is none, or git is missing.
    pub fn around(folder: &Path) -> Result<Self, Failure> {
        let root = run(folder, &["rev-parse", "--show-toplevel"])?;
        Ok(Self { root: PathBuf::from(root.trim_end()) })
    }

    /// The folder of the repository.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The commit that is checked out.
    ///
    /// # Errors
    /// If there is none yet.
    pub fn head(&self) -> Result<String, Failure> {
        Ok(run(&self.root, &["rev-parse", "--verify", "HEAD"])?.trim_end().to_owned())
    }

    /// What differs from the commit, as git lists it. The folder of releases does not count, nor
    /// what writing releases leaves beside it.
    ///
    /// # Errors
    /// If git cannot say.
    pub fn changes(&self, releases: &Path) -> Result<Vec<String>, Failure> {
        let mut arguments: Vec<String> =
            ["status", "--porcelain", "--untracked-files=all", "--", "."].map(str::to_owned).into();
        if let Some(inside) = self.inside(releases) {
            let (parent, name) = inside.rsplit_once('/').unwrap_or(("", &inside));
            let parent = if parent.is_empty() { String::new() } else { format!("{parent}/") };
            let hidden = hidden_names(name).map(|name| format!("{parent}{name}"));
            let excluded = std::iter::once(&inside).chain(&hidden);
            arguments.extend(excluded.map(|path| format!(":(exclude,literal){path}")));
        }
        let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        Ok(run(&self.root, &arguments)?.lines().map(str::to_owned).collect())
    }

    /// The files of a commit below a folder of the repository, by their path inside the folder.
    ///
    /// # Errors
    /// If git cannot read them.
    pub fn files_of(&self, commit: &str, folder: &str) -> Result<Files, Failure> {
        let list = ["ls-tree", "-r", "-z", "--name-only", "--full-tree", commit];
        let folder = if folder == "." { String::new() } else { format!("{folder}/") };
        let mut files = Files::new();
        for path in run(&self.root, &list)?.split_terminator('\0') {
            let Some(inside) = path.strip_prefix(&folder) else { continue };
            let bytes = output_of(&self.root, &["cat-file", "blob", &format!("{commit}:{path}")])?;
            files.insert(inside.to_owned(), bytes);
        }
        Ok(files)
    }

    /// A path inside the repository, with `/` between folders.
    pub fn inside(&self, path: &Path) -> Option<String> {
        let path = resolved(path)?;
        let inside = path.strip_prefix(resolved(&self.root)?).ok()?.to_str()?.replace('\\', "/");
        Some(if inside.is_empty() { ".".to_owned() } else { inside })
    }
}

/// Runs git in a folder, and returns the text that it prints.
pub fn run(folder: &Path, arguments: &[&str]) -> Result<String, Failure> {
    String::from_utf8(output_of(folder, arguments)?)
        .map_err(|_| Failure::new(format!("git {}: not UTF-8", arguments.join(" "))))
}

fn output_of(folder: &Path, arguments: &[&str]) -> Result<Vec<u8>, Failure> {
    let output = Command::new("git")
        .arg("-C")
        .arg(folder)
        .args(arguments)
        .env("LC_ALL", "C")
        // Without a lock, git answers also in a folder that cannot be written to.
        .env("GIT_OPTIONAL_LOCKS", "0")
        .output()
        .map_err(|error| Failure::new(format!("git cannot be run: {error}")))?;
    if !output.status.success() {
        let error = String::from_utf8_lossy(&output.stderr);
        return Err(Failure::new(format!("git {}: {}", arguments.join(" "), error.trim())));
    }
    Ok(output.stdout)
}
