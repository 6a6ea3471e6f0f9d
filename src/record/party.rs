//! Who gives and gets data, and whose data it is.

use crate::term::{DataSubject, Provider};

/// Who gives or gets data.
#[derive(Debug, PartialEq, Hash)]
#[non_exhaustive]
pub enum Party {
    /// A school district.
    District,
    /// The provider of the row.
    Provider,
    /// The company that publishes the register.
    Publisher,
    /// Somebody else.
    ThirdParty,
    /// A user.
    User,
    /// A provider other than the row's own.
    OtherProvider(Provider),
}

impl Eq for Party {}

impl Party {
    /// The party of a kind; `other` is the place of the provider that `OtherProvider` needs.
    #[inline]
    pub(super) const fn of(kind: u8, other: usize) -> Self {
        const OTHER_PROVIDER: u8 = PartyKind::OtherProvider as u8;
        const PROVIDER: u8 = PartyKind::Provider as u8;
        const PUBLISHER: u8 = PartyKind::Publisher as u8;
        const THIRD_PARTY: u8 = PartyKind::ThirdParty as u8;
        const USER: u8 = PartyKind::User as u8;
        match kind {
            OTHER_PROVIDER => Self::OtherProvider(Provider::ALL[other]),
            PROVIDER => Self::Provider,
            PUBLISHER => Self::Publisher,
            THIRD_PARTY => Self::ThirdParty,
            USER => Self::User,
            _ => Self::District,
        }
    }

    /// What kind of party it is.
    #[inline]
    #[must_use]
    pub const fn kind(self) -> PartyKind {
        match self {
            Self::District => PartyKind::District,
            Self::OtherProvider(_) => PartyKind::OtherProvider,
            Self::Provider => PartyKind::Provider,
            Self::Publisher => PartyKind::Publisher,
            Self::ThirdParty => PartyKind::ThirdParty,
            Self::User => PartyKind::User,
        }
    }
}

/// A kind of party. The tables hold these numbers: `codegen/src/emit/facts.rs` writes them.
#[derive(Debug, PartialEq, Hash)]
#[non_exhaustive]
pub enum PartyKind {
    /// A school district.
    District,
    /// A provider other than the row's own.
    OtherProvider,
    /// The provider of the row.
    Provider,
    /// The company that publishes the register.
    Publisher,
    /// Somebody else.
    ThirdParty,
    /// A user.
    User,
}

impl Eq for PartyKind {}

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
