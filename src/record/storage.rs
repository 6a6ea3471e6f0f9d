//! Where providers keep data.

use super::engagement::cell;
use super::rows::{Rows, row};
use crate::generated::{ENGAGEMENTS, REGION_MEMBERS, STORAGE};
use crate::set::{CountrySet, EditionSet};
use crate::term::{Country, Edition, Region, StorageStatus};

/// A place where the data of an engagement is kept.
///
/// ```
/// use service_providers::record::{Engagement, Place};
///
/// for row in Engagement::ALL {
///     for storage in row.places() {
///         match storage.place {
///             Place::Country(country) => println!("{row:?}: {country}"),
///             place => println!("{row:?}: in a region, {place}"),
///         }
///     }
/// }
/// ```
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Storage {
    /// The country or the region.
    pub place: Place,
    /// For which product, plan or region of the customer; `None` if the source does not tell them
    /// apart.
    pub context: Option<&'static str>,
    /// When data is kept there; `None` if always.
    pub condition: Option<&'static str>,
}

impl Storage {
    #[inline]
    pub(crate) const fn row(row: usize) -> Self {
        let mut cells = STORAGE.cells(row, 0);
        Self {
            place: Place::at(cells.place()),
            context: cells.optional_text(),
            condition: cells.optional_text(),
        }
    }
}

row!(Storage);

/// A country, or a region of several.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Place {
    /// A country.
    Country(Country),
    /// A region.
    Region(Region),
}

impl Place {
    /// The place of this number among all: countries first, regions after them.
    #[inline]
    pub(super) const fn at(place: usize) -> Self {
        if place < Country::ALL.len() {
            Self::Country(Country::ALL[place])
        } else {
            Self::Region(Region::ALL[place - Country::ALL.len()])
        }
    }

    /// The key.
    #[inline]
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Country(country) => country.key(),
            Self::Region(region) => region.key(),
        }
    }

    /// The name to show.
    #[inline]
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Country(country) => country.name(),
            Self::Region(region) => region.name(),
        }
    }

    /// Whether what is in this place was certainly in one of these countries when an edition was
    /// published. A region is if all its members of that day are; the whole world and the region of
    /// a customer never are.
    #[inline]
    #[must_use]
    pub const fn is_inside(self, countries: CountrySet, edition: Edition) -> bool {
        match self {
            Self::Country(country) => countries.contains(country),
            Self::Region(region) => {
                let members = region.members_in(edition);
                !members.is_empty() && members.is_subset(countries)
            }
        }
    }

    /// Whether it is inside in each of these editions.
    #[inline]
    const fn is_inside_in_all(self, countries: CountrySet, editions: EditionSet) -> bool {
        if let Self::Country(country) = self {
            return countries.contains(country);
        }
        let mut left = editions;
        while let Some(edition) = left.first() {
            if !self.is_inside(countries, edition) {
                return false;
            }
            left = left.difference(EditionSet::EMPTY.with(edition));
        }
        true
    }
}

/// Shows the name.
impl core::fmt::Display for Place {
    #[inline]
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.pad(self.name())
    }
}

impl Region {
    /// The countries that belonged to the region when an edition was published. Empty for the whole
    /// world and for the region of a customer: no list can say.
    ///
    /// ```
    /// use service_providers::term::Region;
    /// use service_providers::{Country, Edition};
    ///
    /// for region in Region::ALL {
    ///     let members = region.members_in(Edition::CURRENT);
    ///     println!("{region}: {} of {} countries", members.len(), Country::ALL.len());
    /// }
    /// ```
    #[inline]
    #[must_use]
    pub const fn members_in(self, edition: Edition) -> CountrySet {
        let row = self as usize * Edition::ALL.len() + edition as usize;
        REGION_MEMBERS.cells(row, 0).bits(Country::ALL.len())
    }
}

/// Whether the source of an engagement says where data is kept.
#[inline]
const fn status(engagement: usize) -> StorageStatus {
    StorageStatus::ALL[ENGAGEMENTS.byte(engagement, cell::STORAGE) as usize]
}

/// The places of an engagement.
#[inline]
const fn places(engagement: usize) -> Rows<Storage> {
    Rows::read(&mut ENGAGEMENTS.cells(engagement, cell::PLACES))
}

/// Whether data of an engagement may be outside these countries, by one of these editions.
#[inline]
pub(crate) const fn may_be_outside(
    engagement: usize,
    countries: CountrySet,
    editions: EditionSet,
) -> bool {
    match status(engagement) {
        StorageStatus::Listed => {
            let places = places(engagement);
            let mut at = places.start as usize;
            while at < places.end as usize {
                if !Place::at(STORAGE.place(at, 0)).is_inside_in_all(countries, editions) {
                    return true;
                }
                at += 1;
            }
            false
        }
        StorageStatus::SeeProvider | StorageStatus::Unknown => true,
        StorageStatus::None | StorageStatus::NotApplicable => false,
    }
}

/// Whether the source of an engagement says that data is in one of these countries, by each of these
/// editions.
#[inline]
pub(crate) const fn is_stated_in(
    engagement: usize,
    countries: CountrySet,
    editions: EditionSet,
) -> bool {
    let places = places(engagement);
    let mut at = places.start as usize;
    while at < places.end as usize {
        if Place::at(STORAGE.place(at, 0)).is_inside_in_all(countries, editions) {
            return true;
        }
        at += 1;
    }
    false
}

/// The countries that the source of an engagement names as places of storage. Regions add none.
#[inline]
pub(crate) const fn countries(engagement: usize) -> CountrySet {
    let (places, mut set) = (places(engagement), CountrySet::EMPTY);
    let mut at = places.start as usize;
    while at < places.end as usize {
        if let Place::Country(country) = Place::at(STORAGE.place(at, 0)) {
            set = set.with(country);
        }
        at += 1;
    }
    set
}
