//! Replacing a file in one step.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use tempfile::TempPath;

use crate::failure::Failure;

/// Replaces a file: the new one is written beside the old one, and takes its place when it is
/// complete.
pub fn replace(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    Complete::write(path.to_owned(), bytes)?.take_place()
}

/// A complete file that lies beside its place. Dropped without taking it, it is removed.
pub struct Complete {
    path: PathBuf,
    file: TempPath,
}

impl Complete {
    /// Writes the file, unless its place holds just these bytes.
    pub fn write_changed(path: PathBuf, bytes: &[u8]) -> Result<Option<Self>, Failure> {
        if is_same(&path, bytes)? { Ok(None) } else { Self::write(path, bytes).map(Some) }
    }

    fn write(path: PathBuf, bytes: &[u8]) -> Result<Self, Failure> {
        let folder = path.parent().filter(|parent| !parent.as_os_str().is_empty());
        let folder = folder.unwrap_or(Path::new("."));
        let fail = |error: io::Error| Failure::io(&path, &error);
        fs::create_dir_all(folder).map_err(fail)?;
        let mut builder = tempfile::Builder::new();
        builder.prefix(".writing-");
        // Others may read an ordinary new file; a temporary one is for its owner alone.
        #[cfg(unix)]
        builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o644));
        let mut file = builder.tempfile_in(folder).map_err(fail)?;
        file.write_all(bytes).map_err(fail)?;
        file.as_file().sync_all().map_err(fail)?;
        let file = file.into_temp_path();
        Ok(Self { path, file })
    }

    /// Puts the file in its place.
    pub fn take_place(self) -> Result<(), Failure> {
        let Self { path, file } = self;
        file.persist(&path).map_err(|error| Failure::io(&path, &error.error))
    }
}

/// Whether a file is there and holds these bytes.
pub fn is_same(path: &Path, bytes: &[u8]) -> Result<bool, Failure> {
    let length = match fs::metadata(path) {
        Ok(found) => found.len(),
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(false),
        Err(error) => return Err(Failure::io(path, &error)),
    };
    if length != bytes.len() as u64 {
        return Ok(false);
    }
    fs::read(path).map(|found| found == bytes).map_err(|error| Failure::io(path, &error))
}
