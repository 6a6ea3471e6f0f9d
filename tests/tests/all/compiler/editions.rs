//! Which rows an edition publishes, which editions publish a row, and registers cut down to one.

use service_providers_codegen::{Register, Sources, compile, schema};
use service_providers_tests::fixture;
use service_providers_tests::unusual::UNUSUAL;

fn unusual(name: &str) -> Register {
    let unusual = UNUSUAL.iter().find(|unusual| unusual.name == name).expect("there is one");
    unusual.mini().compile().unwrap_or_else(|report| panic!("{report}"))
}

/// Every register there is to test with, and what it is.
fn registers() -> Vec<(String, Register)> {
    let mut registers = vec![("the real one".to_owned(), fixture::real())];
    for name in ["audit", "awkward", "editions"] {
        registers.push((name.to_owned(), fixture::register(&fixture::sources(name))));
    }
    registers.extend(UNUSUAL.iter().map(|one| (one.name.to_owned(), unusual(one.name))));
    registers
}

/// The keys of what an edition publishes, in order.
fn published(register: &Register, edition: &str) -> Vec<String> {
    let rows = register.published_rows(edition);
    let rows = rows.iter().map(|row| row.engagement.row.key.to_string());
    let records = register.published_records(edition);
    rows.chain(records.iter().map(|record| record.practice.row.key.to_string())).collect()
}

#[test]
fn an_announced_edition_is_not_the_current_one() {
    let register = unusual("an edition that is announced");
    assert_eq!(register.current_edition().id, "2025-03-01");
    let announced: Vec<&str> =
        register.announced_editions().iter().map(|edition| edition.id.as_str()).collect();
    assert_eq!(announced, ["2026-01-10"]);
    let listing: Vec<&str> =
        register.editions_listing("newmail").iter().map(|edition| edition.id.as_str()).collect();
    assert_eq!(listing, ["2026-01-10"]);
    assert_eq!(unusual("nothing is unusual").announced_editions(), []);
}

/// The rows of the first document come before those of the next, whatever their numbers; a record
/// of practices is published by the edition and is no row about a provider.
#[test]
fn an_edition_publishes_its_documents_one_after_the_other() {
    let register = unusual("two lists in one edition");
    assert_eq!(
        published(&register, "2025-03-01"),
        [
            "mailer-2025-03-01",
            "helper-2025-03-01",
            "mailer-2025-03-01",
            "oldmail-2024-01-15",
            "practice-02"
        ]
    );
    assert_eq!(published(&register, "2025-03-02"), [""; 0]);
    let documents: Vec<&str> =
        register.listings_of("mailer-2025-03-01").map(|row| row.document.as_str()).collect();
    assert_eq!(documents, ["list-2025", "other-2025"]);
}

#[test]
fn the_parts_of_a_row_follow_each_other() {
    let register = unusual("a row that names two services");
    let rows: Vec<(u32, u32)> = (register.published_rows("2025-03-01").iter())
        .map(|row| (row.listing.row, row.listing.part))
        .collect();
    assert_eq!(rows, [(1, 1), (1, 2)]);
}

/// What is told of all at once is what is told of each.
#[test]
fn the_answers_agree() {
    for (name, register) in registers() {
        let by_engagement = register.listings_by_engagement();
        for engagement in &register.engagements {
            let key = engagement.row.key.as_str();
            let listings: Vec<_> = register.listings_of(key).collect();
            let all = by_engagement.get(key).cloned().unwrap_or_default();
            assert_eq!(listings, all, "{name}: {key}");
            let cites = |edition: &str| {
                let rows = register.published_rows(edition);
                rows.iter().any(|row| row.engagement.row.key.as_str() == key)
            };
            let editions = register.editions_of(key);
            for edition in register.editions() {
                assert_eq!(editions.contains(&edition), cites(&edition.id), "{name}: {key}");
            }
        }
        let by_provider = register.editions_by_provider();
        for provider in &register.providers {
            let key = provider.key.as_str();
            let editions = register.editions_listing(key);
            assert_eq!(
                by_provider.get(key).cloned().unwrap_or_default(),
                editions,
                "{name}: {key}"
            );
            for edition in register.editions() {
                let listed = register.providers_in(&edition.id).contains(&provider);
                assert_eq!(editions.contains(&edition), listed, "{name}: {key}");
            }
        }
    }
}

/// Cut down to an edition, a register is a whole one that says the same of this edition.
#[test]
fn an_excerpt_is_a_whole_register() {
    for (name, register) in registers() {
        for edition in register.editions() {
            let excerpt = register.excerpt(&edition.id);
            let schema = schema::files().into_iter().map(|(path, text)| (path, text.into_bytes()));
            let sources = Sources::from_memory(excerpt.source_files(), schema);
            let again = compile(&sources);
            let again = again.unwrap_or_else(|report| panic!("{name}, {}: {report}", edition.id));
            assert_eq!(again, excerpt, "{name}");
            let same = published(&again, &edition.id) == published(&register, &edition.id);
            assert!(same, "{name}, {}", edition.id);
            assert_eq!(again.edition(&edition.id), Some(edition));
        }
    }
}

/// A provider that is only named is listed by an edition that is kept as well, an earlier one if
/// there is any; a document that is only cited is kept as evidence.
#[test]
fn an_excerpt_keeps_what_its_rows_name() {
    let register = fixture::real();
    let excerpt = register.excerpt("2025-11-17");
    let editions: Vec<&str> = excerpt.editions().iter().map(|e| e.id.as_str()).collect();
    assert_eq!(editions, ["2025-11-17"]);
    assert_eq!((excerpt.listings.len(), excerpt.practices.len()), (41, 0));
    // In 2024 the helper was named by a record alone.
    let register = unusual("nothing is unusual");
    let excerpt = register.excerpt("2024-01-15");
    let editions: Vec<&str> = excerpt.editions().iter().map(|e| e.id.as_str()).collect();
    assert_eq!(editions, ["2024-01-15", "2025-03-01"]);
    assert_eq!(excerpt.current_edition().id, "2025-03-01");
    let excerpt = register.excerpt("2025-03-01");
    let kept: Vec<(&str, u32)> = (excerpt.documents().iter())
        .map(|document| (document.id.as_str(), document.published_rows))
        .collect();
    assert_eq!(kept, [("list-2025", 2), ("practices-2025", 1)]);
    assert_eq!(excerpt.successions, []);
}
