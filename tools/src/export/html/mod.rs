//! `html`: the pages that people read: one file for each edition, and a small site over all editions.
//!
//! A page needs nothing from anywhere: its style and its script are part of it, and its policy lets a
//! browser load nothing else.

mod flow;
mod picture;
mod timeline;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::Serialize;
use service_providers_codegen::Register;
use service_providers_codegen::row::Edition;

use self::flow::Flow;
use self::timeline::Timeline;
use super::File;
use super::readers::{Page, Path, RecordsPage, Site};
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
const PICTURES: Template = ("pictures", include_str!("templates/pictures.html.jinja"));
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
    pictures: Pictures,
}

/// The pictures of a page.
#[derive(Serialize, Default)]
struct Pictures {
    flow: Option<Flow>,
    timeline: Option<Timeline>,
}

/// The pages of an edition.
pub(super) fn files(register: &Register, edition: &Edition) -> Vec<File> {
    let page = Page::new(register, edition);
    let paths: Vec<&Path> = page.paths.iter().collect();
    let flow = flow::flow(&paths, heads, |path| &path.service);
    let flow = (!paths.is_empty()).then_some(flow);
    let records = RecordsPage::new(register, edition);
    let (none, pictures) = (Pictures::default(), Pictures { flow, timeline: None });
    vec![
        File::new(PAGE, filled(EDITION, &page, Some(SCRIPT), pictures)),
        File::new(RECORDS_PAGE, filled(RECORDS, records, None, none)),
    ]
}

/// The site over all editions.
pub(super) fn site(register: &Register) -> Vec<File> {
    let site = Site::of(register);
    let path = |name: &str| format!("{SITE}/{name}.html");
    let index = site.index();
    let pictures = Pictures { flow: None, timeline: timeline::timeline(&index) };
    let mut files = vec![
        File::new(path("index"), filled(INDEX, index, None, pictures)),
        File::new(format!("{SITE}/changes.atom"), site.feed()),
    ];
    for page in site.changes() {
        let name = path(&format!("changes/{}", page.edition));
        files.push(File::new(name, filled(CHANGES, page, None, Pictures::default())));
    }
    for page in site.providers() {
        let flow =
            page.paths.as_ref().map(|(_, paths)| flow::flow(paths, heads, |path| &path.name));
        let name = path(&format!("providers/{}", page.key));
        files
            .push(File::new(name, filled(PROVIDER, page, None, Pictures { flow, timeline: None })));
    }
    for page in site.kinds() {
        let flow = page.paths.as_ref().map(|(_, paths)| {
            // More names than boxes would end up in one box without a name.
            let by_name = paths.len() <= flow::BOXES;
            flow::flow(
                paths,
                |_| vec![&page.name],
                |path| if by_name { &path.name } else { &path.service },
            )
        });
        let name = path(&format!("data/{}", page.key));
        files.push(File::new(name, filled(KIND, page, None, Pictures { flow, timeline: None })));
    }
    files
}

/// The kinds of data of a path.
fn heads(path: &Path) -> Vec<&str> {
    path.kinds.iter().map(String::as_str).collect()
}

fn filled(
    template: Template,
    page: impl Serialize,
    script: Option<&'static str>,
    pictures: Pictures,
) -> String {
    let context = Context { page, policy: policy(STYLE, script), style: STYLE, script, pictures };
    html(&[template, BASE, MACROS, PICTURES], context)
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
