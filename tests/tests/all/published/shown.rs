//! Pages as text that a person can read, for snapshots.

use std::fmt::Write as _;
use std::path::Path;

use service_providers_tests::root;
use service_providers_tools::published::{Format, NamedColumns, Page, PageRow, read};

/// A made-up page, `fixtures/pages/NAME`.
pub fn fixture(name: &str) -> Page {
    let path = root().join("tests/fixtures/pages").join(name);
    let bytes = std::fs::read(&path).expect("the page is there");
    let format = Format::of(Path::new(name)).expect("its name tells the format");
    read(name, &bytes, format, &NamedColumns::default()).expect("the page can be read")
}

/// Everything that was read.
pub fn shown(page: &Page) -> String {
    let mut text = String::new();
    for row in &page.rows {
        show_row(&mut text, page, row).expect("text can be written");
    }
    for (kind, unread) in (page.unreadable.iter().map(|unread| ("unreadable", unread)))
        .chain(page.not_read.iter().map(|unread| ("not read", unread)))
    {
        let place = page.place(&unread.span);
        let rows = unread.rows;
        writeln!(text, "{kind}: line {}: {} ({rows})", place.line, unread.reason).expect("text");
    }
    text
}

fn show_row(text: &mut String, page: &Page, row: &PageRow) -> std::fmt::Result {
    let place = page.place(row.name_span());
    let name = row.name.as_ref();
    write!(text, "{}. {}", row.number, name.map_or("(record)", |name| &name.printed))?;
    write!(text, "  [line {}:{}, table {}", place.line, place.column, row.table)?;
    if let Some(section) = &row.section {
        write!(text, ", {}", row.headings.join(" > "))?;
        if row.headings.last().is_none_or(|heading| **heading != **section) {
            write!(text, " / {section}")?;
        }
    }
    if let Some(caption) = &row.caption {
        write!(text, ", caption {caption}")?;
    }
    writeln!(text, "]")?;
    if let Some(name) = name {
        for part in &name.parts {
            let target = part.link.as_ref().map_or("-", |link| &link.target);
            writeln!(text, "   part: {} of `{}` -> {target}", part.printed, part.maker)?;
        }
        if let Some(note) = &name.footnote {
            writeln!(text, "   footnote: {note}")?;
        }
    }
    let cells = row.cells.iter().map(|(meaning, cell)| (meaning.word().to_owned(), cell));
    let others = row.others.iter().map(|(header, cell)| (format!("({header})"), cell));
    for (header, cell) in cells.chain(others) {
        let links: Vec<String> =
            (cell.links.iter()).map(|link| format!("[{}]({})", link.text, link.target)).collect();
        let said = [cell.text.replace('\n', " / "), links.join(" ")].join("  ");
        writeln!(text, "   {header}: {}", said.trim())?;
    }
    Ok(())
}
