//! The source files, read once into memory: what lies in `data/` and `schema/`.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{fmt, fs, io};

/// One file as it lies on disk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceFile {
    /// The name a person would use: `data/engagements.csv`, always with `/`.
    pub name: String,
    /// Its bytes, untouched.
    pub bytes: Vec<u8>,
}

/// All source files of one register.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sources {
    data: BTreeMap<String, SourceFile>,
    schema: BTreeMap<String, SourceFile>,
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

/// The largest source file that is read, in bytes.
pub(crate) const MAX_FILE_BYTES: u64 = 256 << 20;

impl Sources {
    /// Reads a data folder and a schema folder. Files are named after the folder's own last
    /// component, so that reports read `data/engagements.csv` wherever the folder lies.
    ///
    /// # Errors
    /// Where a folder or file cannot be read, is larger than 256 MiB, or is a link.
    pub fn read(data: &Path, schema: &Path) -> Result<Self, SourcesError> {
        Ok(Self { data: read_folder(data)?, schema: read_folder(schema)? })
    }

    /// Reads a data folder, with schema files from memory: pairs of a path and its text.
    ///
    /// # Errors
    /// Where the folder or a file cannot be read, is larger than 256 MiB, or is a link.
    pub fn read_data(
        data: &Path,
        schema: impl IntoIterator<Item = (String, String)>,
    ) -> Result<Self, SourcesError> {
        let schema = schema.into_iter().map(|(path, text)| (path, text.into_bytes()));
        Ok(Self { data: read_folder(data)?, ..Self::from_memory([], schema) })
    }

    /// Sources from memory: pairs of a path inside the folder and its bytes.
    pub fn from_memory(
        data: impl IntoIterator<Item = (String, Vec<u8>)>,
        schema: impl IntoIterator<Item = (String, Vec<u8>)>,
    ) -> Self {
        let named = |folder: &str, files: Vec<(String, Vec<u8>)>| {
            files
                .into_iter()
                .map(|(path, bytes)| {
                    let name = format!("{folder}/{path}");
                    (path, SourceFile { name, bytes })
                })
                .collect()
        };
        Self {
            data: named("data", data.into_iter().collect()),
            schema: named("schema", schema.into_iter().collect()),
        }
    }

    /// A data file by its path inside the data folder.
    pub fn data(&self, path: &str) -> Option<&SourceFile> {
        self.data.get(path)
    }

    /// A schema file by its path inside the schema folder.
    pub fn schema(&self, path: &str) -> Option<&SourceFile> {
        self.schema.get(path)
    }

    /// All data files with their paths inside the data folder, in path order.
    pub fn data_files(&self) -> impl Iterator<Item = (&str, &SourceFile)> {
        self.data.iter().map(|(path, file)| (path.as_str(), file))
    }

    /// All schema files with their paths inside the schema folder, in path order.
    pub fn schema_files(&self) -> impl Iterator<Item = (&str, &SourceFile)> {
        self.schema.iter().map(|(path, file)| (path.as_str(), file))
    }

    /// Replaces or adds a data file; returns what was there.
    pub fn set_data(&mut self, path: &str, bytes: Vec<u8>) -> Option<SourceFile> {
        let name = self.data.get(path).map_or_else(|| format!("data/{path}"), |f| f.name.clone());
        self.data.insert(path.to_owned(), SourceFile { name, bytes })
    }

    /// Takes a data file away.
    pub fn remove_data(&mut self, path: &str) -> Option<SourceFile> {
        self.data.remove(path)
    }

    /// The file with this display name, for showing an excerpt of it.
    pub fn by_name(&self, name: &str) -> Option<&SourceFile> {
        self.data.values().chain(self.schema.values()).find(|file| file.name == name)
    }
}

fn read_folder(root: &Path) -> Result<BTreeMap<String, SourceFile>, SourcesError> {
    let label = root.file_name().map_or_else(|| "data".into(), |name| name.to_string_lossy());
    let mut files = BTreeMap::new();
    visit(root, "", &label, &mut files)?;
    Ok(files)
}

fn visit(
    folder: &Path,
    prefix: &str,
    label: &str,
    files: &mut BTreeMap<String, SourceFile>,
) -> Result<(), SourcesError> {
    let fail = |path: &Path, reason: String| SourcesError { path: path.to_owned(), reason };
    let io = |path: &Path| {
        let path = path.to_owned();
        move |error: io::Error| SourcesError { path, reason: error.to_string() }
    };
    for entry in fs::read_dir(folder).map_err(io(folder))? {
        let entry = entry.map_err(io(folder))?;
        let path = entry.path();
        let Ok(name) = entry.file_name().into_string() else {
            return Err(fail(&path, "the file name is not UTF-8".into()));
        };
        if name.starts_with('.') {
            continue;
        }
        let inside = if prefix.is_empty() { name } else { format!("{prefix}/{name}") };
        let kind = entry.file_type().map_err(io(&path))?;
        if kind.is_symlink() {
            return Err(fail(&path, "links are not followed; put the file itself here".into()));
        }
        if kind.is_dir() {
            visit(&path, &inside, label, files)?;
        } else if is_source(&inside) {
            let size = entry.metadata().map_err(io(&path))?.len();
            if size > MAX_FILE_BYTES {
                return Err(fail(&path, format!("larger than {MAX_FILE_BYTES} bytes")));
            }
            let bytes = fs::read(&path).map_err(io(&path))?;
            let name = format!("{label}/{inside}");
            files.insert(inside, SourceFile { name, bytes });
        }
    }
    Ok(())
}

fn is_source(path: &str) -> bool {
    path.ends_with(".csv") || path.ends_with(".json")
}
