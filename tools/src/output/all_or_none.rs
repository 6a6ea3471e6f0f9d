//! Replacing several files of a folder: all of them, or none.
//!
//! The new files are first written to a hidden folder. When the last one is complete, that folder
//! gets the name that says so, in one step. From then on the files are as good as replaced: each is
//! moved to its place, and where that is interrupted, the next command goes on with it.

use std::fs;
use std::io;
use std::path::Path;

use super::remove_folder;
use super::replace::replace;
use crate::failure::Failure;

/// Holds files that are still being written. Whoever finds it may delete it.
const UNFINISHED: &str = ".writing-set";
/// Holds complete files that have to be moved to their places.
const COMPLETE: &str = ".complete-set";

/// Replaces files of a folder, given by their paths inside it.
///
/// # Errors
/// If a file cannot be written. Then either no file is replaced, or [`finish`] replaces the rest.
pub fn replace_all(folder: &Path, files: &[(String, Vec<u8>)]) -> Result<(), Failure> {
    finish(folder)?;
    let unfinished = folder.join(UNFINISHED);
    remove_folder(&unfinished)?;
    for (path, bytes) in files {
        replace(&unfinished.join(path), bytes)?;
    }
    let complete = folder.join(COMPLETE);
    fs::rename(&unfinished, &complete).map_err(|error| Failure::io(&complete, &error))?;
    finish(folder)
}

/// Moves the files of a complete set to their places, if an interrupted command left one.
///
/// # Errors
/// If a file cannot be moved.
pub fn finish(folder: &Path) -> Result<(), Failure> {
    let complete = folder.join(COMPLETE);
    if !complete.is_dir() {
        return Ok(());
    }
    move_files(&complete, folder)?;
    remove_folder(&complete)
}

fn move_files(from: &Path, to: &Path) -> Result<(), Failure> {
    let fail = |error: io::Error| Failure::io(from, &error);
    for entry in fs::read_dir(from).map_err(fail)? {
        let entry = entry.map_err(fail)?;
        let target = to.join(entry.file_name());
        if entry.file_type().map_err(fail)?.is_dir() {
            fs::create_dir_all(&target).map_err(|error| Failure::io(&target, &error))?;
            move_files(&entry.path(), &target)?;
        } else {
            fs::rename(entry.path(), &target).map_err(|error| Failure::io(&target, &error))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(folder: &Path, path: &str) -> String {
        fs::read_to_string(folder.join(path)).unwrap_or_default()
    }

    #[test]
    fn all_files_are_replaced() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("a.csv"), "old").unwrap();
        let file = |path: &str| (path.to_owned(), b"new".to_vec());
        replace_all(folder.path(), &[file("a.csv"), file("vocabulary/b.csv")]).unwrap();
        assert_eq!(text(folder.path(), "a.csv"), "new");
        assert_eq!(text(folder.path(), "vocabulary/b.csv"), "new");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2, "nothing is left behind");
    }

    /// The files of a set, none of which lies at its place.
    const FILES: [&str; 4] = ["a.csv", "b.csv", "vocabulary/a.csv", "vocabulary/c.csv"];

    fn write(folder: &Path, path: &str, text: &str) {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// What the files say after the next command found the folder like this.
    fn finished(folder: &Path) -> Vec<String> {
        finish(folder).unwrap();
        assert!(!folder.join(COMPLETE).exists());
        FILES.iter().map(|path| text(folder, path)).collect()
    }

    #[test]
    fn whatever_was_written_before_the_set_is_complete_changes_nothing() {
        for written in 0..=FILES.len() {
            let folder = tempfile::tempdir().unwrap();
            FILES.iter().for_each(|path| write(folder.path(), path, "old"));
            for path in &FILES[..written] {
                write(&folder.path().join(UNFINISHED), path, "new");
            }
            assert_eq!(finished(folder.path()), ["old"; 4], "{written}");
            // Whoever comes next replaces all of them.
            let files = FILES.map(|path| (path.to_owned(), b"newer".to_vec()));
            replace_all(folder.path(), &files).unwrap();
            assert_eq!(finished(folder.path()), ["newer"; 4], "{written}");
            assert!(!folder.path().join(UNFINISHED).exists());
        }
    }

    #[test]
    fn whatever_was_moved_of_a_complete_set_the_rest_follows() {
        for moved in 0..1 << FILES.len() {
            let folder = tempfile::tempdir().unwrap();
            fs::create_dir(folder.path().join(COMPLETE)).unwrap();
            for (at, path) in FILES.iter().enumerate() {
                if moved & (1 << at) == 0 {
                    write(folder.path(), path, "old");
                    write(&folder.path().join(COMPLETE), path, "new");
                } else {
                    write(folder.path(), path, "new");
                }
            }
            assert_eq!(finished(folder.path()), ["new"; 4], "{moved:b}");
        }
    }
}
