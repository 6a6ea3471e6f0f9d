//! The countries of regions on the days of the editions.

use service_providers_codegen::Register;

use super::names;
use super::relation::{Cell, Column, Reference, Relation};

/// The countries of each region on the day of each edition.
pub(super) fn edition_regions(register: &Register) -> Relation {
    let country = "The country, as ISO 3166-1 prints its code.";
    let columns = vec![
        Column::text("edition", "The edition."),
        Column { class: names::class("regions"), ..Column::text("region", "The region.") },
        Column { class: names::class("countries"), ..Column::text("country", country) },
    ];
    let mut rows = Vec::new();
    for edition in register.editions() {
        for region in &register.vocabulary.regions {
            for country in register.vocabulary.members(&region.key, &edition.published) {
                rows.push(vec![
                    Cell::text(&edition.id),
                    Cell::text(&*region.key),
                    Cell::text(country.to_ascii_uppercase()),
                ]);
            }
        }
    }
    let description = "A country that belonged to a region when an edition was published. A region \
                       that no row names has no list of countries.";
    Relation::new("edition_regions", description, columns, &["edition", "region", "country"])
        .referring(vec![
            Reference::by("edition", "editions", "edition"),
            Reference::by("region", "regions", "region"),
            Reference::by("country", "countries", "country"),
        ])
        .with(rows)
}
