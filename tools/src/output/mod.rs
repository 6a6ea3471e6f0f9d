//! The one way in which a command writes files.
//!
//! A complete new file replaces the old one in one step. If anything fails, the old file stays
//! whole. A file that would not change is not touched.

pub mod all_or_none;
mod guard;
mod replace;
pub mod tables_folder;

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use clap::Args;

pub use self::guard::{Force, Guard, text_to_renew};
pub use self::replace::{StagedFile, Staging, refuse_closed_folders};
use self::replace::{is_same, replace};
use crate::failure::{Failure, Outcome, Result};
use crate::paths::shown;
use crate::project::Project;

/// Whether to write, to compare, or only to say what would be written.
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
pub struct Expected {
    /// Where it lies.
    pub path: PathBuf,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// What changed and why, for the person who runs the command; may be empty.
    pub note: String,
}

impl Expected {
    /// A file without a note.
    pub fn new(path: PathBuf, bytes: impl Into<Vec<u8>>) -> Self {
        Self { path, bytes: bytes.into(), note: String::new() }
    }
}

/// Makes files what they should be, and says which of them changed. With `--check` nothing is
/// written; a file that would change fails the command, which then names the command to run.
pub fn update(files: &[Expected], mode: Mode, repair: &str) -> Result {
    let mut stale = false;
    for file in files {
        if is_same(&file.path, &file.bytes)? {
            continue;
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

/// Writes a text to the file that the user named, if it may be written, or does what
/// [`write_or_print`] does with the usual file.
pub fn write_out(
    text: &str,
    out: Option<&Path>,
    usual: Option<&Path>,
    force: Force,
    mode: Mode,
    project: &Project<'_>,
    command: &str,
) -> Result {
    if let (Some(out), false) = (out.filter(|out| Some(*out) != usual), mode.check) {
        force.allows(out, &[Expected::new(out.to_owned(), text)], project)?;
    }
    let command = match out {
        Some(out) => format!("{command} --out {}", shown(out)),
        None => command.to_owned(),
    };
    write_or_print(text, out.or(usual), mode, &project.command(&command))
}

/// Writes a text to a file, or prints it if there is none.
pub fn write_or_print(text: &str, file: Option<&Path>, mode: Mode, repair: &str) -> Result {
    match file {
        Some(path) => update(&[Expected::new(path.to_owned(), text)], mode, repair),
        None if mode.check || mode.dry_run => {
            Err(Failure::new("there is no file to compare with; name it with `--out FILE`"))
        }
        None => {
            anstream::print!("{text}");
            Ok(Outcome::Done)
        }
    }
}

/// Takes a folder away, if it is there.
pub fn remove_folder(folder: &Path) -> Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(Failure::io(folder, &error)),
        _ => Ok(()),
    }
}

/// Takes files away, or says which ones would be. With `--check` a file that would be taken away
/// fails the command.
pub fn remove(files: &[PathBuf], mode: Mode, repair: &str) -> Result {
    for file in files {
        let shown = shown(file);
        if mode.check {
            anstream::eprintln!("stale: {shown}: no longer needed");
        } else if mode.dry_run {
            anstream::println!("would remove {shown}");
        } else {
            fs::remove_file(file).map_err(|error| Failure::io(file, &error))?;
            anstream::println!("removed {shown}");
        }
    }
    if mode.check && !files.is_empty() {
        anstream::eprintln!("run `{repair}`");
        return Ok(Outcome::Problems);
    }
    Ok(Outcome::Done)
}
