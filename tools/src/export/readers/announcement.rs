//! Where an edition stands in time: in force, announced or older.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use service_providers_codegen::Register;
use service_providers_codegen::row::{Edition, ProviderRow};

use crate::export::projection::is_announced;

/// Where an edition stands in time, and what is announced.
#[derive(Serialize)]
pub(super) struct Announcement {
    /// Whether the edition itself is announced.
    announced: bool,
    /// The edition in force, if this one is older.
    newer: Option<String>,
    /// What is announced: this edition, or those after it if it is in force.
    lists: Vec<Announced>,
    /// Whether a list says until when customers may object.
    dated: bool,
    objection: Option<String>,
    contact: Option<String>,
}

/// A list that is announced.
#[derive(Serialize)]
struct Announced {
    edition: String,
    effective: Option<String>,
    objection_until: Option<String>,
    /// The names of the providers that the list before does not have, by key.
    comes: BTreeMap<String, String>,
    /// Those of the providers that it no longer has.
    goes: BTreeMap<String, String>,
}

impl Announcement {
    pub(super) fn of(register: &Register, edition: &Edition) -> Self {
        let announced = is_announced(register, edition);
        let current = register.current_edition();
        let is_current = current.id == edition.id;
        let lists = register.announced_editions().iter();
        let shown = lists.filter(|list| is_current || announced && list.id == edition.id);
        let lists: Vec<Announced> = shown.map(|list| Announced::of(register, list)).collect();
        let publisher = &register.file.publisher;
        Self {
            announced,
            newer: (!announced && !is_current).then(|| current.id.clone()),
            dated: lists.iter().any(|list| list.objection_until.is_some()),
            lists,
            objection: publisher.objection.known().map(|text| text.to_string()),
            contact: publisher.contact.known().map(|text| text.to_string()),
        }
    }
}

impl Announced {
    fn of(register: &Register, edition: &Edition) -> Self {
        let editions = register.editions();
        let at = editions.iter().position(|other| other.id == edition.id).unwrap_or(0);
        let before = &editions[at.saturating_sub(1)];
        let (old, new) = (register.providers_in(&before.id), register.providers_in(&edition.id));
        let only_in = |own: &[&ProviderRow], other: &[&ProviderRow]| {
            let other: BTreeSet<&str> = other.iter().map(|row| row.key.as_str()).collect();
            let only = own.iter().filter(|row| !other.contains(row.key.as_str()));
            only.map(|row| (row.key.to_string(), row.name.to_string())).collect()
        };
        Self {
            edition: edition.id.clone(),
            effective: edition.effective.known().cloned(),
            objection_until: edition.objection_until.known().cloned(),
            comes: only_in(&new, &old),
            goes: only_in(&old, &new),
        }
    }
}
