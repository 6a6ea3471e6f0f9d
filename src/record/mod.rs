//! The records behind terms and facts: flat rows of static tables.

mod disclosure;
mod engagement;
mod practice;
mod provider;
mod stated;
mod vocabulary;

pub use disclosure::{Disclosure, Party, Subject};
pub use engagement::{Engagement, EngagementFeature, Storage};
pub use practice::{Practice, PracticeRecipient, PracticeSubject};
pub(crate) use provider::disclosure_rows;
pub use provider::{Listing, ProviderRecord, Succession};
pub use stated::Stated;
pub use vocabulary::{
    CollectionMethodRecord, ContextRecord, CountryRecord, DataCategoryRecord, DataSubjectRecord,
    EditionRecord, FeatureRecord, LegalBasisRecord, PurposeRecord, SafeguardRecord, SectionRecord,
    ServiceCategoryRecord, SourceRecord, TermRecord,
};

use crate::packed::Cells;

/// Part of a table: the rows from `start` up to, not including, `end`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Rows {
    pub(crate) start: u32,
    pub(crate) end: u32,
}

impl Rows {
    pub(crate) const fn read(cells: &mut Cells) -> Self {
        Self { start: cells.number() as u32, end: cells.number() as u32 }
    }

    /// These rows of their table.
    #[inline]
    pub(crate) const fn of<T>(self, table: &'static [T]) -> &'static [T] {
        let (rest, _) = table.split_at(self.end as usize);
        rest.split_at(self.start as usize).1
    }
}

#[inline]
pub(crate) const fn alias(cells: &mut Cells, _: usize) -> &'static str {
    cells.text()
}

#[inline]
pub(crate) const fn position(cells: &mut Cells, _: usize) -> u32 {
    cells.number() as u32
}
