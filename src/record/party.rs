//! Who gives and gets data, and whose data it is.

use crate::term::{DataSubject, OtherParty, Provider};

/// Who gives or gets data.
#[derive(Debug, PartialEq, Hash)]
#[non_exhaustive]
pub enum Party {
    /// The provider of the row.
    Provider,
    /// The company that publishes the register.
    Publisher,
    /// A provider other than the row's own.
    OtherProvider(Provider),
    /// Somebody else, as the vocabulary names them.
    Other(OtherParty),
}

impl Eq for Party {}

impl Party {
    /// The party of this number: those of [`PartyKind::place`], where the place of a provider other
    /// than the row's own is added to that of its kind.
    #[inline]
    pub(super) const fn of(place: usize) -> Self {
        match place {
            0 => Self::Provider,
            1 => Self::Publisher,
            _ if place < OTHER_PROVIDER => Self::Other(OtherParty::ALL[place - FIRST_OTHER]),
            _ => Self::OtherProvider(Provider::ALL[place - OTHER_PROVIDER]),
        }
    }

    /// What kind of party it is.
    #[inline]
    #[must_use]
    pub const fn kind(self) -> PartyKind {
        match self {
            Self::Provider => PartyKind::Provider,
            Self::Publisher => PartyKind::Publisher,
            Self::OtherProvider(_) => PartyKind::OtherProvider,
            Self::Other(party) => PartyKind::Other(party),
        }
    }
}

/// A kind of party.
#[derive(Debug, PartialEq, Hash)]
#[non_exhaustive]
pub enum PartyKind {
    /// The provider of the row.
    Provider,
    /// The company that publishes the register.
    Publisher,
    /// A provider other than the row's own.
    OtherProvider,
    /// Somebody else, as the vocabulary names them.
    Other(OtherParty),
}

impl Eq for PartyKind {}

/// The number of the first party of the vocabulary, after the two that every row has.
const FIRST_OTHER: usize = 2;

/// The number of the first provider, after all other parties.
pub(crate) const OTHER_PROVIDER: usize = FIRST_OTHER + OtherParty::ALL.len();

impl PartyKind {
    /// Its number in the tables: `codegen/src/emit/facts.rs` writes them.
    #[inline]
    pub(crate) const fn place(self) -> usize {
        match self {
            Self::Provider => 0,
            Self::Publisher => 1,
            Self::OtherProvider => OTHER_PROVIDER,
            Self::Other(party) => FIRST_OTHER + party as usize,
        }
    }
}

/// Whose data.
#[derive(Debug, PartialEq, Hash)]
#[non_exhaustive]
pub enum Subject {
    /// This group's.
    Group(DataSubject),
    /// Nobody's: it is about no person.
    Nobody,
    /// The source does not say whose.
    Unknown,
}

impl Eq for Subject {}

impl Subject {
    /// The group, if the source names one.
    #[inline]
    #[must_use]
    pub const fn group(self) -> Option<DataSubject> {
        match self {
            Self::Group(group) => Some(group),
            Self::Nobody | Self::Unknown => None,
        }
    }
}

crate::copied::copied!(Party, PartyKind, Subject);
