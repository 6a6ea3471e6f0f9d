//! What releases ask of git.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::failure::Failure;

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

    /// What differs from the commit, as git lists it; not counting what lies in a folder, and what
    /// the writing of releases leaves beside it.
    ///
    /// # Errors
    /// If git cannot say.
    pub fn changes(&self, except: &Path) -> Result<Vec<String>, Failure> {
        let mut arguments = vec!["status".to_owned(), "--porcelain".to_owned()];
        arguments.push("--untracked-files=all".to_owned());
        arguments.extend(["--".to_owned(), ".".to_owned()]);
        if let Some(inside) = self.inside(except) {
            arguments.push(format!(":(exclude,literal){inside}"));
            arguments.extend(beside(&inside).map(|path| format!(":(exclude,literal){path}")));
        }
        let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        Ok(run(&self.root, &arguments)?.lines().map(str::to_owned).collect())
    }

    /// A path inside the repository, with `/` between folders.
    pub fn inside(&self, path: &Path) -> Option<String> {
        let root = self.root.canonicalize().ok()?;
        let path = match path.canonicalize() {
            Ok(path) => path,
            // Not there yet: its parent is.
            Err(_) => path.parent()?.canonicalize().ok()?.join(path.file_name()?),
        };
        let inside = path.strip_prefix(root).ok()?.to_str()?.replace('\\', "/");
        Some(if inside.is_empty() { ".".to_owned() } else { inside })
    }

    /// Checks a commit out into a folder of its own, which goes away with the value.
    ///
    /// # Errors
    /// If the repository does not have the commit.
    pub fn worktree(&self, commit: &str) -> Result<Worktree<'_>, Failure> {
        let object = format!("{commit}^{{commit}}");
        run(&self.root, &["cat-file", "-e", &object]).map_err(|_| {
            Failure::new(format!("commit {commit} is not in this repository; fetch it first"))
        })?;
        let folder =
            tempfile::tempdir().map_err(|error| Failure::io(&std::env::temp_dir(), &error))?;
        let worktree = Worktree { git: self, folder };
        let path = worktree.path();
        let path = path.to_str().ok_or_else(|| Failure::new("a path that is not UTF-8"))?;
        run(&self.root, &["worktree", "add", "--quiet", "--detach", path, commit])?;
        Ok(worktree)
    }
}

/// What the writing of releases leaves beside the folder of releases.
fn beside(folder: &str) -> impl Iterator<Item = String> + use<> {
    let (parent, name) = match folder.rsplit_once('/') {
        Some((parent, name)) => (format!("{parent}/"), name.to_owned()),
        None => (String::new(), folder.to_owned()),
    };
    ["lock", "staging"].into_iter().map(move |end| format!("{parent}.{name}.{end}"))
}

/// A commit checked out into a folder of its own.
pub struct Worktree<'g> {
    git: &'g Git,
    folder: tempfile::TempDir,
}

impl Worktree<'_> {
    /// The folder.
    pub fn path(&self) -> PathBuf {
        self.folder.path().join("checkout")
    }
}

impl Drop for Worktree<'_> {
    fn drop(&mut self) {
        if let Some(path) = self.path().to_str() {
            // The folder goes away in any case; git forgets it here or at its next clean-up.
            let _ = run(&self.git.root, &["worktree", "remove", "--force", path]);
        }
    }
}

fn run(folder: &Path, arguments: &[&str]) -> Result<String, Failure> {
    let output = Command::new("git")
        .arg("-C")
        .arg(folder)
        .args(arguments)
        .env("LC_ALL", "C")
        // Asking changes nothing, so it also works where nothing can be written.
        .env("GIT_OPTIONAL_LOCKS", "0")
        .output()
        .map_err(|error| Failure::new(format!("git cannot be run: {error}")))?;
    if !output.status.success() {
        let error = String::from_utf8_lossy(&output.stderr);
        return Err(Failure::new(format!("git {}: {}", arguments.join(" "), error.trim())));
    }
    String::from_utf8(output.stdout)
        .map_err(|_| Failure::new(format!("git {}: not UTF-8", arguments.join(" "))))
}
