//! Which files there are, and which there should be.

use super::file_name;
use crate::cells::{MISSING_FILE, TextFile, UNKNOWN_FILE, refused_file};
use crate::problem::{Place, Problem};
use crate::sources::Sources;
use crate::suggest;
use crate::tables::{REGISTER, TABLES};

/// The problems of files that are no table, and of files that were not read.
pub(crate) fn strange_files(sources: &Sources) -> Vec<Problem> {
    let known: Vec<&str> =
        std::iter::once(REGISTER).chain(TABLES.iter().map(|table| table.path)).collect();
    let files = sources.data_files().map(|(path, _)| path).chain(sources.other_data_files());
    let unknown = files.filter(|path| !known.contains(path)).filter_map(|path| {
        let there = |path: &str| sources.data(path).is_some();
        unknown_file(Place::start(&sources.data_name(path)), path, &known, there)
    });
    unknown.chain(refused_files(sources)).collect()
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
fn unknown_file(
    place: Place,
    path: &str,
    known: &[&str],
    there: impl Fn(&str) -> bool,
) -> Option<Problem> {
    let meant = known.iter().copied().find(|known| file_name::is_like(path, known));
    let (what, help) = if file_name::is_csv_or_json(path) {
        let near = meant.or_else(|| suggest::nearest_term(path, known.iter().copied()));
        let help = match near {
            Some(near) if there(near) => {
                format!("`{near}` is there; delete this file, or move it out of the data folder")
            }
            Some(near) => format!("did you mean `{near}`?"),
            None => "move it out of the data folder".to_owned(),
        };
        ("is no table of the register", help)
    } else {
        let away = "then move this file out of the data folder";
        let help = match meant {
            Some(near) if file_name::holds_text(path) && !there(near) => {
                format!("rename it to `{near}`")
            }
            Some(near) => format!("save it as `{near}` (format \"CSV UTF-8\"), {away}"),
            None if file_name::holds_rows(path) => {
                format!("save each sheet as the CSV file of its table, {away}")
            }
            None => return None,
        };
        ("is not read, and nothing in it counts", help)
    };
    Some(Problem::new(&UNKNOWN_FILE, place, format!("`{path}` {what}")).value(path).help(help))
}
