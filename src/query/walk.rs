//! Which disclosures a question has to look at. A question about one provider or one kind of data
//! walks its stretch of the table, never the whole of it.

use super::{Disclosures, filter};
use crate::Disclosure;
use crate::generated::{CATEGORY_STARTS, DISCLOSURES, DISCLOSURES_BY_CATEGORY};
use crate::hierarchy::Stretch;
use crate::record::disclosure_rows;

#[derive(Clone, Copy, Debug)]
pub(super) struct Walk {
    by_category: bool,
    pub(super) start: usize,
    pub(super) end: usize,
}

impl Walk {
    #[inline]
    pub(super) const fn of(question: &Disclosures) -> Self {
        if let Some(provider) = question.provider {
            let rows = disclosure_rows(provider);
            return Self { by_category: false, start: rows.start as usize, end: rows.end as usize };
        }
        if question.category.end == Stretch::ALL.end {
            return Self { by_category: false, start: 0, end: DISCLOSURES.len() };
        }
        Self {
            by_category: true,
            start: CATEGORY_STARTS[question.category.start as usize] as usize,
            end: CATEGORY_STARTS[question.category.end as usize] as usize,
        }
    }

    #[inline]
    pub(super) const fn disclosure(self, at: usize) -> &'static Disclosure {
        if self.by_category {
            &DISCLOSURES[DISCLOSURES_BY_CATEGORY[at] as usize]
        } else {
            &DISCLOSURES[at]
        }
    }
}

/// The disclosures that answer a question.
#[derive(Clone, Debug)]
pub struct Matches {
    question: Disclosures,
    walk: Walk,
}

impl Matches {
    #[inline]
    pub(super) const fn new(question: Disclosures) -> Self {
        Self { walk: Walk::of(&question), question }
    }
}

impl Iterator for Matches {
    type Item = &'static Disclosure;

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        while self.walk.start < self.walk.end {
            let disclosure = self.walk.disclosure(self.walk.start);
            self.walk.start += 1;
            if filter::matches(&self.question, disclosure) {
                return Some(disclosure);
            }
        }
        None
    }
}

impl core::iter::FusedIterator for Matches {}
