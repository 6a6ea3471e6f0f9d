//! What a row type says about its columns.

use serde_json::Value;

use crate::cell_types::Kind;

/// A column of a table, or a member of a JSON source.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Column {
    /// Its name.
    pub name: String,
    /// What it holds, for the person who edits it.
    pub description: String,
    /// Whether a cell is a list, joined by `;`.
    pub list: bool,
    /// The table whose keys it holds.
    pub references: Option<String>,
    /// The words that may be written instead of a fact.
    pub words: Vec<String>,
    /// The only terms allowed, with their meanings; empty where the column is not a closed set.
    pub terms: Vec<(String, String)>,
    /// The regular expression that a cell, or an item of its list, matches, if there is one.
    pub pattern: Option<String>,
    /// How a cell is written, in words; `None` if any text will do.
    pub form: Option<String>,
    /// What a cell, or an item of its list, holds. `None` for parts of `register.json` that are not
    /// text.
    pub kind: Option<Kind>,
}

impl Column {
    /// Whether it holds this kind of cells.
    pub fn holds(&self, kind: Kind) -> bool {
        self.kind == Some(kind)
    }

    /// The word by which a cell says that the source is silent, if there is one.
    pub fn silence(&self) -> Option<&'static str> {
        let is_term = |word: &str| self.terms.iter().any(|(term, _)| term == word);
        ["unknown", "none"].into_iter().find(|word| self.allows_word(word) || is_term(word))
    }

    /// Whether it holds words of our own, in which there can be no markup.
    pub(crate) fn is_plain(&self) -> bool {
        matches!(self.kind, Some(Kind::Text | Kind::OwnName))
    }

    /// Whether this word may be written instead of a fact.
    pub(crate) fn allows_word(&self, word: &str) -> bool {
        self.words.iter().any(|allowed| allowed == word)
    }
}

/// The columns of a row schema, in order.
pub(crate) fn columns(schema: &schemars::Schema) -> Vec<Column> {
    let properties = schema.get("properties").and_then(Value::as_object);
    properties.into_iter().flatten().map(|(name, property)| column(name, property)).collect()
}

/// What the schema of one property says about its column.
pub fn column(name: &str, property: &Value) -> Column {
    let list = property["type"] == "array";
    let item = if list { &property["items"] } else { property };
    let text = |value: &Value| value.as_str().map(str::to_owned);
    let strings = |value: &Value| -> Vec<String> {
        value.as_array().into_iter().flatten().filter_map(text).collect()
    };
    let meanings = &item["x-meanings"];
    Column {
        name: name.to_owned(),
        description: one_line(property["description"].as_str().unwrap_or_default()),
        list,
        references: text(&property["x-references"]),
        words: strings(&property["x-words"]),
        terms: strings(&item["enum"])
            .into_iter()
            .map(|term| {
                let meaning = meanings[&term].as_str().unwrap_or_default().to_owned();
                (term, meaning)
            })
            .collect(),
        pattern: text(&item["pattern"]),
        form: text(&item["x-form"]),
        kind: Kind::of(item),
    }
}

/// The lines of a doc comment as one line.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
