//! A folder of exported tables, which belongs to the export as a whole.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use crate::failure::Failure;
use crate::paths::shown;

/// Refuses a folder with files in it unless one of them shows that an earlier run made the folder.
/// Other files belong to somebody else.
pub fn refuse_if_not_ours(folder: &Path, mark: &str) -> Result<(), Failure> {
    let empty = match fs::read_dir(folder) {
        Ok(mut entries) => entries.next().is_none(),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => true,
        Err(error) => return Err(Failure::io(folder, &error)),
    };
    if empty || folder.join(mark).is_file() {
        return Ok(());
    }
    Err(Failure::new(format!(
        "{}: holds files, but no `{mark}` of an earlier run; empty the folder, or choose another",
        shown(folder)
    )))
}

/// Removes what an earlier run left behind: the CSV and JSON files below a folder that are not
/// in the set of expected ones. Links are not followed.
pub fn remove_leftovers(folder: &Path, expected: &BTreeSet<&Path>) -> Result<(), Failure> {
    if !folder.is_dir() {
        return Ok(());
    }
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        let fail = |error: std::io::Error| Failure::io(&folder, &error);
        let mut entries =
            fs::read_dir(&folder).map_err(fail)?.collect::<Result<Vec<_>, _>>().map_err(fail)?;
        entries.sort_by_key(fs::DirEntry::file_name);
        for entry in entries {
            let (path, kind) = (entry.path(), entry.file_type().map_err(fail)?);
            let table = path.extension().is_some_and(|end| end == "csv" || end == "json");
            if kind.is_dir() {
                folders.push(path);
            } else if kind.is_file() && table && !expected.contains(&*path) {
                fs::remove_file(&path).map_err(|error| Failure::io(&path, &error))?;
                anstream::println!("removed {}", shown(&path));
            }
        }
    }
    Ok(())
}
