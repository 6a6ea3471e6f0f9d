//! Which part of a page is which section of the register. The words of the two need not agree: what
//! most rows of a part belong to, the part is.

use std::collections::{BTreeMap, HashMap};

use super::assign::Assigned;
use super::units::Unit;
use crate::published::edition_content::EditionContent;
use crate::published::page::{Page, PageRow};

/// A part of a page: its table, and what divides it.
type Part<'p> = (usize, Option<&'p str>);

/// A section of the register, or `None` where a row stands in none.
pub type Section = Option<String>;

/// The parts of a page.
#[derive(Debug, Default)]
pub struct Sections {
    by_part: HashMap<(usize, Option<String>), Section>,
}

impl Sections {
    /// Learns from the rows that were matched.
    pub fn learn(units: &[Unit], page: &Page, held: &EditionContent, assigned: &Assigned) -> Self {
        let mut counts: BTreeMap<Part<'_>, BTreeMap<&Section, usize>> = BTreeMap::new();
        for (unit, found) in units.iter().zip(assigned) {
            if let Some((row, _)) = found {
                let part = part(&page.rows[unit.row]);
                *counts.entry(part).or_default().entry(&held.rows[*row].section).or_default() += 1;
            }
        }
        // A section of which another part has more is not what a part is, where it is in doubt.
        let mut most: HashMap<&Section, usize> = HashMap::new();
        for (section, count) in counts.values().flatten() {
            let known = most.entry(section).or_default();
            *known = (*known).max(*count);
        }
        let by_part = counts.iter().filter_map(|((table, name), found)| {
            let best = found.iter().max_by_key(|(section, count)| {
                (**count, **count >= most[**section], std::cmp::Reverse(**section))
            });
            Some(((*table, name.map(str::to_owned)), (*best?.0).clone()))
        });
        Self { by_part: by_part.collect() }
    }

    /// The section in which a row of the page stands, if that is known.
    pub fn of(&self, row: &PageRow) -> Option<&Section> {
        let (table, name) = part(row);
        self.by_part.get(&(table, name.map(str::to_owned)))
    }

    /// Whether the page has more than one part.
    pub fn divide(&self) -> bool {
        self.by_part.len() > 1
    }
}

fn part(row: &PageRow) -> Part<'_> {
    (row.table, row.section.as_deref())
}
