//! Single kinds of data that pass between two parties.

use super::engagement::cell::PROVIDER;
use super::rows::{Rows, row};
use super::{Engagement, Party, Subject};
use crate::generated::{DISCLOSURES, ENGAGEMENTS};
use crate::term::{Context, DataCategory, DataSubject, Form, Likelihood, Provider};

/// One kind of data about one group of people that passes between two parties, or that the source
/// says does not.
#[non_exhaustive]
pub struct Disclosure {
    /// Who gives the data.
    pub sender: Party,
    /// Who gets it.
    pub recipient: Party,
    /// The kind of data, as fine as the source allows. `None` for data of any kind: only what the
    /// source says does *not* pass, in one use or under one condition, can be of any kind.
    pub category: Option<DataCategory>,
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
    engagement: u32,
    pub(crate) row: u32,
}

crate::debug::record!(Disclosure {
    sender,
    recipient,
    category,
    subject,
    form,
    likelihood,
    example,
    context,
    condition,
    asserted,
    engagement,
    row
});

/// The index that means data of any kind: one past the last kind.
pub(crate) const ANY_DATA: usize = DataCategory::ALL.len();

/// Byte offsets of the cells that queries read directly.
pub(crate) mod cell {
    pub(crate) const ASSERTED: usize = 0;
    pub(crate) const FORM: usize = 1;
    pub(crate) const LIKELIHOOD: usize = 2;
    pub(crate) const EXAMPLE: usize = 3;
    pub(crate) const CATEGORY: usize = 4;
    pub(crate) const ENGAGEMENT: usize = 6;
    pub(crate) const SUBJECT: usize = 10;
    pub(crate) const SENDER: usize = 12;
    pub(crate) const RECIPIENT: usize = 14;
    pub(crate) const CONTEXT: usize = 16;
}

impl Disclosure {
    /// Every disclosure of every edition, by provider and engagement. Some rows say that data
    /// is *not* disclosed; see [`Self::asserted`]. To ask questions, use
    /// [`Disclosures`](crate::Disclosures).
    pub const ALL: Rows<Disclosure> = Rows::new(0, DISCLOSURES.len() as u32);

    #[inline]
    pub(crate) const fn row(row: usize) -> Self {
        let mut cells = DISCLOSURES.cells(row, 0);
        let asserted = cells.flag();
        let form = cells.small_term(Form::ALL);
        let likelihood = cells.small_term(Likelihood::ALL);
        let example = cells.flag();
        let category = match cells.place() {
            ANY_DATA => None,
            place => Some(DataCategory::ALL[place]),
        };
        let engagement = cells.number();
        let subject = match cells.place() {
            0 => Subject::Nobody,
            1 => Subject::Unknown,
            group => Subject::Group(DataSubject::ALL[group - 2]),
        };
        let sender = Party::of(cells.place());
        let recipient = Party::of(cells.place());
        let context = cells.optional_term(Context::ALL);
        let condition = cells.optional_text();
        Self {
            sender,
            recipient,
            category,
            subject,
            form,
            likelihood,
            example,
            context,
            condition,
            asserted,
            engagement,
            row: row as u32,
        }
    }

    /// The engagement that it belongs to.
    #[inline]
    #[must_use]
    pub const fn engagement(&self) -> Engagement {
        Engagement::row(self.engagement as usize)
    }

    /// The provider of that engagement.
    #[inline]
    #[must_use]
    pub const fn provider(&self) -> Provider {
        Provider::ALL[ENGAGEMENTS.place(self.engagement as usize, PROVIDER)]
    }
}

row!(Disclosure);
super::rows::identity!(Disclosure);

crate::copied::copied!(Disclosure);
