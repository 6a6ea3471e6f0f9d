//! The library's answers, held against the register that it was made from.

mod answers;
mod arguments;
mod awkward;
mod compiled;
mod parties;
mod queries;
mod questions;
mod register;
mod serde;
mod sets;
mod terms;
mod unusual;
