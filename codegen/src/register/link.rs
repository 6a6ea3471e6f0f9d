//! From checked tables to the register.

use super::{Engagement, Practice, Register, Vocabulary};
use crate::compile::Table;
use crate::hashing::HashMap;
use crate::row::RegisterFile;
use crate::tables::Tables;

impl Register {
    /// Links tables in which no problem was found.
    pub(crate) fn link(file: RegisterFile, tables: Tables<'_>) -> Self {
        let mut features = grouped(rows(tables.engagement_features), |row| row.engagement.as_str());
        let mut disclosures = grouped(rows(tables.disclosures), |row| row.engagement.as_str());
        let mut subjects = grouped(rows(tables.practice_subjects), |row| row.practice.as_str());
        let mut recipients = grouped(rows(tables.practice_recipients), |row| row.practice.as_str());
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
                    features: features.remove(row.key.as_str()).unwrap_or_default(),
                    disclosures: disclosures.remove(row.key.as_str()).unwrap_or_default(),
                    row,
                })
                .collect(),
            practices: rows(tables.practices)
                .into_iter()
                .map(|row| Practice {
                    subjects: subjects.remove(row.key.as_str()).unwrap_or_default(),
                    recipients: recipients.remove(row.key.as_str()).unwrap_or_default(),
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

fn grouped<R>(rows: Vec<R>, parent: impl Fn(&R) -> &str) -> HashMap<String, Vec<R>> {
    let mut groups: HashMap<String, Vec<R>> = HashMap::default();
    for row in rows {
        groups.entry(parent(&row).to_owned()).or_default().push(row);
    }
    groups
}
