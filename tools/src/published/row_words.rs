//! The words of one row of a page, for the person who must read them.

use super::page::{Page, PageRow};

/// The words of a row, cell by cell, each with its line.
pub fn row_words(page: &Page, row: &PageRow) -> Vec<String> {
    let line = |span: &std::ops::Range<usize>| page.place(span).line;
    let mut lines = Vec::new();
    if let Some(name) = &row.name {
        lines.push(format!("name (line {}): {}", line(&name.span), name.cell.replace('\n', " / ")));
        for link in &name.links {
            lines.push(format!("link of `{}`: {}", link.text, link.target));
        }
    }
    if let Some(section) = &row.section {
        lines.push(format!("section: {section}"));
    }
    let known = row.cells.iter().map(|(meaning, cell)| (meaning.word(), cell));
    let others = row.others.iter().map(|(header, cell)| (header.as_str(), cell));
    for (header, cell) in known.chain(others).filter(|(header, _)| *header != "name") {
        let text = if cell.text.is_empty() { "(empty)" } else { &cell.text };
        lines.push(format!("{header} (line {}): {}", line(&cell.span), text.replace('\n', " / ")));
    }
    lines
}
