//! What the commands print and write, and how they end.

mod audit;
mod command_line;
mod diff;
mod editing;
#[cfg(unix)]
mod messages;
mod notice;
mod overwriting;
mod recipes;
mod reports;
mod version_step;
#[cfg(unix)]
pub mod workbook;
