//! The compiler: what it reads, accepts and tidies, whatever a file holds.

mod arbitrary;
mod corpus;
mod folders;
mod shipped;
mod tidy;
