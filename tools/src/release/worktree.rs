//! A commit checked out into a folder of its own.

use std::path::PathBuf;

use super::git::{Git, run};
use crate::failure::Failure;

/// A commit checked out into a folder of its own, which is removed with this value.
pub struct Worktree<'g> {
    git: &'g Git,
    folder: tempfile::TempDir,
}

impl<'g> Worktree<'g> {
    /// Checks a commit out.
    ///
    /// # Errors
    /// If the repository does not have the commit.
    pub fn of(git: &'g Git, commit: &str) -> Result<Self, Failure> {
        let object = format!("{commit}^{{commit}}");
        run(git.root(), &["cat-file", "-e", &object]).map_err(|_| {
            Failure::new(format!("commit {commit} is not in this repository; fetch it first"))
        })?;
        let folder =
            tempfile::tempdir().map_err(|error| Failure::io(&std::env::temp_dir(), &error))?;
        let worktree = Self { git, folder };
        let path = worktree.path();
        let path = path.to_str().ok_or_else(|| Failure::new("a path that is not UTF-8"))?;
        run(git.root(), &["worktree", "add", "--quiet", "--detach", path, commit])?;
        Ok(worktree)
    }

    /// The folder.
    pub fn path(&self) -> PathBuf {
        self.folder.path().join("checkout")
    }
}

impl Drop for Worktree<'_> {
    fn drop(&mut self) {
        if let Some(path) = self.path().to_str() {
            // The folder is removed in any case. If this fails, git forgets the worktree at its
            // next clean-up.
            let _ = run(self.git.root(), &["worktree", "remove", "--force", path]);
        }
    }
}
