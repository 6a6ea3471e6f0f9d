//! Vocabularies that become enums of the library.

use crate::cell_types::{Key, OwnName, Stated, Text, WebAddress};

/// What has a key and a name to show.
pub trait VocabularyTerm {
    /// The term's key.
    fn key(&self) -> &str;
    /// The name to show.
    fn name(&self) -> &str;
}

/// How the rows of a vocabulary become variants of an enum.
pub struct Variants<R> {
    /// The name of the enum.
    pub enum_name: &'static str,
    /// A row's key.
    pub key: fn(&R) -> &Key,
    /// A row's name to show.
    pub name: fn(&R) -> &OwnName,
    /// What the library knows of a row besides.
    pub record: Record<R>,
}

/// The facts of a row that the library's record of it holds, after its key and its name.
pub enum Record<R> {
    /// A description.
    Plain(fn(&R) -> &Text),
    /// A description and the fitting term of the Data Privacy Vocabulary.
    Mapped {
        /// The fitting term.
        dpv: fn(&R) -> &Stated<WebAddress>,
        /// The description.
        description: fn(&R) -> &Text,
    },
    /// A description and a place in the published order.
    Heading {
        /// The place.
        position: fn(&R) -> u32,
        /// The description.
        description: fn(&R) -> &Text,
    },
    /// Facts that no other vocabulary has.
    Own(OwnRecord),
}

/// The vocabularies with facts that no other one has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OwnRecord {
    /// Countries.
    Country,
    /// Kinds of data.
    DataCategory,
    /// Groups of people.
    DataSubject,
    /// Legal bases.
    LegalBasis,
    /// Regions.
    Region,
    /// Relations to data.
    Relation,
}

/// Declares that the rows of a vocabulary become variants of an enum.
macro_rules! term {
    ($row:ty, $enum_name:literal, $record:expr) => {
        impl $crate::tables::VocabularyTerm for $row {
            fn key(&self) -> &str {
                &self.key
            }

            fn name(&self) -> &str {
                &self.name
            }
        }

        impl $crate::tables::VocabularyRow for $row {
            const VARIANTS: Option<$crate::tables::Variants<Self>> =
                Some($crate::tables::Variants {
                    enum_name: $enum_name,
                    key: |row| &row.key,
                    name: |row| &row.name,
                    record: $record,
                });
        }
    };
}
pub(super) use term;
