//! Which documents the editions of format 1 are made of, and which rows each document has.

use std::collections::{BTreeMap, BTreeSet};

use super::format_1::{Format1, OldDocument, OldEdition, OldTable};

/// The documents and the editions made of them.
#[derive(Default)]
pub(super) struct Editions {
    /// Every document with its rows, in the order of `register.json`.
    pub(super) documents: Vec<NewDocument>,
    /// The ids of the documents of each edition.
    pub(super) editions: Vec<Vec<String>>,
}

/// A document of format 2.
pub(super) struct NewDocument {
    pub(super) facts: OldDocument,
    pub(super) list: String,
    /// What each row says, by its number; `None` where no edition is made of the document.
    pub(super) rows: Option<BTreeMap<u32, Cited>>,
}

/// The position of a row in its table of format 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cited {
    Engagement(usize),
    Practice(usize),
}

/// The documents of every edition: the one that format 1 calls the edition, and those that its
/// practices cite.
pub(super) fn of_editions(old: &Format1, remarks: &mut Vec<String>) -> Editions {
    let lists: BTreeSet<&str> =
        old.register.editions.iter().map(|edition| edition.source.as_str()).collect();
    let mut made = Editions {
        documents: (old.register.sources.iter())
            .map(|facts| NewDocument {
                facts: facts.clone(),
                list: list_of(&facts.id, lists.contains(facts.id.as_str())),
                rows: None,
            })
            .collect(),
        editions: Vec::new(),
    };
    for edition in &old.register.editions {
        let mut ids =
            vec![made.add(&edition.source, list_rows(old, edition, &lists, remarks), edition)];
        let practices = old.published(&old.practices, &edition.id);
        for source in &old.register.sources {
            let cites = |at: &usize| old.practices.cell(*at, "source") == source.id;
            let own: Vec<usize> = practices.iter().copied().filter(cites).collect();
            if !own.is_empty() && !lists.contains(source.id.as_str()) {
                ids.push(made.add(&source.id, record_rows(old, &own), edition));
            }
        }
        made.editions.push(ids);
    }
    made
}

/// The list that all documents called editions are revisions of.
const SERVICE_PROVIDERS: &str = "service-providers";

/// The list that a document is a revision of: its id without the date at its end.
fn list_of(id: &str, is_edition: bool) -> String {
    if is_edition {
        return SERVICE_PROVIDERS.to_owned();
    }
    let end = |c: char| c.is_ascii_digit() || c == '-';
    let list = id.trim_end_matches(end);
    if list.is_empty() || list == SERVICE_PROVIDERS { id.to_owned() } else { list.to_owned() }
}

impl Editions {
    /// Adds the rows that a document has in an edition, and gives its id. Format 1 could end some
    /// rows of a document and keep others; then a document of its own holds those that were kept.
    fn add(&mut self, source: &str, rows: BTreeMap<u32, Cited>, edition: &OldEdition) -> String {
        let Some(at) = self.documents.iter().position(|document| document.facts.id == *source)
        else {
            return source.to_owned();
        };
        let document = &mut self.documents[at];
        if document.rows.as_ref().is_none_or(|known| *known == rows) {
            document.rows = Some(rows);
            return source.to_owned();
        }
        let kept = (1..).zip(rows.into_values()).collect();
        let same = |other: &&NewDocument| {
            other.list == self.documents[at].list && other.rows.as_ref() == Some(&kept)
        };
        if let Some(other) = self.documents.iter().find(same) {
            return other.facts.id.clone();
        }
        let document = &self.documents[at];
        let facts = OldDocument {
            id: format!("{source}-{}", edition.id),
            date_basis: format!(
                "In format 1 some rows of the document {source} ended with the edition of {}, and \
                 others did not. This document holds those that did not.",
                edition.id
            ),
            ..document.facts.clone()
        };
        let (id, list) = (facts.id.clone(), document.list.clone());
        self.documents.insert(at + 1, NewDocument { facts, list, rows: Some(kept) });
        id
    }
}

/// The rows of the document that is an edition: those that cite it, and those that go on from an
/// earlier edition. Of these format 1 did not say which row of the later document they are.
fn list_rows(
    old: &Format1,
    edition: &OldEdition,
    lists: &BTreeSet<&str>,
    remarks: &mut Vec<String>,
) -> BTreeMap<u32, Cited> {
    let engagements = old.published(&old.engagements, &edition.id);
    let practices = old.published(&old.practices, &edition.id).into_iter();
    let practices = practices.filter(|at| lists.contains(old.practices.cell(*at, "source")));
    let all = engagements.into_iter().map(Cited::Engagement).chain(practices.map(Cited::Practice));
    let mut rows = BTreeMap::new();
    let mut going_on = Vec::new();
    for (rank, cited) in (1..).zip(all) {
        let (table, at, column) = place_of(old, cited);
        if table.cell(at, "source") == edition.source {
            rows.insert(table.number(at, column), cited);
        } else {
            going_on.push((rank, cited));
        }
    }
    for (rank, cited) in going_on {
        let last = rows.last_key_value().map_or(0, |(row, _)| *row);
        let row = if rows.contains_key(&rank) { last + 1 } else { rank };
        rows.insert(row, cited);
        let (table, at, _) = place_of(old, cited);
        remarks.push(format!(
            "row {row} of `{}`: format 1 did not say which row of it `{}` is; look it up",
            edition.source,
            table.cell(at, "key")
        ));
    }
    rows
}

/// The table, the position and the column of the row number of what a row says.
fn place_of(old: &Format1, cited: Cited) -> (&OldTable, usize, &'static str) {
    match cited {
        Cited::Engagement(at) => (&old.engagements, at, "source_row"),
        Cited::Practice(at) => (&old.practices, at, "source_record"),
    }
}

/// The rows of a document of records.
fn record_rows(old: &Format1, practices: &[usize]) -> BTreeMap<u32, Cited> {
    let rows = practices.iter();
    rows.map(|at| (old.practices.number(*at, "source_record"), Cited::Practice(*at))).collect()
}
