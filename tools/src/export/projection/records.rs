//! The data transparency records of an edition.

use std::collections::BTreeSet;

use service_providers_codegen::row::{
    ListingRow, PracticeRecipientRow, PracticeRow, PracticeSubjectRow, RelationRow,
};
use service_providers_codegen::{
    Certainty, Key, RecipientRole, Register, Sharing, Stated, YesNo, register,
};

use super::KeysOrWord;
use crate::missing::{NONE, NOT_APPLICABLE, UNKNOWN};

/// A data transparency record of an edition.
pub struct Record<'r> {
    /// Its number in the edition, from 1.
    pub position: usize,
    /// Where it is published.
    pub listing: &'r ListingRow,
    /// What it says.
    pub row: &'r PracticeRow,
    /// The groups it concerns.
    pub subjects: &'r [PracticeSubjectRow],
    /// The providers it names.
    pub recipients: &'r [PracticeRecipientRow],
    relations: &'r [RelationRow],
}

/// The records that an edition publishes, in published order.
pub fn records<'r>(register: &'r Register, edition: &str) -> Vec<Record<'r>> {
    let records = register.published_records(edition).into_iter().enumerate();
    let record = |(index, record): (usize, register::PublishedRecord<'r>)| Record {
        position: index + 1,
        listing: record.listing,
        row: &record.practice.row,
        subjects: &record.practice.subjects,
        recipients: &record.practice.recipients,
        relations: &register.vocabulary.relations,
    };
    records.map(record).collect()
}

impl Record<'_> {
    /// The groups whose data it is. A group that only gives the data of others is left out. `none`
    /// if the data is collected from no user.
    pub fn data_subjects(&self) -> KeysOrWord<'_> {
        let none = self.subjects.iter().any(|row| row.relation == Stated::None);
        let own = self.subjects.iter().filter(|row| self.gives_own_data(row));
        let keys = own.filter_map(|row| Some(row.data_subject.known()?.as_str()));
        KeysOrWord::collect(keys, if none { NONE } else { UNKNOWN })
    }

    /// Whether the data is that of the group, by its relation to the data.
    fn gives_own_data(&self, row: &PracticeSubjectRow) -> bool {
        let relation = |key: &Key| self.relations.iter().find(|relation| relation.key == *key);
        row.relation.known().and_then(relation).is_none_or(|term| term.own_data == YesNo::Yes)
    }

    /// The providers that store the data or back it up, as the record prints them. `unknown` if it
    /// names none.
    pub fn stored_with(&self) -> String {
        self.named(&[RecipientRole::Stores, RecipientRole::BacksUp], UNKNOWN)
    }

    /// The providers that receive the data or track it, as the record prints them. If it names none,
    /// its answer to the question.
    pub fn shared_with(&self) -> String {
        self.named(&[RecipientRole::Receives, RecipientRole::Tracks], self.shared_answer())
    }

    /// The printed names of the providers with one of these roles, in order, each once, with the
    /// provider that a name is taken for: `MLab (mongodb-atlas, strong)`. The certainty stands there
    /// only if no document says that the two are the same.
    fn named(&self, roles: &[RecipientRole], or: &str) -> String {
        let names: BTreeSet<String> = self
            .recipients_as(roles)
            .map(|row| match row.identity {
                Certainty::Stated => format!("{} ({})", row.published_name, row.provider),
                inferred => format!("{} ({}, {inferred})", row.published_name, row.provider),
            })
            .collect();
        if names.is_empty() {
            or.to_owned()
        } else {
            names.into_iter().collect::<Vec<_>>().join(";")
        }
    }

    /// The record's answer to the question of sharing if it names no provider: `not-applicable` or
    /// `unknown`.
    pub fn shared_answer(&self) -> &'static str {
        match self.row.sharing {
            Sharing::NotApplicable => NOT_APPLICABLE,
            Sharing::Yes | Sharing::Unknown => UNKNOWN,
        }
    }

    /// The providers with one of these roles, in the order of the record.
    pub fn recipients_as(
        &self,
        roles: &[RecipientRole],
    ) -> impl Iterator<Item = &PracticeRecipientRow> {
        self.recipients.iter().filter(|row| roles.contains(&row.role))
    }
}
