//! A page made from a register reads back as itself, in every format.

use std::collections::BTreeMap;

use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed};
use service_providers_codegen::Register;
use service_providers_codegen::register::VocabularyTerm as _;
use service_providers_tests::fixture;
use service_providers_tools::published::compare::{Comparison, Known, Verdict, compare};
use service_providers_tools::published::edition_content::EditionContent;
use service_providers_tools::published::{Digests, Format, Meaning};
use service_providers_tools::published::{locations, names};

use super::page_maker::{Listed, listed, pages, read_page};

fn countries(register: &Register) -> BTreeMap<String, String> {
    let rows = register.vocabulary.countries.iter();
    rows.map(|row| (row.key().to_owned(), row.name().to_owned())).collect()
}

/// What a register holds of an edition without the digests, since the words of the pages made here
/// are made up.
fn held_of(register: &Register, edition: &str) -> EditionContent {
    let mut held = EditionContent::of_edition(register, edition);
    held.rows.iter_mut().for_each(|row| row.digests = Digests::default());
    held
}

/// A page of an edition, held against it.
fn compared(register: &Register, edition: &str, text: &str, format: Format) -> Comparison {
    let held = held_of(register, edition);
    let (names, countries) = (names::of_register(register), locations::countries(register));
    let known = Known { held: &held, names: &names, countries: &countries };
    compare(&read_page(text, format), &known)
}

#[test]
fn a_page_made_from_a_register_says_the_same() {
    for register in [
        fixture::real(),
        fixture::register(&fixture::sources("mini")),
        fixture::register(&fixture::sources("editions")),
        fixture::register(&fixture::sources("audit")),
        fixture::register(&fixture::sources("awkward")),
    ] {
        for edition in register.editions() {
            let held = held_of(&register, &edition.id);
            for (format, text) in pages(&listed(&held, &countries(&register))) {
                let comparison = compared(&register, &edition.id, &text, format);
                let said: Vec<_> = (comparison.rows.iter())
                    // A page writes some characters of an address in another form.
                    .filter(|row| row.verdict > Verdict::Cosmetic)
                    .map(|row| (row.verdict, &row.name, &row.differences, &row.reason))
                    .collect();
                assert!(said.is_empty(), "{format:?} of {}: {said:#?}\n{text}", edition.id);
                assert_eq!(comparison.rows.len(), held.rows.len(), "{format:?}");
            }
        }
    }
}

/// Names as companies have them, with what markup could make of them.
fn name() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        6 => "[A-Z][a-z]{2,7}",
        1 => proptest::sample::select(vec![
            "A&B", "Co.", "(SSO)", "Inc.", "#1", "C++", "E*Trade", "<b>", "[x]", "a|b", "`y`", "3M",
            "Žed", "日本", "www.a.example", "~z~", "$9", "and", "_u_", "Müller", "\\", "\"q\"",
        ]).prop_map(str::to_owned),
    ];
    // A name starts with a word of its own, so that no two are alike by chance.
    (0..u32::MAX, proptest::collection::vec(word, 0..4)).prop_map(|(number, words)| {
        let letter = |at: u32| char::from(b'a' + (number >> (at * 4) & 15) as u8);
        let first: String = (0..8).map(letter).collect();
        std::iter::once(format!("Q{first}")).chain(words).collect::<Vec<_>>().join(" ")
    })
}

fn words() -> impl Strategy<Value = String> {
    proptest::collection::vec("[a-zA-Z0-9,.:;()'\"&<>|*_#%+-]{1,9}", 1..9)
        .prop_map(|words| words.join(" "))
}

fn row() -> impl Strategy<Value = Listed> {
    let link = prop_oneof![
        Just(None),
        "[a-z]{3,9}".prop_map(|host| Some(format!("https://{host}.example/p?a=1&b=(2)"))),
    ];
    let section = prop_oneof![Just(None), Just(Some("App")), Just(Some("Site & shop"))];
    let cells = [words().boxed(), words().boxed(), words().boxed(), words().boxed()];
    (name(), link, section, cells).prop_map(|(name, link, section, cells)| {
        let [purpose, data, location, features] = cells;
        let section = section.map(str::to_owned);
        Listed { name, link, section, purpose, data, location, features }
    })
}

fn config() -> Config {
    let mut config = Config { failure_persistence: None, ..Config::default() };
    if std::env::var_os("PROPTEST_CASES").is_none() {
        config.cases = 128;
    }
    if std::env::var_os("PROPTEST_RNG_SEED").is_none() {
        config.rng_seed = RngSeed::Fixed(2025);
    }
    config
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn any_rows_come_back_from_their_page(rows in proptest::collection::vec(row(), 1..7)) {
        for (format, text) in pages(&rows) {
            let page = read_page(&text, format);
            prop_assert_eq!(page.rows.len(), rows.len(), "{:?}\n{}", format, text);
            prop_assert!(page.unreadable.is_empty(), "{:?}\n{}", format, text);
            for (found, row) in page.rows.iter().zip(&rows) {
                let name = found.name.as_ref().expect("a name");
                // Quotation marks around a whole cell are taken for those of CSV.
                let trimmed = |text: &str| {
                    let inner = text.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
                    let inner = inner.filter(|inner| !inner.trim().is_empty()).unwrap_or(text);
                    inner.replace("\"\"", "\"").split_whitespace().collect::<Vec<_>>().join(" ")
                };
                prop_assert_eq!(&name.cell, &row.name, "{:?}\n{}", format, text);
                for (meaning, cell) in [
                    (Meaning::Purpose, &row.purpose),
                    (Meaning::Data, &row.data),
                    (Meaning::Location, &row.location),
                    (Meaning::Features, &row.features),
                ] {
                    let said = found.text(meaning);
                    prop_assert_eq!(trimmed(said), trimmed(cell), "{:?}\n{}", format, text);
                }
                if format != Format::Txt {
                    let link = name.links.first();
                    let own = found.cells.get(Meaning::Link).map(|cell| cell.text.clone());
                    let target = link.map(|link| link.target.clone()).or(own);
                    let target = target.filter(|target| !target.is_empty());
                    prop_assert_eq!(
                        target.map(|target| target.replace("%28", "(").replace("%29", ")")),
                        row.link.clone(), "{:?}\n{}", format, text
                    );
                }
            }
        }
    }
}
