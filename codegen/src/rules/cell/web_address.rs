//! `web-address`: a web address that is not a plain link to an http or https page.

use url::Url;

use super::CellAt;
use crate::cell_types::Kind;
use crate::problem::{Code, Problem};

pub(super) static CODE: Code = Code {
    name: "web-address",
    refuses: "A web address that is not absolute, not http or https, has no host, holds letters that are not ASCII, or carries a user name.",
    why: "Addresses are published as links. Anything but a plain link can mislead or harm the people who follow it.",
    mend: "Copy the address from the browser, with https:// or http:// in front.",
    example: ("www.example.com/privacy", "https://www.example.com/privacy"),
    ..Code::RULE
};

pub(super) fn check(cell: &CellAt<'_>, problems: &mut Vec<Problem>) {
    if !cell.column.holds(Kind::Address) {
        return;
    }
    for (index, item) in cell.items.iter().enumerate() {
        if cell.column.allows_word(item) {
            continue;
        }
        if let Err((message, help)) = address(item) {
            problems.push(cell.problem(&CODE, index, message.to_owned()).help(help));
        }
    }
}

/// Whether a text is a plain link; otherwise what is wrong, and what to write.
pub(crate) fn address(text: &str) -> Result<(), (&'static str, &'static str)> {
    const HELP: &str = "write an address that starts with https:// or http://";
    if text.contains(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '\\' | '`')) {
        return Err(("the address holds a character that no address has", "copy it again"));
    }
    if [";http", ",http", "|http"].iter().any(|next| text.contains(next)) {
        return Err(("two addresses in one", "keep the one that the source links to"));
    }
    if !text.is_ascii() {
        return Err((
            "the address holds a letter that is not ASCII and may pass for another",
            "copy it from the browser, which writes such letters as xn-- or %",
        ));
    }
    let url = Url::parse(text).map_err(|_| ("not an absolute web address", HELP))?;
    if !matches!(url.scheme(), "http" | "https") {
        return Err(("not an http or https address", HELP));
    }
    if !text.starts_with("http://") && !text.starts_with("https://") {
        return Err(("the address does not start with http:// or https://", HELP));
    }
    // The parser ignores extra slashes, and then takes the path for the host.
    let slashes = text.split_once("://").is_some_and(|(_, rest)| rest.starts_with('/'));
    if slashes || url.host_str().is_none_or(str::is_empty) {
        return Err(("the address names no host", HELP));
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err((
            "the address carries a user name or password",
            "take out what is before the @",
        ));
    }
    Ok(())
}
