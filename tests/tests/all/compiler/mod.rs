//! The compiler: what it reads, accepts and tidies, whatever a file holds.

mod arbitrary;
mod corpus;
mod editions;
mod folders;
mod large;
mod migrate;
mod revise;
mod shipped;
mod tidy;
