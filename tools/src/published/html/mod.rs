//! Reading an HTML page.

mod dom;
mod flow;
mod layout;
mod sink;
mod table;
mod words;

use super::block::Block;
use super::error::ReadError;
use super::text::PageText;
use dom::{Dom, ROOT};

/// The blocks of a piece of HTML that starts at this byte of the page.
///
/// # Errors
/// If elements lie too deep inside each other.
pub fn blocks(page: &PageText, html: &str, start: usize) -> Result<Vec<Block>, ReadError> {
    let dom = Dom::parse(html).map_err(|error| ReadError::Syntax {
        place: Box::new(page.place(start + error.at..start + error.at)),
        message: "more elements lie inside each other than browsers show".to_owned(),
    })?;
    Ok(flow::blocks(&dom, ROOT, start))
}

/// The value of an attribute of the first element `a` in this text.
pub fn attribute(tag: &str, name: &str) -> Option<String> {
    let dom = Dom::parse(tag).ok()?;
    let element = dom.find(ROOT, "a")?;
    dom.attribute(element, name).map(str::to_owned)
}
