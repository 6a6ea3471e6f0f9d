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
