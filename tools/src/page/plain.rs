//! Pages in plain text, ready to be mailed.

use minijinja::value::{Serde, Value};
use minijinja::{Error, Output, State};
use serde::Serialize;

/// The most characters of a line. Mail programs show a line of this length as it is.
const COLUMNS: usize = 72;

/// Fills one template. Texts are printed as they are, because nothing acts in plain text. Every line
/// that is longer than [`COLUMNS`] is broken between words; a list item goes on below its text.
///
/// # Panics
/// If the template asks for what the context does not have.
pub(crate) fn plain(template: &str, context: impl Serialize) -> String {
    let mut pages = super::environment();
    pages.set_formatter(print);
    pages.add_filter("underlined", underlined);
    let text = pages
        .render_str(template, Serde(context))
        .expect("the template asks only for what the page has");
    text.lines().map(|line| wrapped(line) + "\n").collect()
}

fn print(out: &mut Output<'_>, _: &mut State<'_, '_>, value: &Value) -> Result<(), Error> {
    match value.as_str() {
        Some(text) => out.write_str(text).map_err(Error::from),
        None => out.write_str(&value.to_string()).map_err(Error::from),
    }
}

/// A heading with a line below it.
fn underlined(heading: &str, mark: &str) -> String {
    let length = heading.chars().count().min(COLUMNS);
    format!("{heading}\n{}", mark.repeat(length))
}

/// A line, broken where it is too long. A word that is longer than a line stays whole.
fn wrapped(line: &str) -> String {
    let text = line.trim_start_matches(' ');
    let indent = line.len() - text.len();
    let (mark, text) = text.split_at(if text.starts_with("- ") { 2 } else { 0 });
    let hanging = indent + mark.len();
    let mut wrapped = " ".repeat(indent) + mark;
    let mut length = hanging;
    for (at, word) in text.split(' ').enumerate() {
        let word_length = word.chars().count();
        if at > 0 && length + 1 + word_length > COLUMNS {
            wrapped.push('\n');
            wrapped.push_str(&" ".repeat(hanging));
            length = hanging;
        } else if at > 0 {
            wrapped.push(' ');
            length += 1;
        }
        wrapped.push_str(word);
        length += word_length;
    }
    wrapped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_printed_as_they_are() {
        let page = plain("{{ a }}\n", serde_json::json!({ "a": "Dun & *Bradstreet* <b>" }));
        assert_eq!(page, "Dun & *Bradstreet* <b>\n");
    }

    #[test]
    fn a_heading_has_a_line_below() {
        let page = plain("{{ a|underlined(\"=\") }}\n", serde_json::json!({ "a": "Née" }));
        assert_eq!(page, "Née\n===\n");
    }

    #[test]
    fn a_long_item_goes_on_below_its_text() {
        let line = format!("  - {} end", ["word"; 15].join(" "));
        let first = format!("  - {}", ["word"; 13].join(" "));
        assert_eq!(wrapped(&line), format!("{first}\n    word word end"));
        assert!(wrapped(&line).lines().all(|line| line.chars().count() <= COLUMNS));
    }

    #[test]
    fn a_word_longer_than_a_line_stays_whole() {
        let word = "x".repeat(COLUMNS + 1);
        assert_eq!(wrapped(&format!("- {word} y")), format!("- {word}\n  y"));
    }
}
