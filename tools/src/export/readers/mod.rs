//! What the pages for readers show of an edition, whatever they are written in: first what is
//! announced, then a summary, then a card for each published row, then who gets which data.

mod announcement;
mod card;
mod choices;
mod edition_facts;
mod facts;
mod filters;
mod flows;
mod kinds;
mod names;
mod page;
mod parts;
mod passing;
mod records;
mod site;
mod source;
mod timeline;
mod whose;
mod words;

pub(super) use self::page::Page;
pub(super) use self::records::RecordsPage;
pub(super) use self::site::Site;
