//! Which words of a published row say what a cell of an engagement holds, so that a cell whose words
//! nobody has read is known.

use crate::published::compare::Aspect;

/// Where a published row says what a column of `engagements.csv` holds.
#[derive(Clone, Copy, Debug)]
pub enum WordsIn {
    /// The part of the page in which the row stands.
    Section,
    /// Words that pages have a column for.
    Own(Aspect),
    /// Words about any of these: pages have no column for it.
    Among(&'static [Aspect]),
}

use Aspect::{Data, Features, Location, Purpose};

/// The columns of `engagements.csv` that hold what the page says.
pub const COLUMNS: &[(&str, WordsIn)] = &[
    ("service_category", WordsIn::Section),
    ("purposes", WordsIn::Own(Purpose)),
    ("summary", WordsIn::Own(Purpose)),
    ("data", WordsIn::Own(Data)),
    ("entity_country", WordsIn::Own(Location)),
    ("storage", WordsIn::Own(Location)),
    ("hosted_by", WordsIn::Among(&[Purpose, Location])),
    ("territory", WordsIn::Among(&[Purpose, Location])),
    ("optional", WordsIn::Among(&[Purpose, Features])),
    ("excluded_subjects", WordsIn::Among(&[Purpose, Data])),
    ("safeguards", WordsIn::Among(&[Purpose, Data, Location])),
    ("note", WordsIn::Among(&[Purpose, Data, Location, Features])),
];

/// The tables whose rows belong to an engagement, each with what they are about, and with the column
/// of a copied row in which a person says whether the fact still stands.
pub const ROWS: &[(&str, Aspect, &str)] = &[
    ("contract-facts", Location, "value"),
    ("disclosures", Data, "asserted"),
    ("engagement-features", Features, "extent"),
    ("storage", Location, "condition"),
];

impl WordsIn {
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
