//! What deserves a look in a page itself, whatever the register says.

use std::collections::HashMap;
use std::ops::Range;

use super::units::Unit;
use super::verdict::{Remark, RemarkCode};
use crate::published::normal::fold;
use crate::published::page::{Name, Page, PageRow};
use crate::published::policy;
use crate::published::rich::{Link, RichText};

/// The remarks on one row.
pub fn of_row(page: &Page, row: &PageRow) -> Vec<Remark> {
    let mut remarks = Vec::new();
    for cell in row.all_cells() {
        for link in &cell.links {
            remarks.extend(of_link(page, cell, link));
        }
        remarks.extend(unclosed(page, cell));
        if let Some(at) = cell.struck.first() {
            let words = cell.text.get(at.clone()).unwrap_or_default();
            let message = format!("words are struck through: `{words}`");
            remarks.push(Remark {
                code: RemarkCode::StruckWords,
                message,
                span: cell.span.clone(),
            });
        }
    }
    remarks.extend(row.name.as_ref().and_then(doubtful_name));
    if row.has_surplus {
        let message = "the row has more cells than its table has columns".to_owned();
        remarks.push(Remark { code: RemarkCode::SurplusCells, message, span: row.span.clone() });
    }
    remarks
}

/// Words that stand in the cell of a name and name nobody.
const NOBODY: &[&str] = &["na", "none", "other", "others", "tba", "tbd", "untitled", "various"];

fn doubtful_name(name: &Name) -> Option<Remark> {
    let (printed, form) = (name.printed.as_str(), fold(&name.printed));
    let digits = printed.trim_start_matches(|c: char| c.is_ascii_digit());
    let is_numbered =
        digits.len() < printed.len() && [". ", ") "].iter().any(|mark| digits.starts_with(mark));
    let has_long_number =
        || printed.split(|c: char| !c.is_ascii_digit()).any(|digits| digits.len() >= POSTAL_CODE);
    let message = if NOBODY.contains(&form.as_str()) || printed.to_lowercase().starts_with("total:")
    {
        "names nobody"
    } else if is_numbered {
        "starts with the number of a list"
    } else if name.cell.contains('@') || name.lines.len() > 2 || has_long_number() {
        "may hold an address"
    } else {
        return None;
    };
    let message = format!("the name {message}: `{printed}`");
    Some(Remark { code: RemarkCode::DoubtfulName, message, span: name.span.clone() })
}

/// The fewest digits of a postal code.
const POSTAL_CODE: usize = 5;

fn of_link(page: &Page, cell: &RichText, link: &Link) -> Option<Remark> {
    let span = span_of(page, cell, &link.target);
    let (code, message) = if link.target.is_empty() {
        (RemarkCode::EmptyLink, format!("the link `{}` leads nowhere", link.text))
    } else if link.text.is_empty() {
        (RemarkCode::EmptyLink, format!("the link to {} has no text", link.target))
    } else if policy::leads_into_editor(&link.target) {
        (RemarkCode::EditorLink, format!("the link leads into a tool for writing: {}", link.target))
    } else if policy::public(&link.target).is_none() {
        (RemarkCode::LocalLink, format!("the link is no web address by itself: {}", link.target))
    } else {
        return None;
    };
    Some(Remark { code, message, span })
}

/// How far around a cell its links are looked for, in bytes.
const AROUND: usize = 1000;

/// Where the target of a link stands; where the cell does, if it is not found.
fn span_of(page: &Page, cell: &RichText, target: &str) -> Range<usize> {
    let text = page.text.as_str();
    let start = text.floor_char_boundary(cell.span.start.saturating_sub(AROUND));
    let end = text.ceil_char_boundary(cell.span.end.saturating_add(AROUND).min(text.len()));
    let inside = text.get(cell.span.clone()).and_then(|own| own.find(target));
    let found = inside.map(|at| cell.span.start + at).or_else(|| {
        let before = text.get(start..cell.span.start)?.rfind(target).map(|at| start + at);
        before.or_else(|| text.get(cell.span.end..end)?.find(target).map(|at| cell.span.end + at))
    });
    match found {
        Some(at) if !target.is_empty() => at..at + target.len(),
        _ => cell.span.clone(),
    }
}

/// The first bracket of a cell that has no counterpart.
fn unclosed(page: &Page, cell: &RichText) -> Option<Remark> {
    let mut open = Vec::new();
    let mut stray = None;
    for (at, c) in cell.text.char_indices() {
        match c {
            '(' => open.push(at),
            ')' if open.pop().is_none() => {
                stray.get_or_insert(at);
            }
            _ => {}
        }
    }
    let (at, message) = match (open.first(), stray) {
        (Some(at), _) => (*at, "a bracket is not closed"),
        (None, Some(at)) => (at, "a bracket is closed that was not opened"),
        (None, None) => return None,
    };
    // The words at the bracket tell where on the page it is; markup may keep them from being found.
    let around = cell.text.floor_char_boundary(at.saturating_sub(NEAR))
        ..cell.text.ceil_char_boundary((at + NEAR).min(cell.text.len()));
    let source = page.text.as_str().get(cell.span.clone()).unwrap_or_default();
    let span = match source.find(&cell.text[around.clone()]) {
        Some(found) => {
            let bracket = cell.span.start + found + (at - around.start);
            bracket..bracket + 1
        }
        None => cell.span.clone(),
    };
    Some(Remark { code: RemarkCode::UnclosedBracket, message: message.to_owned(), span })
}

/// How much text on each side of a bracket is looked for, in bytes.
const NEAR: usize = 12;

/// The remarks on rows that name a provider which an earlier row names.
pub fn duplicates(page: &Page, units: &[Unit]) -> Vec<(usize, Remark)> {
    let mut first: HashMap<String, usize> = HashMap::new();
    let mut remarks = Vec::new();
    for (index, unit) in units.iter().enumerate() {
        let who = match unit.provider() {
            Some(candidate) => candidate.provider.clone(),
            None => format!(" {}", fold(&unit.printed)),
        };
        match first.get(&who) {
            Some(row) if *row != unit.row => {
                let message = format!("the provider stands in row {} too", page.rows[*row].number);
                remarks.push((
                    index,
                    Remark { code: RemarkCode::Duplicate, message, span: unit.span.clone() },
                ));
            }
            Some(_) => {}
            None => {
                first.insert(who, unit.row);
            }
        }
    }
    remarks
}
