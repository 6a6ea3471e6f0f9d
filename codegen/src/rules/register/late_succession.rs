//! `late-succession`: a succession that shows in an earlier edition than the one it names.

use super::rows_by_key::RowsByKey;
use crate::hashing::{HashMap, HashSet};
use crate::problem::{Code, Problem};
use crate::read::{AnyTable as _, LocatedRow, Parsed};
use crate::tables::row::SuccessionRow;

pub(super) static CODE: Code = Code {
    name: "late-succession",
    refuses: "A succession whose `edition` is later than the first one in which it shows: the edition before it lists the successor already and no longer the predecessor.",
    why: "A succession holds from its edition on. When an older edition is added between two others, what seemed to happen in the later one may have happened there.",
    mend: "Write the first edition that lists the successor and no longer the predecessor.",
    example: (
        "edition 2025-11-17, where 2022-03-10 lists google-workspace and no g-suite",
        "edition 2022-03-10",
    ),
    ..Code::RULE
};

pub(super) fn check(parsed: &Parsed<'_>, problems: &mut Vec<Problem>) {
    let Some(register) = &parsed.register else { return };
    let tables = &parsed.tables;
    // A row that was refused may be the one that lists the predecessor.
    if !tables.listings.is_whole() || !tables.engagements.is_whole() {
        return;
    }
    let editions = parsed.editions();
    let table = &tables.successions;
    if table.rows.is_empty() {
        return;
    }
    let mut providers = ProvidersOfEditions::new(parsed);
    for LocatedRow { line, row } in &table.rows {
        if row.is_withdrawn() {
            continue;
        }
        let Some(named) = parsed.edition(&row.edition) else { continue };
        let first = providers.first_after(row, named);
        let before = (0..first).any(|at| providers.include(at, &row.predecessor));
        if first < named && before {
            let message = format!(
                "edition {} lists `{}` already and no longer `{}`",
                editions[first].id, row.successor, row.predecessor
            );
            problems.push(
                table
                    .problem(&CODE, *line, "edition", message)
                    .help(format!("write {}", editions[first].id))
                    .related(register.place(&format!("/editions/{first}/id")), "the edition"),
            );
        }
    }
}

/// The providers that each edition lists, collected when they are first asked for.
struct ProvidersOfEditions<'d, 's> {
    parsed: &'d Parsed<'s>,
    by_document: HashMap<&'d str, Vec<&'d str>>,
    by_edition: HashMap<usize, HashSet<&'d str>>,
}

impl<'d, 's> ProvidersOfEditions<'d, 's> {
    fn new(parsed: &'d Parsed<'s>) -> Self {
        let engagements =
            RowsByKey::new(&parsed.tables.engagements.rows, |located| &located.row.key);
        let mut by_document: HashMap<&str, Vec<&str>> = HashMap::default();
        for LocatedRow { row, .. } in &parsed.tables.listings.rows {
            let engagement = row.engagement.known().and_then(|key| engagements.get(key));
            if let Some(LocatedRow { row: engagement, .. }) = engagement {
                by_document.entry(&row.document).or_default().push(&engagement.provider);
            }
        }
        Self { parsed, by_document, by_edition: HashMap::default() }
    }

    /// Whether the edition at a position lists a provider.
    fn include(&mut self, edition: usize, provider: &str) -> bool {
        let (parsed, by_document) = (self.parsed, &self.by_document);
        let listed = self.by_edition.entry(edition).or_insert_with(|| {
            let documents = parsed.editions()[edition].documents.iter();
            let rows = documents.filter_map(|document| by_document.get(document.as_str()));
            rows.flatten().copied().collect()
        });
        listed.contains(provider)
    }

    /// The first of the editions up to the named one that all list the successor and not the
    /// predecessor; the named one where the edition before it does not.
    fn first_after(&mut self, succession: &SuccessionRow, named: usize) -> usize {
        let mut first = named;
        while first > 0
            && self.include(first - 1, &succession.successor)
            && !self.include(first - 1, &succession.predecessor)
        {
            first -= 1;
        }
        first
    }
}
