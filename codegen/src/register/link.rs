//! From checked tables to the register.

use super::{Engagement, Practice, Register, Vocabulary};
use crate::cell_types::Key;
use crate::compile::Table;
use crate::row::RegisterFile;
use crate::tables::Tables;

impl Register {
    /// Links tables in which no problem was found.
    pub(crate) fn link(file: RegisterFile, tables: Tables<'_>) -> Self {
        let mut features = Children::of(tables.engagement_features, |row| &row.engagement);
        let mut disclosures = Children::of(tables.disclosures, |row| &row.engagement);
        let mut subjects = Children::of(tables.practice_subjects, |row| &row.practice);
        let mut recipients = Children::of(tables.practice_recipients, |row| &row.practice);
        Self {
            file,
            vocabulary: Vocabulary {
                collection_methods: rows(tables.collection_methods),
                contexts: rows(tables.contexts),
                countries: rows(tables.countries),
                data_categories: rows(tables.data_categories),
                data_subjects: rows(tables.data_subjects),
                dpv_terms: rows(tables.dpv_terms),
                features: rows(tables.features),
                fideslang_terms: rows(tables.fideslang_terms),
                legal_bases: rows(tables.legal_bases),
                purposes: rows(tables.purposes),
                safeguards: rows(tables.safeguards),
                sections: rows(tables.sections),
                service_categories: rows(tables.service_categories),
            },
            providers: rows(tables.providers),
            successions: rows(tables.successions),
            engagements: rows(tables.engagements)
                .into_iter()
                .map(|row| Engagement {
                    features: features.take(&row.key),
                    disclosures: disclosures.take(&row.key),
                    row,
                })
                .collect(),
            practices: rows(tables.practices)
                .into_iter()
                .map(|row| Practice {
                    subjects: subjects.take(&row.key),
                    recipients: recipients.take(&row.key),
                    row,
                })
                .collect(),
            accepted_findings: rows(tables.accepted_findings),
        }
    }
}

fn rows<R>(table: Table<'_, R>) -> Vec<R> {
    table.rows.into_iter().map(|entry| entry.row).collect()
}

/// Rows that belong to those of another table, and are given to them one after the other: without
/// a problem both tables are in the order of the same keys.
struct Children<R> {
    rows: std::vec::IntoIter<R>,
    parent: fn(&R) -> &Key,
}

impl<R> Children<R> {
    fn of(table: Table<'_, R>, parent: fn(&R) -> &Key) -> Self {
        Self { rows: rows(table).into_iter(), parent }
    }

    /// The rows that belong to the next parent.
    fn take(&mut self, key: &Key) -> Vec<R> {
        let parent = self.parent;
        let count = self.rows.as_slice().iter().take_while(|row| parent(row) == key).count();
        self.rows.by_ref().take(count).collect()
    }
}
