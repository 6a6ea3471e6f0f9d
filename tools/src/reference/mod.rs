//! The pages that describe the format itself, whatever a register says: the rules that `check`
//! applies, the columns of the tables, and their schemas.

pub mod dictionary;
pub mod rules;
pub mod schema_folder;

use crate::program::Program;

/// The command that makes a page: in a workspace `sync` renews it with everything else.
fn made_by(program: &Program, command: &str) -> String {
    program.command(if program.workspace().is_some() { "sync" } else { command })
}
