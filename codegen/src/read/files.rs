//! Which files there are, and which there should be.

use std::collections::BTreeMap;

use super::file_name;
use crate::cells::{MISSING_FILE, TextFile, UNKNOWN_FILE, refused_file};
use crate::problem::{Place, Problem};
use crate::sources::{Sources, is_source};
use crate::suggest;
use crate::tables::{REGISTER, TABLES};

/// The problems of files that are no table, and of files that were not read.
pub(crate) fn file_problems(sources: &Sources) -> Vec<Problem> {
    let known: Vec<&str> =
        std::iter::once(REGISTER).chain(TABLES.iter().map(|table| table.path)).collect();
    let files = sources.data_files().map(|(path, _)| path).chain(sources.other_data_files());
    let mut folders: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    let mut problems = Vec::new();
    for path in files.filter(|path| !known.contains(path)) {
        if let Some(folder) = unknown_folder_of(path, &known) {
            folders.entry(folder).or_default().push(path);
        } else {
            problems.extend(unknown_file(sources, path, &known));
        }
    }
    for (folder, paths) in folders {
        match paths.as_slice() {
            [path] => problems.extend(unknown_file(sources, path, &known)),
            paths => problems.extend(unknown_folder(sources, folder, paths)),
        }
    }
    problems.extend(refused_files(sources));
    problems
}

/// The outermost folder of a path that holds no table.
fn unknown_folder_of<'p>(path: &'p str, known: &[&str]) -> Option<&'p str> {
    let folders = path.match_indices('/').map(|(at, _)| &path[..=at]);
    folders.into_iter().find(|folder| !known.iter().any(|known| known.starts_with(folder)))
}

/// The one problem of a folder with several files that look like tables, such as a copy of the tables
/// that went a folder too deep.
fn unknown_folder(sources: &Sources, folder: &str, paths: &[&str]) -> Option<Problem> {
    let tables = paths.iter().filter(|path| is_source(path)).count();
    if tables == 0 {
        return None;
    }
    let files = if tables == 1 { "file is" } else { "files are" };
    let message =
        format!("the folder `{folder}` is not part of the register: {tables} {files} not read");
    let help = match paths.iter().any(|path| path.strip_prefix(folder) == Some(REGISTER)) {
        true => {
            "it looks like a whole register, copied into another; delete the folder, or move it out"
        }
        false => "delete the folder, or move it out of the data folder",
    };
    let place = Place::start(&sources.data_name(folder));
    Some(Problem::new(&UNKNOWN_FILE, place, message).value(folder).help(help))
}

/// The problems of files that were not read.
pub(crate) fn refused_files(sources: &Sources) -> impl Iterator<Item = Problem> {
    sources.refused().map(|(name, refusal)| refused_file(Place::start(&name), refusal))
}

/// Opens a file that must be there. A missing one is reported, unless it was refused.
pub(crate) fn open<'s>(
    sources: &'s Sources,
    path: &str,
    problems: &mut Vec<Problem>,
) -> Option<TextFile<'s>> {
    let file = sources.data(path);
    if file.is_none() && !sources.is_refused(path) {
        problems.push(missing_file(Place::start(&sources.data_name(path)), path));
    }
    TextFile::read(file?, problems)
}

fn missing_file(place: Place, path: &str) -> Problem {
    let help = match path == REGISTER {
        true => "put it back; schema/README.md shows what it holds",
        false => "put it back; a new table starts with its header line",
    };
    Problem::new(&MISSING_FILE, place, "the file is missing").help(help)
}

/// The problem of a file that is no table. `None` for a file that nobody can take for one, such as a
/// page of notes.
fn unknown_file(sources: &Sources, path: &str, known: &[&str]) -> Option<Problem> {
    let there = |path: &str| sources.data(path).is_some();
    let place = Place::start(&sources.data_name(path));
    let meant = known.iter().copied().find(|known| file_name::is_like(path, known));
    let (what, help) = if is_source(path) {
        let near = meant.or_else(|| suggest::nearest_term(path, known.iter().copied()));
        let help = match near {
            Some(near) if there(near) => format!(
                "`{near}` is there; if this file is the newer one, put it in the place of `{near}`; \
                 otherwise delete it, or move it out of the data folder"
            ),
            Some(near) => format!("did you mean `{near}`?"),
            None => "move it out of the data folder".to_owned(),
        };
        ("is not a table of the register", help)
    } else {
        let away = "then move this file out of the data folder";
        let help = match meant {
            Some(near) if file_name::holds_text(path) && !there(near) => {
                format!("rename it to `{near}`")
            }
            Some(near) => format!("save it as `{near}` (format \"CSV UTF-8\"), {away}"),
            None if file_name::holds_rows(path) => {
                format!(
                    "take the tables from it with `cargo xtask workbook --read FILE` if `workbook` \
                     wrote it, or save each sheet as the CSV file of its table; {away}"
                )
            }
            None => return None,
        };
        ("is not read, and nothing in it counts", help)
    };
    Some(Problem::new(&UNKNOWN_FILE, place, format!("`{path}` {what}")).value(path).help(help))
}
