//! Single kinds of data that pass between two parties.

use crate::generated::{DISCLOSURES, ENGAGEMENTS};
use crate::packed::Cells;
use crate::{Context, DataCategory, DataSubject, Engagement, Form, Likelihood, Provider};

/// One kind of data about one group of people that passes between two parties, or that the source
/// says does not.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Disclosure {
    /// Who gives the data.
    pub from: Party,
    /// Who gets it.
    pub to: Party,
    /// The kind of data, as fine as the source allows.
    pub category: DataCategory,
    /// Whose data.
    pub subject: Subject,
    /// In what form.
    pub form: Form,
    /// How surely it is part of what passes.
    pub likelihood: Likelihood,
    /// Whether the source names it only as an example of a wider kind.
    pub example: bool,
    /// In which of the provider's uses, where the source tells them apart.
    pub context: Option<Context>,
    /// When it passes, if only then.
    pub condition: Option<&'static str>,
    /// Whether it is disclosed. `false`: the source says that it is not.
    pub asserted: bool,
    pub(crate) engagement: u32,
}

impl Disclosure {
    /// Every disclosure of every edition, by provider and engagement. Mind [`Self::asserted`]; for
    /// questions use [`Disclosures`](crate::Disclosures).
    pub const ALL: &'static [Disclosure] = &DISCLOSURES;

    pub(crate) const fn read(cells: &mut Cells, _: usize) -> Self {
        Self {
            from: Party::read(cells),
            to: Party::read(cells),
            category: cells.term(DataCategory::ALL),
            subject: match cells.number() {
                0 => Subject::Nobody,
                1 => Subject::Unknown,
                group => Subject::Group(DataSubject::ALL[group - 2]),
            },
            form: cells.term(Form::ALL),
            likelihood: cells.term(Likelihood::ALL),
            example: cells.flag(),
            context: cells.optional_term(Context::ALL),
            condition: cells.optional_text(),
            asserted: cells.flag(),
            engagement: cells.number() as u32,
        }
    }

    /// The published row it belongs to.
    #[inline]
    #[must_use]
    pub const fn engagement(&self) -> &'static Engagement {
        &ENGAGEMENTS[self.engagement as usize]
    }

    /// The provider of that row.
    #[inline]
    #[must_use]
    pub const fn provider(&self) -> Provider {
        self.engagement().provider
    }
}

/// Who gives or gets data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
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

impl Party {
    const fn read(cells: &mut Cells) -> Self {
        match cells.number() {
            0 => Self::District,
            1 => Self::Provider,
            2 => Self::Publisher,
            3 => Self::ThirdParty,
            4 => Self::User,
            other => Self::OtherProvider(Provider::ALL[other - 5]),
        }
    }
}

/// Whose data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Subject {
    /// This group's.
    Group(DataSubject),
    /// Nobody's: it is about no person.
    Nobody,
    /// The source does not say whose.
    Unknown,
}

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
