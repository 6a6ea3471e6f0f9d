//! Makes a register of tables that passed all checks.

use crate::cell_types::Key;
use crate::read::{TypedTable, TypedTables};
use crate::register::{Engagement, Practice, Register, Vocabulary};
use crate::tables::every_vocabulary;
use crate::tables::row::RegisterFile;

/// Links tables in which no problem was found.
pub(super) fn link(file: RegisterFile, tables: TypedTables<'_>) -> Register {
    let mut features = Children::of(tables.engagement_features, |row| &row.engagement);
    let mut storage = Children::of(tables.storage, |row| &row.engagement);
    let mut disclosures = Children::of(tables.disclosures, |row| &row.engagement);
    let mut contract_facts = Children::of(tables.contract_facts, |row| &row.engagement);
    let mut subjects = Children::of(tables.practice_subjects, |row| &row.practice);
    let mut recipients = Children::of(tables.practice_recipients, |row| &row.practice);
    macro_rules! vocabulary {
        (vocabularies { $(#[$doc:meta] $name:ident: $row:ty,)* }) => {
            Vocabulary { $($name: rows(tables.$name),)* }
        };
    }
    Register {
        file,
        vocabulary: every_vocabulary!(vocabulary),
        providers: rows(tables.providers),
        identifiers: rows(tables.identifiers),
        successions: rows(tables.successions),
        engagements: linked(tables.engagements, |row| Engagement {
            features: features.take(&row.key),
            storage: storage.take(&row.key),
            disclosures: disclosures.take(&row.key),
            contract_facts: contract_facts.take(&row.key),
            row,
        }),
        practices: linked(tables.practices, |row| Practice {
            subjects: subjects.take(&row.key),
            recipients: recipients.take(&row.key),
            row,
        }),
        listings: rows(tables.listings),
        accepted_findings: rows(tables.accepted_findings),
    }
}

fn rows<R>(table: TypedTable<'_, R>) -> Vec<R> {
    table.rows.into_iter().map(|located| located.row).collect()
}

/// Turns every row into what it is together with its children, from the last row to the first.
fn linked<R, L>(table: TypedTable<'_, R>, mut link: impl FnMut(R) -> L) -> Vec<L> {
    let mut rows = rows(table);
    let mut linked = Vec::with_capacity(rows.len());
    while let Some(row) = rows.pop() {
        linked.push(link(row));
        release_memory(&mut rows);
    }
    linked.reverse();
    linked
}

/// Frees the memory of rows that were taken from the end, from time to time, so that a large table is
/// never in memory twice.
fn release_memory<R>(rows: &mut Vec<R>) {
    const STEP: usize = 4096;
    if rows.capacity() - rows.len() >= STEP {
        rows.shrink_to_fit();
    }
}

/// Rows that belong to rows of another table. They are handed out from the last to the first, which
/// works because both tables are sorted by the same keys.
struct Children<R> {
    rows: Vec<R>,
    parent: fn(&R) -> &Key,
}

impl<R> Children<R> {
    fn of(table: TypedTable<'_, R>, parent: fn(&R) -> &Key) -> Self {
        Self { rows: rows(table), parent }
    }

    /// The rows that belong to the last parent to which none were given yet.
    fn take(&mut self, key: &Key) -> Vec<R> {
        let count = self.rows.iter().rev().take_while(|row| (self.parent)(row) == key).count();
        let taken = self.rows.drain(self.rows.len() - count..).collect();
        release_memory(&mut self.rows);
        taken
    }
}
