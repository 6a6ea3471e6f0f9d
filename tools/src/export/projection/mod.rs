//! What the CSV tables and the Markdown pages show of an edition: each fact is picked and
//! computed here, once.

mod data_transparency;
mod items;
mod service_providers;

pub use data_transparency::{Record, records};
pub use items::Items;
pub use service_providers::{Listing, listings};
