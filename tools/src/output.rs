//! The one way in which a command writes files.
//!
//! A complete new file replaces the old one in one step; a failure leaves the old one whole. A
//! file that would not change is not touched.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use clap::Args;

use crate::failure::{Failure, Outcome};

/// Whether to write, to compare, or only to tell.
#[derive(Args, Clone, Copy, Debug, Default)]
pub struct Mode {
    /// Change nothing; fail if something would change.
    #[arg(long, conflicts_with = "dry_run")]
    pub check: bool,
    /// Change nothing; say what would change.
    #[arg(long)]
    pub dry_run: bool,
}

/// A file as it should be.
pub struct Wanted {
    /// Where.
    pub path: PathBuf,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// What changed and why, for the person who runs the command; may be empty.
    pub note: String,
}

impl Wanted {
    /// A file without a note.
    pub fn new(path: PathBuf, bytes: impl Into<Vec<u8>>) -> Self {
        Self { path, bytes: bytes.into(), note: String::new() }
    }
}

/// Brings files into the wanted state, says what it did, and with `--check` names the command
/// that repairs.
pub fn settle(files: &[Wanted], mode: Mode, repair: &str) -> Result<Outcome, Failure> {
    let mut stale = false;
    for file in files {
        match fs::read(&file.path) {
            Ok(bytes) if bytes == file.bytes => continue,
            Ok(_) => {}
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
            Err(error) => return Err(Failure::io(&file.path, &error)),
        }
        stale = true;
        let shown = shown(&file.path);
        let note = if file.note.is_empty() { String::new() } else { format!(": {}", file.note) };
        if mode.check {
            anstream::eprintln!("stale: {shown}{note}");
        } else if mode.dry_run {
            anstream::println!("would write {shown}{note}");
        } else {
            replace(&file.path, &file.bytes)?;
            anstream::println!("wrote {shown}{note}");
        }
    }
    if mode.check && stale {
        anstream::eprintln!("run `{repair}`");
        return Ok(Outcome::Problems);
    }
    Ok(Outcome::Done)
}

/// Replaces a file in one step.
pub fn replace(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let folder = path.parent().filter(|parent| !parent.as_os_str().is_empty());
    let folder = folder.unwrap_or(Path::new("."));
    let fail = |error: std::io::Error| Failure::io(path, &error);
    fs::create_dir_all(folder).map_err(fail)?;
    let mut builder = tempfile::Builder::new();
    builder.prefix(".writing-");
    // An ordinary new file, not one for the owner alone.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o644));
    let mut file = builder.tempfile_in(folder).map_err(fail)?;
    file.write_all(bytes).map_err(fail)?;
    file.as_file().sync_all().map_err(fail)?;
    file.persist(path).map_err(|error| fail(error.error))?;
    Ok(())
}

/// A path as the user knows it: below the workspace without the way there.
pub fn shown(path: &Path) -> String {
    let root = crate::workspace::root();
    path.strip_prefix(&root).unwrap_or(path).display().to_string().replace('\\', "/")
}

/// Refuses a folder that holds files, but not the one by which an earlier run can be known: what
/// lies there is somebody else's.
pub fn only_ours(folder: &Path, mark: &str) -> Result<(), Failure> {
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
/// among the wanted. Links are not followed.
pub fn remove_others(folder: &Path, wanted: &[Wanted]) -> Result<(), Failure> {
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
            } else if kind.is_file() && table && !wanted.iter().any(|file| file.path == path) {
                fs::remove_file(&path).map_err(|error| Failure::io(&path, &error))?;
                anstream::println!("removed {}", shown(&path));
            }
        }
    }
    Ok(())
}
