//! Which section of the register a part of the page is, and which category of services.

use std::collections::{BTreeMap, BTreeSet};

use service_providers_codegen::Register;
use service_providers_codegen::register::VocabularyTerm as _;

use super::decide::Decision;
use crate::published::columns::is_list_title;
use crate::published::compare::Unit;
use crate::published::locations::Countries;
use crate::published::normal::fold;
use crate::published::page::{Page, PageRow};

/// A part of a page: a table, and what divides it.
type Part = (usize, Option<String>);

/// The parts of a page.
pub struct Parts {
    sections: BTreeMap<Part, Section>,
    categories: BTreeMap<Part, String>,
}

/// The section of a part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Section {
    /// A section of the register, by key, or the word `none`.
    Known(String),
    /// A section that the register does not have, by its name.
    New(String),
}

impl Parts {
    /// Learns from what the rows cite.
    pub fn learn(
        page: &Page,
        units: &[Unit],
        decisions: &[Decision<'_>],
        register: &Register,
        countries: &Countries,
    ) -> Self {
        let mut sections: BTreeMap<Part, BTreeMap<String, usize>> = BTreeMap::new();
        let mut categories: BTreeMap<Part, BTreeSet<String>> = BTreeMap::new();
        for (unit, decision) in units.iter().zip(decisions) {
            let Some(past) = decision.past() else { continue };
            let part = part(&page.rows[unit.row]);
            let section = past.held.section.clone().unwrap_or_else(|| "none".to_owned());
            *sections.entry(part.clone()).or_default().entry(section).or_default() += 1;
            if let Some(engagement) = register.engagement(&past.held.key) {
                let category = engagement.row.service_category.to_string();
                categories.entry(part).or_default().insert(category);
            }
        }
        let names: BTreeSet<Option<String>> =
            page.rows.iter().map(|row| countries.section(row)).collect();
        let known: BTreeMap<String, &str> = (register.vocabulary.sections.iter())
            .map(|section| (fold(section.name()), section.key()))
            .collect();
        let section = |row: &PageRow| {
            let name = countries.section(row);
            let learned = sections.get(&part(row)).and_then(most);
            let own = name.as_ref().and_then(|name| known.get(&fold(name)));
            // That other documents have no section there says nothing of this page.
            let learned = learned.filter(|key| key != "none");
            match (own, learned, name) {
                (Some(key), _, _) => Section::Known((*key).to_owned()),
                (None, Some(key), _) => Section::Known(key),
                // One heading above all rows is the title of the list.
                (None, None, Some(name)) if names.len() > 1 && !is_list_title(&name) => {
                    Section::New(name)
                }
                (None, None, _) => Section::Known("none".to_owned()),
            }
        };
        Self {
            sections: page.rows.iter().map(|row| (part(row), section(row))).collect(),
            categories: (categories.into_iter())
                .filter(|(_, found)| found.len() == 1)
                .filter_map(|(part, found)| Some((part, found.into_iter().next()?)))
                .collect(),
        }
    }

    /// The section in which a row stands.
    pub fn section(&self, row: &PageRow) -> &Section {
        &self.sections[&part(row)]
    }

    /// The category of services that every known row of the part has.
    pub fn category(&self, row: &PageRow) -> Option<&str> {
        self.categories.get(&part(row)).map(String::as_str)
    }
}

fn part(row: &PageRow) -> Part {
    (row.table, row.section.as_deref().map(str::to_owned))
}

/// The section that more than half of the rows stand in.
fn most(counts: &BTreeMap<String, usize>) -> Option<String> {
    let all: usize = counts.values().sum();
    let (section, _) = counts.iter().find(|(_, count)| **count * 2 > all)?;
    Some(section.clone())
}
