//! The order in which problems are best mended: what others refer to comes first.

use crate::problem::Problem;
use crate::tables::{REGISTER, TABLES};

/// Problems with whole files, whose absence or name explains others.
const WHOLE_FILES: [&str; 4] = ["missing-file", "unknown-file", "not-a-file", "schema-file"];

/// How early a problem is to be read: files as such, `register.json`, then the tables, each after
/// those that it refers to.
pub(super) fn rank(problem: &Problem) -> usize {
    if WHOLE_FILES.contains(&problem.code.name) {
        return 0;
    }
    let file = problem.place.file.as_str();
    let is = |path: &str| {
        file.strip_suffix(path).is_some_and(|folder| folder.is_empty() || folder.ends_with('/'))
    };
    if is(REGISTER) {
        return 1;
    }
    TABLES.iter().position(|table| is(table.path)).map_or(0, |at| 2 + at)
}
