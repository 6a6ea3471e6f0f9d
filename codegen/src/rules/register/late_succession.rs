//! `late-succession`: a succession that shows in an earlier edition than the one it names.

use crate::hashing::{HashMap, HashSet};
use crate::problem::{Code, Problem};
use crate::read::{AnyTable as _, Draft};

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

pub(super) fn check(draft: &Draft<'_>, problems: &mut Vec<Problem>) {
    let Some(register) = &draft.register else { return };
    let tables = &draft.tables;
    // A row that was refused may be the one that lists the predecessor.
    if !tables.listings.is_whole() || !tables.engagements.is_whole() {
        return;
    }
    let editions = draft.editions();
    let mut lists = Lists::new(draft);
    let table = &tables.successions;
    for entry in table.rows.iter().filter(|entry| entry.row.withdrawn.known().is_none()) {
        let row = &entry.row;
        let Some(named) = draft.edition(&row.edition) else { continue };
        let mut shows =
            |at: usize| lists.has(at, &row.successor) && !lists.has(at, &row.predecessor);
        let mut first = named;
        while first > 0 && shows(first - 1) {
            first -= 1;
        }
        let before = (0..first).any(|at| lists.has(at, &row.predecessor));
        if first < named && before {
            let message = format!(
                "edition {} lists `{}` already and no longer `{}`",
                editions[first].id, row.successor, row.predecessor
            );
            problems.push(
                table
                    .problem(&CODE, entry.line, "edition", message)
                    .help(format!("write {}", editions[first].id))
                    .related(register.place(&format!("/editions/{first}/id")), "the edition"),
            );
        }
    }
}

/// Which providers each edition lists, found out where it is asked.
struct Lists<'f, 's> {
    draft: &'f Draft<'s>,
    /// The providers that the rows of a document list.
    by_document: HashMap<&'f str, Vec<&'f str>>,
    by_edition: HashMap<usize, HashSet<&'f str>>,
}

impl<'f, 's> Lists<'f, 's> {
    fn new(draft: &'f Draft<'s>) -> Self {
        let engagements = &draft.tables.engagements.rows;
        let providers: HashMap<&str, &str> = (engagements.iter())
            .map(|entry| (entry.row.key.as_str(), entry.row.provider.as_str()))
            .collect();
        let mut by_document: HashMap<&str, Vec<&str>> = HashMap::default();
        for entry in &draft.tables.listings.rows {
            let engagement = entry.row.engagement.known().map(|key| key.as_str());
            if let Some(provider) = engagement.and_then(|key| providers.get(key)) {
                by_document.entry(&entry.row.document).or_default().push(provider);
            }
        }
        Self { draft, by_document, by_edition: HashMap::default() }
    }

    /// Whether the edition at a position lists a provider.
    fn has(&mut self, edition: usize, provider: &str) -> bool {
        let (draft, by_document) = (self.draft, &self.by_document);
        let listed = self.by_edition.entry(edition).or_insert_with(|| {
            let documents = &draft.editions()[edition].documents;
            let rows = documents.iter().filter_map(|document| by_document.get(document.as_str()));
            rows.flatten().copied().collect()
        });
        listed.contains(provider)
    }
}
