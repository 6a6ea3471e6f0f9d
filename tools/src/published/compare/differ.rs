//! In what a row of the page and a row of the register differ.

use std::collections::BTreeSet;
use std::ops::Range;

use super::sections::Sections;
use super::units::Unit;
use super::verdict::{Aspect, Difference, NotCompared};
use crate::published::address::same_address;
use crate::published::columns::Meaning;
use crate::published::digests::Digests;
use crate::published::edition_content::{EditionContent, EditionRow};
use crate::published::locations::{Countries, Location, Reading, RowLocations};
use crate::published::normal::fold;
use crate::published::page::Page;
use crate::published::policy;

/// Compares rows of one page with rows of one edition.
pub struct Differ<'d> {
    /// The page.
    pub page: &'d Page,
    held: &'d EditionContent,
    /// By row of the page.
    locations: Vec<RowLocations>,
    digests: Vec<Digests>,
    /// What both sides can say anything about.
    compared: BTreeSet<Aspect>,
    /// What only one side can, and why.
    pub not_compared: Vec<NotCompared>,
}

/// The digests, and the columns that they are of.
pub(super) type DigestOf = fn(&Digests) -> &Option<String>;
pub(super) const DIGESTS: [(Aspect, DigestOf, &[Meaning]); 4] = [
    (Aspect::Purpose, |digests| &digests.purpose, &[Meaning::Purpose]),
    (Aspect::Data, |digests| &digests.data, &[Meaning::Data]),
    (
        Aspect::Location,
        |digests| &digests.location,
        &[Meaning::Location, Meaning::EntityLocation, Meaning::Storage],
    ),
    (Aspect::Features, |digests| &digests.features, &[Meaning::Features]),
];

impl<'d> Differ<'d> {
    /// Looks at both sides as a whole, to know what can be compared.
    pub fn new(
        page: &'d Page,
        held: &'d EditionContent,
        units: &[Unit],
        countries: &Countries,
    ) -> Self {
        let first =
            |digest: DigestOf| held.rows.iter().find_map(|row| digest(&row.digests).clone());
        let wanted = Digests {
            purpose: first(|digests| &digests.purpose),
            data: first(|digests| &digests.data),
            location: first(|digests| &digests.location),
            features: first(|digests| &digests.features),
        };
        let mut differ = Self {
            page,
            held,
            locations: page.rows.iter().map(|row| countries.read_row(row)).collect(),
            digests: page.rows.iter().map(|row| Digests::where_wanted(row, &wanted)).collect(),
            compared: BTreeSet::new(),
            not_compared: Vec::new(),
        };
        for (aspect, digest, meanings) in DIGESTS {
            let on_page = meanings.iter().any(|meaning| page.meanings.contains(meaning));
            differ.note_whether_compared(aspect, on_page, digest(&wanted).is_some(), NO_DIGEST);
        }
        let link = |row: &EditionRow| row.link.is_some();
        let on_page = units.iter().any(|unit| unit.link.is_some());
        differ.note_whether_compared(Aspect::Link, on_page, held.rows.iter().any(link), SILENT);

        let says = |place: fn(&RowLocations) -> &Option<Reading>| {
            differ.locations.iter().any(|row| place(row).is_some())
        };
        let (company, storage) = (says(|row| &row.company), says(|row| &row.storage));
        let either = says(|row| &row.either);
        let holds = |place: fn(&EditionRow) -> &Location| {
            held.rows.iter().any(|row| *place(row) != Location::Unstated)
        };
        let (has_company, has_storage) = (holds(|row| &row.company), holds(|row| &row.storage));
        if either {
            differ.note_whether_compared(Aspect::Place, true, has_company || has_storage, SILENT);
        }
        if company || !either {
            differ.note_whether_compared(Aspect::Company, company, has_company, SILENT);
        }
        if storage || !either {
            differ.note_whether_compared(Aspect::Storage, storage, has_storage, SILENT);
        }
        differ
    }

    /// Notes whether the page and the register both have what an aspect compares.
    fn note_whether_compared(
        &mut self,
        aspect: Aspect,
        on_page: bool,
        held: bool,
        lacking: &'static str,
    ) {
        match (on_page, held) {
            (true, true) => {
                self.compared.insert(aspect);
            }
            (true, false) => self.not_compared.push(NotCompared { aspect, reason: lacking }),
            (false, true) => {
                self.not_compared.push(NotCompared { aspect, reason: NOT_ON_PAGE });
            }
            (false, false) => {}
        }
    }

    /// In what a unit differs from a row of the register, its place in the list aside.
    pub fn differences(&self, unit: &Unit, row: usize) -> Vec<Difference> {
        let held = &self.held.rows[row];
        let mut found = Vec::new();
        found.extend(self.name(unit, held));
        found.extend(self.link(unit, held));
        found.extend(self.digests(unit, held));
        found.extend(self.places(unit, held));
        found
    }

    fn name(&self, unit: &Unit, held: &EditionRow) -> Option<Difference> {
        if [&unit.printed, &unit.cell, &unit.source].contains(&&held.name) {
            return None;
        }
        Some(Difference {
            aspect: Aspect::Name,
            is_cosmetic: fold(&unit.printed) == fold(&held.name),
            page: unit.printed.clone(),
            register: held.name.clone(),
            span: unit.span.clone(),
        })
    }

    fn link(&self, unit: &Unit, held: &EditionRow) -> Option<Difference> {
        if !self.compared.contains(&Aspect::Link) || unit.link == held.link {
            return None;
        }
        let same = match (&unit.link, &held.link) {
            (Some(page), Some(held)) => same_address(page, held),
            _ => false,
        };
        Some(Difference {
            aspect: Aspect::Link,
            is_cosmetic: same,
            page: self.shown_link(unit),
            register: held.link.clone().unwrap_or_else(|| "no link".to_owned()),
            span: self.cell_span(unit, &[Meaning::Link, Meaning::Name]),
        })
    }

    /// The link of a unit as the page has it, also if nobody else can follow it.
    fn shown_link(&self, unit: &Unit) -> String {
        let row = &self.page.rows[unit.row];
        let name = row.name.as_ref().filter(|_| unit.part.is_none());
        let own = name.and_then(|name| policy::of_row(row, name));
        unit.link.as_deref().or(own).unwrap_or("no link").to_owned()
    }

    fn digests(&self, unit: &Unit, row: &EditionRow) -> Vec<Difference> {
        let mut found = Vec::new();
        for (aspect, digest, meanings) in DIGESTS {
            let pair = (digest(&self.digests[unit.row]), digest(&row.digests));
            if let (Some(page), Some(held)) = pair
                && page != held
            {
                let cells = &self.page.rows[unit.row].cells;
                let texts = meanings.iter().filter_map(|meaning| cells.get(*meaning));
                let words: Vec<&str> = texts.map(|cell| cell.text.as_str()).collect();
                let span = self.cell_span(unit, meanings);
                let is_cosmetic = aspect == Aspect::Location && self.says_same_places(unit, row);
                let (page, register) = (words.join("\n"), String::new());
                found.push(Difference { aspect, is_cosmetic, page, register, span });
            }
        }
        found
    }

    /// Whether other words, or fewer columns, name the places that the register holds.
    fn says_same_places(&self, unit: &Unit, held: &EditionRow) -> bool {
        let readings = &self.locations[unit.row];
        let same = |reading: &Option<Reading>, known: &[&Location]| match reading {
            Some(Reading::Known(location)) => known.contains(&location),
            Some(Reading::Open(_)) => false,
            None => true,
        };
        same(&readings.company, &[&held.company])
            && same(&readings.storage, &[&held.storage])
            && same(&readings.either, &[&held.company, &held.storage])
    }

    fn places(&self, unit: &Unit, held: &EditionRow) -> Vec<Difference> {
        let readings = &self.locations[unit.row];
        let mut found = Vec::new();
        let mut compare = |aspect, reading: &Option<Reading>, known: &[&Location], meanings| {
            let Some(Reading::Known(location)) = reading else { return };
            if !self.compared.contains(&aspect) || known.contains(&location) {
                return;
            }
            let held: Vec<String> = known.iter().map(ToString::to_string).collect();
            found.push(Difference {
                aspect,
                is_cosmetic: false,
                page: location.to_string(),
                register: held.join(" or "),
                span: self.cell_span(unit, meanings),
            });
        };
        let (company, storage) = (&held.company, &held.storage);
        const COMPANY: &[Meaning] = &[Meaning::EntityLocation, Meaning::Location];
        const STORAGE: &[Meaning] = &[Meaning::Storage, Meaning::Location];
        compare(Aspect::Company, &readings.company, &[company], COMPANY);
        compare(Aspect::Storage, &readings.storage, &[storage], STORAGE);
        let either: &[&Location] =
            if company == storage { &[company] } else { &[company, storage] };
        compare(Aspect::Place, &readings.either, either, &[Meaning::Location]);
        found
    }

    /// The words about places that were left to a person.
    pub fn open(&self, unit: &Unit) -> Vec<String> {
        let row = &self.locations[unit.row];
        let readings = [&row.company, &row.storage, &row.either].into_iter().flatten();
        let open = readings.filter_map(|reading| match reading {
            Reading::Open(text) => Some(text.clone()),
            Reading::Known(_) => None,
        });
        open.collect()
    }

    /// How much a unit and a row of the same provider have in common.
    pub fn likeness(&self, unit: &Unit, row: usize, sections: &Sections) -> usize {
        let held = &self.held.rows[row];
        let same_digests = DIGESTS.iter().filter(|(_, digest, _)| {
            let page = digest(&self.digests[unit.row]);
            page.is_some() && page == digest(&held.digests)
        });
        let section = sections.of(&self.page.rows[unit.row]);
        let name = match self.name(unit, held) {
            None => 4,
            Some(difference) if difference.is_cosmetic => 3,
            Some(_) => 0,
        };
        let places = 2_usize.saturating_sub(self.places(unit, held).len());
        4 * same_digests.count()
            + name
            + 3 * usize::from(section == Some(&held.section))
            + 2 * usize::from(unit.link.is_some() && unit.link == held.link)
            + places
    }

    /// Where the first of these cells stands that the row has; where the name stands, if none does.
    fn cell_span(&self, unit: &Unit, meanings: &[Meaning]) -> Range<usize> {
        let cells = &self.page.rows[unit.row].cells;
        let found = meanings.iter().find_map(|meaning| cells.get(*meaning));
        found.map_or(unit.span.clone(), |cell| cell.span.clone())
    }
}

pub(super) const NOT_ON_PAGE: &str = "the page does not say it";
pub(super) const NO_DIGEST: &str = "the register holds no digest of it";
const SILENT: &str = "the register does not know it of any row";
