//! `html`: the pages that people read: one file for each edition, and a small site over all editions.
//!
//! A page needs nothing from anywhere: its style and its script are part of it, and its policy lets a
//! browser load nothing else.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::Serialize;

use super::readers::Site;
use super::{AllEditions, File, OneEdition, Sink};
use crate::page::{Template, html};
use crate::sha256;

/// The name of the page of an edition.
const PAGE: &str = "service-providers.html";

/// The name of the page of data transparency records.
const RECORDS_PAGE: &str = "data-transparency.html";

/// The folder of the site over all editions.
const SITE: &str = "site";

const STYLE: &str = include_str!("style.css");
const SCRIPT: &str = include_str!("script.js");
const BASE: Template = ("base", include_str!("templates/base.html.jinja"));
const MACROS: Template = ("macros", include_str!("templates/macros.html.jinja"));
const EDITION: Template = ("edition", include_str!("templates/edition.html.jinja"));
const RECORDS: Template = ("records", include_str!("templates/records.html.jinja"));
const INDEX: Template = ("index", include_str!("templates/index.html.jinja"));
const CHANGES: Template = ("changes", include_str!("templates/changes.html.jinja"));
const PROVIDER: Template = ("provider", include_str!("templates/provider.html.jinja"));
const KIND: Template = ("kind", include_str!("templates/kind.html.jinja"));

/// A page and what every page has.
#[derive(Serialize)]
struct Context<P> {
    page: P,
    policy: String,
    style: &'static str,
    /// The script, on a page that has one.
    script: Option<&'static str>,
}

/// The pages of an edition.
pub(super) fn files(one: &OneEdition<'_>, add: Sink<'_>) {
    add(File::new(PAGE, filled(EDITION, one.page(), Some(SCRIPT))));
    add(File::new(RECORDS_PAGE, filled(RECORDS, one.records_page(), None)));
}

/// The site over all editions.
pub(super) fn site(all: &AllEditions<'_>, add: Sink<'_>) {
    let site = Site::of(all.facts());
    let path = |name: &str| format!("{SITE}/{name}.html");
    add(File::new(path("index"), filled(INDEX, site.index(), None)));
    add(File::new(format!("{SITE}/changes.atom"), site.feed()));
    for page in site.changes() {
        let name = path(&format!("changes/{}", page.edition));
        add(File::new(name, filled(CHANGES, page, None)));
    }
    for page in site.providers() {
        let name = path(&format!("providers/{}", page.key));
        add(File::new(name, filled(PROVIDER, page, None)));
    }
    for page in site.kinds() {
        let name = path(&format!("data/{}", page.key));
        add(File::new(name, filled(KIND, page, None)));
    }
}

fn filled(template: Template, page: impl Serialize, script: Option<&'static str>) -> String {
    let context = Context { page, policy: policy(STYLE, script), style: STYLE, script };
    html(&[template, BASE, MACROS], context)
}

/// What a browser may do: apply this style, run this script, and nothing else.
fn policy(style: &str, script: Option<&str>) -> String {
    let digest =
        |text: &str| format!("'sha256-{}'", STANDARD.encode(sha256::digest(text.as_bytes())));
    let script = script.map_or_else(|| "'none'".to_owned(), digest);
    format!(
        "default-src 'none'; style-src {}; script-src {script}; base-uri 'none'; form-action 'none'",
        digest(style),
    )
}
