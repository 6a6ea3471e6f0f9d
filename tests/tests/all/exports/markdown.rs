//! The Markdown pages: what they show, in which order, and that anybody can find the way.

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};
use service_providers_tests::exports::{awkward_data, own_data, register, text};

use super::OWN;

/// A page taken apart.
#[derive(Default)]
struct Page {
    /// Level and text of every heading.
    headings: Vec<(HeadingLevel, String)>,
    /// The rows of every table, the header first; a cell is its text.
    tables: Vec<Vec<Vec<String>>>,
    /// The target of every link in a table, by the text it stands on.
    policies: Vec<(String, String)>,
    /// All HTML.
    html: Vec<String>,
    /// The items of all lists, each with the last heading before it.
    items: Vec<(String, String)>,
    /// For every heading, whether text or a table stands between it and the next of its level.
    filled: Vec<bool>,
}

fn page(text: &str) -> Page {
    let mut page = Page::default();
    let (mut run, mut link, mut in_heading, mut in_table) = (String::new(), None, false, false);
    for event in Parser::new_ext(text, Options::ENABLE_TABLES) {
        match event {
            Event::Start(Tag::Heading { level, .. }) => {
                run.clear();
                in_heading = true;
                page.headings.push((level, String::new()));
                // A heading below another fills that one.
                for at in 0..page.filled.len() {
                    if page.headings[at].0 < level {
                        page.filled[at] = true;
                    }
                }
                page.filled.push(false);
            }
            Event::End(TagEnd::Heading(_)) => {
                in_heading = false;
                page.headings.last_mut().expect("it started").1 = std::mem::take(&mut run);
            }
            Event::Start(Tag::Table(_)) => {
                in_table = true;
                page.tables.push(Vec::new());
            }
            Event::End(TagEnd::Table) => in_table = false,
            Event::Start(Tag::TableHead | Tag::TableRow) => {
                page.tables.last_mut().expect("in a table").push(Vec::new());
            }
            Event::Start(Tag::TableCell | Tag::Item) => run.clear(),
            Event::End(TagEnd::Item) | Event::Start(Tag::List(_)) if !run.is_empty() => {
                let heading = page.headings.last().expect("a heading").1.clone();
                page.items.push((heading, std::mem::take(&mut run)));
            }
            Event::End(TagEnd::TableCell) => {
                let row = page.tables.last_mut().and_then(|table| table.last_mut());
                row.expect("in a row").push(std::mem::take(&mut run));
            }
            Event::Start(Tag::Link { dest_url, .. }) => link = Some(dest_url.into_string()),
            Event::End(TagEnd::Link) => {
                let target = link.take().expect("it started");
                if in_table {
                    page.policies.push((run.clone(), target));
                }
            }
            Event::Html(html) | Event::InlineHtml(html) => {
                page.html.push(html.trim().to_owned());
            }
            Event::Text(text) => {
                run.push_str(&text);
                if !in_heading && let Some(filled) = page.filled.last_mut() {
                    *filled = true;
                }
            }
            _ => {}
        }
    }
    page
}

fn pages() -> Vec<(String, Page)> {
    let mut pages = Vec::new();
    for data in [own_data(), awkward_data()] {
        let register = register(&data);
        for edition in register.editions() {
            for file in ["service-providers.md", "data-transparency.md"] {
                let text = text(&register, &edition.id, "markdown", file);
                pages.push((format!("{} {file}", edition.id), page(&text)));
            }
        }
    }
    pages
}

/// What the items below a heading say.
fn items<'p>(page: &'p Page, heading: &str) -> Vec<&'p str> {
    let items = page.items.iter().filter(|(of, _)| of == heading);
    items.map(|(_, item)| item.as_str()).collect()
}

/// A provider that the register has under another name is shown as the document prints it, and then
/// as the register has it.
#[test]
fn another_name_in_the_register_stands_below_the_printed_one() {
    let register = register(&own_data());
    let page = page(&text(&register, "2018-11-05", "markdown", "service-providers.md"));
    assert!(items(&page, "MongoLab").contains(&"In the register: MongoDB Atlas"));
    let capitals = items(&page, "Youtube");
    assert!(capitals.iter().all(|item| !item.starts_with("In the register")), "{capitals:?}");
}

#[test]
fn rows_are_shown_in_published_order_with_their_policies() {
    let register = register(&own_data());
    for (edition, listed, _) in OWN {
        let page = page(&text(&register, edition, "markdown", "service-providers.md"));
        let rows: Vec<&Vec<String>> = page.tables.iter().flat_map(|table| &table[1..]).collect();
        assert_eq!(rows.len(), listed);
        let published = register.published_rows(edition);
        let names = published.iter().map(|row| row.listing.published_name.to_string());
        let summaries = published.iter().map(|row| row.engagement.row.summary.to_string());
        assert_eq!(
            rows.iter().map(|row| (row[0].clone(), row[1].clone())).collect::<Vec<_>>(),
            names.zip(summaries).collect::<Vec<_>>()
        );
        let policies: Vec<(String, String)> = published
            .iter()
            .filter_map(|row| {
                let url = row.listing.policy_url.known()?;
                Some((row.listing.published_name.to_string(), url.to_string()))
            })
            .collect();
        assert_eq!(page.policies, policies);
    }
}

#[test]
fn records_are_shown_in_published_order() {
    let register = register(&own_data());
    for (edition, _, recorded) in OWN {
        let text = text(&register, edition, "markdown", "data-transparency.md");
        let page = page(&text);
        assert!(page.tables.is_empty());
        let published = register.published_records(edition);
        let headings = &page.headings[1..];
        assert_eq!(headings.len(), recorded);
        for (record, (_, heading)) in published.iter().zip(headings) {
            assert!(heading.starts_with("Record "), "{heading}");
            let row = &record.practice.row;
            let items = items(&page, heading);
            let collected = format!("What it is collected for: {}", row.summary);
            assert!(items.contains(&collected.as_str()), "{items:?}");
            assert!(items.contains(&format!("How it is used: {}", row.use_).as_str()), "{items:?}");
        }
        assert_eq!(recorded == 0, text.contains("No document on data transparency is held"));
    }
}

#[test]
fn pages_can_be_found_through() {
    for (name, page) in pages() {
        assert_eq!(
            page.headings.first().map(|heading| heading.0),
            Some(HeadingLevel::H1),
            "{name}"
        );
        assert_eq!(
            page.headings.iter().filter(|heading| heading.0 == HeadingLevel::H1).count(),
            1,
            "{name}"
        );
        assert!(
            page.headings.windows(2).all(|pair| pair[1].0 as u8 <= pair[0].0 as u8 + 1),
            "{name}: a level is left out"
        );
        for ((_, heading), filled) in page.headings.iter().zip(&page.filled) {
            assert!(!heading.trim().is_empty() && *filled, "{name}: nothing under {heading:?}");
        }
    }
}

#[test]
fn tables_are_whole_and_no_cell_is_blank() {
    for (name, page) in pages() {
        for table in &page.tables {
            assert!(table.len() > 1, "{name}: a table without rows");
            for row in table {
                assert_eq!(row.len(), table[0].len(), "{name}: {row:?}");
                assert!(row.iter().all(|cell| !cell.trim().is_empty()), "{name}: {row:?}");
            }
        }
    }
}

/// Everything is shown where raw HTML is turned off.
#[test]
fn there_is_no_html() {
    for (name, page) in pages() {
        assert_eq!(page.html, Vec::<String>::new(), "{name}");
    }
}

/// The page says the same as the one in HTML: every item of its cards stands there, too.
#[test]
fn both_pages_say_the_same() {
    for data in [own_data(), awkward_data()] {
        let register = register(&data);
        for edition in register.editions() {
            let page = page(&text(&register, &edition.id, "markdown", "service-providers.md"));
            let html = text(&register, &edition.id, "html", "service-providers.html");
            let html = super::html::words(&html).replace('\n', " ");
            // How to read a page differs from page to page.
            let items = page.items.iter().filter(|(heading, _)| heading != "How to read this page");
            for (heading, item) in items {
                let parts = item.split([':', ';', '.', '(', ')']).map(str::trim);
                for part in parts.filter(|part| !part.is_empty()) {
                    assert!(html.contains(part), "{}: {heading}: {part}", edition.id);
                }
            }
        }
    }
}

#[test]
fn awkward_names_are_shown_as_they_are() {
    let register = register(&awkward_data());
    let text = text(&register, "2024-02-29", "markdown", "service-providers.md");
    let page = page(&text);
    let mut shown: Vec<String> =
        page.tables.iter().flat_map(|table| &table[1..]).map(|row| row[0].clone()).collect();
    shown.sort_unstable();
    let rows = register.published_rows("2024-02-29");
    let mut printed: Vec<&str> =
        (rows.iter()).filter_map(|row| Some(&**row.listing.published_name.known()?)).collect();
    printed.sort_unstable();
    assert_eq!(shown, printed);
}

#[test]
fn awkward_pages() {
    let register = register(&awkward_data());
    for (name, edition, file) in [
        ("service_providers", "2024-02-29", "service-providers.md"),
        ("service_providers_of_an_edition_without_sections", "2020-01-01", "service-providers.md"),
        ("data_transparency", "2020-01-01", "data-transparency.md"),
        ("no_data_transparency", "2024-02-29", "data-transparency.md"),
    ] {
        insta::assert_snapshot!(name, text(&register, edition, "markdown", file));
    }
}
