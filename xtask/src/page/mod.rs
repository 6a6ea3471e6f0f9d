//! Pages for people, written from templates: names for keys, plain words for the words that stand
//! for a missing fact, and nothing in the data that could act as Markdown.

mod names;

pub use names::Names;

use std::sync::Arc;

use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Serde, Value};
use minijinja::{Environment, Error, ErrorKind, Output, State};
use serde::Serialize;

/// Fills a Markdown template. Texts are escaped; `{{ key|name("providers") }}` writes the name of
/// a key, `{{ keys|names("countries") }}` those of a list, `{{ list|prose }}` joins texts, and
/// `{{ url|link }}` makes a link; `{{ word|code }}` is for a
/// word of this program that stands between backquotes.
///
/// # Panics
/// If the template is wrong, which the tests of every page would show.
pub fn markdown(template: &str, names: &Arc<Names>, context: impl Serialize) -> String {
    let mut environment = Environment::new();
    // A template stands in the program; its syntax settings are always good.
    if let Ok(syntax) = SyntaxConfig::builder()
        .trim_blocks(true)
        .lstrip_blocks(true)
        .keep_trailing_newline(true)
        .build()
    {
        environment.set_syntax(syntax);
    }
    environment.set_formatter(escaped);
    let known = Arc::clone(names);
    environment
        .add_filter("name", move |key: String, table: String| known.name(&table, &key).to_owned());
    let known = Arc::clone(names);
    environment.add_filter("names", move |keys: Vec<String>, table: String| {
        prose(&keys.iter().map(|key| known.name(&table, key)).collect::<Vec<_>>())
    });
    environment.add_filter("prose", |texts: Vec<String>| {
        prose(&texts.iter().map(String::as_str).collect::<Vec<_>>())
    });
    environment.add_filter("code", |text: String| Value::from_safe_string(text));
    environment.add_filter("link", |url: String| Value::from_safe_string(format!("<{url}>")));
    environment
        .render_str(template, Serde(context))
        .unwrap_or_else(|error| panic!("a template of this program is wrong: {error:#}"))
}

/// `A, B and C`.
pub fn prose(texts: &[&str]) -> String {
    match texts {
        [] => String::new(),
        [only] => (*only).to_owned(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

fn escaped(out: &mut Output<'_>, _: &mut State<'_, '_>, value: &Value) -> Result<(), Error> {
    let text = value.to_string();
    let result = if value.is_safe() { out.write_str(&text) } else { out.write_str(&escape(&text)) };
    result.map_err(|error| Error::new(ErrorKind::WriteFailure, error.to_string()))
}

/// A text in which no character acts as Markdown.
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#' | '~') {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_joined_as_in_a_sentence() {
        assert_eq!(prose(&[]), "");
        assert_eq!(prose(&["a"]), "a");
        assert_eq!(prose(&["a", "b", "c"]), "a, b and c");
    }

    #[test]
    fn nothing_in_the_data_acts_as_markdown() {
        let names = Arc::new(Names::default());
        let page = markdown(
            "{{ a }} {{ b|link }}\n",
            &names,
            minijinja::context! {
                a => "*x* [y](z) <b> `c` | d_e",
                b => "https://example.com/a_b"
            },
        );
        assert_eq!(
            page,
            "\\*x\\* \\[y\\](z) \\<b\\> \\`c\\` \\| d\\_e <https://example.com/a_b>\n"
        );
    }
}
