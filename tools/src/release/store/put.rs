//! Adding a release: all of it, or nothing.
//!
//! The whole new folder of releases is made in a staging folder beside it, down to the last byte,
//! and flushed. Then the two folders change places in one step. Before that step the releases are
//! as they were; after it they are complete. The next run removes what an interrupted one left
//! behind.

use std::fs;
use std::io;
use std::path::Path;

use semver::Version;

use super::folder::{create, entries, is_read_only, link_tree, sync, sync_tree, write_new};
use super::swap::swap;
use super::{Lock, ReleaseStore, STAGING};
use crate::failure::Failure;
use crate::output::remove_folder;
use crate::release::Files;

impl ReleaseStore {
    /// Adds a release and renews the index files.
    ///
    /// # Errors
    /// If anything cannot be written. Then the folder is as it was.
    pub fn put(
        &self,
        _lock: &Lock,
        version: &Version,
        files: &Files,
        index: &Files,
    ) -> Result<(), Failure> {
        self.put_by(swap, version, files, index)
    }

    fn put_by(
        &self,
        swap: fn(&Path, &Path) -> io::Result<bool>,
        version: &Version,
        files: &Files,
        index: &Files,
    ) -> Result<(), Failure> {
        let exists = self.folder.is_dir();
        if exists && is_read_only(&self.folder)? {
            return Err(Failure::new(format!("{}: is read-only", self.folder.display())));
        }
        let staging = self.hidden(STAGING)?;
        remove_folder(&staging)?;
        let staged = self.stage(&staging, version, files, index).and_then(|()| {
            let fail = |error: io::Error| Failure::io(&self.folder, &error);
            if !exists {
                return fs::rename(&staging, &self.folder).map_err(fail);
            }
            if swap(&staging, &self.folder).map_err(fail)? {
                return Ok(());
            }
            // This system cannot swap folders. The release, which is complete, is moved first and
            // the index files follow, each in one step. If that is interrupted, the next run
            // renews the index files.
            let name = version.to_string();
            fs::rename(staging.join(&name), self.folder.join(&name)).map_err(fail)?;
            for name in index.keys() {
                fs::rename(staging.join(name), self.folder.join(name)).map_err(fail)?;
            }
            Ok(())
        });
        let cleared = remove_folder(&staging);
        staged?;
        sync(self.folder.parent().unwrap_or(Path::new(".")))?;
        cleared
    }

    /// Makes the folder of releases as it should be. What is there already is linked, not copied.
    fn stage(
        &self,
        staging: &Path,
        version: &Version,
        files: &Files,
        index: &Files,
    ) -> Result<(), Failure> {
        let name = version.to_string();
        create(staging)?;
        for entry in entries(&self.folder)? {
            let file_name = entry.file_name();
            let renewed =
                file_name.to_str().is_some_and(|own| index.contains_key(own) || own == name);
            if !renewed {
                link_tree(&entry.path(), &staging.join(&file_name))?;
            }
        }
        let release = staging.join(&name);
        let new = files.iter().map(|(path, bytes)| (release.join(path), bytes));
        let index = index.iter().map(|(path, bytes)| (staging.join(path), bytes));
        for (path, bytes) in new.chain(index) {
            write_new(&path, bytes)?;
        }
        sync_tree(staging)
    }
}

#[cfg(test)]
mod tests {
    use super::super::read_tree;
    use super::*;

    fn files(list: &[(&str, &str)]) -> Files {
        list.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec())).collect()
    }

    /// The releases after a second one was added to the first.
    fn after(swap: fn(&Path, &Path) -> io::Result<bool>) -> (Result<(), Failure>, Files) {
        let folder = tempfile::tempdir().unwrap();
        let store = ReleaseStore::new(folder.path().join("releases"));
        let (first, second) = (Version::new(1, 0, 0), Version::new(1, 1, 0));
        let lock = store.lock().unwrap();
        let index = files(&[("latest.json", "first")]);
        store.put(&lock, &first, &files(&[("a/b", "1"), ("c", "2")]), &index).unwrap();
        let index = files(&[("latest.json", "second")]);
        let result = store.put_by(swap, &second, &files(&[("a/b", "3")]), &index);
        assert!(!folder.path().join(".releases.staging").exists());
        (result, read_tree(store.folder()).unwrap())
    }

    #[test]
    fn a_release_is_added_to_the_others() {
        let (result, found) = after(swap);
        assert!(result.is_ok());
        let expected =
            [("1.0.0/a/b", "1"), ("1.0.0/c", "2"), ("1.1.0/a/b", "3"), ("latest.json", "second")];
        assert_eq!(found, files(&expected));
        let (result, moved) = after(|_, _| Ok(false));
        assert!(result.is_ok());
        assert_eq!(moved, found, "on a system that cannot swap folders");
    }

    #[test]
    fn a_failure_leaves_everything_as_it_was() {
        let (result, found) = after(|_, _| Err(io::Error::other("no")));
        assert!(result.is_err());
        assert_eq!(found, files(&[("1.0.0/a/b", "1"), ("1.0.0/c", "2"), ("latest.json", "first")]));
    }

    #[test]
    fn a_link_is_no_file_of_a_release() {
        let folder = tempfile::tempdir().unwrap();
        let store = ReleaseStore::new(folder.path().join("releases"));
        let version = Version::new(1, 0, 0);
        let lock = store.lock().unwrap();
        store.put(&lock, &version, &files(&[("a", "1")]), &Files::new()).unwrap();
        #[cfg(unix)]
        {
            std::os::unix::fs::symlink("a", store.folder().join("1.0.0/b")).unwrap();
            assert!(store.read(&version).is_err());
        }
        assert_eq!(store.versions().unwrap(), [version]);
    }
}
