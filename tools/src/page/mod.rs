//! Pages for people, in HTML, in Markdown and in plain text.
//!
//! The templates hold all markup. They are given plain text. Everything that a Markdown template
//! prints is escaped; only `link`, `code`, `markup` and `cell` make exceptions.

mod escape;
mod html;
mod language;
pub mod limits;
mod names;
mod plain;
mod plural;

pub use escape::{address, encoded, text};
pub(crate) use html::{Template, html};
pub use language::{contract_fact_words, lower, prose, upper};
pub use names::Names;
pub(crate) use plain::plain;
pub use plural::{counted, plural};

use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Serde, Value};
use minijinja::{AutoEscape, Environment, Error, Output, State};
use serde::Serialize;

use crate::missing::UNKNOWN_DATE;

/// Fills one Markdown template.
///
/// # Panics
/// If the template asks for what the context does not have.
pub(crate) fn markdown(template: &str, context: impl Serialize) -> String {
    environment()
        .render_str(template, Serde(context))
        .expect("the template asks only for what the page has")
}

/// The environment of all templates. In it, the function `link` makes a link, the filter `prose`
/// joins texts as in a sentence, and three filters print a text of this program as it is: `code` a
/// word between backquotes, `markup` a text that is Markdown already, and `cell` the same in a cell
/// of a table.
fn environment() -> Environment<'static> {
    let mut pages = Environment::new();
    let syntax = (SyntaxConfig::builder())
        .trim_blocks(true)
        .lstrip_blocks(true)
        .keep_trailing_newline(true)
        .build();
    pages.set_syntax(syntax.expect("the marks of the syntax are the usual ones"));
    pages.set_undefined_behavior(minijinja::UndefinedBehavior::Strict);
    pages.set_auto_escape_callback(|_| AutoEscape::Custom("markdown".into()));
    pages.set_formatter(print);
    pages.add_function("link", link);
    pages.add_filter("code", |word: String| Value::from_safe_string(word));
    pages.add_filter("markup", |text: String| Value::from_safe_string(text));
    pages.add_filter("cell", |text: String| Value::from_safe_string(text.replace('|', "\\|")));
    pages.add_global("unknown_date", UNKNOWN_DATE);
    pages.add_filter("prose", |texts: Vec<String>| prose(&texts));
    pages
}

/// Adds an item to a list unless it is there.
pub fn push_new<T: PartialEq>(list: &mut Vec<T>, item: T) {
    if !list.contains(&item) {
        list.push(item);
    }
}

/// Prints a value. It is escaped unless a function or filter of this module made it.
fn print(out: &mut Output<'_>, _: &mut State<'_, '_>, value: &Value) -> Result<(), Error> {
    let printed = match value.as_str() {
        Some(made) if value.is_safe() => out.write_str(made),
        Some(plain) => out.write_str(&text(plain)),
        None => out.write_str(&text(&value.to_string())),
    };
    printed.map_err(Error::from)
}

/// A text linked to an address, or only the text if there is no address.
fn link(shown: &str, url: Option<&str>) -> Value {
    let shown = text(shown);
    Value::from_safe_string(match url.and_then(address) {
        Some(url) => format!("[{shown}]({url})"),
        None => shown,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_the_data_acts_as_markdown() {
        let page = markdown(
            "{{ a }} {{ link(b, c) }} `{{ d|code }}`\n",
            serde_json::json!({ "a": "*x* <b>", "b": "y_z", "c": "https://example.com/(a)", "d": "e_f" }),
        );
        assert_eq!(page, "\\*x\\* \\<b\\> [y\\_z](https://example.com/%28a%29) `e_f`\n");
    }
}
