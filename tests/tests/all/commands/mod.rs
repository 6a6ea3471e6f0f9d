//! What the commands print and write, and how they end.

mod audit;
mod command_line;
mod diff;
mod recipes;
mod reports;
mod revise;
mod version_step;
