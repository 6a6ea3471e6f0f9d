//! Reading a published page: which providers it lists, in which words, and where they stand.
//!
//! A page goes through three steps. [`text`] decodes it and knows its lines. The reader of its
//! format makes `block`s of it: headings, lines, tables and lists. Real pages follow no syntax
//! strictly. `rows` finds out which tables and lists are about providers, what their columns mean,
//! and what belongs to which row.
//!
//! A page is read as it stands: nothing is fetched, and nothing is looked up in the register. What
//! cannot be read is reported with its place.

mod address;
mod block;
mod cells;
pub mod columns;
pub mod compare;
mod csv;
mod digests;
pub mod edition_content;
mod error;
mod format;
mod html;
pub mod import;
pub mod input;
pub mod inventory;
mod json;
mod legal;
pub mod locations;
mod markdown;
pub mod names;
pub mod normal;
mod page;
mod plain_cell;
mod policy;
pub mod report;
mod rich;
pub mod row_words;
mod rows;
pub mod text;

pub use columns::{Meaning, NamedColumns};
pub use digests::Digests;
pub use error::ReadError;
pub use format::Format;
pub use page::{Name, NamePart, Page, PageRow, Unread};
pub use rich::{Link, RichText};

use rows::PageRows;
use text::PageText;

/// Reads a page.
///
/// # Errors
/// If the page is too large, or not what its format says, or lacks a column that a person named.
pub fn read(
    name: &str,
    bytes: &[u8],
    format: Format,
    named: &NamedColumns,
) -> Result<Page, ReadError> {
    let text = PageText::decode(name, bytes)?;
    let blocks = match format {
        Format::Md | Format::Txt => markdown::blocks(&text)?,
        Format::Html => html::blocks(&text, text.as_str(), 0)?,
        Format::Csv => csv::blocks(&text),
        Format::Json => json::blocks(&text, named)?,
    };
    let mut rows = PageRows::read(blocks, named);
    if let Some(column) = named.missing(&rows.headers, rows.widest) {
        let (name, column) = (name.to_owned(), column.to_owned());
        return Err(ReadError::NoColumn { name, column, headers: rows.headers });
    }
    for unread in [&mut rows.unreadable, &mut rows.not_read] {
        unread.sort_by_key(|unread| unread.span.start);
    }
    Ok(Page {
        meanings: rows.meanings(),
        rows: rows.rows,
        unreadable: rows.unreadable,
        not_read: rows.not_read,
        has_records: rows.has_records,
        text,
    })
}
