//! Compiles source files: sources in, a register or a report out.

mod gather;
mod link;
mod reading_order;
mod report;
mod tidy;
mod tidy_table;
mod tidy_text;

pub use report::Report;
pub use tidy::{Tidied, Tidying, tidy};

use crate::problem::Problem;
use crate::read::{Parsed, file_problems, old_format};
use crate::register::Register;
use crate::rules::register as rules;
use crate::sources::Sources;
use crate::tables::REGISTER;

/// Validates the sources and links them.
///
/// # Errors
/// A report of every problem in every file, if there is any.
pub fn compile(sources: &Sources) -> Result<Register, Report> {
    if let Some(problem) = old_format(sources) {
        return Err(Report::new(sources, vec![problem]));
    }
    let mut problems = file_problems(sources);
    let mut parsed = Parsed::read(sources, &mut problems);
    rules::check(&parsed, &mut problems);
    match parsed.register.take_if(|_| problems.is_empty()) {
        Some(register) => Ok(link::link(register.content, parsed.tables)),
        None => Err(report(sources, &parsed, problems)),
    }
}

/// The report of these problems. It also says because of which files some checks were skipped.
fn report(sources: &Sources, parsed: &Parsed<'_>, problems: Vec<Problem>) -> Report {
    let mut problems = gather::gathered(problems);
    tidy::mark_unfixable(sources, &mut problems);
    let register = parsed.register.is_none().then_some(REGISTER);
    let tables = parsed.tables.untyped().into_iter().filter(|table| !table.keys_are_whole());
    let unread = register.into_iter().chain(tables.map(|table| table.path()));
    let unread = unread.map(|path| sources.data_name(path)).collect();
    Report::new(sources, problems).with_incomplete_files(unread)
}
