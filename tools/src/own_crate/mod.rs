//! The crate that an organisation has of its own register: the library's sources and the data in one
//! package. `init` begins it, `sync` renews what is generated in it.

mod manifest;
mod sources;

use std::fs;
use std::path::{Path, PathBuf};

use service_providers_codegen::Sources;
use service_providers_codegen::{Register, digest, emit};

pub use sources::{MARK, SNAPSHOT, library, snapshot};

use crate::failure::{Failure, Result};
use crate::output::{Expected, Mode, remove, text_to_renew, update};

/// The name of the folder with the tables in a crate.
pub const DATA: &str = "data";

/// A crate that is made from a register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnCrate {
    root: PathBuf,
    name: String,
}

impl OwnCrate {
    /// The crate around a folder of tables, if its manifest says that it is made from them.
    ///
    /// # Errors
    /// If the manifest cannot be read.
    pub fn around(data: &Path) -> Result<Option<Self>> {
        if data.file_name().is_none_or(|name| name != DATA) {
            return Ok(None);
        }
        let root = data.parent().unwrap_or(Path::new("")).to_owned();
        let name = manifest::crate_name(&root.join("Cargo.toml"))?;
        Ok(name.map(|name| Self { root, name }))
    }

    /// Its folder.
    pub fn folder(&self, name: &str) -> PathBuf {
        self.root.join(name)
    }

    /// The Rust that is made from the register.
    fn rust(&self, register: &Register, sources: &Sources) -> String {
        snapshot(&emit::rust(register, &digest(sources)), &self.name)
    }

    /// Renews the library's sources and the Rust made from the register, and takes away what an
    /// older program wrote and this one does not.
    ///
    /// # Errors
    /// If a file is in the way that the program did not write.
    pub fn renew(
        &self,
        register: &Register,
        sources: &Sources,
        mode: Mode,
        repair: &str,
    ) -> Result {
        let mut files = Vec::new();
        for (path, text) in library(&self.name) {
            files.push(self.expected(&path, text)?);
        }
        files.push(self.expected(SNAPSHOT, self.rust(register, sources))?);
        let leftovers = self.leftovers(&files)?;
        let renewed = update(&files, mode, repair)?;
        Ok(renewed.and(remove(&leftovers, mode, repair)?))
    }

    /// A file as it should be. Its note says which program made the one that is there, if another.
    fn expected(&self, path: &str, text: String) -> Result<Expected> {
        let mut file = Expected::new(self.root.join(path), text);
        let old = text_to_renew(&file.path, |old| old.starts_with(MARK))?;
        let (made_by, own) = (old.as_deref().and_then(sources::version), env!("CARGO_PKG_VERSION"));
        if let Some(made_by) = made_by.filter(|made_by| *made_by != own) {
            file.note = format!("made by version {made_by} of the program; this is {own}");
        }
        Ok(file)
    }

    /// The generated files that are not among the expected ones.
    fn leftovers(&self, expected: &[Expected]) -> Result<Vec<PathBuf>> {
        let mut found = Vec::new();
        let mut folders = ["src", "build"].map(|folder| self.root.join(folder)).to_vec();
        while let Some(folder) = folders.pop() {
            let fail = |error: std::io::Error| Failure::io(&folder, &error);
            if !folder.is_dir() {
                continue;
            }
            for entry in fs::read_dir(&folder).map_err(fail)? {
                let entry = entry.map_err(fail)?;
                let path = entry.path();
                if entry.file_type().map_err(fail)?.is_dir() {
                    folders.push(path);
                } else if !expected.iter().any(|file| file.path == path)
                    && fs::read(&path).is_ok_and(|bytes| bytes.starts_with(MARK.as_bytes()))
                {
                    found.push(path);
                }
            }
        }
        found.sort();
        Ok(found)
    }
}
