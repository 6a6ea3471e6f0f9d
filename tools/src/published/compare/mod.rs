//! Comparing a page with one edition of a register.

mod assign;
mod differ;
mod records;
pub mod remarks;
mod sections;
mod units;
mod verdict;

use std::collections::{HashMap, HashSet};

use assign::{Assigned, assign};
use differ::Differ;
use sections::Sections;
pub use units::{Unit, units};
pub use verdict::{Aspect, Difference, NotCompared, Remark, RemarkCode, RowVerdict, Verdict};

use super::columns::is_list_title;
use super::edition_content::EditionContent;
use super::locations::Countries;
use super::names::{MatchKind, NameIndex};
use super::page::{Page, Unread};
use crate::out_of_order::out_of_order;

/// What a register knows that a page is read with.
pub struct Known<'k> {
    /// The edition.
    pub held: &'k EditionContent,
    /// The names of all providers.
    pub names: &'k NameIndex,
    /// The names of countries.
    pub countries: &'k Countries,
}

/// A page compared with an edition.
#[derive(Debug)]
pub struct Comparison {
    /// The edition.
    pub edition: String,
    /// The verdicts: the page's rows in order, and what is gone where it would stand.
    pub rows: Vec<RowVerdict>,
    /// What could not be compared.
    pub not_compared: Vec<NotCompared>,
    /// How many rows the page has.
    pub page_rows: usize,
    /// How many rows the edition has.
    pub held_rows: usize,
}

/// Compares a page with an edition.
pub fn compare(page: &Page, known: &Known<'_>) -> Comparison {
    if page.rows.is_empty() {
        return nothing_read(page, known.held);
    }
    let (mut rows, not_compared, held_rows) = if page.has_records {
        let (rows, not_compared) = records::compare(page, known.held, known.names);
        (rows, not_compared, known.held.records.len())
    } else {
        let (rows, not_compared) = providers(page, known);
        (rows, not_compared, known.held.rows.len())
    };
    rows.extend(page.unreadable.iter().map(unreadable));
    rows.sort_by_key(|row| row.span.start);
    for row in &mut rows {
        row.section = row.row.and_then(|index| known.countries.section(&page.rows[index]));
        // A row of several parts is one row: what deserves a look is said with the first.
        if let Some(index) = row.row.filter(|_| row.part.is_none_or(|part| part == 1)) {
            row.remarks.splice(0..0, remarks::of_row(page, &page.rows[index]));
        }
    }
    Comparison {
        edition: known.held.edition.clone(),
        rows,
        not_compared,
        page_rows: page.rows.len(),
        held_rows,
    }
}

fn unreadable(unread: &Unread) -> RowVerdict {
    RowVerdict {
        reason: match unread.rows {
            0 | 1 => unread.reason.clone(),
            rows => format!("{} ({rows} rows)", unread.reason),
        },
        ..RowVerdict::new(Verdict::Unreadable, "", unread.span.clone())
    }
}

/// A page of which no row was read says nothing of any row of the register.
fn nothing_read(page: &Page, held: &EditionContent) -> Comparison {
    let whole = Unread {
        span: 0..0,
        reason: "no row was found on the page, so nothing was compared; name its columns with \
                 `--columns`, or save it in another form"
            .to_owned(),
        rows: 0,
    };
    let held_rows = held.rows.len().max(held.records.len());
    let all = page.unreadable.iter().chain(Some(&whole).filter(|_| held_rows > 0));
    Comparison {
        edition: held.edition.clone(),
        rows: all.map(unreadable).collect(),
        not_compared: Vec::new(),
        page_rows: 0,
        held_rows,
    }
}

fn providers(page: &Page, known: &Known<'_>) -> (Vec<RowVerdict>, Vec<NotCompared>) {
    let units = units(page, known.names);
    let differ = Differ::new(page, known.held, &units, known.countries);
    let assigned = assign(&units, known.held, &differ);
    let mut first_rows: HashMap<&str, usize> = HashMap::new();
    for (unit, found) in units.iter().zip(&assigned) {
        if let Some((row, _)) = found {
            first_rows.entry(&known.held.rows[*row].provider).or_insert(unit.row);
        }
    }
    let mut rows = Vec::new();
    for (unit, found) in units.iter().zip(&assigned) {
        rows.push(match found {
            Some((row, how)) => matched(unit, *row, *how, known.held, &differ),
            None => unmatched(unit, page, &first_rows, known.held),
        });
    }
    let sections = Sections::learn(&units, page, known.held, &assigned);
    add_moves(&mut rows, &units, &assigned, &sections, page, known.held);
    for (index, remark) in remarks::duplicates(page, &units) {
        rows[index].remarks.push(remark);
    }
    add_unknown_sections(&mut rows, &units, &sections, page, known);
    rows.extend(gone(&units, &assigned, known.held));
    (rows, differ.not_compared)
}

fn verdict_of(unit: &Unit, verdict: Verdict) -> RowVerdict {
    RowVerdict {
        row: Some(unit.row),
        part: unit.part,
        ..RowVerdict::new(verdict, &unit.printed, unit.span.clone())
    }
}

fn matched(
    unit: &Unit,
    row: usize,
    how: MatchKind,
    held: &EditionContent,
    differ: &Differ<'_>,
) -> RowVerdict {
    let differences = differ.differences(unit, row);
    let row = &held.rows[row];
    let reason = if how.is_loose() { format!("matched {}", how.in_words()) } else { String::new() };
    RowVerdict {
        provider: Some(row.provider.clone()),
        how: Some(how),
        candidates: if how.is_loose() { unit.candidates.clone() } else { Vec::new() },
        register_row: Some(row.key.clone()),
        open: differ.open(unit),
        differences,
        reason,
        ..verdict_of(unit, Verdict::Same)
    }
}

/// What becomes of a row that the edition does not have. `first_rows` has the row of the page that
/// was matched first, by provider.
fn unmatched(
    unit: &Unit,
    page: &Page,
    first_rows: &HashMap<&str, usize>,
    held: &EditionContent,
) -> RowVerdict {
    let Some(candidate) = unit.provider() else {
        let reason = match unit.candidates.len() {
            0 => "the register knows no such name".to_owned(),
            several => format!("the name may mean {several} providers; a person must choose"),
        };
        let candidates = unit.candidates.clone();
        return RowVerdict { candidates, reason, ..verdict_of(unit, Verdict::New) };
    };
    let provider = candidate.provider.as_str();
    let (verdict, mut reason) = match (first_rows.get(provider), held.older.get(provider)) {
        (Some(row), _) => {
            let number = page.rows[*row].number;
            let reason = format!(
                "the edition has no further row of this provider; what it has is row {number}"
            );
            (Verdict::New, reason)
        }
        (None, Some(edition)) => {
            let reason = format!("the edition {edition} lists the provider, this one does not");
            (Verdict::Returned, reason)
        }
        (None, None) => {
            let reason = "no edition up to this one lists the provider".to_owned();
            (Verdict::New, reason)
        }
    };
    if candidate.how.is_loose() {
        reason = format!("{reason}; matched {}", candidate.how.in_words());
    }
    RowVerdict {
        provider: Some(provider.to_owned()),
        how: Some(candidate.how),
        candidates: unit.candidates.clone(),
        reason,
        ..verdict_of(unit, verdict)
    }
}

/// Adds to matched rows that they stand out of order or in another section, and judges them.
fn add_moves(
    rows: &mut [RowVerdict],
    units: &[Unit],
    assigned: &Assigned,
    sections: &Sections,
    page: &Page,
    held: &EditionContent,
) {
    let matched: Vec<(usize, usize)> = (assigned.iter().enumerate())
        .filter_map(|(index, found)| found.map(|(row, _)| (index, row)))
        .collect();
    let ranks: Vec<usize> = matched.iter().map(|(_, row)| *row).collect();
    for place in out_of_order(&ranks) {
        let (index, row) = matched[place];
        let number = page.rows[units[index].row].number;
        rows[index].differences.push(Difference {
            aspect: Aspect::Order,
            is_cosmetic: false,
            page: format!("row {number}"),
            register: format!("row {}", row + 1),
            span: units[index].span.clone(),
        });
    }
    for (index, row) in &matched {
        let known = &held.rows[*row].section;
        let found = sections.of(&page.rows[units[*index].row]);
        if let Some(found) = found.filter(|found| *found != known && sections.divide()) {
            let shown = |section: &Option<String>| section.as_deref().unwrap_or("none").to_owned();
            rows[*index].differences.push(Difference {
                aspect: Aspect::Section,
                is_cosmetic: false,
                page: shown(found),
                register: shown(known),
                span: units[*index].span.clone(),
            });
        }
    }
    for (index, _) in &matched {
        rows[*index].verdict = RowVerdict::judged(&rows[*index].differences);
    }
}

/// Says once of each section of the page that the register has its rows in no section.
fn add_unknown_sections(
    rows: &mut [RowVerdict],
    units: &[Unit],
    sections: &Sections,
    page: &Page,
    known: &Known<'_>,
) {
    let names: Vec<Option<String>> =
        page.rows.iter().map(|row| known.countries.section(row)).collect();
    if names.iter().collect::<HashSet<_>>().len() < 2 {
        return;
    }
    let mut named: HashSet<&String> = HashSet::new();
    for (verdict, unit) in rows.iter_mut().zip(units) {
        let Some(name) = &names[unit.row] else { continue };
        let row = &page.rows[unit.row];
        if sections.of(row) == Some(&None) && !is_list_title(name) && named.insert(name) {
            let message = format!("the register has no section for `{name}`");
            let span = unit.span.clone();
            verdict.remarks.push(Remark { code: RemarkCode::Section, message, span });
        }
    }
}

/// The rows of the edition that the page does not have, where they would stand.
fn gone(units: &[Unit], assigned: &Assigned, held: &EditionContent) -> Vec<RowVerdict> {
    let taken: HashSet<usize> = assigned.iter().flatten().map(|(row, _)| *row).collect();
    let mut spans = vec![None; held.rows.len()];
    for (unit, found) in units.iter().zip(assigned) {
        if let Some((row, _)) = found {
            spans[*row] = Some(unit.span.clone());
        }
    }
    // A name that may mean several providers may mean this one.
    let mut perhaps: HashMap<&str, &Unit> = HashMap::new();
    for (unit, _) in units.iter().zip(assigned).filter(|(_, found)| found.is_none()) {
        for candidate in &unit.candidates {
            perhaps.entry(&candidate.provider).or_insert(unit);
        }
    }
    let mut last = 0..0;
    let mut gone = Vec::new();
    for (index, row) in held.rows.iter().enumerate() {
        if let Some(span) = &spans[index] {
            last = span.clone();
        }
        if taken.contains(&index) {
            continue;
        }
        gone.push(RowVerdict {
            provider: Some(row.provider.clone()),
            register_row: Some(row.key.clone()),
            reason: perhaps
                .get(row.provider.as_str())
                .map_or(String::new(), |unit| format!("unless `{}` is meant for it", unit.printed)),
            ..RowVerdict::new(Verdict::Gone, &row.name, last.clone())
        });
    }
    gone
}
