//! Replacing several files of a folder: all of them, or none.
//!
//! The new files are first written to a hidden folder. When the last one is complete, that folder
//! gets the name that says so, in one step. From then on the files are as good as replaced: each is
//! moved to its place, and where that is interrupted, the next command goes on with it. It does not
//! move a file over one that somebody has changed in the meantime.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

use super::replace::replace;
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
/// Where a file cannot be written. Then either no file is replaced, or [`finish`] replaces the rest.
pub fn replace_all(folder: &Path, files: &[(String, Vec<u8>)]) -> Result<(), Failure> {
    finish(folder)?;
    let unfinished = folder.join(UNFINISHED);
    clear(&unfinished)?;
    let mut replaced = String::new();
    for (path, bytes) in files {
        replace(&unfinished.join(path), bytes)?;
        replaced += &format!("{}  {path}\n", state_of(&folder.join(path))?);
    }
    replace(&unfinished.join(REPLACED), replaced.as_bytes())?;
    let complete = folder.join(COMPLETE);
    fs::rename(&unfinished, &complete).map_err(|error| Failure::io(&complete, &error))?;
    move_files(folder).map(drop)
}

/// Moves the files of a complete set to their places, if an interrupted command left one, and says
/// so.
///
/// # Errors
/// Where a file cannot be moved, or somebody has changed the file in its place. Then none is moved.
pub fn finish(folder: &Path) -> Result<(), Failure> {
    if folder.join(COMPLETE).is_dir() {
        let moved = move_files(folder)?;
        anstream::eprintln!(
            "finished what an interrupted command began: wrote {}",
            moved.join(", ")
        );
    }
    Ok(())
}

/// Moves the files of a complete set, and names those that it has moved.
fn move_files(folder: &Path) -> Result<Vec<String>, Failure> {
    let complete = folder.join(COMPLETE);
    let waiting = waiting(&complete)?;
    for (path, replaced) in &waiting {
        if state_of(&folder.join(path))? != *replaced {
            return Err(not_moved(
                &complete,
                &format!(
                    "{}: has changed since a command began to replace it",
                    shown(&folder.join(path))
                ),
            ));
        }
    }
    for path in waiting.keys() {
        let target = folder.join(path);
        let made = fs::create_dir_all(target.parent().unwrap_or(folder));
        made.and_then(|()| fs::rename(complete.join(path), &target))
            .map_err(|error| not_moved(&complete, &Failure::io(&target, &error).to_string()))?;
    }
    // In one step again: what is left of the set is complete no more.
    let unfinished = folder.join(UNFINISHED);
    clear(&unfinished)?;
    fs::rename(&complete, &unfinished).map_err(|error| Failure::io(&complete, &error))?;
    clear(&unfinished)?;
    Ok(waiting.into_keys().map(|path| shown(&folder.join(path))).collect())
}

/// The files of a complete set that are not moved yet, each with what it replaces.
fn waiting(complete: &Path) -> Result<BTreeMap<String, String>, Failure> {
    let replaced = complete.join(REPLACED);
    let text = fs::read_to_string(&replaced)
        .map_err(|error| not_moved(complete, &Failure::io(&replaced, &error).to_string()))?;
    let lines = text.lines().filter_map(|line| line.split_once("  "));
    let waiting = lines.filter(|(_, path)| complete.join(path).exists());
    Ok(waiting.map(|(state, path)| (path.to_owned(), state.to_owned())).collect())
}

/// The digest of a file, or [`NO_FILE`].
fn state_of(path: &Path) -> Result<String, Failure> {
    match fs::read(path) {
        Ok(bytes) => Ok(sha256::hex(&bytes)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(NO_FILE.to_owned()),
        Err(error) => Err(Failure::io(path, &error)),
    }
}

/// A complete set that stays where it is: why, and what may be done with it.
fn not_moved(complete: &Path, reason: &str) -> Failure {
    Failure::new(format!(
        "{reason}. New files wait in {0}, and the next command moves them to their places if nobody \
         has changed the old ones. To go on without the new files, delete {0}",
        shown(complete)
    ))
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
