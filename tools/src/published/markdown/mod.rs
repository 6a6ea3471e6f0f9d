//! Reading a Markdown page, and the text that copying a page leaves.
//!
//! Tables are found line by line, since real ones break the syntax. What stands between them is
//! read by `pulldown-cmark`.

mod flow;
pub mod inline;
mod lines;
mod pipes;
mod stacked;
mod tabs;

use std::borrow::Cow;
use std::ops::Range;
use std::rc::Rc;

use pulldown_cmark::Parser;

use super::block::{Block, Grid, GridCell, GridRow};
use super::error::ReadError;
use super::html;
use super::text::PageText;
use inline::Definitions;
use pipes::{RawRow, RawTable};

/// The blocks of a page.
///
/// # Errors
/// If HTML elements in it lie too deep inside each other.
pub fn blocks(page: &PageText) -> Result<Vec<Block>, ReadError> {
    let text = page.as_str();
    let lines = lines::lines(text);
    let mut tables = pipes::tables(text, &lines);
    tables.extend(tabs::tables(text, &lines, &tables));
    let mut taken: Vec<Range<usize>> = tables.iter().filter_map(span).collect();
    taken.sort_by_key(|range| range.start);
    let html = html_tables(text, &taken);
    taken.extend(html.iter().cloned());
    if taken.is_empty() {
        tables = stacked::tables(&lines);
        taken.extend(tables.iter().filter_map(span));
    }

    let rest = with_plain_bullets(blanked(text, &taken));
    let parser = Parser::new_ext(&rest, inline::OPTIONS);
    let definitions: Definitions = (parser.reference_definitions().iter())
        .map(|(name, definition)| (name.to_lowercase(), definition.dest.to_string()))
        .collect();
    let mut found = flow::blocks(page, &rest, parser)?;
    for table in &tables {
        if let Some(span) = span(table) {
            let rows = table.rows.iter().map(|row| grid_row(text, row, &definitions)).collect();
            let grid = Grid { rows, span: span.clone(), ..Grid::default() };
            found.push((span.start, Block::Grid(grid)));
        }
    }
    for span in html {
        let blocks = html::blocks(page, &text[span.clone()], span.start)?;
        found.extend(blocks.into_iter().map(|block| (span.start, block)));
    }
    found.sort_by_key(|(start, _)| *start);
    Ok(found.into_iter().map(|(_, block)| block).collect())
}

fn span(table: &RawTable) -> Option<Range<usize>> {
    Some(table.rows.first()?.span.start..table.rows.last()?.span.end)
}

fn grid_row(text: &str, row: &RawRow, definitions: &Definitions) -> GridRow {
    let cell = |span: &Range<usize>| {
        let raw = &text[span.clone()];
        let start = span.start + (raw.len() - raw.trim_start().len());
        let markdown =
            if raw.contains("\\|") { raw.replace("\\|", "|").into() } else { Cow::from(raw) };
        let text = inline::read(&markdown, start..start + raw.trim().len(), definitions);
        // A cell starts where no other does.
        GridCell { text: Rc::new(text), id: span.start + 1 }
    };
    GridRow {
        cells: row.cells.iter().map(cell).collect(),
        is_header: row.is_header,
        span: row.span.clone(),
        damage: row.damage.clone(),
    }
}

/// The tables in HTML that stand between other text, as byte ranges. `taken` are the other tables,
/// in order.
fn html_tables(text: &str, taken: &[Range<usize>]) -> Vec<Range<usize>> {
    let lower = text.to_ascii_lowercase();
    let mut tables = Vec::new();
    let mut from = 0;
    while let Some(start) = lower[from..].find("<table").map(|at| from + at) {
        from = start + "<table".len();
        let next = taken.partition_point(|other| other.end <= start);
        if taken.get(next).is_some_and(|other| other.start <= start) {
            continue;
        }
        let mut depth = 1;
        let mut end = from;
        while depth > 0 {
            let Some(tag) = lower[end..].find("table").map(|at| end + at) else {
                end = text.len();
                break;
            };
            match &lower[..tag] {
                before if before.ends_with("</") => depth -= 1,
                before if before.ends_with('<') => depth += 1,
                _ => {}
            }
            end = tag + "table".len();
        }
        end = lower[end..].find('>').map_or(text.len(), |at| end + at + 1);
        tables.push(start..end);
        from = end;
    }
    tables
}

/// A text of the same length in which the bullets that copying leaves are those of Markdown.
fn with_plain_bullets(text: String) -> String {
    const BULLETS: &[char] = &['\u{2022}', '\u{2023}', '\u{25aa}', '\u{25cf}', '\u{25e6}'];
    if !text.contains(BULLETS) {
        return text;
    }
    let mut plain = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        let body = line.trim_start();
        if let Some(bullet) = body.chars().next().filter(|c| BULLETS.contains(c)) {
            plain.push_str(&line[..line.len() - body.len()]);
            plain.push('-');
            plain.extend(std::iter::repeat_n(' ', bullet.len_utf8() - 1));
            plain.push_str(&body[bullet.len_utf8()..]);
        } else {
            plain.push_str(line);
        }
    }
    plain
}

/// A text of the same length in which these ranges are blank.
fn blanked(text: &str, ranges: &[Range<usize>]) -> String {
    let mut ranges: Vec<&Range<usize>> = ranges.iter().collect();
    ranges.sort_by_key(|range| range.start);
    let mut blanked = String::with_capacity(text.len());
    for range in ranges {
        // Ranges may lie inside each other.
        let start = range.start.max(blanked.len());
        blanked.push_str(&text[blanked.len()..start]);
        let blank = text[start..range.end.max(start)].bytes();
        blanked.extend(blank.map(|byte| if byte == b'\n' { '\n' } else { ' ' }));
    }
    blanked.push_str(&text[blanked.len()..]);
    blanked
}
