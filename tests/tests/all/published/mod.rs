//! Published pages: reading them, matching their names, and holding them against a register.

mod arbitrary;
mod commands;
mod comparing;
mod drafts;
mod generated;
mod importing;
mod interruption;
mod inventory;
mod made_up;
mod matching;
mod page_maker;
mod reading;
mod records;
mod round_trip;
mod sarif;
mod shown;
