//! Which files there are, and which there should be.

use crate::cells::{MISSING_FILE, TextFile, UNKNOWN_FILE, refused_file};
use crate::problem::{Place, Problem};
use crate::sources::Sources;
use crate::suggest;
use crate::tables::{REGISTER, TABLES};

/// Files that are no table, and those that were not read.
pub(crate) fn strange_files(sources: &Sources) -> Vec<Problem> {
    let known: Vec<&str> =
        TABLES.iter().map(|table| table.path).chain(std::iter::once(REGISTER)).collect();
    let unknown =
        (sources.data_files()).filter(|(path, _)| !known.contains(path)).map(|(path, file)| {
            let there = |path: &str| sources.data(path).is_some();
            unknown_file(Place::start(&file.name), path, &known, there)
        });
    unknown.chain(refused_files(sources)).collect()
}

/// Files that were not read.
pub(crate) fn refused_files(sources: &Sources) -> impl Iterator<Item = Problem> {
    sources.refused().map(|(name, refusal)| refused_file(Place::start(&name), refusal))
}

/// Opens a file that must be there; says so if it is not.
pub(crate) fn open<'s>(
    sources: &'s Sources,
    path: &str,
    problems: &mut Vec<Problem>,
) -> Option<TextFile<'s>> {
    match sources.data(path) {
        Some(file) => TextFile::read(file, problems),
        None => {
            if !sources.is_refused(path) {
                problems.push(missing_file(Place::start(&sources.data_name(path)), path));
            }
            None
        }
    }
}

/// A source file that is not there.
fn missing_file(place: Place, path: &str) -> Problem {
    let help = match path.ends_with(".csv") {
        true => "put it back; a new table starts with its header line",
        false => "put it back; schema/README.md shows what it holds",
    };
    Problem::new(&MISSING_FILE, place, "the file is missing").help(help)
}

/// A file that is no table.
fn unknown_file(place: Place, path: &str, known: &[&str], there: impl Fn(&str) -> bool) -> Problem {
    let copied = known.iter().copied().find(|known| plain_name(known) == plain_name(path));
    let help = match copied.or_else(|| suggest::nearest_term(path, known.iter().copied())) {
        Some(near) if there(near) => {
            format!("`{near}` is there; delete this file, or move it out of the data folder")
        }
        Some(near) => format!("did you mean `{near}`?"),
        None => "move it out of the data folder".to_owned(),
    };
    Problem::new(&UNKNOWN_FILE, place, format!("`{path}` is no table of the register"))
        .value(path)
        .help(help)
}

/// The name of a file without its folder and without what programs add to the name of a copy.
fn plain_name(path: &str) -> String {
    let name = path.rsplit('/').next().unwrap_or(path).to_lowercase();
    let (stem, ending) = name.rsplit_once('.').unwrap_or((&name, ""));
    let words = stem.split(|c: char| !c.is_alphanumeric());
    let added = |word: &&str| {
        !word.is_empty()
            && !matches!(
                *word,
                "copy" | "of" | "kopie" | "copie" | "copia" | "old" | "new" | "backup"
            )
            && !word.bytes().all(|b| b.is_ascii_digit())
    };
    format!("{}.{ending}", words.filter(added).collect::<Vec<_>>().join("-"))
}
