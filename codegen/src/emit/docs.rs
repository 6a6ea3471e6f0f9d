//! Documentation of generated items.

use proc_macro2::TokenStream;
use quote::quote;

/// Documentation as attributes, one a line.
pub(super) fn attributes(doc: &str) -> TokenStream {
    let lines = doc.trim_end().split('\n');
    quote!(#(#[doc = #lines])*)
}

/// Text as the first line of a documentation, [escaped].
pub(super) fn plain(text: &str) -> String {
    format!(" {}", escaped(text))
}

/// Text inside documentation: characters that would be markup or an address are escaped, control
/// characters and those that change the direction of writing are left out.
pub(super) fn escaped(text: &str) -> String {
    let mut doc = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        let address = text[at..].starts_with("://");
        if address || matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~')
        {
            doc.push('\\');
        }
        let unseen = matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        if c.is_control() {
            doc.push(' ');
        } else if !unseen {
            doc.push(c);
        }
    }
    doc
}

/// The other names by which a search should find an item. A search ignores capitals and marks, so
/// a name that differs from the item in nothing else is left out.
pub(super) fn aliases(item: &str, names: &[String]) -> Vec<String> {
    let letters = |text: &str| -> String {
        text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
    };
    let mut aliases: Vec<String> = Vec::new();
    for text in names {
        // The compiler refuses quotes in an alias, and white space other than the plain space.
        let text = text.replace(['\'', '"'], "");
        let text = text.replace(|c: char| c.is_whitespace() || c.is_control(), " ");
        let text = text.trim();
        if !text.is_empty() && letters(text) != letters(item) && !aliases.iter().any(|a| a == text)
        {
            aliases.push(text.to_owned());
        }
    }
    aliases
}
