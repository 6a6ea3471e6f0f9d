//! `html`: the page of an edition that people read, in one file.
//!
//! The file needs nothing from anywhere: its style and its script are part of it, and its policy lets a
//! browser load nothing else.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::Serialize;
use service_providers_codegen::Register;
use service_providers_codegen::row::Edition;

use super::File;
use super::readers::Page;
use crate::page::{Template, html};
use crate::sha256;

/// The name of the page of an edition.
const PAGE: &str = "service-providers.html";

const STYLE: &str = include_str!("style.css");
const SCRIPT: &str = include_str!("script.js");
const TEMPLATES: [Template; 3] = [
    ("edition", include_str!("templates/edition.html.jinja")),
    ("base", include_str!("templates/base.html.jinja")),
    ("macros", include_str!("templates/macros.html.jinja")),
];

/// A page and what every page has.
#[derive(Serialize)]
struct Context<'p> {
    page: &'p Page,
    policy: String,
    style: &'static str,
    script: &'static str,
}

pub(super) fn files(register: &Register, edition: &Edition) -> Vec<File> {
    let page = Page::new(register, edition);
    let context =
        Context { page: &page, policy: policy(STYLE, SCRIPT), style: STYLE, script: SCRIPT };
    vec![File::new(PAGE, html(&TEMPLATES, context))]
}

/// What a browser may do: apply this style, run this script, and nothing else.
fn policy(style: &str, script: &str) -> String {
    let digest = |text: &str| STANDARD.encode(sha256::digest(text.as_bytes()));
    format!(
        "default-src 'none'; style-src 'sha256-{}'; script-src 'sha256-{}'; base-uri 'none'; \
         form-action 'none'",
        digest(style),
        digest(script),
    )
}
