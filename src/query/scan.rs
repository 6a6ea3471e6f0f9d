//! Which disclosures a question has to look at. For a question about one provider or one kind of
//! data, those of the provider or of the kind, never the whole table.

use super::{Disclosures, filter};
use crate::generated::{
    CATEGORY_STARTS, DISCLOSURES, DISCLOSURES_BY_CATEGORY, ENGAGEMENTS_OF_UNKNOWN_DATA,
};
use crate::record::Disclosure;

/// A range of the table of disclosures, or of its order by kind of data.
pub(super) struct Scan {
    by_category: bool,
    pub(super) start: usize,
    pub(super) end: usize,
}

impl Scan {
    #[inline]
    pub(super) const fn of(question: &Disclosures) -> Self {
        if let Some(provider) = question.provider {
            let rows = provider.disclosure_rows();
            return Self { by_category: false, start: rows.start as usize, end: rows.end as usize };
        }
        if question.category.is_all() {
            return Self { by_category: false, start: 0, end: DISCLOSURES.len() };
        }
        Self {
            by_category: true,
            start: CATEGORY_STARTS.at(question.category.start as usize),
            end: CATEGORY_STARTS.at(question.category.end as usize),
        }
    }

    /// The row of the table of disclosures at this place of the scan.
    #[inline]
    pub(super) const fn row(self, at: usize) -> usize {
        if self.by_category { DISCLOSURES_BY_CATEGORY.at(at) } else { at }
    }
}

/// The places of the engagements that may answer a question although their source does not say
/// which data passes.
pub(super) struct Possible<'q> {
    question: &'q Disclosures,
    next: usize,
    end: usize,
}

impl<'q> Possible<'q> {
    #[inline]
    pub(super) const fn new(question: &'q Disclosures) -> Self {
        let counts = filter::counts_unknown(question);
        Self { question, next: 0, end: if counts { ENGAGEMENTS_OF_UNKNOWN_DATA.len() } else { 0 } }
    }

    #[inline]
    pub(super) const fn next(&mut self) -> Option<usize> {
        while self.next < self.end {
            let row = ENGAGEMENTS_OF_UNKNOWN_DATA.at(self.next);
            self.next += 1;
            if filter::possible(self.question, row) {
                return Some(row);
            }
        }
        None
    }
}

/// The disclosures that answer a question.
#[derive(Clone)]
pub struct Matches {
    question: Disclosures,
    scan: Scan,
}

impl Matches {
    #[inline]
    pub(super) const fn new(question: Disclosures) -> Self {
        Self { scan: Scan::of(&question), question }
    }
}

impl Iterator for Matches {
    type Item = Disclosure;

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        while self.scan.start < self.scan.end {
            let row = self.scan.row(self.scan.start);
            self.scan.start += 1;
            if filter::matches(&self.question, row) {
                return Some(Disclosure::row(row));
            }
        }
        None
    }
}

impl core::iter::FusedIterator for Matches {}

crate::debug::opaque!(Matches);

crate::copied::copied!(Scan);
