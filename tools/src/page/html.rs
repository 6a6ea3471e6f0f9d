//! Pages in HTML.

use std::cell::RefCell;

use minijinja::value::{Serde, Value};
use minijinja::{AutoEscape, Environment, escape_formatter};
use serde::Serialize;

use super::escape::target;

/// A template and the name by which others include it.
pub(crate) type Template = (&'static str, &'static str);

/// Fills the first of these templates. Everything that it prints is escaped, in texts and in
/// attributes. The filter `address` gives an address that may be linked, or nothing.
///
/// # Panics
/// If the template asks for what the context does not have.
pub(crate) fn html(templates: &[Template], context: impl Serialize) -> String {
    thread_local! {
        /// The templates so far. There may be many thousands of pages, and they are read once.
        static PAGES: RefCell<Environment<'static>> = RefCell::new(environment());
    }
    PAGES.with_borrow_mut(|pages| {
        for (name, source) in templates {
            let is_known = pages.get_template(name).is_ok_and(|known| known.source() == *source);
            if !is_known {
                pages.add_template(name, source).expect("the template is well formed");
            }
        }
        let (first, _) = templates[0];
        let page = pages.get_template(first).and_then(|page| page.render(Serde(context)));
        page.expect("the template asks only for what the page has")
    })
}

/// A text cut around the web addresses in it, each piece with whether it is one. A mark that ends a clause
/// is no part of an address.
fn pieces(text: &str) -> Vec<(&str, bool)> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some(start) = ["https://", "http://"].iter().filter_map(|of| rest.find(of)).min() {
        let (before, from) = rest.split_at(start);
        let end = from.find(char::is_whitespace).unwrap_or(from.len());
        let address = from[..end].trim_end_matches(['.', ',', ';', ':', ')', '"', '”', '>']);
        pieces.push((before, false));
        pieces.push((address, true));
        rest = &from[address.len()..];
    }
    pieces.push((rest, false));
    pieces
}

fn environment() -> Environment<'static> {
    let mut pages = super::environment();
    pages.set_auto_escape_callback(|_| AutoEscape::Html);
    pages.set_formatter(escape_formatter);
    pages
        .add_filter("address", |url: Option<String>| Value::from(url.and_then(|url| target(&url))));
    pages.add_filter("pieces", |text: &str| {
        let piece = |(text, is_address): (&str, bool)| {
            Value::from(vec![Value::from(text), Value::from(is_address)])
        };
        Value::from(pieces(text).into_iter().map(piece).collect::<Vec<_>>())
    });
    pages
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_the_data_acts_as_html() {
        let page = html(
            &[(
                "a",
                "<p title=\"{{ a }}\">{{ a }}</p>{% if b|address %}linked{% endif %}{{ c|address }}",
            )],
            serde_json::json!({
                "a": "<b>\"'&", "b": "javascript:alert(1)", "c": "https://example.com/\"a&b=c",
            }),
        );
        assert!(!page.contains("<b>") && !page.contains("linked"), "{page}");
        assert!(page.contains("&lt;b&gt;&quot;&#x27;&amp;"), "{page}");
        assert!(page.ends_with("&#x2f;%22a&amp;b=c"), "{page}");
    }
}
