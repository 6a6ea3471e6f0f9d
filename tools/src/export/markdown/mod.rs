//! `markdown`: two pages that the publisher could put on its site, for readers.

mod data_transparency;
mod service_providers;
mod source;
mod words;

pub use crate::page::{address, text};

use minijinja::value::{Serde, Value};
use minijinja::{Environment, context};
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
    let mut pages = crate::page::environment();
    for (name, template) in TEMPLATES {
        pages.add_template(name, template).expect("the template is well-formed");
    }
    pages
}
