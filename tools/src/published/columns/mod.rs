//! What the columns of a table mean.

mod header;
mod named;
mod words;

pub use header::{HEADER_ROWS, Header, header, is_header, is_list_title, speaks_of_providers};
pub use named::NamedColumns;

/// What a column says of a provider.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Meaning {
    /// Who it is.
    Name,
    /// What it is used for.
    Purpose,
    /// What data it gets.
    Data,
    /// Where: the company, the data, or both.
    Location,
    /// Where the company is.
    EntityLocation,
    /// Where the data is kept.
    Storage,
    /// The parts of the product that it belongs to.
    Features,
    /// Its policy or its site.
    Link,
    /// The part of the list in which it stands.
    Section,
}

impl Meaning {
    /// Every meaning.
    pub const ALL: [Self; 9] = [
        Self::Name,
        Self::Purpose,
        Self::Data,
        Self::Location,
        Self::EntityLocation,
        Self::Storage,
        Self::Features,
        Self::Link,
        Self::Section,
    ];

    /// The word for it, at the command line and in JSON.
    pub fn word(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Purpose => "purpose",
            Self::Data => "data",
            Self::Location => "location",
            Self::EntityLocation => "entity_location",
            Self::Storage => "storage",
            Self::Features => "features",
            Self::Link => "link",
            Self::Section => "section",
        }
    }
}
