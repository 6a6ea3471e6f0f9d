//! Runs the stages: sources in, a register or a report out.

mod accepted;
mod gather;
mod json_row;
mod keys;
mod register_file;
mod row;
mod table;
mod tidy;
mod typed;

pub(crate) use keys::{KeySets, Keys};
pub(crate) use register_file::RegisterEntry;
pub(crate) use table::{AnyTable, Entry, Table, TableReader};
pub(crate) use tidy::compare_keys;
pub use tidy::{Tidied, Tidying, tidy};

use std::collections::HashSet;

use crate::cells::{self, TextFile};
use crate::problem::{Place, Problem, Report};
use crate::register::Register;
use crate::rules::{self, Facts};
use crate::sources::Sources;
use crate::tables::{TABLES, Tables};

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
    rules::check(&facts, &mut problems);
    match (problems.is_empty(), register_file) {
        (true, Some(file)) => Ok(Register::link(file.row, tables)),
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

/// The names of the tables whose rows can be put in order.
fn sortable(sources: &Sources) -> HashSet<&'static str> {
    let register_file = register_file::read(sources, &mut Vec::new());
    let mut reader = TableReader::new(sources, Vec::new(), register_file.as_ref());
    let tables = Tables::read(&mut reader);
    let tables = tables.untyped().into_iter();
    tables.filter(|table| table.is_sortable()).map(|table| table.name()).collect()
}

pub(crate) const REGISTER: &str = "register.json";

/// Files that are no table, and those that were not read.
fn strange_files(sources: &Sources) -> Vec<Problem> {
    let known: Vec<&str> =
        TABLES.iter().map(|table| table.path).chain(std::iter::once(REGISTER)).collect();
    let unknown =
        (sources.data_files()).filter(|(path, _)| !known.contains(path)).map(|(path, file)| {
            let there = |path: &str| sources.data(path).is_some();
            cells::unknown_file(Place::start(&file.name), path, &known, there)
        });
    unknown.chain(refused_files(sources)).collect()
}

/// Files that were not read.
fn refused_files(sources: &Sources) -> impl Iterator<Item = Problem> {
    sources.refused().map(|(name, refusal)| cells::refused_file(Place::start(&name), refusal))
}

/// Opens a file that must be there; says so if it is not.
fn open<'s>(sources: &'s Sources, path: &str, problems: &mut Vec<Problem>) -> Option<TextFile<'s>> {
    match sources.data(path) {
        Some(file) => TextFile::read(file, problems),
        None => {
            if !sources.is_refused(path) {
                problems.push(cells::missing_file(Place::start(&sources.data_name(path)), path));
            }
            None
        }
    }
}
