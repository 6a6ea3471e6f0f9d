//! The tables of a release in format 1, which are there edition by edition, as one register.

use std::collections::HashSet;

use crate::sources::Sources;

/// The register that these parts of it make together. Every part holds the rows of one edition; a
/// row that belongs to several is the same in each. Lines that are in several parts are taken
/// once; `register.json` and whatever is no table are those of the first part. `None` where there is
/// no part.
pub fn join(parts: &[Sources]) -> Option<Sources> {
    let (first, further) = parts.split_first()?;
    let mut joined = first.clone();
    for part in further {
        for (path, file) in part.data_files() {
            let together = match joined.data(path) {
                Some(known) if path.ends_with(".csv") => lines(&known.bytes, &file.bytes),
                Some(_) => continue,
                None => file.bytes.clone(),
            };
            joined.set_data(path, together);
        }
    }
    Some(joined)
}

/// The lines of both tables, each once.
fn lines(one: &[u8], other: &[u8]) -> Vec<u8> {
    let known: HashSet<&[u8]> = one.split(|byte| *byte == b'\n').collect();
    let further = other.split_inclusive(|byte| *byte == b'\n');
    let further = further.filter(|line| !known.contains(line.strip_suffix(b"\n").unwrap_or(line)));
    one.iter().chain(further.flatten()).copied().collect()
}
