//! What a draft of an engagement says: what the page says in known words, and the mark in every cell
//! whose words a person must read.

use std::collections::BTreeMap;

use service_providers_codegen::Register;
use service_providers_codegen::register::VocabularyTerm as _;

use super::facts::{COLUMNS, ROWS, WordsIn};
use super::past::RowContent;
use super::tables::{CellsByColumn, EditableTables};
use crate::published::columns::Meaning;
use crate::published::compare::Aspect;
use crate::published::locations::worldwide;
use crate::published::locations::{Location, LocationTexts, Reading};
use crate::published::normal::fold;
use crate::published::page::PageRow;

/// A row of the page from which an engagement is drafted.
#[derive(Clone, Copy)]
pub struct Source<'a> {
    /// The register.
    pub register: &'a Register,
    /// The row.
    pub row: &'a PageRow,
    /// What it says, as far as it can be compared.
    pub content: &'a RowContent,
    /// The category of services under which it stands, if that is known.
    pub category: Option<&'a str>,
    /// What stands in a cell until a person has read the row.
    pub mark: &'a str,
    /// Whether a person said that the row says nothing that the page has no column for.
    pub is_bare: bool,
}

/// An engagement with the rows that belong to it.
pub struct EngagementDraft {
    row: CellsByColumn,
    belonging: BTreeMap<&'static str, Vec<CellsByColumn>>,
    is_copy: bool,
}

/// What the page says of one column.
#[derive(Clone)]
enum CellReading {
    /// This, in known words.
    Stated(String),
    /// Words that a person must read.
    Words,
    /// Nothing, where there is a cell for it.
    Nothing,
    /// The page has no cell for it. Other words of the row may say it.
    NoCell,
}

impl EngagementDraft {
    /// An engagement of which nothing is known.
    pub fn blank(source: &Source<'_>, tables: &mut EditableTables) -> Self {
        let mut row = tables.get("engagements").row_of(source.mark);
        set(&mut row, "withdrawn", "none");
        let belonging = ROWS.iter().map(|(table, ..)| (*table, Vec::new()));
        Self { row, belonging: belonging.collect(), is_copy: false }
    }

    /// A copy of an engagement with all that belongs to it and is no mistake.
    pub fn copy(original: &str, tables: &mut EditableTables) -> Self {
        let stands =
            |row: &&CellsByColumn| row.get("withdrawn").is_none_or(|reason| reason == "none");
        let row = tables.get("engagements").with_key(original).next().cloned();
        let belonging = ROWS.iter().map(|(table, ..)| {
            (*table, tables.get(table).with_key(original).filter(stands).cloned().collect())
        });
        let row = row.unwrap_or_default();
        Self { belonging: belonging.collect(), row, is_copy: true }
    }

    /// Takes what the words about these say out of the page, or marks it.
    pub fn open(&mut self, source: &Source<'_>, open: &[Aspect], tables: &mut EditableTables) {
        let (storage, places) = source.storage();
        let places = places.iter().map(|place| source.place(place, tables));
        let places: Vec<CellsByColumn> = places.collect();
        // Where all places are in known words, those words say nothing else.
        let is_read = |aspect: &Aspect| *aspect == Aspect::Location && source.knows_places();
        let unread: Vec<Aspect> = open.iter().copied().filter(|aspect| !is_read(aspect)).collect();
        let is_open = |words_in: &WordsIn| match words_in {
            WordsIn::Among(_) => words_in.is_open(&unread),
            _ => words_in.is_open(open),
        };
        // If a person said that the row has no other facts, a copy keeps the cells that the page has
        // no column for.
        let stays = self.is_copy && source.is_bare;
        let is_open = |words_in: &WordsIn| {
            is_open(words_in) && !(stays && matches!(words_in, WordsIn::Among(_)))
        };
        for (column, words_in) in COLUMNS.iter().filter(|(_, words_in)| is_open(words_in)) {
            let found = match (*column, words_in) {
                ("entity_country", _) => source.company(),
                ("storage", _) => storage.clone(),
                (_, WordsIn::Section) => match source.category {
                    Some(category) => CellReading::Stated(category.to_owned()),
                    None => CellReading::Words,
                },
                (_, WordsIn::Own(aspect)) => source.own(*aspect),
                (_, WordsIn::Among(_)) => CellReading::NoCell,
            };
            let silence = tables.get("engagements").silence(column);
            let is_silent = self.row.get(*column).is_some_and(|cell| Some(&**cell) == silence);
            if is_silent && matches!((words_in, &found), (WordsIn::Own(_), CellReading::NoCell)) {
                // The original has no words for it either.
                continue;
            }
            set(&mut self.row, column, &source.cell(found, silence));
        }
        for (table, aspect, column) in ROWS.iter().filter(|(_, aspect, _)| open.contains(aspect)) {
            let rows = self.belonging.entry(table).or_default();
            let found = match *table {
                "storage" => storage.clone(),
                "contract-facts" if stays => continue,
                "contract-facts" => CellReading::Words,
                _ => source.own(*aspect),
            };
            match found {
                CellReading::Stated(_) => rows.clone_from(&places),
                CellReading::Nothing => rows.clear(),
                CellReading::NoCell if source.is_bare => rows.clear(),
                CellReading::Words if *table == "engagement-features" && rows.is_empty() => {
                    rows.push(tables.get(table).row_of(source.mark));
                }
                CellReading::Words | CellReading::NoCell => {
                    rows.iter_mut().for_each(|row| set(row, column, source.mark));
                }
            }
        }
    }

    /// Adds it to the tables under this key, about this provider.
    pub fn add(mut self, key: &str, provider: &str, tables: &mut EditableTables) {
        set(&mut self.row, "key", key);
        set(&mut self.row, "provider", provider);
        tables.get("engagements").add(self.row);
        for (table, rows) in self.belonging {
            for mut row in rows {
                set(&mut row, "engagement", key);
                tables.get(table).add(row);
            }
        }
    }
}

impl Source<'_> {
    /// What stands in a cell of which this was found.
    fn cell(&self, found: CellReading, silence: Option<&str>) -> String {
        match found {
            CellReading::Stated(cell) => cell,
            CellReading::Nothing => silence.unwrap_or(self.mark).to_owned(),
            CellReading::NoCell if self.is_bare => silence.unwrap_or(self.mark).to_owned(),
            CellReading::Words | CellReading::NoCell => self.mark.to_owned(),
        }
    }

    /// What the row's own cell for this says.
    fn own(&self, aspect: Aspect) -> CellReading {
        let meaning = match aspect {
            Aspect::Data => Meaning::Data,
            Aspect::Features => Meaning::Features,
            _ => Meaning::Purpose,
        };
        let cell = self.row.cells.get(meaning).map(|cell| cell.text.as_str());
        let footnote = self.row.name.as_ref().and_then(|name| name.footnote.as_deref());
        let footnote = footnote.filter(|_| meaning == Meaning::Purpose);
        match [cell, footnote] {
            [None, None] => CellReading::NoCell,
            both if both.iter().flatten().all(|text| fold(text).is_empty()) => CellReading::Nothing,
            _ => CellReading::Words,
        }
    }

    /// Whether all that the row says of places is in known words.
    fn knows_places(&self) -> bool {
        let places = &self.content.places;
        let all = [&places.company, &places.storage, &places.either];
        let is_open = |read: &Reading| matches!(read, Reading::Open(_));
        !self.says_when() && !all.into_iter().flatten().any(is_open)
    }

    /// The country of the company.
    fn company(&self) -> CellReading {
        match (&self.content.places.company, &self.content.places.either) {
            (_, Some(either)) if *either != Reading::Known(Location::Unstated) => {
                CellReading::Words
            }
            (None, None) => CellReading::NoCell,
            (None | Some(Reading::Known(Location::Unstated)), _) => CellReading::Nothing,
            (Some(Reading::Known(Location::Countries(keys))), _)
                if !self.company_has_brackets() =>
            {
                match keys.first() {
                    Some(only) if keys.len() == 1 && self.is_country(only) => {
                        CellReading::Stated(only.clone())
                    }
                    _ => CellReading::Words,
                }
            }
            _ => CellReading::Words,
        }
    }

    /// What engagements.csv says of the storage, and the places for storage.csv.
    fn storage(&self) -> (CellReading, Vec<String>) {
        let places: Vec<String> = match (&self.content.places.storage, &self.content.places.either)
        {
            (_, Some(either)) if *either != Reading::Known(Location::Unstated) => {
                return (CellReading::Words, Vec::new());
            }
            (None, None) => return (CellReading::NoCell, Vec::new()),
            (None | Some(Reading::Known(Location::Unstated)), _) => {
                return (CellReading::Nothing, Vec::new());
            }
            (Some(Reading::Open(_)), _) => return (CellReading::Words, Vec::new()),
            (Some(Reading::Known(known)), _) => match known {
                Location::Countries(keys) => keys.iter().cloned().collect(),
                Location::Global => {
                    worldwide(self.register).map(str::to_owned).into_iter().collect()
                }
                word => return (CellReading::Stated(word.to_string()), Vec::new()),
            },
        };
        match places.is_empty() {
            true => (CellReading::Words, places),
            false => (CellReading::Stated("listed".to_owned()), places),
        }
    }

    /// A row of storage.csv. What stands in brackets may be a context or a condition, and so may what
    /// decides between two places.
    fn place(&self, place: &str, tables: &mut EditableTables) -> CellsByColumn {
        let mut row = tables.get("storage").row_of("none");
        set(&mut row, "place", place);
        if self.says_when() {
            set(&mut row, "context", self.mark);
            set(&mut row, "condition", self.mark);
        }
        row
    }

    fn is_country(&self, key: &str) -> bool {
        self.register.vocabulary.countries.iter().any(|country| country.key() == key)
    }

    /// Whether what the row says of the company's place has brackets.
    fn company_has_brackets(&self) -> bool {
        LocationTexts::of(self.row).company.is_some_and(|text| text.contains('('))
    }

    /// Whether what the row says of the data's places may say when it is kept in which of them.
    fn says_when(&self) -> bool {
        let texts = LocationTexts::of(self.row);
        [texts.storage, texts.either]
            .into_iter()
            .flatten()
            .any(|text| text.contains('(') || text.contains(" or "))
    }
}

/// Writes a cell.
pub fn set(row: &mut CellsByColumn, column: &str, cell: &str) {
    row.insert(column.to_owned(), cell.to_owned());
}
