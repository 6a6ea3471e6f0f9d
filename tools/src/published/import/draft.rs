//! The rows of the tables that a new document brings with it.

use std::collections::BTreeMap;

use service_providers_codegen::limits::MAX_KEY;
use service_providers_codegen::names::to_key;
use service_providers_codegen::row::ProviderRow;
use service_providers_codegen::{DraftMark, Key, Register};

use super::decide::Decision;
use super::engagement::{EngagementDraft, Source, set};
use super::parts::{Parts, Section};
use super::past::RowContent;
use super::tables::EditableTables;
use super::{Cited, Imported, Request, RowNumbers};
use crate::published::compare::{Aspect, Unit};
use crate::published::names::{MatchKind, short_name};
use crate::published::normal::fold;
use crate::published::page::{Page, PageRow};

/// The number that tells a key from the first one like it.
const FIRST_NAMESAKE: usize = 2;

/// The rows that are drafted for a document.
pub struct Drafts<'r> {
    register: &'r Register,
    page: &'r Page,
    document: &'r str,
    parts: Parts,
    tables: EditableTables,
    /// The keys of the providers that the page adds, by their names without what is cosmetic.
    added: BTreeMap<String, String>,
    /// The keys of the sections that the page adds, by their names.
    sections: BTreeMap<String, String>,
    /// The position of the last section.
    last_section: u32,
    /// The keys that are taken, each with the number that its next namesake tries first.
    keys: BTreeMap<String, usize>,
    /// The rows that say nothing but what the page has columns for.
    bare: &'r RowNumbers,
}

impl<'r> Drafts<'r> {
    /// No draft yet.
    pub fn new(
        register: &'r Register,
        page: &'r Page,
        request: &'r Request<'_>,
        parts: Parts,
    ) -> Self {
        let providers = register.providers.iter().map(|row| row.key.to_string());
        let engagements = register.engagements.iter().map(|it| it.row.key.to_string());
        Self {
            register,
            page,
            document: request.document,
            parts,
            tables: EditableTables::of(register),
            added: BTreeMap::new(),
            sections: BTreeMap::new(),
            last_section: register
                .vocabulary
                .sections
                .iter()
                .map(|it| it.position)
                .max()
                .unwrap_or(0),
            keys: providers.chain(engagements).map(|key| (key, FIRST_NAMESAKE)).collect(),
            bare: &request.nothing_else,
        }
    }

    /// Adds the listing of a row, and what it cites.
    pub fn add(&mut self, unit: &Unit, decision: &Decision<'_>, content: &RowContent) -> Imported {
        let row = &self.page.rows[unit.row];
        let mark = self.mark(row, None);
        let category = self.parts.category(row).map(str::to_owned);
        let source = Source {
            register: self.register,
            row,
            content,
            category: category.as_deref(),
            mark: &mark,
            is_bare: self.bare.contains(row.number),
        };
        let (engagement, cites) = match decision {
            Decision::Cite(past, changed) => {
                self.name_provider(&past.held.provider, unit);
                let cites = if changed.is_empty() { Cited::Same } else { Cited::Reworded };
                (past.held.key.clone(), cites)
            }
            Decision::Copy(past, provider, changed) => {
                self.name_provider(provider, unit);
                let mark = self.mark(row, Some(&past.held.key));
                let source = Source { mark: &mark, ..source };
                let key = self.copy(&past.held.key, provider, &source, changed);
                (key, Cited::Copy(past.held.key.clone(), changed.clone()))
            }
            Decision::Draft(provider) => {
                self.name_provider(provider, unit);
                (self.draft(provider, &source), Cited::Draft)
            }
            Decision::NewProvider => {
                let provider = self.new_provider(&unit.printed, row);
                (self.draft(&provider, &source), Cited::NewProvider)
            }
            Decision::Open(providers) => (mark.clone(), Cited::Undecided(providers.clone())),
        };
        self.add_listing(unit, row, content, engagement, &mark);
        let how = unit.provider().map(|candidate| candidate.how);
        let loose_match = how.filter(|how| how.is_loose()).map(MatchKind::in_words);
        Imported { row: unit.row, name: unit.printed.clone(), cites, loose_match }
    }

    /// The files of all tables, and how many cells wait for a person.
    pub fn into_files(self) -> (Vec<(String, Vec<u8>)>, usize) {
        let open = self.tables.open_cells(self.document);
        (self.tables.into_files(), open)
    }

    fn mark(&self, row: &PageRow, about: Option<&str>) -> String {
        let line = self.page.place(row.name_span()).line;
        DraftMark { document: self.document, row: row.number, line, about }.to_string()
    }

    /// The mark for a cell of names, with the name that the page prints.
    fn name_mark(&self, row: &PageRow, name: &str) -> String {
        let name = name.replace([':', ';'], " ");
        self.mark(row, Some(name.trim()).filter(|name| !name.is_empty()))
    }

    /// A key that nothing has yet: this one, or the same with a number.
    fn free_key(&mut self, wanted: &str) -> String {
        let wanted: String = wanted.chars().take(MAX_KEY as usize - 5).collect();
        let wanted = wanted.trim_end_matches('-');
        let Some(next) = self.keys.get(wanted).copied() else {
            self.keys.insert(wanted.to_owned(), FIRST_NAMESAKE);
            return wanted.to_owned();
        };
        let further = (next..).map(|number| (number, format!("{wanted}-{number}")));
        let mut further = further.filter(|(_, key)| !self.keys.contains_key(key));
        let (number, key) = further.next().unwrap_or_default();
        self.keys.insert(wanted.to_owned(), number + 1);
        self.keys.insert(key.clone(), FIRST_NAMESAKE);
        key
    }

    fn new_provider(&mut self, name: &str, row: &PageRow) -> String {
        if let Some(key) = self.added.get(&fold(name)) {
            return key.clone();
        }
        let wanted = short_key(name);
        let wanted = match Key::chosen(&wanted) {
            Ok(_) => wanted,
            Err(_) => format!("provider-{}", row.number),
        };
        let key = self.free_key(&wanted);
        self.added.insert(fold(name), key.clone());
        let mark = self.name_mark(row, name);
        let table = self.tables.get("providers");
        let mut provider = table.row_of("none");
        set(&mut provider, "key", &key);
        set(&mut provider, "name", name);
        if may_hold_names(name) {
            set(&mut provider, "aliases", &mark);
        }
        table.add(provider);
        key
    }

    /// Makes sure that the provider bears the printed name. What differs only in case, spacing and
    /// punctuation is another spelling; whether anything else is the provider, a person says.
    fn name_provider(&mut self, key: &str, unit: &Unit) {
        let Some(provider) = self.register.provider(key) else { return };
        if self.names(provider).any(|name| name == unit.printed) {
            return;
        }
        let is_spelling = provider.names().any(|name| fold(name) == fold(&unit.printed));
        let mark = self.name_mark(&self.page.rows[unit.row], &unit.printed);
        let alias = if is_spelling { unit.printed.as_str() } else { mark.as_str() };
        if let Some(row) = self.tables.get("providers").row_mut(key) {
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

    /// Adds a copy of an engagement about this provider, in which these meanings are open.
    fn copy(
        &mut self,
        original: &str,
        provider: &str,
        source: &Source<'_>,
        open: &[Aspect],
    ) -> String {
        let mut copy = EngagementDraft::copy(original, &mut self.tables);
        copy.open(source, open, &mut self.tables);
        let key = self.free_key(&format!("{provider}-{}", self.document));
        copy.add(&key, provider, &mut self.tables);
        key
    }

    /// Adds an engagement of which no document of the list says anything.
    fn draft(&mut self, provider: &str, source: &Source<'_>) -> String {
        const ALL: &[Aspect] =
            &[Aspect::Section, Aspect::Purpose, Aspect::Data, Aspect::Location, Aspect::Features];
        let mut draft = EngagementDraft::blank(source, &mut self.tables);
        draft.open(source, ALL, &mut self.tables);
        let key = self.free_key(&format!("{provider}-{}", self.document));
        draft.add(&key, provider, &mut self.tables);
        key
    }

    fn add_listing(
        &mut self,
        unit: &Unit,
        row: &PageRow,
        content: &RowContent,
        engagement: String,
        mark: &str,
    ) {
        let section = self.section(row, mark);
        let table = self.tables.get("listings");
        // What the row says besides is asked for in the note of the engagement.
        let mut listing = table.row_of("none");
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
        set(&mut listing, "policy_url", unit.link.as_deref().unwrap_or("unknown"));
        for (column, digest) in content.digests.columns() {
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
        if let Some(key) = self.sections.get(&name) {
            return key.clone();
        }
        self.last_section += 10;
        let table = self.tables.get("sections");
        let numbered = (self.last_section..).step_by(10);
        let key = std::iter::once(to_key(&name))
            .chain(numbered.map(|number| format!("section-{number}")))
            .find(|key| Key::chosen(key).is_ok() && table.with_key(key).next().is_none())
            .unwrap_or_default();
        let mut section = table.row_of(mark);
        set(&mut section, "key", &key);
        set(&mut section, "name", &name);
        set(&mut section, "position", &self.last_section.to_string());
        table.add(section);
        self.sections.insert(name, key.clone());
        key
    }
}

/// The longest key of a new provider, in characters. It stands in the keys of all that is said of the
/// provider.
const LONGEST_KEY: usize = 30;

/// A key for a name: that of the short name, as many words of it as are not too long.
fn short_key(name: &str) -> String {
    let key = to_key(&short_name(name));
    let end = match key.get(..LONGEST_KEY + 1) {
        Some(start) => start.rfind('-').unwrap_or(LONGEST_KEY),
        None => key.len(),
    };
    key[..end].to_owned()
}

/// Whether a printed name may hold another name besides.
fn may_hold_names(name: &str) -> bool {
    let lower = name.to_lowercase();
    ["(", "formerly", "previously", "known as", "d/b/a"].iter().any(|word| lower.contains(word))
}
