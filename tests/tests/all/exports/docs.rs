//! `docs/exports.md`: its examples are taken from the exports.

use std::collections::BTreeSet;
use std::fs;

use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag, TagEnd};
use service_providers_tests::exports::{export, own_data, register};
use service_providers_tests::root;
use service_providers_tools::export::FORMATS;
use service_providers_tools::export::csv::{DATA_TRANSPARENCY, SERVICE_PROVIDERS};
use service_providers_tools::export::relations::disclosures;

/// The languages of examples whose lines are lines of an export, or parts of one. `.ci/exports` runs those in
/// SQL, Python and jq.
const OF_EXPORTS: [&str; 7] =
    ["allow-lists", "csv", "cyclonedx", "json", "jsonld", "markdown", "processing-record"];

#[test]
fn examples_are_real() {
    let page = fs::read_to_string(root().join("docs/exports.md")).expect("the page is there");
    let register = register(&own_data());
    let mut real: BTreeSet<String> = BTreeSet::new();
    for edition in register.editions() {
        for format in FORMATS {
            for bytes in export(&register, &edition.id, format.name).into_values() {
                let text = String::from_utf8(bytes).expect("every file is UTF-8");
                real.extend(text.lines().map(|line| line.trim().to_owned()));
            }
        }
    }
    let mut language = None;
    let mut examples = 0;
    for event in Parser::new(&page) {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(name))) => language = Some(name),
            Event::End(TagEnd::CodeBlock) => language = None,
            Event::Text(text)
                if language.as_deref().is_some_and(|name| OF_EXPORTS.contains(&name)) =>
            {
                for line in text.lines() {
                    let part = line.trim();
                    let is_real =
                        real.contains(part) || real.iter().any(|line| line.contains(part));
                    assert!(is_real, "not in any export: {line}");
                    examples += 1;
                }
            }
            _ => {}
        }
    }
    assert!(examples > 0);
}

#[test]
fn every_column_and_format_is_described() {
    let page = fs::read_to_string(root().join("docs/exports.md")).expect("the page is there");
    for column in SERVICE_PROVIDERS.iter().chain(&DATA_TRANSPARENCY) {
        assert!(page.contains(&format!("`{column}`")), "{column}");
    }
    let register = register(&own_data());
    let flat = disclosures(&register, register.current_edition());
    let (groups, columns): (Vec<_>, Vec<_>) =
        flat.columns.into_iter().partition(|column| column.name.starts_with("concerns_"));
    assert_eq!(groups.len(), register.vocabulary.data_subjects.len());
    for column in columns {
        assert!(page.contains(&format!("`{}`", column.name)), "{}", column.name);
    }
    for format in FORMATS {
        assert!(page.contains(&format!("\n## {}\n", format.name)), "{}", format.name);
    }
}
