//! `markdown`: two pages that the publisher could put on its site, for readers.
//!
//! The templates hold all markup. What they are given is plain text, and whatever they print is
//! escaped without being asked; `link` makes the only exception.

mod data_transparency;
mod escape;
mod service_providers;
mod source;
mod words;

pub use escape::{address, text};

use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Serde, Value};
use minijinja::{AutoEscape, Environment, Error, Output, State, context};
use serde::Serialize;
use service_providers_codegen::Register;
use service_providers_codegen::row::Edition;

use super::File;

const TEMPLATES: [(&str, &str); 2] = [
    ("service-providers.md", include_str!("templates/service-providers.md")),
    ("data-transparency.md", include_str!("templates/data-transparency.md")),
];

pub(super) fn files(register: &Register, edition: &Edition) -> Vec<File> {
    let pages = environment();
    vec![
        page(&pages, "service-providers.md", &service_providers::Page::new(register, edition)),
        page(&pages, "data-transparency.md", &data_transparency::Page::new(register, edition)),
    ]
}

fn page(pages: &Environment<'_>, name: &str, page: &impl Serialize) -> File {
    let template = pages.get_template(name).expect("the page has a template");
    let text = template.render(context! { page => Value::from(Serde(page)) });
    File::new(name, text.expect("the template asks only for what the page has"))
}

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
    for (name, template) in TEMPLATES {
        pages.add_template(name, template).expect("the template is well-formed");
    }
    pages
}

/// Prints a value: escaped, unless a function of this module made it.
fn print(out: &mut Output<'_>, _: &mut State<'_, '_>, value: &Value) -> Result<(), Error> {
    let printed = match value.as_str() {
        Some(made) if value.is_safe() => out.write_str(made),
        Some(plain) => out.write_str(&text(plain)),
        None => out.write_str(&text(&value.to_string())),
    };
    printed.map_err(Error::from)
}

/// Text linked to an address; the text alone where there is no address to link to.
fn link(shown: &str, url: Option<&str>) -> Value {
    let shown = text(shown);
    Value::from_safe_string(match url.and_then(address) {
        Some(url) => format!("[{shown}]({url})"),
        None => shown,
    })
}
