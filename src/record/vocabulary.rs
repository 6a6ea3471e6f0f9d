//! The records of vocabulary terms.

use crate::hierarchy::Branch;
use crate::packed::Cells;
use crate::set::DataSubjectSet;
use crate::term::{
    Country, DataCategory, DataSubject, LegalBasis, Region, RegionKind, Relation, SpecialCare,
};

/// A country of ISO 3166-1. Its key is the alpha-2 code in lower case.
#[derive(Debug)]
#[non_exhaustive]
pub struct CountryRecord {
    /// The term.
    pub term: Country,
    /// The key.
    pub key: &'static str,
    /// The name to show.
    pub name: &'static str,
    /// Whether it was a member of the European Economic Area when the current edition was published.
    pub eea: bool,
}

impl CountryRecord {
    #[inline]
    pub(crate) const fn read(mut cells: Cells, term: Country) -> Self {
        Self { term, key: cells.text(), name: cells.text(), eea: cells.flag() }
    }
}

/// A part of the world that is more than one country.
#[derive(Clone, Copy)]
#[non_exhaustive]
pub struct RegionRecord {
    /// The term.
    pub term: Region,
    /// The key.
    pub key: &'static str,
    /// The name to show.
    pub name: &'static str,
    /// How its countries are known.
    pub kind: RegionKind,
    /// The fitting term of the Data Privacy Vocabulary.
    pub dpv: Option<&'static str>,
    /// What it means.
    pub description: &'static str,
}

crate::debug::record!(RegionRecord { term, key, name, kind, dpv, description });

impl RegionRecord {
    #[inline]
    pub(crate) const fn read(mut cells: Cells, term: Region) -> Self {
        Self {
            term,
            key: cells.text(),
            name: cells.text(),
            kind: cells.small_term(RegionKind::ALL),
            dpv: cells.optional_text(),
            description: cells.text(),
        }
    }
}

/// A kind of data.
#[non_exhaustive]
pub struct DataCategoryRecord {
    /// The term.
    pub term: DataCategory,
    /// The key.
    pub key: &'static str,
    /// The name to show.
    pub name: &'static str,
    /// The next wider kind.
    pub parent: Option<DataCategory>,
    /// The fitting term of the Data Privacy Vocabulary.
    pub dpv: Option<&'static str>,
    /// The fitting key of fideslang.
    pub fideslang: Option<&'static str>,
    /// Why it deserves special care: the register's own mark, not a legal one.
    pub special_care: SpecialCare,
    /// What it means.
    pub description: &'static str,
}

crate::debug::record!(DataCategoryRecord {
    term,
    key,
    name,
    parent,
    dpv,
    fideslang,
    special_care,
    description
});

impl DataCategoryRecord {
    #[inline]
    pub(crate) const fn read(mut cells: Cells, term: DataCategory) -> Self {
        let (key, name) = (cells.text(), cells.text());
        // Questions read the branch by itself.
        Branch::read(&mut cells);
        Self {
            term,
            key,
            name,
            parent: cells.optional_term(DataCategory::ALL),
            dpv: cells.optional_text(),
            fideslang: cells.optional_text(),
            special_care: cells.small_term(SpecialCare::ALL),
            description: cells.text(),
        }
    }
}

/// A group of people whom data is about.
#[non_exhaustive]
pub struct DataSubjectRecord {
    /// The term.
    pub term: DataSubject,
    /// The key.
    pub key: &'static str,
    /// The name to show.
    pub name: &'static str,
    /// The next wider group.
    pub parent: Option<DataSubject>,
    /// The fitting term of the Data Privacy Vocabulary.
    pub dpv: Option<&'static str>,
    /// What it means.
    pub description: &'static str,
}

crate::debug::record!(DataSubjectRecord { term, key, name, parent, dpv, description });

impl DataSubjectRecord {
    #[inline]
    pub(crate) const fn read(mut cells: Cells, term: DataSubject) -> Self {
        let (key, name) = (cells.text(), cells.text());
        // Questions read the branch and the possible members by themselves.
        Branch::read(&mut cells);
        let _: DataSubjectSet = cells.set();
        Self {
            term,
            key,
            name,
            parent: cells.optional_term(DataSubject::ALL),
            dpv: cells.optional_text(),
            description: cells.text(),
        }
    }
}

/// A legal basis for processing.
#[non_exhaustive]
pub struct LegalBasisRecord {
    /// The term.
    pub term: LegalBasis,
    /// The key.
    pub key: &'static str,
    /// The name to show.
    pub name: &'static str,
    /// The fitting term of the Data Privacy Vocabulary.
    pub dpv: Option<&'static str>,
    /// The article of the law.
    pub article: &'static str,
    /// What it means.
    pub description: &'static str,
}

crate::debug::record!(LegalBasisRecord { term, key, name, dpv, article, description });

impl LegalBasisRecord {
    #[inline]
    pub(crate) const fn read(mut cells: Cells, term: LegalBasis) -> Self {
        Self {
            term,
            key: cells.text(),
            name: cells.text(),
            dpv: cells.optional_text(),
            article: cells.text(),
            description: cells.text(),
        }
    }
}

/// How a group of people relates to the data of a practice.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct RelationRecord {
    /// The term.
    pub term: Relation,
    /// The key.
    pub key: &'static str,
    /// The name to show.
    pub name: &'static str,
    /// Whether the data is that of the group. `false`: the group gives data of others.
    pub own_data: bool,
    /// What it means.
    pub description: &'static str,
}

impl RelationRecord {
    #[inline]
    pub(crate) const fn read(mut cells: Cells, term: Relation) -> Self {
        Self {
            term,
            key: cells.text(),
            name: cells.text(),
            own_data: cells.flag(),
            description: cells.text(),
        }
    }
}

/// A term with nothing more to say than what it means.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct TermRecord<T> {
    /// The term.
    pub term: T,
    /// The key.
    pub key: &'static str,
    /// The name to show.
    pub name: &'static str,
    /// What it means.
    pub description: &'static str,
}

impl<T: Copy> TermRecord<T> {
    #[inline]
    pub(crate) const fn read(mut cells: Cells, term: T) -> Self {
        Self { term, key: cells.text(), name: cells.text(), description: cells.text() }
    }
}

/// A term that another vocabulary may have as well.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct MappedRecord<T> {
    /// The term.
    pub term: T,
    /// The key.
    pub key: &'static str,
    /// The name to show.
    pub name: &'static str,
    /// The fitting term of the Data Privacy Vocabulary.
    pub dpv: Option<&'static str>,
    /// What it means.
    pub description: &'static str,
}

impl<T: Copy> MappedRecord<T> {
    #[inline]
    pub(crate) const fn read(mut cells: Cells, term: T) -> Self {
        Self {
            term,
            key: cells.text(),
            name: cells.text(),
            dpv: cells.optional_text(),
            description: cells.text(),
        }
    }
}

/// A heading of the published page.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct HeadingRecord<T> {
    /// The term.
    pub term: T,
    /// The key.
    pub key: &'static str,
    /// The name to show.
    pub name: &'static str,
    /// Published order.
    pub position: u32,
    /// What it means.
    pub description: &'static str,
}

impl<T: Copy> HeadingRecord<T> {
    #[inline]
    pub(crate) const fn read(mut cells: Cells, term: T) -> Self {
        Self {
            term,
            key: cells.text(),
            name: cells.text(),
            position: cells.number(),
            description: cells.text(),
        }
    }
}

crate::copied::copied!(CountryRecord, DataCategoryRecord, DataSubjectRecord, LegalBasisRecord);
