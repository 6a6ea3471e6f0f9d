//! The folder of releases on disk.
//!
//! Everything new is made in a folder beside it, down to the last byte and flushed, and then the
//! two folders change places in one step. Until then nothing has happened; from then on everything
//! has. What an interrupted run left behind is cleared away by the next.

use std::fs::{self, File, TryLockError};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use semver::Version;

use super::Files;
use super::swap::swap;
use crate::failure::Failure;

/// The folder of releases.
pub struct Shelf {
    folder: PathBuf,
}

/// The right to write, held by one process at a time. The system takes it back when the process
/// ends, however it ends.
pub struct Lock {
    _file: File,
}

impl Shelf {
    /// The shelf in a folder, which need not be there yet.
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
        let mut versions: Vec<Version> = entries(&self.folder)?
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
        self.read_folder(&version.to_string())
    }

    /// The files of a folder.
    ///
    /// # Errors
    /// If they cannot be read.
    pub fn read_folder(&self, name: &str) -> Result<Files, Failure> {
        let mut files = Files::new();
        read(&self.folder.join(name), "", &mut files)?;
        Ok(files)
    }

    /// A file beside the releases; `None` if there is none.
    ///
    /// # Errors
    /// If it cannot be read.
    pub fn beside(&self, name: &str) -> Result<Option<Vec<u8>>, Failure> {
        let path = self.folder.join(name);
        match fs::read(&path) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(Failure::io(&path, &error)),
        }
    }

    /// Takes the right to write.
    ///
    /// # Errors
    /// If another process has it, or if the place is read-only.
    pub fn lock(&self) -> Result<Lock, Failure> {
        let path = self.hidden("lock")?;
        let file = File::create(&path).map_err(|error| Failure::io(&path, &error))?;
        match file.try_lock() {
            Ok(()) => Ok(Lock { _file: file }),
            Err(TryLockError::WouldBlock) => {
                Err(Failure::new("another release is being written; try again when it is done"))
            }
            Err(TryLockError::Error(error)) => Err(Failure::io(&path, &error)),
        }
    }

    /// Puts a release on the shelf, together with the files beside the releases: all of it, or
    /// nothing.
    ///
    /// # Errors
    /// If anything cannot be written; then the shelf is as it was.
    pub fn put(
        &self,
        _lock: &Lock,
        version: &Version,
        files: &Files,
        beside: &Files,
    ) -> Result<(), Failure> {
        self.put_by(swap, version, files, beside)
    }

    fn put_by(
        &self,
        swap: fn(&Path, &Path) -> io::Result<bool>,
        version: &Version,
        files: &Files,
        beside: &Files,
    ) -> Result<(), Failure> {
        let exists = self.folder.is_dir();
        if exists && is_read_only(&self.folder)? {
            return Err(Failure::new(format!("{}: is read-only", self.folder.display())));
        }
        let staging = self.hidden("staging")?;
        clear(&staging)?;
        let staged = self.stage(&staging, version, files, beside).and_then(|()| {
            let fail = |error: io::Error| Failure::io(&self.folder, &error);
            if !exists {
                return fs::rename(&staging, &self.folder).map_err(fail);
            }
            if swap(&staging, &self.folder).map_err(fail)? {
                return Ok(());
            }
            // Where folders cannot change places: first the release, which is whole, then the
            // files beside it, each in one step; the next run would bring those up to date.
            let name = version.to_string();
            let folder = self.folder.join(&name);
            fs::rename(staging.join(&name), folder).map_err(fail)?;
            for name in beside.keys() {
                fs::rename(staging.join(name), self.folder.join(name)).map_err(fail)?;
            }
            Ok(())
        });
        let cleared = clear(&staging);
        staged?;
        sync_folder(self.folder.parent().unwrap_or(Path::new(".")))?;
        cleared
    }

    /// Makes the whole shelf as it shall be: what is there already by links to the same files.
    fn stage(
        &self,
        staging: &Path,
        version: &Version,
        files: &Files,
        beside: &Files,
    ) -> Result<(), Failure> {
        let name = version.to_string();
        create_folder(staging)?;
        for entry in entries(&self.folder)? {
            let file_name = entry.file_name();
            let renewed =
                file_name.to_str().is_some_and(|own| beside.contains_key(own) || own == name);
            if !renewed {
                link(&entry.path(), &staging.join(&file_name))?;
            }
        }
        let release = staging.join(&name);
        let new = files.iter().map(|(path, bytes)| (release.join(path), bytes));
        let beside = beside.iter().map(|(path, bytes)| (staging.join(path), bytes));
        for (path, bytes) in new.chain(beside) {
            write(&path, bytes)?;
        }
        sync_folders(staging)
    }

    /// A file or folder beside the shelf, on the same file system.
    fn hidden(&self, end: &str) -> Result<PathBuf, Failure> {
        let name = self.folder.file_name().and_then(|name| name.to_str());
        let name = name.ok_or_else(|| {
            Failure::new(format!("{}: the folder of releases needs a name", self.folder.display()))
        })?;
        Ok(self.folder.with_file_name(format!(".{name}.{end}")))
    }
}

/// The entries of a folder by name; none if there is no such folder.
fn entries(folder: &Path) -> Result<Vec<fs::DirEntry>, Failure> {
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

fn read(folder: &Path, prefix: &str, files: &mut Files) -> Result<(), Failure> {
    for entry in entries(folder)? {
        let path = entry.path();
        let fail = |error: io::Error| Failure::io(&path, &error);
        let Ok(name) = entry.file_name().into_string() else {
            return Err(Failure::new(format!("{}: the name is not UTF-8", path.display())));
        };
        let kind = entry.file_type().map_err(fail)?;
        if kind.is_dir() {
            read(&path, &format!("{prefix}{name}/"), files)?;
        } else if kind.is_file() {
            files.insert(format!("{prefix}{name}"), fs::read(&path).map_err(fail)?);
        } else {
            return Err(Failure::new(format!("{}: neither a file nor a folder", path.display())));
        }
    }
    Ok(())
}

/// Links a file, or all files below a folder, to a new place. What is linked is never written to
/// again.
fn link(from: &Path, to: &Path) -> Result<(), Failure> {
    let fail = |error: io::Error| Failure::io(from, &error);
    let kind = fs::symlink_metadata(from).map_err(fail)?.file_type();
    if kind.is_dir() {
        create_folder(to)?;
        for entry in entries(from)? {
            link(&entry.path(), &to.join(entry.file_name()))?;
        }
        Ok(())
    } else if kind.is_file() {
        // Some file systems have no links; a copy is as good.
        fs::hard_link(from, to).or_else(|_| fs::copy(from, to).map(drop)).map_err(fail)
    } else {
        Err(Failure::new(format!("{}: neither a file nor a folder", from.display())))
    }
}

fn create_folder(folder: &Path) -> Result<(), Failure> {
    fs::create_dir_all(folder).map_err(|error| Failure::io(folder, &error))
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    if let Some(folder) = path.parent() {
        create_folder(folder)?;
    }
    let write = || {
        let mut file = File::create_new(path)?;
        file.write_all(bytes)?;
        file.sync_all()
    };
    write().map_err(|error| Failure::io(path, &error))
}

fn sync_folders(folder: &Path) -> Result<(), Failure> {
    for entry in entries(folder)? {
        if entry.path().is_dir() {
            sync_folders(&entry.path())?;
        }
    }
    sync_folder(folder)
}

/// Flushes the entries of a folder, where the system knows such a thing.
fn sync_folder(folder: &Path) -> Result<(), Failure> {
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    if cfg!(unix) {
        let sync = File::open(folder).and_then(|folder| folder.sync_all());
        sync.map_err(|error| Failure::io(folder, &error))?;
    }
    Ok(())
}

fn is_read_only(folder: &Path) -> Result<bool, Failure> {
    let metadata = fs::metadata(folder).map_err(|error| Failure::io(folder, &error))?;
    Ok(metadata.permissions().readonly())
}

fn clear(folder: &Path) -> Result<(), Failure> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(Failure::io(folder, &error)),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(list: &[(&str, &str)]) -> Files {
        list.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec())).collect()
    }

    /// The shelf with one release, after another was put on it.
    fn after(swap: fn(&Path, &Path) -> io::Result<bool>) -> (Result<(), Failure>, Files) {
        let folder = tempfile::tempdir().unwrap();
        let shelf = Shelf::new(folder.path().join("releases"));
        let (first, second) = (Version::new(1, 0, 0), Version::new(1, 1, 0));
        let lock = shelf.lock().unwrap();
        let beside = files(&[("latest.json", "first")]);
        shelf.put(&lock, &first, &files(&[("a/b", "1"), ("c", "2")]), &beside).unwrap();
        let beside = files(&[("latest.json", "second")]);
        let result = shelf.put_by(swap, &second, &files(&[("a/b", "3")]), &beside);
        assert!(!folder.path().join(".releases.staging").exists());
        (result, Shelf::new(folder.path().to_owned()).read_folder("releases").unwrap())
    }

    #[test]
    fn a_release_comes_beside_the_others() {
        let (result, found) = after(swap);
        assert!(result.is_ok());
        let expected =
            [("1.0.0/a/b", "1"), ("1.0.0/c", "2"), ("1.1.0/a/b", "3"), ("latest.json", "second")];
        assert_eq!(found, files(&expected));
        let (result, moved) = after(|_, _| Ok(false));
        assert!(result.is_ok());
        assert_eq!(moved, found, "where folders cannot change places");
    }

    #[test]
    fn a_failure_leaves_everything() {
        let (result, found) = after(|_, _| Err(io::Error::other("no")));
        assert!(result.is_err());
        assert_eq!(found, files(&[("1.0.0/a/b", "1"), ("1.0.0/c", "2"), ("latest.json", "first")]));
    }

    #[test]
    fn one_writer_at_a_time() {
        let folder = tempfile::tempdir().unwrap();
        let shelf = Shelf::new(folder.path().join("releases"));
        let lock = shelf.lock().unwrap();
        assert!(shelf.lock().is_err());
        drop(lock);
        assert!(shelf.lock().is_ok());
    }

    #[test]
    fn a_link_is_no_file_of_a_release() {
        let folder = tempfile::tempdir().unwrap();
        let shelf = Shelf::new(folder.path().join("releases"));
        let version = Version::new(1, 0, 0);
        let lock = shelf.lock().unwrap();
        shelf.put(&lock, &version, &files(&[("a", "1")]), &Files::new()).unwrap();
        #[cfg(unix)]
        {
            std::os::unix::fs::symlink("a", shelf.folder().join("1.0.0/b")).unwrap();
            assert!(shelf.read(&version).is_err());
        }
        assert_eq!(shelf.versions().unwrap(), [version]);
    }
}
