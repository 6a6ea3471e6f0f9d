//! Runs the stages: sources in, a register or a report out.

mod gather;
mod link;
mod reading_order;
mod report;
mod tidy;

pub use report::Report;
pub use tidy::{Tidied, Tidying, tidy};

use crate::read::{TableReader, Tables, register_file, strange_files};
use crate::register::Register;
use crate::rules::register::{self, Facts};
use crate::sources::Sources;
use crate::tables::REGISTER;

/// Validates the sources and links them.
///
/// # Errors
/// A report of every problem of every file, if there is any.
pub fn compile(sources: &Sources) -> Result<Register, Report> {
    let mut problems = strange_files(sources);
    let register_file = register_file::read(sources, &mut problems);
    let mut reader = TableReader::new(sources, problems, register_file.as_ref());
    let tables = Tables::read(&mut reader);
    let mut problems = reader.into_problems();
    let facts = Facts { tables: &tables, register: register_file.as_ref() };
    register::check(&facts, &mut problems);
    match (problems.is_empty(), register_file) {
        (true, Some(file)) => Ok(link::link(file.row, tables)),
        (_, file) => {
            let mut problems = gather::gathered(problems);
            tidy::mark_out_of_reach(sources, &mut problems);
            let unread = file.is_none().then_some(REGISTER);
            let tables = tables.untyped().into_iter().filter(|table| !table.keys_are_whole());
            let held_back = unread.into_iter().chain(tables.map(|table| table.path()));
            let held_back = held_back.map(|path| sources.data_name(path)).collect();
            Err(Report::new(problems).held_back_by(held_back))
        }
    }
}
