//! The folder of releases on disk: one folder for each release, and beside them the index files,
//! which are made from all of them.

mod folder;
mod lock;
mod put;
mod swap;

pub(crate) use folder::read_tree;
pub use lock::Lock;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use semver::Version;

use super::Files;
use crate::failure::Failure;

/// The folder of releases.
pub struct ReleaseStore {
    folder: PathBuf,
}

impl ReleaseStore {
    /// The releases in a folder, which need not exist yet.
    pub fn new(folder: PathBuf) -> Self {
        Self { folder }
    }

    /// The folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The versions that were released, in order.
    ///
    /// # Errors
    /// If the folder cannot be read.
    pub fn versions(&self) -> Result<Vec<Version>, Failure> {
        let mut versions: Vec<Version> = folder::entries(&self.folder)?
            .into_iter()
            .filter(|entry| entry.path().is_dir())
            .filter_map(|entry| Version::parse(entry.file_name().to_str()?).ok())
            .collect();
        versions.sort();
        Ok(versions)
    }

    /// The files of a release.
    ///
    /// # Errors
    /// If they cannot be read.
    pub fn read(&self, version: &Version) -> Result<Files, Failure> {
        read_tree(&self.folder.join(version.to_string()))
    }

    /// An index file; `None` if there is none.
    ///
    /// # Errors
    /// If it cannot be read.
    pub fn index_file(&self, name: &str) -> Result<Option<Vec<u8>>, Failure> {
        let path = self.folder.join(name);
        match fs::read(&path) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(Failure::io(&path, &error)),
        }
    }

    /// A hidden file or folder beside the folder of releases, on the same file system.
    fn hidden(&self, end: &str) -> Result<PathBuf, Failure> {
        let name = self.folder.file_name().and_then(|name| name.to_str());
        let name = name.ok_or_else(|| {
            Failure::new(format!("{}: the folder of releases needs a name", self.folder.display()))
        })?;
        Ok(self.folder.with_file_name(hidden_name(name, end)))
    }
}

/// The ends of the names of hidden files and folders.
const LOCK: &str = "lock";
const STAGING: &str = "staging";

/// The names of everything that writing releases may leave beside a folder of this name.
pub fn hidden_names(folder: &str) -> [String; 2] {
    [LOCK, STAGING].map(|end| hidden_name(folder, end))
}

fn hidden_name(folder: &str, end: &str) -> String {
    format!(".{folder}.{end}")
}
