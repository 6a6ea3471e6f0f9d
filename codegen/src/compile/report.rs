//! The sorted [`Report`] of every problem.

use std::fmt;

use super::reading_order::ReadingOrder;
use crate::problem::Problem;
use crate::sources::Sources;

/// Every problem found, in the order in which they are best mended: by file, those first to which
/// others refer; in a file by line, column and code.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    problems: Vec<Problem>,
    incomplete_files: Vec<String>,
}

impl Report {
    pub(crate) fn new(sources: &Sources, mut problems: Vec<Problem>) -> Self {
        problems.sort_by(|a, b| {
            (&a.place, a.code.name, &a.message).cmp(&(&b.place, b.code.name, &b.message))
        });
        problems.dedup();
        let order = ReadingOrder::of(sources);
        problems.sort_by_cached_key(|problem| order.rank(problem));
        Self { problems, incomplete_files: Vec::new() }
    }

    /// The report with the files because of which some checks were skipped.
    pub(super) fn with_incomplete_files(mut self, files: Vec<String>) -> Self {
        self.incomplete_files = files;
        self
    }

    /// Files of which some rows or keys could not be read, as the user knows them. Checks that need
    /// them were skipped, so more problems may show once they are fixed.
    pub fn incomplete_files(&self) -> &[String] {
        &self.incomplete_files
    }

    /// The problems in order.
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// What is left when `cargo xtask sync` has mended what it can.
    #[must_use]
    pub fn without_mendable(mut self) -> Self {
        self.problems.retain(|problem| !problem.mendable);
        self
    }

    /// What is left of it for a person, whether `cargo xtask sync` can mend the rest already or only
    /// when the person is done.
    #[must_use]
    pub fn for_a_person(mut self) -> Self {
        self.problems.retain(|problem| !problem.code.mendable);
        self
    }

    /// Whether nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.problems.is_empty()
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for problem in &self.problems {
            writeln!(f, "{problem}")?;
        }
        Ok(())
    }
}
