//! From format 1 to format 2.
//!
//! In format 1 an engagement said itself when it was published: from one edition on, until another,
//! in which row of which document, under which name. In format 2 that is in listings.csv, one
//! row for each row of each document, and an edition names its documents. The row types of format 1
//! are gone, so its tables are read as text here.
//!
//! No fact is lost, with one exception, which is named in [`Migrated::remarks`]: where a withdrawn
//! row stood. Format 2 lists what was published, and a mistake was not.

mod closed_sets;
mod documents;
mod format_1;
mod join;
mod listings;
mod places;
mod rewrite;
mod versions;

pub use join::join;

use std::iter;

use crate::compile::{Report, tidy};
use crate::sources::Sources;
use crate::tables::TABLES;
use crate::text::csv_text;
use format_1::Format1;

/// A register in format 2.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Migrated {
    /// Every source file, as pairs of the path inside the data folder and the bytes.
    pub files: Vec<(String, Vec<u8>)>,
    /// What a person should look at, a sentence each: what format 1 left open, and what format 2
    /// does not hold.
    pub remarks: Vec<String>,
}

/// Rewrites the source files of a register in format 1.
///
/// The result holds what format 1 held. Where that does not add up in format 2, such as a document
/// with a row that nothing cites, `check` says so afterwards.
///
/// # Errors
/// A report where the files are no register in format 1 that can be read.
pub fn migrate(sources: &Sources) -> Result<Migrated, Report> {
    let mut problems = Vec::new();
    let Some(old) = Format1::read(sources, &mut problems) else {
        return Err(Report::new(sources, problems));
    };
    let mut remarks = Vec::new();
    let editions = documents::of_editions(&old, &mut remarks);
    let rewritten = rewrite::files(&old, &editions).into_iter();
    let mut new = sources.clone().with_data(rewritten.chain(versions::files(sources)));
    // Of what later tables hold, format 1 says nothing.
    for table in TABLES.iter().filter(|table| sources.data(table.path).is_none()) {
        if new.data(table.path).is_none() {
            new.set_data(table.path, csv_text(&table.column_names(), iter::empty::<[&str; 0]>()));
        }
    }
    remarks.extend(listings::remarks_on_withdrawn(&old));
    // Puts the rows in the order of their new keys.
    let tidied = tidy(&new);
    if !tidied.blocking.is_empty() {
        return Err(tidied.blocking);
    }
    let files = tidied.files.into_iter().map(|file| (file.path, file.bytes)).collect();
    Ok(Migrated { files, remarks })
}
