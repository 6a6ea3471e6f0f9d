//! What people read about an edition, independent of the format: announcements, a summary, a card for each
//! published row, and who gets which data.

mod announcement;
mod card;
mod choices;
mod data_subjects;
mod edition_facts;
mod facts;
mod filters;
mod flow_codes;
mod flows;
mod kinds;
mod names;
mod page;
mod parts;
mod records;
mod site;
mod source;
mod timeline;
mod words;

pub(super) use self::names::word_for_missing;
pub(super) use self::page::Page;
pub(super) use self::records::RecordsPage;
pub(super) use self::site::Site;
