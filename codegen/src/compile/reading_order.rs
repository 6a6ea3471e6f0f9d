//! The order in which problems are best mended.

use std::collections::HashMap;

use crate::problem::Problem;
use crate::sources::Sources;
use crate::tables::{REGISTER, TABLES};

/// How early the problems of a file are to be read: those of `register.json`, then those of the
/// tables, each after those that it refers to.
pub(super) struct ReadingOrder {
    /// By the file as the user knows it.
    files: HashMap<String, usize>,
}

impl ReadingOrder {
    pub(super) fn of(sources: &Sources) -> Self {
        let paths = std::iter::once(REGISTER).chain(TABLES.iter().map(|table| table.path));
        let names = paths.map(|path| sources.data_name(path));
        Self { files: names.zip(1..).collect() }
    }

    /// How early a problem is to be read. Problems with whole files, and with files that are no
    /// table, come first.
    pub(super) fn rank(&self, problem: &Problem) -> usize {
        match problem.code.whole_file {
            true => 0,
            false => self.files.get(&problem.place.file).copied().unwrap_or_default(),
        }
    }
}
