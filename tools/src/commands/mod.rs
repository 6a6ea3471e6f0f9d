//! One module, one command.

pub mod audit;
pub mod check;
pub mod compare;
pub mod diff;
pub mod document;
mod edited;
pub mod export;
pub mod fmt;
pub mod generate;
pub mod import;
pub mod init;
pub mod inventory;
pub mod migrate;
pub mod release;
pub mod revise;
pub mod rules;
pub mod schema;
pub mod sync;
pub mod workbook;

use service_providers_codegen::{Register, is_day};

use crate::failure::{self, Failure};
use crate::page::counted;
use crate::project::Project;

/// Reads an argument that is a day. Days that are written so compare like texts.
fn day(text: &str) -> Result<String, String> {
    match is_day(text) {
        true => Ok(text.to_owned()),
        false => Err("write the day as year-month-day, such as 2026-03-01".to_owned()),
    }
}

/// The id of the edition that was chosen, or of the one in force.
///
/// # Errors
/// If there is no such edition.
fn edition<'r>(register: &'r Register, chosen: Option<&str>) -> failure::Result<&'r str> {
    let Some(id) = chosen else { return Ok(&register.current_edition().id) };
    let edition = register.edition(id).ok_or_else(|| Failure::no_edition(id, register))?;
    Ok(&edition.id)
}

/// Says how many cells wait for a person, and which command lists them.
fn waiting_cells(number: usize, project: &Project<'_>) -> String {
    let (cells, check) = (counted(number, "cell"), project.command("check"));
    let verb = if number == 1 { "waits" } else { "wait" };
    format!("{cells} {verb} for you; `{check}` lists them, those of a column together")
}

#[cfg(test)]
mod tests {
    use super::day;

    #[test]
    fn a_day_is_one_of_the_calendar() {
        assert_eq!(day("2024-02-29").as_deref(), Ok("2024-02-29"));
        for text in ["2026-13-99", "2025-02-29", "0000-00-00", "2025-+2-+1", "2026-09", ""] {
            assert!(day(text).is_err(), "{text}");
        }
    }
}
