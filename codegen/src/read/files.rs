//! Which files there are, and which there should be.

use crate::cells::{MISSING_FILE, TextFile, UNKNOWN_FILE, refused_file};
use crate::problem::{Place, Problem};
use crate::sources::Sources;
use crate::suggest;
use crate::tables::{REGISTER, TABLES};

/// The problems of files that are no table, and of files that were not read.
pub(crate) fn strange_files(sources: &Sources) -> Vec<Problem> {
    let known: Vec<&str> =
        std::iter::once(REGISTER).chain(TABLES.iter().map(|table| table.path)).collect();
    let unknown = sources.data_files().filter(|(path, _)| !known.contains(path));
    let unknown = unknown.map(|(path, file)| {
        let there = |path: &str| sources.data(path).is_some();
        unknown_file(Place::start(&file.name), path, &known, there)
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

/// The name of a file, without its folder and without what programs add to the name of a copy.
fn plain_name(path: &str) -> String {
    const ADDED: [&str; 8] = ["backup", "copia", "copie", "copy", "kopie", "new", "of", "old"];
    let name = path.rsplit('/').next().unwrap_or(path).to_lowercase();
    let (stem, ending) = name.rsplit_once('.').unwrap_or((&name, ""));
    let words: Vec<&str> = stem
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !ADDED.contains(word) && !word.bytes().all(|b| b.is_ascii_digit()))
        .collect();
    format!("{}.{ending}", words.join("-"))
}
