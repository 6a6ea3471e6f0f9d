//! Reading, linking and writing whole folders, with every write flushed to the disk.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::Path;

use crate::failure::Failure;
use crate::release::Files;

/// The entries of a folder by name; none if there is no such folder.
pub fn entries(folder: &Path) -> Result<Vec<fs::DirEntry>, Failure> {
    let fail = |error: io::Error| Failure::io(folder, &error);
    let list = match fs::read_dir(folder) {
        Ok(list) => list,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(fail(error)),
    };
    let mut entries = list.collect::<Result<Vec<_>, _>>().map_err(fail)?;
    entries.sort_by_key(fs::DirEntry::file_name);
    Ok(entries)
}

/// The files below a folder.
///
/// # Errors
/// If one of them cannot be read, or is a link or a device.
pub fn read_tree(folder: &Path) -> Result<Files, Failure> {
    let mut files = Files::new();
    add_files(folder, "", &mut files)?;
    Ok(files)
}

fn add_files(folder: &Path, prefix: &str, files: &mut Files) -> Result<(), Failure> {
    for entry in entries(folder)? {
        let path = entry.path();
        let fail = |error: io::Error| Failure::io(&path, &error);
        let Ok(name) = entry.file_name().into_string() else {
            return Err(Failure::new(format!("{}: the name is not UTF-8", path.display())));
        };
        let kind = entry.file_type().map_err(fail)?;
        if kind.is_dir() {
            add_files(&path, &format!("{prefix}{name}/"), files)?;
        } else if kind.is_file() {
            files.insert(format!("{prefix}{name}"), fs::read(&path).map_err(fail)?);
        } else {
            return Err(neither(&path));
        }
    }
    Ok(())
}

/// Links a file, or all files below a folder, to a new place. Linked files are never written to
/// again.
pub fn link_tree(from: &Path, to: &Path) -> Result<(), Failure> {
    let fail = |error: io::Error| Failure::io(from, &error);
    let kind = fs::symlink_metadata(from).map_err(fail)?.file_type();
    if kind.is_dir() {
        create(to)?;
        for entry in entries(from)? {
            link_tree(&entry.path(), &to.join(entry.file_name()))?;
        }
        Ok(())
    } else if kind.is_file() {
        // Some file systems have no links; a copy serves as well.
        fs::hard_link(from, to).or_else(|_| fs::copy(from, to).map(drop)).map_err(fail)
    } else {
        Err(neither(from))
    }
}

fn neither(path: &Path) -> Failure {
    Failure::new(format!("{}: neither a file nor a folder", path.display()))
}

/// Makes a folder and those above it.
pub fn create(folder: &Path) -> Result<(), Failure> {
    fs::create_dir_all(folder).map_err(|error| Failure::io(folder, &error))
}

/// Writes a file that is not there yet.
pub fn write_new(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    if let Some(folder) = path.parent() {
        create(folder)?;
    }
    let write = || {
        let mut file = File::create_new(path)?;
        file.write_all(bytes)?;
        file.sync_all()
    };
    write().map_err(|error| Failure::io(path, &error))
}

/// Flushes the entries of a folder and of all folders below it.
pub fn sync_tree(folder: &Path) -> Result<(), Failure> {
    for entry in entries(folder)? {
        if entry.path().is_dir() {
            sync_tree(&entry.path())?;
        }
    }
    sync(folder)
}

/// Flushes the entries of a folder, on systems that can.
pub fn sync(folder: &Path) -> Result<(), Failure> {
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    if cfg!(unix) {
        let sync = File::open(folder).and_then(|folder| folder.sync_all());
        sync.map_err(|error| Failure::io(folder, &error))?;
    }
    Ok(())
}

/// Whether nothing can be written into a folder.
pub fn is_read_only(folder: &Path) -> Result<bool, Failure> {
    let metadata = fs::metadata(folder).map_err(|error| Failure::io(folder, &error))?;
    Ok(metadata.permissions().readonly())
}
