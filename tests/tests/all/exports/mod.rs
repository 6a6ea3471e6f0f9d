//! What `cargo xtask export` writes, held against the register.

mod command;
mod csv;
mod docs;
mod first_release;
mod html;
mod json;
mod markdown;
mod markdown_escape;
mod questions;
mod tables;
mod twelve_editions;

/// The editions of the register itself: id, published rows, data transparency records.
const OWN: [(&str, usize, usize); 2] = [("2018-11-05", 33, 25), ("2025-11-17", 41, 0)];
