//! A workspace that is built from a register: where its tables lie, and what is made from them.

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

use crate::paths::{from_current_folder, is_same};

/// A workspace. Its paths lead there from the current folder, because that is how messages show
/// them.
#[derive(Clone, Debug)]
pub struct Workspace {
    root: PathBuf,
    cargo: OsString,
}

impl Workspace {
    /// The workspace in a folder.
    pub fn at(root: &Path) -> Self {
        Self { root: from_current_folder(root), cargo: "cargo".into() }
    }

    /// The same, built by this cargo.
    pub fn with_cargo(self, cargo: OsString) -> Self {
        Self { cargo, ..self }
    }

    /// The cargo that builds it.
    pub fn cargo(&self) -> &OsStr {
        &self.cargo
    }

    /// Its folder.
    pub fn root(&self) -> &Path {
        if self.root.as_os_str().is_empty() { Path::new(".") } else { &self.root }
    }

    /// The source tables.
    pub fn data(&self) -> PathBuf {
        self.root.join("data")
    }

    /// The schema files of the tables and of the exports, and the data dictionary.
    pub fn schema(&self) -> PathBuf {
        self.root.join("schema")
    }

    /// The Rust that dependents of the library build.
    pub fn snapshot(&self) -> PathBuf {
        self.root.join("src/generated.rs")
    }

    /// The page of all codes.
    pub fn rules_page(&self) -> PathBuf {
        self.root.join("docs/rules.md")
    }

    /// The page of all findings.
    pub fn audit_page(&self) -> PathBuf {
        self.root.join("docs/audit.md")
    }

    /// A folder of it.
    pub fn folder(&self, name: &str) -> PathBuf {
        self.root.join(name)
    }

    /// The folder of releases.
    pub fn releases(&self) -> PathBuf {
        self.folder("releases")
    }

    /// Whether the workspace is built from the tables in this folder. What counts is the folder
    /// itself, not how its path is spelt.
    pub fn owns(&self, data: &Path) -> bool {
        is_same(data, &self.data())
    }
}
