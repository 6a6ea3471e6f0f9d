//! Lists of providers: an item is a row.

use super::label::{self, Labelled};
use super::labelled::is_link;
use super::{Context, PageRows, name_cell};
use crate::published::block::{Definition, List, ListItem};
use crate::published::columns::{Header, Meaning};
use crate::published::legal::is_legal_form;
use crate::published::page::{PageRow, Unread};
use crate::published::rich::RichText;

/// Reads the items of a list, or says why it is none of providers.
pub fn read(list: &List, context: &Context, has_tables: bool, rows: &mut PageRows) {
    let items: Vec<PageRow> =
        list.items.iter().filter_map(|item| item_row(item, context)).collect();
    let reason = if list.items.is_empty() || leads_about(list) {
        return;
    } else if items.len() * 4 < list.items.len() * 3 {
        "a list of sentences"
    } else if has_tables && !context.names_providers() && !items.iter().all(is_labelled) {
        "a list beside the tables"
    } else if !context.has_heading() {
        "a list without a heading"
    } else {
        let table = rows.next_table();
        for item in &list.items {
            match item_row(item, context) {
                Some(row) if item.is_hidden => {
                    let reason = "the item is hidden: does the page still list it?".to_owned();
                    rows.report_unread(Unread { span: row.span, reason, rows: 1 }, true);
                }
                Some(row) => rows.push(PageRow { table, ..row }),
                None => {
                    let span = item.text.span.clone();
                    let reason = "an item that does not start with a name".to_owned();
                    rows.report_unread(Unread { span, reason, rows: 1 }, true);
                }
            }
        }
        return;
    };
    let span = list.items[0].text.span.clone();
    rows.report_unread(Unread { span, reason: reason.to_owned(), rows: list.items.len() }, false);
}

/// Reads a list of terms, each of them a provider, or says why it is none.
pub fn read_definitions(
    terms: &[Definition],
    context: &Context,
    has_tables: bool,
    rows: &mut PageRows,
) {
    let Some(first) = terms.first() else { return };
    if let Some(row) = labelled_row(terms, context) {
        let table = rows.next_table();
        return rows.push(PageRow { table, ..row });
    }
    let names = terms.iter().filter(|term| is_name(&term.term.text)).count();
    let labelled = || terms.iter().all(|term| term.details.iter().any(has_label));
    if names * 4 < terms.len() * 3 || has_tables && !context.names_providers() && !labelled() {
        let span = first.term.span.clone();
        let reason = "a list of definitions".to_owned();
        return rows.report_unread(Unread { span, reason, rows: terms.len() }, false);
    }
    let table = rows.next_table();
    for term in terms {
        let mut row = row(&term.term, context);
        term.details.iter().for_each(|text| add_detail(&mut row, text));
        rows.push(PageRow { table, ..row });
    }
}

/// Reads boxes with a heading each, which are providers only where something says so: a label in each,
/// or what stands above them.
pub fn read_cards(cards: &[Definition], context: &Context, has_tables: bool, rows: &mut PageRows) {
    let Some(first) = cards.first() else { return };
    let are_named = cards.iter().all(|card| is_name(&card.term.text));
    let labelled = cards.iter().all(|card| card.details.iter().any(has_label));
    if !are_named || !labelled && (has_tables || !context.speaks_of_providers()) {
        let span = first.term.span.clone();
        let reason = "boxes with a heading each".to_owned();
        return rows.report_unread(Unread { span, reason, rows: cards.len() }, false);
    }
    let table = rows.next_table();
    for card in cards {
        let mut row = row(&card.term, context);
        card.details.iter().for_each(|text| add_detail(&mut row, text));
        rows.push(PageRow { table, ..row });
    }
}

/// The row of a provider whose name stands above a list of definitions, all of which are labels.
fn labelled_row(terms: &[Definition], context: &Context) -> Option<PageRow> {
    let mut above = context.clone();
    let (_, name) = above.headings.pop()?;
    let labelled: Vec<Labelled> = terms.iter().map_while(label::of_definition).collect();
    if labelled.len() < terms.len() || labelled.len() < 2 || !is_name(&name) {
        return None;
    }
    let mut row = row(&RichText::plain(&name, terms[0].term.span.clone()), &above);
    for found in labelled {
        if let Header::Known(meaning) = found.header {
            row.cells.get_or_add(meaning).append_first(found.value);
        }
    }
    Some(row)
}

/// Whether a row says something under a label, as only providers do.
fn is_labelled(row: &PageRow) -> bool {
    row.cells.iter().any(|(meaning, _)| !matches!(meaning, Meaning::Name | Meaning::Purpose))
}

fn has_label(text: &RichText) -> bool {
    label::split(text).is_some_and(|found| matches!(found.header, Header::Known(_)))
}

/// Whether the links of a list only lead about the page or the site.
fn leads_about(list: &List) -> bool {
    let links = || list.items.iter().filter_map(|item| item.text.links.first());
    let inside = |target: &str| target.starts_with('#') || target.starts_with('/');
    links().count() * 2 > list.items.len() && links().all(|link| inside(&link.target))
}

/// The longest name, in words.
const LONGEST_NAME: usize = 8;

fn item_row(item: &ListItem, context: &Context) -> Option<PageRow> {
    let (name, rest) = split_name(&item.text);
    if !is_name(&name.text) {
        return None;
    }
    let mut row = row(&name, context);
    if !rest.is_empty() {
        add_detail(&mut row, &rest);
    }
    item.below.iter().for_each(|text| add_detail(&mut row, text));
    Some(row)
}

/// Whether a text can be a name: short, with a capital or a digit, and no sentence.
pub fn is_name(text: &str) -> bool {
    let words = text.split_whitespace().count();
    (1..=LONGEST_NAME).contains(&words)
        && (!text.ends_with(['.', '?', '!', ';'])
            || text.rsplit(' ').next().is_some_and(is_legal_form))
        && text.chars().any(|c| c.is_uppercase() || c.is_ascii_digit() || c == '.')
}

/// What stands before the first mark between a name and a remark, and what stands after it. A mark
/// in brackets is part of the name.
fn split_name(text: &RichText) -> (RichText, RichText) {
    const MARKS: &[&str] = &[" \u{2013} ", " \u{2014} ", " - ", ": ", "\n", "\u{2014}"];
    let mut depth = 0_usize;
    for (at, c) in text.text.char_indices() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        let mark = MARKS.iter().find(|mark| text.text[at..].starts_with(**mark));
        if let (0, Some(mark)) = (depth, mark) {
            let after = at + mark.len();
            return (text.piece(0..at), text.piece(after..text.text.len()));
        }
    }
    (text.clone(), RichText::default())
}

fn row(name: &RichText, context: &Context) -> PageRow {
    let headings = context.path();
    PageRow {
        name: Some(name_cell::read(name)),
        cells: [(Meaning::Name, name.clone())].into(),
        section: headings.last().map(|heading| heading.as_str().into()),
        headings: headings.into(),
        ..PageRow::at(name.span.clone())
    }
}

/// Adds what an item says besides the name: under its label, or else as the purpose.
fn add_detail(row: &mut PageRow, text: &RichText) {
    match label::split(text) {
        Some(found) => match found.header {
            Header::Known(meaning) if meaning != Meaning::Name => {
                row.cells.get_or_add(meaning).append_first(found.value);
            }
            _ => row.others.push((found.label, found.value)),
        },
        None if is_link(text) => row.cells.get_or_add(Meaning::Link).append_first(text.clone()),
        None => row.cells.get_or_add(Meaning::Purpose).append_first(text.clone()),
    }
}
