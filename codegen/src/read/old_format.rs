//! Registers of an older format.

use super::files::open;
use crate::cells::JsonFile;
use crate::problem::Problem;
use crate::schema::OLD_FORMAT;
use crate::sources::Sources;
use crate::tables::{FORMAT_VERSION, REGISTER};

/// The one problem of a register in format 1. Its tables have other columns; whatever else would be
/// said about them has this cause.
pub(crate) fn old_format(sources: &Sources) -> Option<Problem> {
    let text = open(sources, REGISTER, &mut Vec::new())?;
    let file = JsonFile::read(text, &mut Vec::new())?;
    let version = file.value.get("format_version")?;
    if *version != 1 {
        return None;
    }
    let message =
        format!("the register is written in format 1, and this tool reads format {FORMAT_VERSION}");
    Some(
        Problem::new(&OLD_FORMAT, file.place("/format_version"), message)
            .field("register", "/format_version")
            .value("1")
            .help("run `cargo xtask migrate`"),
    )
}
