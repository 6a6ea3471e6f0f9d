//! What keeps a command from writing over files that it did not make.

use std::collections::HashSet;
use std::fs;
use std::io::{self, BufRead as _, BufReader, Read as _};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard};

use clap::Args;

use super::Expected;
use super::replace::{is_same, length};
use crate::failure::Failure;
use crate::paths::{resolved, shown};
use crate::project::Project;

/// Whether a command may write where it otherwise refuses to.
#[derive(Args, Clone, Copy, Debug, Default)]
pub struct Force {
    /// Write over files that this command did not make, over source files, and through links.
    #[arg(long)]
    force: bool,
}

impl Force {
    /// Whether it was given.
    pub fn is_given(self) -> bool {
        self.force
    }

    /// Refuses files that would replace something this command did not make. `out` is the place that
    /// the user named: the file itself, or a folder above all files.
    ///
    /// # Errors
    /// If one of the files is a source file, is reached through a link, or holds something else. The
    /// message names the first.
    pub fn allows(
        self,
        out: &Path,
        files: &[Expected],
        project: &Project<'_>,
    ) -> Result<(), Failure> {
        let guard = Guard::new(self, out, project);
        files.iter().try_for_each(|file| guard.allows(&file.path, &file.bytes))
    }

    /// Refuses a file that is there already and holds anything else than these bytes, for files that
    /// people edit.
    ///
    /// # Errors
    /// If it does, or cannot be read.
    pub fn allows_new(self, path: &Path, bytes: &[u8]) -> Result<(), Failure> {
        match length(path)? {
            Some(_) if !self.force && !is_same(path, bytes)? => {
                Err(refused(path, "is there already, and may hold changes of yours"))
            }
            _ => Ok(()),
        }
    }

    /// Refuses a place among the source files, and one that is reached through a link.
    ///
    /// # Errors
    /// If it is one of them.
    pub fn allows_place(self, place: &Path, project: &Project<'_>) -> Result<(), Failure> {
        self.allows_file(place, place, project)
    }

    /// Refuses a file below a place that the user named, as [`Force::allows_place`] does.
    fn allows_file(self, out: &Path, path: &Path, project: &Project<'_>) -> Result<(), Failure> {
        if self.force {
            Ok(())
        } else if leads_through_link(out, path) {
            Err(refused(path, "is reached through a link"))
        } else if is_source(path, project) {
            Err(refused(path, "lies among the source files of the register"))
        } else {
            Ok(())
        }
    }
}

/// Refuses files as [`Force::allows`] does, one after the other. Folders are looked at once.
pub struct Guard<'g> {
    force: Force,
    out: &'g Path,
    project: &'g Project<'g>,
    /// The folders that may be written to.
    folders: Mutex<HashSet<PathBuf>>,
}

impl<'g> Guard<'g> {
    /// A guard of the files below `out`.
    pub fn new(force: Force, out: &'g Path, project: &'g Project<'g>) -> Self {
        Self { force, out, project, folders: Mutex::default() }
    }

    /// Refuses one file.
    ///
    /// # Errors
    /// If it is one of those.
    pub fn allows(&self, path: &Path, bytes: &[u8]) -> Result<(), Failure> {
        if self.force.is_given() {
            return Ok(());
        }
        let folder = path.parent().unwrap_or(path);
        let is_known = |folders: &HashSet<PathBuf>| folders.contains(folder);
        if !is_known(&self.folders()) || path.is_symlink() {
            self.force.allows_file(self.out, path, self.project)?;
            self.folders().insert(folder.to_owned());
        }
        if is_foreign(path, bytes)? {
            return Err(refused(path, "holds something that this command did not write"));
        }
        Ok(())
    }

    fn folders(&self) -> MutexGuard<'_, HashSet<PathBuf>> {
        self.folders.lock().expect("no other thread panicked")
    }
}

/// The text of a file that a command renews without being asked, if the file is there.
///
/// # Errors
/// If its text does not show that an earlier run wrote it, or if it cannot be read.
pub fn text_to_renew(
    path: &Path,
    is_ours: impl Fn(&str) -> bool,
) -> Result<Option<String>, Failure> {
    if length(path)?.is_none() {
        return Ok(None);
    }
    let bytes = fs::read(path).map_err(|error| Failure::io(path, &error))?;
    let text = String::from_utf8_lossy(&bytes).into_owned();
    if is_ours(&text) {
        return Ok(Some(text));
    }
    Err(Failure::new(format!(
        "{}: the program writes this file, but the existing one is not from it; rename or remove it",
        shown(path)
    )))
}

fn refused(path: &Path, reason: &str) -> Failure {
    Failure::new(format!(
        "{}: {reason}; choose another place, or write over it with `--force`",
        shown(path)
    ))
}

/// Whether a file, or a folder between it and the place that the user named, is a link.
fn leads_through_link(out: &Path, file: &Path) -> bool {
    file.ancestors().take_while(|path| path.starts_with(out)).any(Path::is_symlink)
}

/// Whether a path leads into a folder from which the register is read.
fn is_source(file: &Path, project: &Project<'_>) -> bool {
    let folders = std::iter::once(&project.data).chain(&project.schema);
    let folders: Vec<_> = folders.filter_map(|folder| resolved(folder)).collect();
    // What is not there yet belongs to the first folder above it that is.
    let Some(place) = file.ancestors().find_map(resolved) else { return false };
    place.ancestors().any(|folder| folders.iter().any(|source| source == folder))
}

/// Whether a file is there that is of another kind than the one to be written.
fn is_foreign(path: &Path, bytes: &[u8]) -> Result<bool, Failure> {
    if length(path)?.is_none() {
        return Ok(false);
    }
    let found = beginning(path).map_err(|error| Failure::io(path, &error))?;
    Ok(kind_of(&found) != kind_of(bytes))
}

/// The part of a file by which its kind is known.
fn beginning(path: &Path) -> io::Result<Vec<u8>> {
    let mut file = BufReader::new(fs::File::open(path)?).take(KIND_BYTES as u64);
    let mut lines = Vec::new();
    for _ in 0..KIND_LINES {
        file.read_until(b'\n', &mut lines)?;
    }
    Ok(lines)
}

/// How many bytes and lines tell the kind of a file, at most.
const KIND_BYTES: usize = 0x1_0000;
const KIND_LINES: usize = 5;

/// How the files of a kind begin, how many lines tell them from those of others, and where in such a
/// line stands what differs from run to run.
const KINDS: [(&str, usize, u8); 4] = [
    // The first names in it.
    ("{", 3, b':'),
    // The publisher, with whose name the ids of our feeds begin.
    ("<?xml", 3, b','),
    // What the page lets a browser do.
    ("<!DOCTYPE html>", KIND_LINES, b';'),
    // The header of a CSV file, the title of a page.
    ("", 1, b':'),
];

/// What files of one kind have in common.
fn kind_of(bytes: &[u8]) -> Vec<&[u8]> {
    let bytes = &bytes[..bytes.len().min(KIND_BYTES)];
    let kind = KINDS.iter().find(|(begins, ..)| bytes.starts_with(begins.as_bytes()));
    let (_, lines, end) = kind.expect("every file begins with nothing");
    let lines = bytes.split(|byte| *byte == b'\n').take(*lines);
    lines.map(|line| line.split(|byte| byte == end).next().unwrap_or_default()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::program::Program;

    #[test]
    fn the_current_folder_may_be_the_source_folder() {
        let program = Program::installed("service-providers");
        let project = Project {
            program: &program,
            command_line: program.clone(),
            workspace: None,
            own_crate: None,
            data: std::env::current_dir().unwrap(),
            schema: None,
        };
        for place in ["out.xlsx", "./out.md", "exports/2025-01-01/a.csv"] {
            assert!(is_source(Path::new(place), &project), "{place}");
        }
        let beside = ["../out.xlsx", "../exports/2025-01-01/a.csv"];
        assert!(!beside.iter().any(|place| is_source(Path::new(place), &project)));
    }

    #[test]
    fn what_a_command_made_is_known_by_its_beginning() {
        let alike = |one: &str, other: &str| kind_of(one.as_bytes()) == kind_of(other.as_bytes());
        assert!(alike("key,name\na,A\n", "key,name\nb,B\n"));
        assert!(!alike("key,name\n", "name,price\n"));
        assert!(alike("# Providers of A: 1 to 2\n", "# Providers of A: 2 to 3\n"));
        assert!(!alike("# My notes\n", "# Providers of A: 1 to 2\n"));
        assert!(alike("{\n  \"diff_version\": 1,\n", "{\n  \"diff_version\": 2,\n"));
        assert!(!alike("{\n  \"name\": 1\n}\n", "{\n  \"diff_version\": 2\n}\n"));
        let feed =
            |id: &str| format!("<?xml version=\"1.0\"?>\n<feed xmlns=\"a:b\">\n  <id>{id}</id>\n");
        assert!(alike(&feed("tag:shop,2025-01-01:x"), &feed("tag:shop,2026-01-01:y")));
        assert!(!alike(&feed("tag:shop,2025-01-01:x"), &feed("https://shop.example/")));
        let page = |policy: &str| format!("<!DOCTYPE html>\n<html>\n<head>\n<meta>\n{policy}\n");
        assert!(alike(
            &page("<meta content=\"none; style a\">"),
            &page("<meta content=\"none; b\">")
        ));
        assert!(!alike(&page("<meta content=\"none; style a\">"), &page("<title>Shop</title>")));
    }
}
