//! A made-up edition with digests, to hold pages against.

use std::collections::HashMap;

use service_providers_tools::published::compare::{Comparison, Known, compare};
use service_providers_tools::published::edition_content::{EditionContent, EditionRow};
use service_providers_tools::published::locations::{Countries, Location};
use service_providers_tools::published::names::{NameIndex, NamedProvider};
use service_providers_tools::published::{Digests, Format, Page};

use super::page_maker::{Listed, pages, read_page};

const COUNTRIES: [(&str, &str); 4] =
    [("ca", "Canada"), ("de", "Germany"), ("se", "Sweden"), ("us", "United States")];

/// Twelve rows in two sections; one provider stands in both.
pub fn edition() -> Vec<Listed> {
    let names = [
        "Acorn",
        "Birch",
        "Cedar",
        "Dogwood (SSO)",
        "Elm & Sons",
        "Fir, Inc.",
        "Gum",
        "Hazel",
        "Ivy (formerly Juniper)",
        "Kapok",
        "Larch",
        "Acorn",
    ];
    let row = |(number, name): (usize, &&str)| Listed {
        name: (*name).to_owned(),
        link: Some(format!("https://{number}.example/privacy")),
        section: Some(if number < 7 { "App" } else { "Site" }.to_owned()),
        purpose: format!("It does things of kind {number} for us"),
        data: format!("Names, and {number} more kinds of data"),
        location: "Entity Location: Sweden Data Storage Location: United States".to_owned(),
        features: format!("All features of version {number}"),
    };
    names.iter().enumerate().map(row).collect()
}

fn key(name: &str) -> String {
    service_providers_codegen::names::to_key(name)
}

/// What the register holds of these rows.
fn held(rows: &[Listed]) -> EditionContent {
    let text = &pages(rows)[0].1;
    let page = read_page(text, Format::Md);
    let country = |key: &str| Location::Countries([key.to_owned()].into());
    let rows = rows.iter().zip(&page.rows).enumerate().map(|(number, (row, read))| EditionRow {
        key: format!("{}-{number}", key(&row.name)),
        provider: key(&row.name),
        name: row.name.clone(),
        section: row.section.as_deref().map(key),
        link: row.link.clone(),
        company: country("se"),
        storage: country("us"),
        digests: Digests::of(read),
    });
    EditionContent {
        edition: "2025-01-01".to_owned(),
        rows: rows.collect(),
        records: Vec::new(),
        older: HashMap::from([("maple".to_owned(), "2020-01-01".to_owned())]),
        renamed: HashMap::from([("old-cedar".to_owned(), vec!["cedar".to_owned()])]),
    }
}

/// Holds a page against the edition.
pub fn hold(page: &Page) -> Comparison {
    let held = held(&edition());
    let rows = edition();
    let known = rows.iter().take(11).map(|row| (key(&row.name), row.name.as_str()));
    let more = [("maple".to_owned(), "Maple"), ("old-cedar".to_owned(), "Old Cedar")];
    let known: Vec<(String, &str)> = known.chain(more).collect();
    let names = NameIndex::new(known.iter().map(|(key, name)| NamedProvider {
        key,
        names: if *name == "Birch" { vec![name, "The Birch Tree"] } else { vec![name] },
        policies: Vec::new(),
    }));
    let countries = Countries::new(COUNTRIES);
    compare(page, &Known { held: &held, names: &names, countries: &countries })
}
