//! Labels in front of what they are about: `Purpose: …`.

use crate::published::block::Definition;
use crate::published::columns::{self, Header};
use crate::published::rich::RichText;

/// The longest label, in words.
const LONGEST: usize = 7;

/// A text after its label.
pub struct Labelled {
    /// The label as printed.
    pub label: String,
    /// What it says.
    pub header: Header,
    /// What stands after it.
    pub value: RichText,
}

/// Takes a text apart that starts with a label in known words.
pub fn split(text: &RichText) -> Option<Labelled> {
    let colon = text.text.find([':', '\u{ff1a}'])?;
    let label = text.text[..colon].trim();
    if label.is_empty() || label.split_whitespace().count() > LONGEST {
        return None;
    }
    let header = columns::header(label)?;
    let after = colon + text.text[colon..].chars().next().map_or(1, char::len_utf8);
    let value = text.piece(after..text.text.len());
    Some(Labelled { label: label.to_owned(), header, value })
}

/// A term and what is said of it, where the term is a label.
pub fn of_definition(definition: &Definition) -> Option<Labelled> {
    let label = definition.term.text.trim_end_matches(':').trim();
    let header = columns::header(label)?;
    if !matches!(header, Header::Known(_)) || label.split_whitespace().count() > LONGEST {
        return None;
    }
    let mut value = RichText::default();
    definition.details.iter().for_each(|detail| value.append_first(detail.clone()));
    Some(Labelled { label: label.to_owned(), header, value })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::published::columns::Meaning;

    #[test]
    fn only_known_words_are_labels() {
        let split = |text: &str| split(&RichText::plain(text, 0..0));
        let found = split("Where data is stored: in Sweden").unwrap();
        assert_eq!(found.header, Header::Known(Meaning::Storage));
        assert_eq!(
            (found.label.as_str(), found.value.text.as_str()),
            ("Where data is stored", "in Sweden")
        );
        assert!(split("Algolia: search").is_none());
        assert!(split("https://a.example").is_none());
        assert!(split("We use the data of a vendor for many purposes such as: a").is_none());
    }
}
