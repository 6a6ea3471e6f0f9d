//! Records about kinds of data: they have no names, so their order and the providers that they name
//! tell which is which.

use std::collections::BTreeSet;

use super::differ::{DIGESTS, NO_DIGEST, NOT_ON_PAGE};
use super::verdict::{Aspect, Difference, NotCompared, RowVerdict, Verdict};
use crate::published::digests::Digests;
use crate::published::edition_content::EditionContent;
use crate::published::names::NameIndex;
use crate::published::page::{Page, PageRow};
use crate::published::rich::RichText;

/// Larger tables of pairs are not made; such pages are compared record by record.
const MAX_PAIRS: usize = 4_000_000;

type Named = BTreeSet<String>;

/// What tells a record from others.
struct Identity {
    recipients: Named,
    digests: Digests,
}

impl Identity {
    /// Whether two records name the same providers and say the same, as far as both have digests.
    fn is_same(&self, other: &Self) -> bool {
        let (mine, theirs) = (self.digests.all(), other.digests.all());
        self.recipients == other.recipients
            && mine.iter().zip(theirs).all(|(a, b)| a.is_none() || b.is_none() || **a == *b)
    }
}

/// Compares the records of a page with those of an edition, and says what could not be compared.
pub fn compare(
    page: &Page,
    held: &EditionContent,
    names: &NameIndex,
) -> (Vec<RowVerdict>, Vec<NotCompared>) {
    let identity = |row: &PageRow| Identity {
        recipients: row.all_cells().flat_map(|cell| names.mentioned(&cell.text)).collect(),
        digests: Digests::of(row),
    };
    let on_page: Vec<Identity> = page.rows.iter().map(identity).collect();
    let known: Vec<Identity> = (held.records.iter())
        .map(|record| Identity {
            recipients: record.recipients.clone(),
            digests: record.digests.clone(),
        })
        .collect();
    let mut verdicts = Vec::new();
    let mut last = 0..0;
    for (row, record) in align(&on_page, &known) {
        let mut verdict = match (row, record) {
            (Some(row), Some(record)) => {
                let (found, known) = (&on_page[row], &known[record]);
                let mut differences = digest_differences(&page.rows[row], found, known);
                differences.extend(difference(
                    &page.rows[row],
                    &found.recipients,
                    &known.recipients,
                    names,
                ));
                let mut verdict = record_verdict(page, row, RowVerdict::judged(&differences));
                verdict.differences = differences;
                verdict
            }
            (Some(row), None) => record_verdict(page, row, Verdict::New),
            (None, record) => {
                let key = record.map_or("", |record| &held.records[record].key);
                RowVerdict::new(Verdict::Gone, key, last.clone())
            }
        };
        verdict.register_row = record.map(|record| held.records[record].key.clone());
        last = verdict.span.clone();
        verdicts.push(verdict);
    }
    (verdicts, not_compared(page, &known))
}

/// The meanings of which the register holds no digest, and those that the page lacks.
fn not_compared(page: &Page, known: &[Identity]) -> Vec<NotCompared> {
    let mut lacking = Vec::new();
    for (aspect, digest, meanings) in DIGESTS {
        let on_page = meanings.iter().any(|meaning| page.meanings.contains(meaning));
        let held = known.iter().any(|record| digest(&record.digests).is_some());
        let reason = match (on_page, held) {
            (true, false) => NO_DIGEST,
            (false, true) => NOT_ON_PAGE,
            _ => continue,
        };
        lacking.push(NotCompared { aspect, reason });
    }
    lacking
}

fn digest_differences(row: &PageRow, page: &Identity, held: &Identity) -> Vec<Difference> {
    let mut found = Vec::new();
    for (aspect, digest, meanings) in DIGESTS {
        if let (Some(own), Some(known)) = (digest(&page.digests), digest(&held.digests))
            && own != known
        {
            let cells: Vec<&RichText> =
                meanings.iter().filter_map(|meaning| row.cells.get(*meaning)).collect();
            let words: Vec<&str> = cells.iter().map(|cell| cell.text.as_str()).collect();
            found.push(Difference {
                aspect,
                is_cosmetic: false,
                page: words.join("\n"),
                register: String::new(),
                span: cells.first().map_or(row.span.clone(), |cell| cell.span.clone()),
            });
        }
    }
    found
}

fn record_verdict(page: &Page, row: usize, verdict: Verdict) -> RowVerdict {
    let record = &page.rows[row];
    let name = record
        .section
        .as_deref()
        .map_or_else(|| format!("record {}", record.number), str::to_owned);
    RowVerdict { row: Some(row), ..RowVerdict::new(verdict, &name, record.span.clone()) }
}

fn difference(row: &PageRow, page: &Named, held: &Named, names: &NameIndex) -> Vec<Difference> {
    if page == held {
        return Vec::new();
    }
    let only = |a: &Named, b: &Named| {
        let keys: Vec<&str> = a.difference(b).map(String::as_str).collect();
        if keys.is_empty() { "no other".to_owned() } else { keys.join(", ") }
    };
    // Where the first provider stands that only the page names, or else where it names any.
    let says = |cell: &&RichText, wanted: &Named| {
        names.mentioned(&cell.text).iter().any(|key| wanted.contains(key))
    };
    let new: Named = page.difference(held).cloned().collect();
    let cell = row.all_cells().find(|cell| says(cell, &new));
    let cell = cell.or_else(|| row.all_cells().find(|cell| says(cell, page)));
    vec![Difference {
        aspect: Aspect::Recipients,
        is_cosmetic: false,
        page: only(page, held),
        register: only(held, page),
        span: cell.map_or(row.span.clone(), |cell| cell.span.clone()),
    }]
}

/// A record of the page and one of the register that are the same, or one of them alone.
type Pair = (Option<usize>, Option<usize>);

/// Pairs the records in order. Those that are the same go together; what is left between
/// two such pairs goes together in its order.
fn align(page: &[Identity], held: &[Identity]) -> Vec<Pair> {
    let mut anchors = anchors(page, held);
    anchors.push((page.len(), held.len()));
    let mut pairs = Vec::new();
    let (mut row, mut record) = (0, 0);
    for (next_row, next_record) in anchors {
        let both = (next_row - row).min(next_record - record);
        pairs.extend((0..both).map(|at| (Some(row + at), Some(record + at))));
        pairs.extend((row + both..next_row).map(|row| (Some(row), None)));
        pairs.extend((record + both..next_record).map(|record| (None, Some(record))));
        if next_row < page.len() && next_record < held.len() {
            pairs.push((Some(next_row), Some(next_record)));
        }
        (row, record) = (next_row + 1, next_record + 1);
    }
    pairs
}

/// The longest run of equal pairs that rises on both sides.
fn anchors(page: &[Identity], held: &[Identity]) -> Vec<(usize, usize)> {
    if page.len() * held.len() > MAX_PAIRS {
        return Vec::new();
    }
    let width = held.len() + 1;
    let mut lengths = vec![0_u32; (page.len() + 1) * width];
    for row in (0..page.len()).rev() {
        for record in (0..held.len()).rev() {
            let at = row * width + record;
            lengths[at] = if page[row].is_same(&held[record]) {
                lengths[at + width + 1] + 1
            } else {
                lengths[at + width].max(lengths[at + 1])
            };
        }
    }
    let (mut row, mut record) = (0, 0);
    let mut anchors = Vec::new();
    while row < page.len() && record < held.len() {
        let at = row * width + record;
        if page[row].is_same(&held[record]) {
            anchors.push((row, record));
            (row, record) = (row + 1, record + 1);
        } else if lengths[at + width] >= lengths[at + 1] {
            row += 1;
        } else {
            record += 1;
        }
    }
    anchors
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn records_are_paired_in_order() {
        let set = |names: &str| names.chars().map(String::from).collect::<Named>();
        let pairs = |page: &[&str], held: &[&str]| {
            let records = |names: &[&str]| -> Vec<Identity> {
                let record =
                    |names: &&str| Identity { recipients: set(names), digests: Digests::default() };
                names.iter().map(record).collect()
            };
            align(&records(page), &records(held))
        };
        let both = |row, record| (Some(row), Some(record));
        assert_eq!(pairs(&["a", "b"], &["a", "b"]), [both(0, 0), both(1, 1)]);
        assert_eq!(pairs(&["a", "c"], &["a", "b", "c"]), [both(0, 0), (None, Some(1)), both(1, 2)]);
        assert_eq!(pairs(&["a", "x", "c"], &["a", "b", "c"]), [both(0, 0), both(1, 1), both(2, 2)]);
        assert_eq!(pairs(&["a", "x"], &["a"]), [both(0, 0), (Some(1), None)]);
    }
}
