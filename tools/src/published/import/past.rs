//! What the other documents of a list say: which row of them says the same as a row of the page.

use std::collections::HashMap;

use service_providers_codegen::{Register, YesNo};

use crate::published::compare::Aspect;
use crate::published::digests::Digests;
use crate::published::edition_content::{EditionContent, EditionRow, renamed};
use crate::published::locations::{Countries, Location, Reading, RowLocations};
use crate::published::page::PageRow;

/// What a row of the page says, as far as it can be compared.
pub struct RowContent {
    /// Its digests.
    pub digests: Digests,
    /// What it says of places.
    pub places: RowLocations,
}

impl RowContent {
    /// What a row of the page says.
    pub fn of(row: &PageRow, countries: &Countries) -> Self {
        Self { digests: Digests::of(row), places: countries.read_row(row) }
    }
}

/// The rows of the other documents of a list, those of the nearest documents first.
pub struct Past {
    rows: Vec<PastRow>,
    by_provider: HashMap<String, Vec<usize>>,
    renamed: HashMap<String, Vec<String>>,
}

/// A row of another document.
pub struct PastRow {
    /// The document.
    pub document: String,
    /// What it says.
    pub held: EditionRow,
}

impl Past {
    /// The rows of the documents of a list, seen from a date.
    pub fn of(register: &Register, list: &str, date: &str) -> Self {
        let mut rows = Vec::new();
        for document in nearest_first(register, list, date) {
            let held = EditionContent::of_documents(register, [document]);
            let document = document.to_owned();
            rows.extend(
                held.rows.into_iter().map(|held| PastRow { document: document.clone(), held }),
            );
        }
        let mut by_provider: HashMap<String, Vec<usize>> = HashMap::new();
        for (index, row) in rows.iter().enumerate() {
            by_provider.entry(row.held.provider.clone()).or_default().push(index);
        }
        Self { rows, by_provider, renamed: renamed(register) }
    }

    /// The row about a provider that is most like what the page says, and in what the two differ.
    /// Of rows that are equally like it, the one of the nearest document.
    pub fn most_like(
        &self,
        provider: &str,
        content: &RowContent,
    ) -> Option<(&PastRow, Vec<Aspect>)> {
        let own = self.by_provider.get(provider).into_iter().flatten();
        let rows = own.map(|index| &self.rows[*index]);
        rows.map(|row| (row, changed(content, &row.held))).min_by_key(|(_, changed)| changed.len())
    }

    /// The same for a provider that no document lists, but of which one lists the former or the
    /// later name.
    pub fn most_like_renamed(
        &self,
        provider: &str,
        content: &RowContent,
    ) -> Option<(&PastRow, Vec<Aspect>)> {
        let others = self.renamed.get(provider).into_iter().flatten();
        let found = others.filter_map(|other| self.most_like(other, content));
        found.min_by_key(|(_, changed)| changed.len())
    }

    /// The rows of the nearest document.
    pub fn nearest(&self) -> impl Iterator<Item = &EditionRow> {
        let nearest = self.rows.first().map(|row| row.document.as_str());
        let rows = self.rows.iter().take_while(move |row| Some(row.document.as_str()) == nearest);
        rows.map(|row| &row.held)
    }
}

/// The listed documents of a list: in turn the nearest older and the nearest newer one, and the
/// undated ones last.
pub fn nearest_first<'r>(register: &'r Register, list: &str, date: &str) -> Vec<&'r str> {
    let mut older = Vec::new();
    let mut newer = Vec::new();
    let mut undated = Vec::new();
    for document in register.documents() {
        if document.list.as_str() != list || document.listed == YesNo::No {
            continue;
        }
        match document.date.known() {
            Some(day) if day.as_str() <= date => older.push((day, document.id.as_str())),
            Some(day) => newer.push((day, document.id.as_str())),
            None => undated.push(document.id.as_str()),
        }
    }
    older.sort_by(|a, b| b.cmp(a));
    newer.sort();
    let mut nearest = Vec::new();
    for index in 0..older.len().max(newer.len()) {
        nearest.extend([older.get(index), newer.get(index)].into_iter().flatten().map(|it| it.1));
    }
    nearest.extend(undated);
    nearest
}

/// In what a row of the page and a row of another document differ. A meaning that only one of the
/// two has is a difference, because whoever cites the row would claim it or lose it.
fn changed(content: &RowContent, held: &EditionRow) -> Vec<Aspect> {
    let mut changed = Vec::new();
    for (aspect, page, known) in [
        (Aspect::Purpose, &content.digests.purpose, &held.digests.purpose),
        (Aspect::Data, &content.digests.data, &held.digests.data),
        (Aspect::Features, &content.digests.features, &held.digests.features),
    ] {
        if page != known {
            changed.push(aspect);
        }
    }
    let same_words =
        content.digests.location.is_some() && content.digests.location == held.digests.location;
    if !same_words && !says_same_places(&content.places, held) {
        changed.push(Aspect::Location);
    }
    changed
}

/// Whether the page names the places that the register holds, in whatever words and columns.
fn says_same_places(page: &RowLocations, held: &EditionRow) -> bool {
    let same = |reading: &Option<Reading>, known: &Location| match reading {
        Some(Reading::Known(location)) => location == known,
        Some(Reading::Open(_)) => false,
        None => *known == Location::Unstated,
    };
    match &page.either {
        None => same(&page.company, &held.company) && same(&page.storage, &held.storage),
        Some(Reading::Known(location)) => {
            let known = [&held.company, &held.storage];
            known.contains(&location)
                && known.iter().all(|own| *own == location || **own == Location::Unstated)
        }
        Some(Reading::Open(_)) => false,
    }
}
