//! The source files in `data/` and `schema/`, read once into memory.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::{fmt, fs, io};

use crate::limits::MAX_FILE_BYTES;
use crate::text::visible;

/// One file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceFile {
    /// The name a person would use: `data/engagements.csv`, always with `/`.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// All source files of one register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sources {
    data: Folder,
    schema: Folder,
}

/// The files of one folder.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Folder {
    /// What a person calls the folder: `data`.
    name: String,
    /// By their path inside the folder.
    files: BTreeMap<String, SourceFile>,
    /// What was not read, by its path.
    refused: BTreeMap<String, Refusal>,
    /// The paths of all other files. Their bytes are not read.
    others: BTreeSet<String>,
}

impl Folder {
    fn new(name: &str) -> Self {
        let name = name.trim_end_matches('/').to_owned();
        Self { name, files: BTreeMap::new(), refused: BTreeMap::new(), others: BTreeSet::new() }
    }

    fn name_of(&self, path: &str) -> String {
        // The name is shown, and the name of a file can hold anything.
        visible(match self.name.as_str() {
            "." => path.to_owned(),
            name => format!("{name}/{path}"),
        })
    }

    fn insert(&mut self, path: String, bytes: Vec<u8>) -> Option<SourceFile> {
        let name = self.name_of(&path);
        self.refused.remove(&path);
        self.files.insert(path, SourceFile { name, bytes })
    }
}

/// Why a file was not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Refusal {
    /// It is a link.
    Link,
    /// It is a folder with the name of a source file.
    Folder,
    /// It is neither a file nor a folder.
    NotAFile,
    /// Its name is not UTF-8.
    Name,
    /// It has this many bytes, which is too many.
    TooLarge(u64),
}

/// A source folder that could not be read.
#[derive(Debug)]
pub struct SourcesError {
    path: PathBuf,
    reason: String,
}

impl fmt::Display for SourcesError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path.display(), self.reason)
    }
}

impl std::error::Error for SourcesError {}

impl Sources {
    /// Reads a data folder and a schema folder. Files are named after the last component of the
    /// folder, so that reports say `data/engagements.csv` wherever the folder lies. Links, devices
    /// and files that are too large are not read; [`compile`](crate::compile()) refuses them.
    ///
    /// # Errors
    /// Where a folder or file cannot be read.
    pub fn read(data: &Path, schema: &Path) -> Result<Self, SourcesError> {
        let name = |path: &Path, or: &str| {
            path.file_name().map_or_else(|| or.to_owned(), |name| name.to_string_lossy().into())
        };
        Self::read_as(data, &name(data, "data"), schema, &name(schema, "schema"))
    }

    /// Reads a data folder and a schema folder under the names given, such as the paths that the
    /// user typed.
    ///
    /// # Errors
    /// Where a folder or file cannot be read.
    pub fn read_as(
        data: &Path,
        data_name: &str,
        schema: &Path,
        schema_name: &str,
    ) -> Result<Self, SourcesError> {
        Ok(Self { data: read_folder(data, data_name)?, schema: read_folder(schema, schema_name)? })
    }

    /// Reads a data folder under the name given, and takes schema files from memory: pairs of a path
    /// and its text.
    ///
    /// # Errors
    /// Where the folder or a file cannot be read.
    pub fn read_data(
        data: &Path,
        data_name: &str,
        schema: impl IntoIterator<Item = (String, String)>,
    ) -> Result<Self, SourcesError> {
        let schema = schema.into_iter().map(|(path, text)| (path, text.into_bytes()));
        Ok(Self { data: read_folder(data, data_name)?, ..Self::from_memory([], schema) })
    }

    /// Sources from memory: pairs of a path inside the folder and its bytes.
    pub fn from_memory(
        data: impl IntoIterator<Item = (String, Vec<u8>)>,
        schema: impl IntoIterator<Item = (String, Vec<u8>)>,
    ) -> Self {
        let sources = Self { data: Folder::new("data"), schema: Folder::new("schema") };
        let mut sources = sources.with_data(data);
        for (path, bytes) in schema {
            sources.schema.insert(path, bytes);
        }
        sources
    }

    /// A data file by its path inside the data folder.
    pub fn data(&self, path: &str) -> Option<&SourceFile> {
        self.data.files.get(path)
    }

    /// A schema file by its path inside the schema folder.
    pub fn schema(&self, path: &str) -> Option<&SourceFile> {
        self.schema.files.get(path)
    }

    /// All data files with their paths inside the data folder, in path order.
    pub fn data_files(&self) -> impl Iterator<Item = (&str, &SourceFile)> {
        self.data.files.iter().map(|(path, file)| (path.as_str(), file))
    }

    /// All schema files with their paths inside the schema folder, in path order.
    pub fn schema_files(&self) -> impl Iterator<Item = (&str, &SourceFile)> {
        self.schema.files.iter().map(|(path, file)| (path.as_str(), file))
    }

    /// The paths inside the data folder of files that are neither CSV nor JSON, in path order.
    pub(crate) fn other_data_files(&self) -> impl Iterator<Item = &str> {
        self.data.others.iter().map(String::as_str)
    }

    /// What a person calls a data file, whether it is there or not.
    pub(crate) fn data_name(&self, path: &str) -> String {
        self.data.name_of(path)
    }

    /// What a person calls a schema file, whether it is there or not.
    pub(crate) fn schema_name(&self, path: &str) -> String {
        self.schema.name_of(path)
    }

    /// What was not read, with its name.
    pub(crate) fn refused(&self) -> impl Iterator<Item = (String, Refusal)> {
        [&self.data, &self.schema].into_iter().flat_map(|folder| {
            folder.refused.iter().map(|(path, refusal)| (folder.name_of(path), *refusal))
        })
    }

    /// Whether a data file is there but was not read.
    pub(crate) fn is_refused(&self, path: &str) -> bool {
        self.data.refused.contains_key(path)
    }

    /// Replaces or adds a data file; returns what was there.
    pub fn set_data(&mut self, path: &str, bytes: Vec<u8>) -> Option<SourceFile> {
        self.data.insert(path.to_owned(), bytes)
    }

    /// These sources with some data files replaced or added: pairs of a path inside the data folder and
    /// its bytes.
    #[must_use]
    pub fn with_data<P: Into<String>>(
        mut self,
        files: impl IntoIterator<Item = (P, Vec<u8>)>,
    ) -> Self {
        for (path, bytes) in files {
            self.data.insert(path.into(), bytes);
        }
        self
    }

    /// Takes a data file away.
    pub fn remove_data(&mut self, path: &str) -> Option<SourceFile> {
        self.data.files.remove(path)
    }

    /// Replaces or adds a schema file; returns what was there.
    pub fn set_schema(&mut self, path: &str, bytes: Vec<u8>) -> Option<SourceFile> {
        self.schema.insert(path.to_owned(), bytes)
    }

    /// Takes a schema file away.
    pub fn remove_schema(&mut self, path: &str) -> Option<SourceFile> {
        self.schema.files.remove(path)
    }

    /// The file that a person calls by this name.
    pub fn by_name(&self, name: &str) -> Option<&SourceFile> {
        self.data.files.values().chain(self.schema.files.values()).find(|file| file.name == name)
    }
}

fn read_folder(root: &Path, name: &str) -> Result<Folder, SourcesError> {
    let mut folder = Folder::new(name);
    visit(root, "", &mut folder)?;
    Ok(folder)
}

fn visit(folder: &Path, prefix: &str, read: &mut Folder) -> Result<(), SourcesError> {
    let io = |path: &Path| {
        let path = path.to_owned();
        move |error: io::Error| SourcesError { path, reason: error.to_string() }
    };
    for entry in fs::read_dir(folder).map_err(io(folder))? {
        let entry = entry.map_err(io(folder))?;
        let path = entry.path();
        let name = entry.file_name();
        let inside = match prefix {
            "" => name.to_string_lossy().into_owned(),
            prefix => format!("{prefix}/{}", name.to_string_lossy()),
        };
        if name.to_string_lossy().starts_with('.') {
            continue;
        }
        let kind = entry.file_type().map_err(io(&path))?;
        if kind.is_symlink() {
            read.refused.insert(inside, Refusal::Link);
        } else if name.to_str().is_none() {
            read.refused.insert(inside, Refusal::Name);
        } else if kind.is_dir() && is_source(&inside) {
            read.refused.insert(inside, Refusal::Folder);
        } else if kind.is_dir() {
            visit(&path, &inside, read)?;
        } else if is_source(&inside) {
            let size = entry.metadata().map_err(io(&path))?.len();
            if !kind.is_file() {
                read.refused.insert(inside, Refusal::NotAFile);
            } else if size > MAX_FILE_BYTES as u64 {
                read.refused.insert(inside, Refusal::TooLarge(size));
            } else {
                let bytes = fs::read(&path).map_err(io(&path))?;
                read.insert(inside, bytes);
            }
        } else {
            read.others.insert(inside);
        }
    }
    Ok(())
}

/// Whether the name ends as the name of a source file does.
pub(crate) fn is_source(path: &str) -> bool {
    path.ends_with(".csv") || path.ends_with(".json")
}
