//! Which editions list each provider, and who is new or gone in an edition.

use std::collections::BTreeSet;

use service_providers_codegen::Register;

use super::relation::{Cell, Column, Holds, Reference, Relation};

/// Since when and until when each provider is listed.
pub(super) fn provider_history(register: &Register) -> Relation {
    let columns = vec![
        Column::text("provider", "The provider."),
        Column::text("first_edition", "The first edition that lists it."),
        Column::text("last_edition", "The last edition that lists it."),
        Column::text("edition_count", "How many editions list it.").holding(Holds::Integer),
        Column::text("is_current", "Whether the edition in force lists it.")
            .holding(Holds::Boolean),
        Column::text("is_announced", "Whether an edition that is not in force yet lists it.")
            .holding(Holds::Boolean),
    ];
    let announced = register.announced_editions();
    let rows = register.editions_by_provider().into_iter().filter_map(|(provider, editions)| {
        let (first, last) = (editions.first()?, editions.last()?);
        let is_current = editions.iter().any(|edition| edition.id == register.file.current);
        let is_announced = announced.iter().any(|edition| editions.contains(&edition));
        Some(vec![
            Cell::text(provider),
            Cell::text(&first.id),
            Cell::text(&last.id),
            Cell::count(editions.len()),
            Cell::Boolean(is_current),
            Cell::Boolean(is_announced),
        ])
    });
    let description =
        "A provider that an edition lists, with the first and the last one that does.";
    Relation::new("provider_history", description, columns, &["provider"])
        .referring(vec![
            Reference::by("provider", "providers", "provider"),
            Reference::by("first_edition", "editions", "edition"),
            Reference::by("last_edition", "editions", "edition"),
        ])
        .with(rows.collect())
}

/// Which providers are new in an edition, and which it no longer lists.
pub(super) fn provider_changes(register: &Register) -> Relation {
    const CHANGES: [(&str, &str); 3] = [
        ("joined", "No edition before lists it."),
        ("left", "The edition before lists it, and this one does not."),
        ("returned", "An earlier edition lists it, and the one before does not."),
    ];
    let columns = vec![
        Column::text("edition", "The edition. The first one has no changes."),
        Column::text("provider", "The provider."),
        Column::text("change", "What changed against the edition before.").one_of(&CHANGES),
    ];
    let (mut rows, mut ever) = (Vec::new(), BTreeSet::new());
    let mut before: Option<BTreeSet<&str>> = None;
    for edition in register.editions() {
        let listed: BTreeSet<&str> =
            register.providers_in(&edition.id).into_iter().map(|row| &*row.key).collect();
        if let Some(before) = before {
            for provider in before.symmetric_difference(&listed).copied() {
                let change = match (listed.contains(provider), ever.contains(provider)) {
                    (false, _) => "left",
                    (true, false) => "joined",
                    (true, true) => "returned",
                };
                rows.push([edition.id.as_str(), provider, change].map(Cell::text).to_vec());
            }
        }
        ever.extend(listed.iter().copied());
        before = Some(listed);
    }
    let description =
        "A provider that an edition lists and the one before does not, or the other way round.";
    Relation::new("provider_changes", description, columns, &["edition", "provider"])
        .referring(vec![
            Reference::by("edition", "editions", "edition"),
            Reference::by("provider", "providers", "provider"),
        ])
        .with(rows)
}
