//! What deserves a look in a page itself, in lines for the person who imports it.

use crate::published::compare::remarks;
use crate::published::page::{Page, Unread};

/// What was left out of a page, and the remarks on its rows, each with its line.
pub fn page_lines(page: &Page) -> Vec<String> {
    let line = |span: &std::ops::Range<usize>| page.place(span).line;
    let unread = |what: &str, unread: &Unread| {
        let rows = if unread.rows > 1 { format!(" ({} rows)", unread.rows) } else { String::new() };
        (unread.span.start, format!("{what}: line {}: {}{rows}", line(&unread.span), unread.reason))
    };
    let mut lines: Vec<(usize, String)> = Vec::new();
    lines.extend(page.unreadable.iter().map(|it| unread("left out", it)));
    lines.extend(page.not_read.iter().map(|it| unread("not read", it)));
    for row in &page.rows {
        let name = row.name.as_ref().map_or("", |name| &name.printed);
        lines.extend(remarks::of_row(page, row).into_iter().map(|remark| {
            let (number, at) = (row.number, line(&remark.span));
            (
                remark.span.start,
                format!("remark: line {at}: row {number} `{name}`: {}", remark.message),
            )
        }));
    }
    lines.sort();
    lines.into_iter().map(|(_, line)| line).collect()
}
