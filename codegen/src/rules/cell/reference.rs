//! Which key was meant by a text that is not one.

use crate::cell_types::{Kind, Party};
use crate::keys::{KeysByTable, TableKeys};
use crate::names::to_key;
use crate::schema::words_help;
use crate::suggest;
use crate::tables::row::{CountryRow, PartyRow, ProviderRow, RegionRow};
use crate::tables::{Column, PLACES, Row as _, TABLES};

/// A cell of a column that refers to a table.
pub(crate) struct Reference<'r> {
    pub(crate) column: &'r Column,
    /// The name of the table that the cell refers to.
    pub(crate) table: &'r str,
    /// The keys of that table.
    pub(crate) keys: &'r TableKeys<'r>,
    /// The keys of all tables read before.
    pub(crate) tables: &'r KeysByTable<'r>,
    /// How many problems the report has so far.
    pub(crate) problems: usize,
}

/// The most keys that are compared in search of the nearest, in one report. Otherwise it would take
/// minutes to report a column that is wrong from top to bottom.
const MOST_COMPARED: usize = 500_000;

impl Reference<'_> {
    /// What to write instead of a text that cannot be a key. `None` where nothing is known.
    pub(crate) fn malformed_help(&self, text: &str) -> Option<String> {
        if self.would_take_long() {
            return None;
        }
        if self.column.holds(Kind::Party) {
            return self.party_help(text);
        }
        let one_alone = || Some(format!("this cell takes only one key of {}", self.table));
        if !self.column.list && text.contains(';') {
            return one_alone();
        }
        let word = to_key(text);
        if self.column.allows_word(&word) {
            return Some(format!("write `{word}`"));
        }
        if word == "n-a" {
            return Some(words_help(self.column));
        }
        if let Some(help) = self.certain_help(text) {
            return Some(help);
        }
        let pieces = pieces(text);
        let keys: Option<Vec<String>> =
            pieces.iter().map(|piece| self.certain_key(piece)).collect();
        match keys.filter(|_| pieces.len() > 1) {
            Some(mut keys) if self.column.list => {
                keys.sort_unstable();
                keys.dedup();
                Some(format!("separate the items with `;`: `{}`", keys.join(";")))
            }
            Some(_) => one_alone(),
            None if self.column.list && pieces.len() > 1 && text.contains(',') => {
                Some("separate the items with `;`, without spaces".to_owned())
            }
            None => Some(self.unknown_help(text)),
        }
    }

    fn party_help(&self, text: &str) -> Option<String> {
        let name = text.strip_prefix(Party::OTHER_PROVIDER).unwrap_or(text);
        if name.is_empty() {
            return Some(format!("write a provider's key after `{text}`"));
        }
        let party = to_key(text);
        let parties = self.tables.get(PartyRow::TABLE);
        let parties = || parties.into_iter().flat_map(|keys| keys.iter().map(|key| &**key));
        if parties().any(|key| key == party) {
            return Some(format!("write `{party}`"));
        }
        match self.certain_key(name) {
            Some(key) => Some(format!("write `{}{key}`", Party::OTHER_PROVIDER)),
            None => suggest::nearest_term(text, Party::WORDS.into_iter().chain(parties()))
                .map(|near| format!("did you mean `{near}`?")),
        }
    }

    /// What to write instead of a key that is not in the table.
    pub(super) fn unknown_help(&self, key: &str) -> String {
        let add = self.add_help();
        let choose = format!("choose a key of {}", self.table);
        if self.would_take_long() {
            return format!("{choose}, or {add}");
        }
        if let Some(help) = self.certain_help(key).or_else(|| self.provider_help(key)) {
            return help;
        }
        let words = &self.column.words;
        let mut known: Vec<&str> = self.keys.iter().map(|key| &**key).collect();
        known.extend(words.iter().map(String::as_str));
        known.sort_unstable();
        let other = self.table_with(key).map(|table| format!("it is a key of {table}; "));
        let other = other.unwrap_or_default();
        let help = suggest::term_help(key, &known);
        if help.is_empty() {
            let words: String = words.iter().map(|word| format!(", `{word}`")).collect();
            return format!(
                "{other}{choose}{words}, or {add}; if its row was deleted, put it back"
            );
        }
        let joint = if help.is_question() { " If not, " } else { "; or " };
        format!("{other}{help}{joint}{add}")
    }

    /// How to write a provider as a party, where it is there by its key alone.
    fn provider_help(&self, key: &str) -> Option<String> {
        let providers = self.tables.get(ProviderRow::TABLE)?;
        let party = self.column.holds(Kind::Party) && providers.has(key);
        party.then(|| format!("write `{}{key}`", Party::OTHER_PROVIDER))
    }

    /// How to add what is not in the table.
    pub(super) fn add_help(&self) -> String {
        if self.table == PLACES {
            let (countries, regions) = (CountryRow::PATH, RegionRow::PATH);
            return format!("add its row to {countries} or {regions} first");
        }
        match TABLES.iter().find(|info| info.name == self.table) {
            Some(info) => format!("add its row to {} first", info.path),
            None => "add it to register.json first".to_owned(),
        }
    }

    fn would_take_long(&self) -> bool {
        self.problems.saturating_mul(self.keys.len()) > MOST_COMPARED
    }

    /// The first table, in the order of tables, that has this key.
    fn table_with(&self, key: &str) -> Option<&'static str> {
        let has_key = |name: &&str| self.tables.get(name).is_some_and(|keys| keys.has(key));
        TABLES.iter().map(|info| info.name).find(has_key)
    }

    /// The key that is certainly meant: the text differs from it in capitals and marks alone, or is
    /// a name of its row, or a code of its country.
    fn certain_key(&self, text: &str) -> Option<String> {
        let key = to_key(text);
        if self.keys.has(&key) {
            return Some(key);
        }
        self.keys.with_name(text).map(|(key, _)| key).or_else(|| self.country(text))
    }

    fn certain_help(&self, text: &str) -> Option<String> {
        match self.keys.with_name(text).filter(|(key, _)| *key != to_key(text)) {
            Some((key, name)) => Some(format!("write `{key}`, the key of {name}")),
            None => self.certain_key(text).map(|key| format!("write `{key}`")),
        }
    }

    /// The country with this code of three letters. `UK`, which ISO 3166-1 reserves, is the United
    /// Kingdom.
    fn country(&self, text: &str) -> Option<String> {
        if ![CountryRow::TABLE, PLACES].contains(&self.table) {
            return None;
        }
        let key = match text.to_uppercase().as_str() {
            "UK" => "gb".to_owned(),
            code => rust_iso3166::from_alpha3(code)?.alpha2.to_lowercase(),
        };
        self.keys.has(&key).then_some(key)
    }
}

/// The items of a list that was written with other separators.
fn pieces(text: &str) -> Vec<&str> {
    text.split([',', '/', '|', '&', '+', '\n'])
        .flat_map(|piece| piece.split(" and "))
        .map(str::trim)
        .filter(|piece| !piece.is_empty())
        .collect()
}
