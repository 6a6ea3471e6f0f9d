//! What is measured: one module, one table.

pub mod check;
pub mod compile;
pub mod dependency;
pub mod export;
pub mod lookup;
pub mod own_crate;
pub mod page;
pub mod query;
pub mod size;
