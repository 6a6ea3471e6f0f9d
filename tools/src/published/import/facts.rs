//! Which words of a published row say what a cell of an engagement holds, so that a cell whose words
//! nobody has read is known.

use crate::published::compare::Aspect;

/// Where a published row says what a column of `engagements.csv` holds.
#[derive(Clone, Copy, Debug)]
pub enum SaidIn {
    /// The part of the page in which the row stands.
    Section,
    /// Words that pages have a column for.
    Own(Aspect),
    /// Words about any of these: pages have no column for it.
    Among(&'static [Aspect]),
}

use Aspect::{Data, Features, Location, Purpose};

/// The columns of `engagements.csv` that hold what the page says.
pub const COLUMNS: &[(&str, SaidIn)] = &[
    ("service_category", SaidIn::Section),
    ("purposes", SaidIn::Own(Purpose)),
    ("summary", SaidIn::Own(Purpose)),
    ("data", SaidIn::Own(Data)),
    ("entity_country", SaidIn::Own(Location)),
    ("storage", SaidIn::Own(Location)),
    ("hosted_by", SaidIn::Among(&[Purpose, Location])),
    ("territory", SaidIn::Among(&[Purpose, Location])),
    ("optional", SaidIn::Among(&[Purpose, Features])),
    ("excluded_subjects", SaidIn::Among(&[Purpose, Data])),
    ("safeguards", SaidIn::Among(&[Purpose, Data, Location])),
    ("note", SaidIn::Among(&[Purpose, Data, Location, Features])),
];

/// The tables whose rows belong to an engagement, each with what they are about, and with the column
/// of a copied row in which a person says whether the fact still stands.
pub const ROWS: &[(&str, Aspect, &str)] = &[
    ("contract-facts", Location, "value"),
    ("disclosures", Data, "asserted"),
    ("engagement-features", Features, "extent"),
    ("storage", Location, "condition"),
];

impl SaidIn {
    /// Whether the words about one of these may say it.
    pub fn is_open(self, changed: &[Aspect]) -> bool {
        match self {
            Self::Section => changed.contains(&Aspect::Section),
            Self::Own(own) => changed.contains(&own),
            Self::Among(several) => several.iter().any(|aspect| changed.contains(aspect)),
        }
    }
}

#[cfg(test)]
mod tests {
    use service_providers_codegen::TABLES;

    use super::*;

    #[test]
    fn every_column_and_table_of_an_engagement_has_its_words() {
        let engagements = TABLES.iter().find(|table| table.name == "engagements").unwrap();
        let own = ["key", "provider", "withdrawn"];
        let facts: Vec<&str> =
            engagements.column_names().into_iter().filter(|name| !own.contains(name)).collect();
        let mut known: Vec<&str> = COLUMNS.iter().map(|(name, _)| *name).collect();
        known.sort_by_key(|name| facts.iter().position(|fact| fact == name));
        assert_eq!(known, facts);
        let refers = |column: &str, table: &service_providers_codegen::TableInfo| {
            let to = |own: &service_providers_codegen::Column| {
                own.references.as_deref() == Some("engagements")
            };
            table.columns().iter().any(|own| own.name == column && to(own))
        };
        let belonging = TABLES.iter().filter(|table| refers(table.key[0], table));
        let belonging: Vec<&str> = belonging.map(|table| table.name).collect();
        for table in &belonging {
            assert!(ROWS.iter().any(|(name, ..)| name == table), "{table}");
        }
        assert_eq!(belonging.len(), ROWS.len());
    }
}
