//! What can stand in a cell: the terms, words and keys that its column allows.

use std::collections::{BTreeMap, HashMap};

use serde_json::Value;
use service_providers_codegen::{Column, Kind, Party, REGISTER, Sources};

use super::source_table::SourceTable;

/// The name by which columns refer to countries and regions together, and the tables of both.
const PLACES: (&str, [&str; 2]) = ("places", ["countries", "regions"]);

/// A text to choose, and the name of what it stands for. The name is blank if the text says it all.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Choice {
    pub(super) text: String,
    pub(super) name: String,
}

impl Choice {
    fn new(text: impl Into<String>, name: impl Into<String>) -> Self {
        Self { text: text.into(), name: name.into() }
    }

    /// The name as the column beside shows it.
    pub(super) fn shown_name(&self) -> &str {
        if self.name.is_empty() { "\u{2013}" } else { &self.name }
    }

    fn alone(text: impl Into<String>) -> Self {
        Self::new(text, "")
    }
}

/// The choices by their texts.
pub(super) fn by_text(choices: &[Choice]) -> HashMap<&str, &Choice> {
    choices.iter().map(|choice| (&*choice.text, choice)).collect()
}

/// The ids of a part of `register.json`, with the members that name what they stand for.
fn choices_in(part: &Value, name: &str) -> Vec<Choice> {
    let parts = part.as_array().map(Vec::as_slice).unwrap_or_default();
    let text = |part: &Value, member: &str| part[member].as_str().unwrap_or_default().to_owned();
    let choices = parts.iter().map(|part| Choice::new(text(part, "id"), text(part, name)));
    choices.filter(|choice| !choice.text.is_empty()).collect()
}

/// The keys of the register, by the name of what has them: a table, or a part of `register.json`.
pub(super) struct Keys(BTreeMap<&'static str, Vec<Choice>>);

impl Keys {
    /// The keys of the tables, each after those it refers to, and of `register.json`.
    pub(super) fn of(tables: &[SourceTable], sources: &Sources) -> Self {
        let file = sources.data(REGISTER).map(|file| file.bytes.as_slice()).unwrap_or_default();
        let file: Value = serde_json::from_slice(file).unwrap_or_default();
        let parts = [("documents", "title"), ("editions", "")];
        let mut keys = Self(parts.map(|(part, name)| (part, choices_in(&file[part], name))).into());
        for table in tables.iter().filter(|table| table.info.key.len() == 1) {
            let names = keys.names_of(table);
            let choices =
                table.rows.iter().zip(names).map(|(row, name)| Choice::new(&*row[0], name));
            keys.0.insert(table.info.name, choices.collect());
        }
        let (places, parts) = PLACES;
        let both = parts.iter().flat_map(|part| keys.of_table(part).iter().cloned()).collect();
        keys.0.insert(places, both);
        keys
    }

    fn of_table(&self, name: &str) -> &[Choice] {
        self.0.get(name).map(Vec::as_slice).unwrap_or_default()
    }

    /// The names of the rows of a table. A row without a name of its own has that of the first thing
    /// it refers to: an engagement has the name of its provider.
    fn names_of(&self, table: &SourceTable) -> Vec<String> {
        let columns = table.info.columns();
        if let Some(at) = columns.iter().position(|column| column.name == "name") {
            return table.rows.iter().map(|row| row[at].clone()).collect();
        }
        let refers = |(at, column): (usize, &'static Column)| {
            Some((at, column.references.as_ref().filter(|_| !column.list)?))
        };
        let first = columns.iter().enumerate().find_map(refers);
        let (at, known) = match first {
            Some((at, other)) => (at, by_text(self.of_table(other))),
            None => (0, HashMap::new()),
        };
        let name =
            |row: &Vec<String>| known.get(&*row[at]).map_or(String::new(), |it| it.name.clone());
        table.rows.iter().map(name).collect()
    }

    /// What a cell of a column can say. Empty if it can say anything.
    pub(super) fn choices(&self, column: &Column) -> Vec<Choice> {
        let words = column.words.iter().map(Choice::alone);
        if column.holds(Kind::Party) {
            return self.parties();
        }
        match &column.references {
            Some(table) => words.chain(self.of_table(table).iter().cloned()).collect(),
            None => {
                let terms = column.terms.iter().map(|(term, _)| Choice::alone(term));
                let terms: Vec<Choice> = terms.collect();
                if terms.is_empty() { terms } else { words.chain(terms).collect() }
            }
        }
    }

    /// The company itself, the provider of the row, all others, and the parties of the vocabulary.
    fn parties(&self) -> Vec<Choice> {
        let own = [Party::Publisher, Party::Provider];
        let own = own.iter().map(|party| Choice::alone(party.to_string()));
        let others = self.of_table("providers").iter();
        let others =
            others.map(|it| Choice::new(format!("{}:{}", Party::Provider, it.text), &*it.name));
        own.chain(self.of_table("parties").iter().cloned()).chain(others).collect()
    }
}
