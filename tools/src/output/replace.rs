//! Replacing a file in one step.

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use tempfile::{TempDir, TempPath};

use crate::failure::Failure;
use crate::paths::shown;

/// Replaces a file: the new one is written beside the old one, and takes its place when it is
/// complete.
pub fn replace(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let folder = folder_of(path)?;
    let file = write(folder, bytes).map_err(|error| Failure::io(path, &error))?;
    file.persist(path).map_err(|error| Failure::io(path, &error.error))
}

/// The folder of a file, which is made if it is missing.
fn folder_of(path: &Path) -> Result<&Path, Failure> {
    let folder = path.parent().filter(|parent| !parent.as_os_str().is_empty());
    let folder = folder.unwrap_or(Path::new("."));
    fs::create_dir_all(folder).map_err(|error| Failure::io(path, &error))?;
    Ok(folder)
}

/// Writes a file with a name of its own.
fn write(folder: &Path, bytes: &[u8]) -> io::Result<TempPath> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(PREFIX);
    // Others may read an ordinary new file; a temporary one is for its owner alone.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o644));
    let mut file = builder.tempfile_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    Ok(file.into_temp_path())
}

/// How the names of unfinished files begin.
const PREFIX: &str = ".writing-";

/// Holds complete files until all of them are, in a hidden folder that goes with it.
pub struct Staging<'o> {
    out: &'o Path,
    folder: Mutex<Option<TempDir>>,
}

/// A file that is complete and waits.
pub struct StagedFile {
    path: PathBuf,
    file: TempPath,
}

impl<'o> Staging<'o> {
    /// For files below a folder.
    pub fn new(out: &'o Path) -> Self {
        Self { out, folder: Mutex::default() }
    }

    /// Writes a file, unless its place holds just these bytes.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn add(&self, path: &Path, bytes: &[u8]) -> Result<Option<StagedFile>, Failure> {
        if is_same(path, bytes)? {
            return Ok(None);
        }
        let file = self.folder().and_then(|folder| write(&folder, bytes));
        let file = file.map_err(|error| Failure::io(path, &error))?;
        Ok(Some(StagedFile { path: path.to_owned(), file }))
    }

    fn folder(&self) -> io::Result<PathBuf> {
        let mut folder = self.folder.lock().expect("no other thread panicked");
        if let Some(folder) = &*folder {
            return Ok(folder.path().to_owned());
        }
        fs::create_dir_all(self.out)?;
        let made = tempfile::Builder::new().prefix(PREFIX).tempdir_in(self.out)?;
        Ok(folder.insert(made).path().to_owned())
    }
}

impl StagedFile {
    /// Where the file belongs.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Puts the file in its place.
    ///
    /// # Errors
    /// If that is not possible.
    pub fn put_in_place(self) -> Result<(), Failure> {
        let Self { path, file } = self;
        folder_of(&path)?;
        match file.persist(&path) {
            Ok(()) => Ok(()),
            // A link led to another disk.
            Err(error) if error.error.kind() == io::ErrorKind::CrossesDevices => {
                let bytes = fs::read(&error.path).map_err(|error| Failure::io(&path, &error))?;
                replace(&path, &bytes)
            }
            Err(error) => Err(Failure::io(&path, &error.error)),
        }
    }
}

/// Makes sure that files can be put in their places.
///
/// # Errors
/// If a folder does not let a file be made in it.
pub fn refuse_closed_folders<'p>(places: impl Iterator<Item = &'p Path>) -> Result<(), Failure> {
    // What is missing is made in the first folder above it that is there.
    let there = |place: &'p Path| place.ancestors().skip(1).find(|folder| folder.is_dir());
    let folders: BTreeSet<&Path> = places.filter_map(there).collect();
    for folder in folders {
        // Without the name of the file that was tried, which differs from run to run.
        write(folder, b"").map_err(|error| Failure::io(folder, &error.kind().into()))?;
    }
    Ok(())
}

/// Whether a file is there and holds these bytes.
pub fn is_same(path: &Path, bytes: &[u8]) -> Result<bool, Failure> {
    if length(path)? != Some(bytes.len() as u64) {
        return Ok(false);
    }
    fs::read(path).map(|found| found == bytes).map_err(|error| Failure::io(path, &error))
}

/// The length of a file, if one is there.
///
/// # Errors
/// If something else is there, such as a folder, or a device whose bytes may have no end.
pub fn length(path: &Path) -> Result<Option<u64>, Failure> {
    match fs::metadata(path) {
        Ok(found) if found.is_file() => Ok(Some(found.len())),
        Ok(_) => Err(Failure::new(format!(
            "{}: is no file, but a folder or a device; choose another place",
            shown(path)
        ))),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(Failure::io(path, &error)),
    }
}
