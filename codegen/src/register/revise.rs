//! A row that says something else from an edition on: the old one ends, a copy of it begins.

use std::fmt;

use super::{Engagement, Register};
use crate::cell_types::{Key, Stated, Until};
use crate::limits::MAX_KEY;
use crate::suggest;

/// What a revision did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Revision {
    /// The key of the new row.
    pub key: String,
    /// How many disclosures were copied with it.
    pub disclosures: usize,
    /// How many features were copied with it.
    pub features: usize,
}

/// Why a row was not revised, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotRevised(String);

impl fmt::Display for NotRevised {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for NotRevised {}

impl Register {
    /// Ends an engagement with an edition and begins a copy of it there, with its disclosures and
    /// features, ready to be edited. The copy cites the document of that edition, and there the
    /// same row, or the first that no other engagement cites.
    ///
    /// # Errors
    /// Where there is no such engagement or edition; where the row has ended, was withdrawn, or
    /// starts with that edition or later; and where the key of the copy is taken or too long.
    pub fn revise(&mut self, engagement: &str, edition: &str) -> Result<Revision, NotRevised> {
        let at = self.find(engagement)?;
        let source = self.source_of(edition)?;
        let old = &self.engagements[at].row;
        let refuse = |message: String| Err(NotRevised(message));
        if let Some(reason) = old.withdrawn.known() {
            return refuse(format!("`{engagement}` was withdrawn: {}", &**reason));
        }
        if let Until::Edition(until) = &old.until {
            return refuse(format!("`{engagement}` has ended with edition {until} already"));
        }
        if edition <= old.since.as_str() {
            return refuse(format!(
                "`{engagement}` starts with edition {}; edition {edition} is not newer",
                old.since
            ));
        }
        let key = self.key_of_copy(at, edition)?;
        let source_row = self.free_row(&source, old.source_row);
        let mut copy = self.engagements[at].clone();
        copy.row.key = key.clone();
        copy.row.since = edition.to_owned();
        copy.row.source = source;
        copy.row.source_row = source_row;
        for row in &mut copy.features {
            row.engagement = key.clone();
        }
        for row in &mut copy.disclosures {
            row.engagement = key.clone();
        }
        let revision = Revision {
            key: key.to_string(),
            disclosures: copy.disclosures.len(),
            features: copy.features.len(),
        };
        self.engagements[at].row.until = Until::Edition(edition.to_owned());
        let place = self.engagements.partition_point(|other| other.row.key < key);
        self.engagements.insert(place, copy);
        Ok(revision)
    }

    fn find(&self, key: &str) -> Result<usize, NotRevised> {
        let known =
            self.engagements.iter().position(|engagement| engagement.row.key.as_str() == key);
        known.ok_or_else(|| {
            // Only a row that still runs can be revised.
            let running = || {
                let rows = self.engagements.iter().map(|engagement| &engagement.row);
                rows.filter(|row| row.until == Until::Current && row.withdrawn.known().is_none())
            };
            let of_provider: Vec<&str> = (running())
                .filter(|row| row.provider.as_str() == key)
                .map(|row| row.key.as_str())
                .collect();
            let help = if !of_provider.is_empty() {
                let rows: Vec<String> = of_provider.iter().map(|key| format!("`{key}`")).collect();
                format!("the rows of `{key}` that still run: {}", rows.join(", "))
            } else if self.provider(key).is_some() {
                format!("no row of `{key}` still runs")
            } else {
                suggest::name_help(key, running().map(|row| row.key.as_str())).to_string()
            };
            NotRevised(with_help(format!("there is no engagement `{key}`"), help))
        })
    }

    fn source_of(&self, id: &str) -> Result<Key, NotRevised> {
        self.edition(id).map(|edition| edition.source.clone()).ok_or_else(|| {
            let known = self.editions().iter().map(|edition| edition.id.as_str());
            NotRevised(with_help(
                format!("there is no edition `{id}`; a new one is added to register.json first"),
                suggest::name_help(id, known).to_string(),
            ))
        })
    }

    /// The provider and the edition, and between them the section where the old key has it or
    /// another row has the shorter key.
    fn key_of_copy(&self, at: usize, edition: &str) -> Result<Key, NotRevised> {
        let old = &self.engagements[at].row;
        let short = format!("{}-{edition}", old.provider);
        let long = match &old.section {
            Stated::Known(section) => format!("{}-{section}-{edition}", old.provider),
            _ => short.clone(),
        };
        let had_section = old.key.as_str() != format!("{}-{}", old.provider, old.since);
        let key = if had_section || self.engagement(&short).is_some() { long } else { short };
        if self.engagement(&key).is_some() {
            return Err(NotRevised(format!("there is an engagement `{key}` already")));
        }
        if key.len() > MAX_KEY as usize {
            return Err(NotRevised(format!("the key `{key}` would be longer than {MAX_KEY}")));
        }
        Ok(Key::new(&key))
    }

    /// A row of a document that no engagement cites: this one, or the first.
    fn free_row(&self, source: &Key, wanted: u32) -> u32 {
        let cited = |row: u32| {
            self.engagements.iter().any(|Engagement { row: other, .. }| {
                other.source == *source && other.source_row == row
            })
        };
        std::iter::once(wanted).chain(1..).find(|row| !cited(*row)).unwrap_or(wanted)
    }
}

fn with_help(message: String, help: String) -> String {
    if help.is_empty() { message } else { format!("{message}; {help}") }
}
