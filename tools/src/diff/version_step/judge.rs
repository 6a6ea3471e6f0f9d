//! Judges how far a release must move the version.

use std::collections::BTreeSet;

use service_providers_codegen::register::{Vocabulary, VocabularyRow, VocabularyVisitor};

use super::{Step, VersionChange};
use crate::diff::model::Diff;
use crate::diff::rows::{ReleaseRows, TableRows};
use crate::missing::NONE;
use crate::page::counted;

/// Compares the tables of a release with those of the one before, as they are and not as an edition
/// has them. `diff` is what changed between the editions in force.
pub fn judge(before: &ReleaseRows, after: &ReleaseRows, diff: Option<&Diff>) -> VersionChange {
    let mut verdict = VersionChange::default();
    let (old, new) = (before.format_version, after.format_version);
    if old != new {
        verdict.add(Step::Major, format!("the format changed from {old} to {new}"));
    }
    add_editions(before, after, &mut verdict);
    let (old, new) = (before.documents(), after.documents());
    verdict.gone.extend(old.difference(&new).map(|id| format!("document {id}")));
    for id in new.difference(&old) {
        verdict.add(Step::Minor, format!("new document {id}"));
    }
    let has_new_documents = !new.is_subset(&old);
    if verdict.reasons.is_empty() && before.register != after.register {
        verdict.add(Step::Patch, "register.json was corrected");
    }
    if let Some(diff) = diff {
        add_diff(diff, &mut verdict);
    }
    let paths: BTreeSet<&String> = before.tables.keys().chain(after.tables.keys()).collect();
    for path in paths {
        match (before.tables.get(path), after.tables.get(path)) {
            (Some(old), Some(new)) => {
                add_table(path, old, new, has_new_documents, &mut verdict);
            }
            (Some(old), None) => {
                verdict.add(Step::Major, format!("{path} is gone"));
                let no_rows = TableRows { columns: old.columns.clone(), ..TableRows::default() };
                add_table(path, old, &no_rows, false, &mut verdict);
            }
            (None, Some(_)) => verdict.add(Step::Minor, format!("new table {path}")),
            (None, None) => {}
        }
    }
    verdict.reasons.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
    verdict
}

/// Adds what changed in the list itself.
fn add_diff(diff: &Diff, verdict: &mut VersionChange) {
    for listed in &diff.added {
        verdict.add(Step::Minor, format!("{} is listed now", listed.provider));
    }
    for returned in &diff.returned {
        verdict.add(Step::Minor, format!("{} is listed again", returned.listed.provider));
    }
    for listed in &diff.retired {
        verdict.add(Step::Minor, format!("{} is listed no longer", listed.provider));
    }
    for event in &diff.succeeded {
        let join = |keys: &BTreeSet<String>| {
            keys.iter().map(String::as_str).collect::<Vec<_>>().join(", ")
        };
        verdict.add(Step::Minor, format!("{} became {}", join(&event.from), join(&event.to)));
    }
}

/// Adds the editions that are new or gone, and whether another one is in force.
fn add_editions(before: &ReleaseRows, after: &ReleaseRows, verdict: &mut VersionChange) {
    let (old, new) = (before.editions(), after.editions());
    let gone = old.iter().filter(|id| !new.contains(id));
    verdict.gone.extend(gone.map(|id| format!("edition {id}")));
    for (at, id) in new.iter().enumerate().filter(|(_, id)| !old.contains(id)) {
        // What an older edition says was true before as well, and corrects nothing.
        let what = match new[at..].iter().find(|later| old.contains(later)) {
            Some(later) => format!("new edition {id}, older than {later}"),
            None => format!("new edition {id}"),
        };
        verdict.add(Step::Minor, what);
    }
    if before.current() != after.current() {
        verdict.add(Step::Minor, format!("edition {} is in force now", after.current()));
    }
}

/// Adds what changed in a table. Rows that came with a new document are additions; otherwise they
/// correct what the documents say.
fn add_table(
    path: &str,
    old: &TableRows,
    new: &TableRows,
    has_new_documents: bool,
    verdict: &mut VersionChange,
) {
    let lacks = |of: &TableRows, column: &&String| !of.columns.contains(column);
    for column in old.columns.iter().filter(|column| lacks(new, column)) {
        verdict.add(Step::Major, format!("{path} lost its column {column}"));
    }
    for column in new.columns.iter().filter(|column| lacks(old, column)) {
        verdict.add(Step::Minor, format!("{path} has a new column {column}"));
    }
    let mut corrected = 0;
    for (key, row) in &old.rows {
        match new.rows.get(key) {
            None if is_lost(path, key, old, new) => {
                verdict.gone.push(format!("{path}: {}", key.join(", ")))
            }
            None => corrected += 1,
            Some(other) => {
                let same = |column: &String| old.cell(row, column) == new.cell(other, column);
                let shared = old.columns.iter().filter(|column| !lacks(new, column));
                corrected += usize::from(!shared.clone().all(same));
                let withdrawn = |table: &TableRows, row| {
                    table.cell(row, "withdrawn").is_some_and(|why| why != NONE)
                };
                if has_names(path) && withdrawn(new, other) && !withdrawn(old, row) {
                    verdict.add(Step::Minor, format!("{path}: {} is withdrawn", key.join(", ")));
                }
            }
        }
    }
    let added: Vec<&Vec<String>> =
        new.rows.keys().filter(|key| !old.rows.contains_key(*key)).collect();
    if has_names(path) {
        for key in &added {
            verdict.add(Step::Minor, format!("{path}: new key {}", key.join(", ")));
        }
    } else if has_new_documents && !added.is_empty() {
        verdict.add(Step::Minor, format!("{path}: {}", counted(added.len(), "new row")));
    } else {
        corrected += added.len();
    }
    if corrected > 0 {
        let verb = if corrected == 1 { "differs" } else { "differ" };
        verdict.add(Step::Patch, format!("{path}: {} {verb}", counted(corrected, "row")));
    }
}

/// Whether a succession shows in another edition now: one that was put between two others.
fn has_moved(path: &str, key: &[String], new: &TableRows) -> bool {
    path == "successions.csv"
        && new.rows.keys().any(|other| other.iter().take(2).eq(key.iter().take(2)))
}

/// Whether other people build on the keys of a table, as on names.
fn has_names(path: &str) -> bool {
    path == "providers.csv" || (path.starts_with("vocabulary/") && !is_of_outside_standard(path))
}

/// Whether the keys of a table belong to an outside standard. The register lists only the ones that
/// it uses, and the library has no enum of them.
fn is_of_outside_standard(path: &str) -> bool {
    struct Search<'p> {
        path: &'p str,
        found: bool,
    }
    impl VocabularyVisitor for Search<'_> {
        fn visit<R: VocabularyRow>(&mut self, _: &'static str, _: &'static str, _: &[R]) {
            self.found |= R::PATH == self.path && R::VARIANTS.is_none();
        }
    }
    let mut search = Search { path, found: false };
    Vocabulary::default().visit(&mut search);
    search.found
}

/// Whether a row that must stay for ever is gone.
pub fn is_lost(path: &str, key: &[String], old: &TableRows, new: &TableRows) -> bool {
    is_lasting(path, old) && !new.rows.contains_key(key) && !has_moved(path, key, new)
}

/// Whether the rows of a table are never removed. That is so if they have keys of their own, or if
/// they can be withdrawn.
fn is_lasting(path: &str, table: &TableRows) -> bool {
    !is_of_outside_standard(path)
        && (table.columns.first().is_some_and(|column| column == "key")
            || table.columns.iter().any(|column| column == "withdrawn"))
}
