//! Pages that put the same labels or questions over and over, each on a line of its own, with the
//! answers below: cards of providers, or records about kinds of data.

use std::collections::HashMap;
use std::ops::Range;

use super::{Context, PageRows, UnreadBlock, name_cell};
use crate::published::block::Block;
use crate::published::columns::{self, Header, Meaning};
use crate::published::normal::fold;
use crate::published::page::PageRow;
use crate::published::rich::RichText;

/// Reads a page of questions and answers, if it is one; returns what it left.
pub fn read(blocks: &[Block], rows: &mut PageRows) -> Option<Vec<UnreadBlock>> {
    let lines: Vec<&RichText> = blocks.iter().filter_map(line).collect();
    let labels = Labels::of(&lines);
    if labels.texts.len() < FEWEST_LABELS {
        return None;
    }
    let mut records = records(&lines, &labels);
    assign_lines_between_records(&mut records);
    rows.has_records = labels.are_questions();
    let table = rows.next_table();
    for record in records {
        rows.push(record.into_row(&labels, table, rows.has_records));
    }
    let left = blocks.iter().enumerate().filter(|(_, block)| line(block).is_none());
    Some(left.map(|(index, _)| (index, Context::default())).collect())
}

/// Fewer labels than these may be a coincidence.
const FEWEST_LABELS: usize = 3;
/// The longest label, in words.
const LONGEST_LABEL: usize = 25;

fn line(block: &Block) -> Option<&RichText> {
    match block {
        Block::Heading(_, text) | Block::Line { text, .. } => Some(text),
        _ => None,
    }
}

/// The lines that come over and over, in the order in which they come first.
struct Labels {
    texts: Vec<String>,
    by_form: HashMap<String, usize>,
}

impl Labels {
    fn of(lines: &[&RichText]) -> Self {
        let forms: Vec<String> = lines.iter().map(|line| fold(&line.text)).collect();
        let mut counts: HashMap<&str, (usize, usize)> = HashMap::new();
        for (at, form) in forms.iter().enumerate() {
            counts.entry(form).or_insert((at, 0)).1 += 1;
        }
        let mut found: Vec<(usize, usize, &str)> = (counts.iter())
            .filter(|(_, (at, count))| *count >= 2 && may_be_label(&lines[*at].text))
            .map(|(form, (at, count))| (*at, *count, *form))
            .collect();
        let most = found.iter().map(|(_, count, _)| *count).max().unwrap_or_default();
        // One may be lost here and there.
        found.retain(|(_, count, _)| count * 5 >= most * 4);
        found.sort_unstable();

        let mut lines_before: HashMap<&str, HashMap<&str, usize>> = HashMap::new();
        for pair in forms.windows(2) {
            *lines_before.entry(&pair[1]).or_default().entry(&pair[0]).or_default() += 1;
        }
        let mut labels = Self { texts: Vec::new(), by_form: HashMap::new() };
        for (at, count, form) in found {
            // What mostly stands right after a label is an answer that comes over and over.
            let before = lines_before.get(form).into_iter().flatten();
            let after_label = before.filter(|(line, _)| labels.by_form.contains_key(**line));
            if after_label.map(|(_, count)| count).sum::<usize>() * 2 <= count {
                labels.by_form.insert(form.to_owned(), labels.texts.len());
                labels.texts.push(lines[at].text.trim_end_matches(':').to_owned());
            }
        }
        labels
    }

    fn find(&self, line: &RichText) -> Option<usize> {
        self.by_form.get(&fold(&line.text)).copied()
    }

    /// Whether they ask about data, and do not describe a provider.
    fn are_questions(&self) -> bool {
        self.texts
            .iter()
            .any(|text| text.ends_with('?') || columns::header(text) == Some(Header::Other))
    }
}

fn may_be_label(text: &str) -> bool {
    let words = text.split_whitespace().count();
    (1..=LONGEST_LABEL).contains(&words)
        && (text.ends_with('?') || columns::header(text.trim_end_matches(':')).is_some())
}

/// What stands under one round of the labels.
#[derive(Default)]
struct Record {
    /// Lines above the first label.
    above: Vec<RichText>,
    answers: Vec<(usize, RichText)>,
    span: Range<usize>,
}

fn records(lines: &[&RichText], labels: &Labels) -> Vec<Record> {
    let mut records: Vec<Record> = Vec::new();
    let mut above = Vec::new();
    for line in lines {
        let last = records.last().and_then(|record| record.answers.last());
        let last_label = last.map(|(label, _)| *label);
        if let Some(label) = labels.find(line) {
            if last_label.is_none_or(|last| label <= last) {
                let above = std::mem::take(&mut above);
                records.push(Record { above, answers: Vec::new(), span: line.span.clone() });
            }
            if let Some(record) = records.last_mut() {
                record.answers.push((label, RichText::default()));
            }
            continue;
        }
        let answer = records.last_mut().and_then(|record| record.answers.last_mut());
        match answer {
            // Behind the last answer the next record may have begun.
            Some((label, text)) if *label + 1 < labels.texts.len() || text.is_empty() => {
                text.append_first((*line).clone());
            }
            _ => above.push((*line).clone()),
        }
    }
    if let (Some(last), false) = (records.last_mut(), above.is_empty())
        && let Some((_, text)) = last.answers.last_mut()
    {
        above.iter().for_each(|line| text.append(line));
    }
    records
}

/// Lines between two records are the title of the second, if most have one, or else a part of the
/// last answer; but where the first label is lost, they stand for its answer.
fn assign_lines_between_records(records: &mut [Record]) {
    let titled = records.iter().skip(1).filter(|record| !record.above.is_empty()).count();
    let have_titles = records.len() > 1 && titled * 2 > records.len() - 1;
    if let Some(first) = records.first_mut() {
        let title = first.above.pop().filter(|_| have_titles);
        first.above = title.into_iter().collect();
    }
    for at in 1..records.len() {
        let is_whole = records[at].answers.first().is_some_and(|(label, _)| *label == 0);
        let title = if have_titles { records[at].above.pop() } else { None };
        if have_titles || is_whole {
            let rest = std::mem::take(&mut records[at].above);
            if let Some((_, text)) = records[at - 1].answers.last_mut() {
                rest.iter().for_each(|line| text.append(line));
            }
        }
        records[at].above.extend(title);
    }
}

impl Record {
    fn into_row(self, labels: &Labels, table: usize, is_record: bool) -> PageRow {
        let title = self.above.first().cloned();
        let span = title.as_ref().map_or(self.span, |title| title.span.clone());
        let mut row = PageRow { table, ..PageRow::at(span) };
        if is_record {
            let is_title = self.above.len() == 1;
            row.section = title.filter(|_| is_title).map(|title| title.text.into());
            if !is_title {
                row.others.extend(self.above.into_iter().map(|line| (String::new(), line)));
            }
        } else if let Some(title) = title {
            row.name = Some(name_cell::read(&title));
            *row.cells.get_or_add(Meaning::Name) = title;
        }
        for (label, answer) in self.answers {
            let text = &labels.texts[label];
            match columns::header(text) {
                Some(Header::Known(Meaning::Name) | Header::Provider) if row.name.is_none() => {
                    row.name = Some(name_cell::read(&answer));
                    *row.cells.get_or_add(Meaning::Name) = answer;
                }
                Some(Header::Known(meaning)) => {
                    row.cells.get_or_add(meaning).append_first(answer);
                }
                _ => row.others.push((text.clone(), answer)),
            }
        }
        row
    }
}
