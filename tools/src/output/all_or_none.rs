//! Replacing several files of a folder: all of them, or none.
//!
//! The new files are first written to a hidden folder. When the last one is complete, that folder
//! gets the name that says so, in one step. From then on the files are as good as replaced: each is
//! moved to its place, and where that is interrupted, the next command goes on with it. It does not
//! move a file over one that somebody has changed in the meantime.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::remove_folder;
use super::replace::{refuse_closed_folders, replace};
use crate::failure::Failure;
use crate::paths::shown;
use crate::sha256;

/// Holds files that are still being written. Whoever finds it may delete it.
const UNFINISHED: &str = ".writing-set";
/// Holds complete files that have to be moved to their places.
const COMPLETE: &str = ".complete-set";
/// A file in it with a line for each of the others: its path, and the digest of the file that it
/// replaces or [`NO_FILE`].
const REPLACED: &str = ".replaced";
const NO_FILE: &str = "none";

/// Replaces files of a folder, given by their paths inside it.
///
/// # Errors
/// If a file cannot be written. Then either no file is replaced, or [`finish`] replaces the rest.
pub fn replace_all(folder: &Path, files: &[(String, Vec<u8>)]) -> Result<(), Failure> {
    let _ = finish(folder)?;
    let places: Vec<PathBuf> = files.iter().map(|(path, _)| folder.join(path)).collect();
    refuse_closed_folders(places.iter().map(PathBuf::as_path))?;
    let unfinished = folder.join(UNFINISHED);
    remove_folder(&unfinished)?;
    let mut replaced = String::new();
    for ((path, bytes), place) in files.iter().zip(&places) {
        replace(&unfinished.join(path), bytes)?;
        replaced += &format!("{}  {path}\n", state_of(place)?);
    }
    replace(&unfinished.join(REPLACED), replaced.as_bytes())?;
    let complete = folder.join(COMPLETE);
    fs::rename(&unfinished, &complete).map_err(|error| Failure::io(&complete, &error))?;
    CompleteSet::in_folder(folder)?.take_places().map(drop)
}

/// Moves the files of a complete set to their places, if an interrupted command left one, and says
/// so. Returns whether there was one.
///
/// # Errors
/// Where a file cannot be moved, or somebody has changed the file in its place. Then none is moved.
pub fn finish(folder: &Path) -> Result<bool, Failure> {
    let is_left = folder.join(COMPLETE).is_dir();
    if is_left {
        let moved = CompleteSet::in_folder(folder)?.take_places()?.join(", ");
        anstream::eprintln!("finished what an interrupted command began: wrote {moved}");
    }
    Ok(is_left)
}

/// A complete set.
struct CompleteSet<'f> {
    folder: &'f Path,
    /// Its own folder.
    complete: PathBuf,
    /// The files that are not moved yet, each with what it replaces.
    waiting: BTreeMap<String, String>,
    /// Whether others are moved already.
    is_begun: bool,
}

impl<'f> CompleteSet<'f> {
    fn in_folder(folder: &'f Path) -> Result<Self, Failure> {
        let complete = folder.join(COMPLETE);
        let replaced = complete.join(REPLACED);
        let text = fs::read_to_string(&replaced).map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => Failure::new(format!(
                "{}: was left by an earlier version; move its files to their places, or delete it",
                shown(&complete)
            )),
            _ => Failure::io(&replaced, &error),
        })?;
        let files = || text.lines().filter_map(|line| line.split_once("  "));
        let waiting: BTreeMap<String, String> = files()
            .filter(|(_, path)| complete.join(path).exists())
            .map(|(state, path)| (path.to_owned(), state.to_owned()))
            .collect();
        let is_begun = waiting.len() < files().count();
        Ok(Self { folder, complete, waiting, is_begun })
    }

    /// Moves the files, and names those that it has moved.
    fn take_places(mut self) -> Result<Vec<String>, Failure> {
        for (path, replaced) in &self.waiting {
            let place = self.folder.join(path);
            if state_of(&place)? != *replaced {
                return Err(self.stays(format!(
                    "{}: has changed since a command began to replace it",
                    shown(&place)
                )));
            }
        }
        for path in self.waiting.keys() {
            let place = self.folder.join(path);
            fs::create_dir_all(place.parent().unwrap_or(self.folder))
                .and_then(|()| fs::rename(self.complete.join(path), &place))
                .map_err(|error| self.stays(Failure::io(&place, &error).to_string()))?;
            self.is_begun = true;
        }
        // In one step again: what is left of the set is complete no more.
        let unfinished = self.folder.join(UNFINISHED);
        remove_folder(&unfinished)?;
        fs::rename(&self.complete, &unfinished)
            .map_err(|error| Failure::io(&self.complete, &error))?;
        remove_folder(&unfinished)?;
        Ok(self.waiting.keys().map(|path| shown(&self.folder.join(path))).collect())
    }

    /// The set stays where it is: why, and what may be done with it.
    fn stays(&self, reason: String) -> Failure {
        let complete = shown(&self.complete);
        let others = match self.is_begun {
            true => "The others are in their places already".to_owned(),
            false => format!("To go on without the new files, delete {complete}"),
        };
        Failure::new(format!(
            "{reason}. New files wait in {complete}, and the next command for this folder moves \
             them to their places if nobody has changed the old ones. {others}"
        ))
    }
}

/// The digest of a file, or [`NO_FILE`].
fn state_of(path: &Path) -> Result<String, Failure> {
    match fs::read(path) {
        Ok(bytes) => Ok(sha256::hex(&bytes)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(NO_FILE.to_owned()),
        Err(error) => Err(Failure::io(path, &error)),
    }
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
            interrupted(folder.path(), moved);
            assert_eq!(finished(folder.path()), ["new"; 4], "{moved:b}");
        }
    }

    /// A folder in which a command was interrupted when it had moved these files.
    fn interrupted(folder: &Path, moved: usize) {
        let complete = folder.join(COMPLETE);
        let old = sha256::hex(b"old");
        write(&complete, REPLACED, &FILES.map(|path| format!("{old}  {path}\n")).concat());
        for (at, path) in FILES.iter().enumerate() {
            if moved & (1 << at) == 0 {
                write(folder, path, "old");
                write(&complete, path, "new");
            } else {
                write(folder, path, "new");
            }
        }
    }

    #[test]
    fn what_somebody_has_changed_since_stays() {
        let folder = tempfile::tempdir().unwrap();
        interrupted(folder.path(), 1);
        write(folder.path(), "vocabulary/c.csv", "mine");
        let refused = finish(folder.path()).unwrap_err().to_string();
        assert!(refused.contains("vocabulary/c.csv: has changed"), "{refused}");
        assert!(refused.contains(COMPLETE), "{refused}");
        let found = FILES.map(|path| text(folder.path(), path));
        assert_eq!(found, ["new", "old", "old", "mine"]);
        // What was moved is in its place for good, so it may be changed.
        write(folder.path(), "a.csv", "mine");
        write(folder.path(), "vocabulary/c.csv", "old");
        assert_eq!(finished(folder.path()), ["mine", "new", "new", "new"]);
    }
}
