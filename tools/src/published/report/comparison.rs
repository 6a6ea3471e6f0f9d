//! What a comparison found, in words.

use std::collections::BTreeMap;

use super::json::comparison_lines;
use super::{Finding, Level, Mark, Report, short};
use crate::page::prose;
use crate::published::compare::{Aspect, Comparison, Difference, RemarkCode, RowVerdict, Verdict};
use crate::published::page::Page;

/// The codes of findings on a page, with what they mean.
pub fn page_codes() -> Vec<(&'static str, &'static str)> {
    use Verdict::{Changed, Cosmetic, Gone, Moved, New, Renamed, Returned, Unreadable};
    let verdicts = [Changed, Renamed, Moved, New, Returned, Gone, Unreadable, Cosmetic];
    let mut codes: Vec<_> = verdicts.map(|verdict| (verdict.word(), verdict.meaning())).into();
    codes.push(("open", "Words about places that a person must read."));
    codes.push(("not-read", "A table, a list or a line that was not read."));
    codes.extend(RemarkCode::ALL.map(|code| (code.word(), code.meaning())));
    codes
}

/// The report on a page.
pub fn comparison<'p>(page: &'p Page, comparison: &Comparison) -> Report<'p> {
    let mut findings = Vec::new();
    for row in &comparison.rows {
        findings.extend(verdict(page, row, comparison));
        findings.extend(row.remarks.iter().map(|remark| Finding {
            level: Level::Warning,
            code: remark.code.word(),
            message: format!("{}: {}", who(page, row), remark.message),
            marks: vec![Mark { span: remark.span.clone(), label: String::new() }],
            notes: Vec::new(),
        }));
        findings.extend(row.open.iter().map(|text| Finding {
            level: Level::Note,
            code: "open",
            message: format!(
                "{}: the place is in words that are not known; read it: `{}`",
                who(page, row),
                short(text)
            ),
            marks: vec![Mark { span: row.span.clone(), label: String::new() }],
            notes: Vec::new(),
        }));
    }
    findings.extend(page.not_read.iter().map(|unread| Finding {
        level: Level::Note,
        code: "not-read",
        message: match unread.rows {
            1 => format!("not read: {}", unread.reason),
            rows => format!("not read: {} ({rows} rows)", unread.reason),
        },
        marks: vec![Mark { span: unread.span.clone(), label: String::new() }],
        notes: Vec::new(),
    }));
    findings.sort_by_key(|finding| finding.marks.first().map_or(0, |mark| mark.span.start));
    Report {
        text: &page.text,
        findings,
        objects: comparison_lines(page, comparison),
        summary: summary(page, comparison),
        codes: page_codes(),
    }
}

/// A row as a sentence names it.
fn who(page: &Page, row: &RowVerdict) -> String {
    let name = short(&row.name);
    match row.row.map(|index| page.rows[index].number) {
        Some(number) => match row.part {
            Some(part) => format!("row {number}, part {part}, `{name}`"),
            None => format!("row {number} `{name}`"),
        },
        None => format!("`{name}`"),
    }
}

fn verdict(page: &Page, row: &RowVerdict, comparison: &Comparison) -> Option<Finding> {
    let who = who(page, row);
    let edition = &comparison.edition;
    let aspects = || {
        let mut words: Vec<&str> =
            row.differences.iter().map(|difference| difference.aspect.in_words()).collect();
        words.dedup();
        prose(&words)
    };
    let message = match row.verdict {
        Verdict::Same => return None,
        Verdict::Cosmetic => format!("{who} is written in another form: {}", aspects()),
        Verdict::Changed => format!("{who} says something else than the register: {}", aspects()),
        Verdict::Moved => format!("{who} stands elsewhere than in the register: {}", aspects()),
        Verdict::Renamed => format!("{who} has another name in the register"),
        Verdict::New => format!("{who} is not in the edition {edition}"),
        Verdict::Returned => format!("{who} is not in the edition {edition}, but in an older one"),
        Verdict::Gone => format!("{who} is in the edition {edition} and not on the page"),
        Verdict::Unreadable => "this cannot be read as a row".to_owned(),
    };
    let level = if row.verdict.is_drift() { Level::Error } else { Level::Note };
    let marks = if row.differences.is_empty() {
        let label = if row.verdict == Verdict::Gone && row.span.end > 0 {
            "in the register it comes after this"
        } else {
            ""
        };
        vec![Mark { span: row.span.clone(), label: label.to_owned() }]
    } else {
        row.differences.iter().map(mark).collect()
    };
    Some(Finding { level, code: row.verdict.word(), message, marks, notes: notes(row) })
}

fn mark(difference: &Difference) -> Mark {
    let Difference { aspect, page, register, span, .. } = difference;
    let label = match aspect {
        Aspect::Recipients => {
            format!("only the page names {page}; only the register names {register}")
        }
        _ if register.is_empty() => format!("{}: the words changed", aspect.in_words()),
        _ => format!("{}: `{page}` here, `{register}` in the register", aspect.in_words()),
    };
    Mark { span: span.clone(), label }
}

fn notes(row: &RowVerdict) -> Vec<String> {
    let mut notes = Vec::new();
    if !row.reason.is_empty() {
        notes.push(row.reason.clone());
    }
    if row.candidates.len() > 1 {
        let keys: Vec<String> =
            row.candidates.iter().map(|candidate| format!("`{}`", candidate.provider)).collect();
        notes.push(format!("it may be {}", keys.join(" or ")));
    } else if let Some(name) = &row.register_row {
        notes.push(format!("the register has it as `{name}`"));
    } else if let Some(provider) = &row.provider {
        notes.push(format!("the provider is `{provider}`"));
    }
    notes
}

/// How many rows there are of each verdict, and what was not compared.
fn summary(page: &Page, comparison: &Comparison) -> Vec<String> {
    let mut counts: BTreeMap<Verdict, usize> = BTreeMap::new();
    for row in &comparison.rows {
        *counts.entry(row.verdict).or_default() += 1;
    }
    let counts: Vec<String> =
        counts.iter().map(|(verdict, count)| format!("{count} {}", verdict.word())).collect();
    let noun = if page.has_records { "records" } else { "rows" };
    let mut lines = vec![format!(
        "{} {noun} on the page{}, {} in the edition {}: {}",
        comparison.page_rows,
        match comparison.rows.iter().filter(|row| row.part.is_some_and(|part| part > 1)).count() {
            0 => String::new(),
            more => format!(" with {} services", comparison.page_rows + more),
        },
        comparison.held_rows,
        comparison.edition,
        if counts.is_empty() { "nothing to compare".to_owned() } else { counts.join(", ") },
    )];
    let mut by_reason: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for lack in &comparison.not_compared {
        by_reason.entry(lack.reason).or_default().push(lack.aspect.in_words());
    }
    lines.extend(
        by_reason
            .iter()
            .map(|(reason, aspects)| format!("not compared: {}, because {reason}", prose(aspects))),
    );
    if let Some(encoding) = page.text.other_encoding() {
        lines.push(format!("the page is not UTF-8; it was read as {encoding}"));
    }
    lines
}
