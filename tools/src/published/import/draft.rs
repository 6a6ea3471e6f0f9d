//! The rows of the tables that a new document brings with it.

use std::collections::{BTreeMap, BTreeSet};

use service_providers_codegen::limits::MAX_KEY;
use service_providers_codegen::names::to_key;
use service_providers_codegen::register::VocabularyTerm as _;
use service_providers_codegen::row::ProviderRow;
use service_providers_codegen::{DraftMark, Register};

use super::decide::Decision;
use super::parts::{Parts, Section};
use super::past::Said;
use super::tables::{Cells, Tables};
use super::{Cited, Imported};
use crate::published::columns::Meaning;
use crate::published::compare::{Aspect, Unit, is_editors_link};
use crate::published::held::worldwide;
use crate::published::locations::{Location, Reading};
use crate::published::names::How;
use crate::published::normal::fold;
use crate::published::page::{Page, PageRow};

/// The rows that are drafted for a document.
pub struct Drafts<'r> {
    register: &'r Register,
    page: &'r Page,
    document: &'r str,
    parts: Parts,
    tables: Tables,
    /// The keys of the providers that the page adds, by their names without what is cosmetic.
    added: BTreeMap<String, String>,
    keys: BTreeSet<String>,
}

impl<'r> Drafts<'r> {
    /// No draft yet.
    pub fn new(register: &'r Register, page: &'r Page, document: &'r str, parts: Parts) -> Self {
        let providers = register.providers.iter().map(|row| row.key.to_string());
        let engagements = register.engagements.iter().map(|it| it.row.key.to_string());
        let keys = providers.chain(engagements).collect();
        let tables = Tables::of(register);
        Self { register, page, document, parts, tables, added: BTreeMap::new(), keys }
    }

    /// Adds the listing of a row, and what it cites.
    pub fn add(&mut self, unit: &Unit, decision: &Decision<'_>, said: &Said) -> Imported {
        let row = &self.page.rows[unit.row];
        let mark = self.mark(row);
        let (engagement, cites) = match decision {
            Decision::Cite(past, changed) => {
                self.name_provider(&past.held.provider, unit, &mark);
                let cites = if changed.is_empty() { Cited::Same } else { Cited::Reworded };
                (past.held.key.clone(), cites)
            }
            Decision::Copy(past, provider, changed) => {
                self.name_provider(provider, unit, &mark);
                let key = self.copy(&past.held.key, provider);
                self.open(&key, row, said, changed, &mark);
                (key, Cited::Copy(past.held.key.clone(), changed.clone()))
            }
            Decision::Draft(provider) => {
                self.name_provider(provider, unit, &mark);
                (self.draft(provider, row, said, &mark), Cited::Draft)
            }
            Decision::NewProvider => {
                let provider = self.new_provider(&unit.printed, row, &mark);
                (self.draft(&provider, row, said, &mark), Cited::NewProvider)
            }
            Decision::Open(providers) => (mark.clone(), Cited::Open(providers.clone())),
        };
        self.list(unit, row, said, engagement, &mark);
        let how = unit.provider().map(|candidate| candidate.how);
        let loosely = how.filter(|how| how.is_loose()).map(How::in_words);
        Imported { row: unit.row, name: unit.printed.clone(), cites, loosely }
    }

    /// The files of all tables, and how many cells wait for a person.
    pub fn into_files(self) -> (Vec<(String, Vec<u8>)>, usize) {
        let open = self.tables.count(|cell| {
            let own = |item| DraftMark::read(item).is_some_and(|it| it.document == self.document);
            cell.split(';').any(own)
        });
        (self.tables.into_files(), open)
    }

    fn mark(&self, row: &PageRow) -> String {
        let line = self.page.place(row.name_span()).line;
        DraftMark { document: self.document, row: row.number, line }.to_string()
    }

    /// A key that nothing has yet: this one, or the same with a number.
    fn free_key(&mut self, wanted: &str) -> String {
        let wanted: String = wanted.chars().take(MAX_KEY as usize - 5).collect();
        let wanted = wanted.trim_end_matches('-');
        let further = (2..).map(|number| format!("{wanted}-{number}"));
        let mut keys = std::iter::once(wanted.to_owned()).chain(further);
        let key = keys.find(|key| !self.keys.contains(key)).unwrap_or_default();
        self.keys.insert(key.clone());
        key
    }

    fn new_provider(&mut self, name: &str, row: &PageRow, mark: &str) -> String {
        if let Some(key) = self.added.get(&fold(name)) {
            return key.clone();
        }
        let wanted = match to_key(name) {
            key if key.is_empty() => format!("provider-{}", row.number),
            key => key,
        };
        let key = self.free_key(&wanted);
        self.added.insert(fold(name), key.clone());
        let table = self.tables.get("providers");
        let mut provider = table.silent_row(mark);
        set(&mut provider, "key", &key);
        set(&mut provider, "name", name);
        table.add(provider);
        key
    }

    /// Makes sure that the provider bears the printed name. What differs only in case, spacing and
    /// punctuation is another spelling; whether anything else is the provider, a person says.
    fn name_provider(&mut self, key: &str, unit: &Unit, mark: &str) {
        let Some(provider) = self.register.provider(key) else { return };
        if self.names(provider).any(|name| name == unit.printed) {
            return;
        }
        let is_spelling = provider.names().any(|name| fold(name) == fold(&unit.printed));
        let alias = if is_spelling { unit.printed.as_str() } else { mark };
        for row in self.tables.get("providers").with_mut("key", key) {
            let aliases = row.entry("aliases".to_owned()).or_default();
            if aliases == "none" || aliases.is_empty() {
                alias.clone_into(aliases);
            } else if !aliases.split(';').any(|own| own == alias) {
                *aliases = format!("{aliases};{alias}");
            }
        }
    }

    /// The names under which a page may print a provider: its own and those of its predecessors.
    fn names<'p>(&'p self, provider: &'p ProviderRow) -> impl Iterator<Item = &'p str> {
        let followed = self.register.successions.iter().filter(|row| row.successor == provider.key);
        let followed = followed.filter_map(|row| self.register.provider(row.predecessor.as_str()));
        std::iter::once(provider).chain(followed).flat_map(ProviderRow::names)
    }

    /// Copies an engagement with all that belongs to it, for this provider.
    fn copy(&mut self, original: &str, provider: &str) -> String {
        let key = self.free_key(&format!("{provider}-{}", self.document));
        let stands = |row: &&Cells| row.get("withdrawn").is_none_or(|reason| reason == "none");
        let table = self.tables.get("engagements");
        let mut rows: Vec<Cells> = table.with("key", original).cloned().collect();
        for row in &mut rows {
            set(row, "key", &key);
            set(row, "provider", provider);
        }
        rows.into_iter().for_each(|row| table.add(row));
        for (table, column) in self.tables.belonging_to("engagements") {
            let mut rows: Vec<Cells> =
                table.with(&column, original).filter(stands).cloned().collect();
            for row in &mut rows {
                set(row, &column, &key);
            }
            rows.into_iter().for_each(|row| table.add(row));
        }
        key
    }

    /// Drafts an engagement of which no document of the list says anything.
    fn draft(&mut self, provider: &str, row: &PageRow, said: &Said, mark: &str) -> String {
        let key = self.free_key(&format!("{provider}-{}", self.document));
        let category = self.parts.category(row).unwrap_or(mark).to_owned();
        let table = self.tables.get("engagements");
        let mut engagement = table.silent_row(mark);
        set(&mut engagement, "key", &key);
        set(&mut engagement, "provider", provider);
        set(&mut engagement, "service_category", &category);
        table.add(engagement);
        let said_something = |meaning| !row.text(meaning).is_empty();
        let mut open = vec![Aspect::Purpose, Aspect::Location];
        open.extend(Some(Aspect::Data).filter(|_| said_something(Meaning::Data)));
        open.extend(Some(Aspect::Features).filter(|_| said_something(Meaning::Features)));
        self.open(&key, row, said, &open, mark);
        key
    }

    /// Marks what a person must read of these meanings, and writes what the page says in known
    /// words.
    fn open(&mut self, key: &str, row: &PageRow, said: &Said, open: &[Aspect], mark: &str) {
        let word = |meaning| if row.text(meaning).is_empty() { "unknown" } else { mark };
        let mut cells: Vec<(&str, String)> = Vec::new();
        for aspect in open {
            match aspect {
                Aspect::Purpose => {
                    cells.push(("summary", mark.to_owned()));
                    cells.push(("purposes", word(Meaning::Purpose).to_owned()));
                }
                Aspect::Data => {
                    cells.push(("data", word(Meaning::Data).to_owned()));
                    if word(Meaning::Data) == "unknown" {
                        self.tables.get("disclosures").remove("engagement", key);
                    }
                }
                Aspect::Features => self.open_features(key, word(Meaning::Features)),
                _ => {
                    cells.push(("entity_country", self.company(row, said, mark)));
                    cells.push(("storage", self.store(key, row, said, mark)));
                }
            }
        }
        for engagement in self.tables.get("engagements").with_mut("key", key) {
            cells.iter().for_each(|(column, cell)| set(engagement, column, cell));
        }
    }

    /// The country of the company, or the mark.
    fn company(&self, row: &PageRow, said: &Said, mark: &str) -> String {
        let is_country = |key: &String| {
            self.register.vocabulary.countries.iter().any(|country| country.key() == key)
        };
        match (&said.places.company, &said.places.either) {
            (_, Some(either)) if *either != Reading::Known(Location::Unstated) => mark.to_owned(),
            (None | Some(Reading::Known(Location::Unstated)), _) => "unknown".to_owned(),
            (Some(Reading::Known(Location::Countries(keys))), _) if !has_brackets(row) => {
                match keys.first() {
                    Some(only) if keys.len() == 1 && is_country(only) => only.clone(),
                    _ => mark.to_owned(),
                }
            }
            _ => mark.to_owned(),
        }
    }

    /// What engagements.csv says of the storage of an engagement, or the mark; the places are
    /// written to storage.csv.
    fn store(&mut self, key: &str, row: &PageRow, said: &Said, mark: &str) -> String {
        let places: Vec<String> = match (&said.places.storage, &said.places.either) {
            (_, Some(either)) if *either != Reading::Known(Location::Unstated) => {
                return mark.to_owned();
            }
            (None, _) => Vec::new(),
            (Some(Reading::Known(Location::Countries(keys))), _) if !has_brackets(row) => {
                keys.iter().cloned().collect()
            }
            (Some(Reading::Known(Location::Global)), _) => match worldwide(self.register) {
                Some(worldwide) => vec![worldwide.to_owned()],
                None => return mark.to_owned(),
            },
            (Some(Reading::Open(_) | Reading::Known(Location::Countries(_))), _) => {
                return mark.to_owned();
            }
            (Some(Reading::Known(word)), _) => {
                self.tables.get("storage").remove("engagement", key);
                return word.to_string();
            }
        };
        let table = self.tables.get("storage");
        table.remove("engagement", key);
        for place in &places {
            let mut stored = table.silent_row(mark);
            set(&mut stored, "engagement", key);
            set(&mut stored, "place", place);
            table.add(stored);
        }
        if places.is_empty() { "unknown" } else { "listed" }.to_owned()
    }

    /// Marks the features of an engagement, or takes them away where the page names none.
    fn open_features(&mut self, key: &str, word: &str) {
        let table = self.tables.get("engagement-features");
        if word == "unknown" {
            return table.remove("engagement", key);
        }
        if table.with("engagement", key).next().is_none() {
            let mut feature = table.silent_row(word);
            // The page is not silent about any of it.
            feature.values_mut().filter(|cell| *cell == "unknown").for_each(|cell| {
                word.clone_into(cell);
            });
            set(&mut feature, "engagement", key);
            table.add(feature);
        }
        table.with_mut("engagement", key).for_each(|row| set(row, "extent", word));
    }

    fn list(&mut self, unit: &Unit, row: &PageRow, said: &Said, engagement: String, mark: &str) {
        let section = self.section(row, mark);
        let table = self.tables.get("listings");
        let mut listing = table.silent_row(mark);
        for (column, cell) in [
            ("document", self.document.to_owned()),
            ("row", row.number.to_string()),
            ("part", unit.part.unwrap_or(1).to_string()),
            ("engagement", engagement),
            ("section", section),
            ("published_name", unit.printed.clone()),
        ] {
            set(&mut listing, column, &cell);
        }
        if let Some(link) = unit.link.as_deref().filter(|link| is_public(link)) {
            set(&mut listing, "policy_url", link);
        }
        for (column, digest) in said.digests.columns() {
            set(&mut listing, column, digest.as_deref().unwrap_or("unknown"));
        }
        table.add(listing);
    }

    /// The section of a row, by key; one that the register does not have is added.
    fn section(&mut self, row: &PageRow, mark: &str) -> String {
        let name = match self.parts.section(row) {
            Section::Known(key) => return key.clone(),
            Section::New(name) => name.clone(),
        };
        let table = self.tables.get("sections");
        if let Some(row) = table.with("name", &name).next() {
            return row.get("key").cloned().unwrap_or_default();
        }
        let positions = table.rows().iter().filter_map(|row| row.get("position")?.parse().ok());
        let last: u32 = positions.max().unwrap_or_default();
        let key = match to_key(&name) {
            key if key.is_empty() => format!("section-{}", last + 10),
            key => key,
        };
        let mut section = table.silent_row(mark);
        set(&mut section, "key", &key);
        set(&mut section, "name", &name);
        set(&mut section, "position", &(last + 10).to_string());
        table.add(section);
        key
    }
}

/// Whether what the row says of places has brackets, which may hold a condition.
fn has_brackets(row: &PageRow) -> bool {
    let meanings = [Meaning::Location, Meaning::EntityLocation, Meaning::Storage];
    meanings.iter().any(|meaning| row.text(*meaning).contains('('))
}

fn set(row: &mut Cells, column: &str, cell: &str) {
    row.insert(column.to_owned(), cell.to_owned());
}

/// Whether a link is one that readers of the page can follow.
fn is_public(link: &str) -> bool {
    let is_web = url::Url::parse(link)
        .is_ok_and(|url| matches!(url.scheme(), "http" | "https") && url.has_host());
    is_web && !is_editors_link(link)
}
