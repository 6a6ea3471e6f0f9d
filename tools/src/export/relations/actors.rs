//! Everybody who gives or gets data: the publisher, the providers and the other parties.

use service_providers_codegen::Register;

use super::relation::{Cell, Column, Relation};

/// What gives or gets data.
pub(super) const ACTOR_KINDS: [(&str, &str); 3] = [
    ("party", "Somebody who is neither the publisher nor a provider."),
    ("provider", "A provider."),
    ("publisher", "The company that publishes the register."),
];

/// Whose row it is that names a party or a place.
#[derive(Clone, Copy)]
pub(super) struct RowContext<'r> {
    pub(super) register: &'r Register,
    /// The key of the provider that the row is about; empty where it is about none.
    pub(super) provider: &'r str,
}

impl RowContext<'_> {
    /// The kind and the key of who is named by `publisher`, `provider`, `provider:KEY` or a key of
    /// parties.
    pub(super) fn party(self, text: &str) -> [Cell; 2] {
        let (kind, key) = match (text, text.split_once(':')) {
            (_, Some((_, key))) => ("provider", key),
            ("publisher", _) => ("publisher", &*self.register.file.publisher.key),
            ("provider", _) => ("provider", self.provider),
            (key, _) => ("party", key),
        };
        [Cell::text(kind), Cell::text(key)]
    }

    pub(super) fn knows_region(self, place: &str) -> bool {
        self.register.vocabulary.regions.iter().any(|region| &*region.key == place)
    }
}

/// Everybody, with the kind by which their keys are told apart.
pub(super) fn actors(register: &Register) -> Relation {
    let columns = vec![
        Column::text("actor_kind", "What they are.").one_of(&ACTOR_KINDS),
        Column::text("actor", "Their key among those of that kind."),
        Column::text("name", "The name to show."),
    ];
    let publisher = &register.file.publisher;
    let parties = register.vocabulary.parties.iter();
    let providers = register.providers.iter();
    let everybody = parties
        .map(|party| ["party", &*party.key, &*party.name])
        .chain(providers.map(|provider| ["provider", &*provider.key, &*provider.name]))
        .chain([["publisher", &*publisher.key, &*publisher.name]]);
    Relation::new("actors", "Somebody who gives or gets data.", columns, &["actor_kind", "actor"])
        .with(everybody.map(|cells| cells.map(Cell::text).to_vec()).collect())
}
