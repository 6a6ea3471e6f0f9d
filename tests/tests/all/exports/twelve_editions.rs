//! A register of twelve editions in which happens what happens to real lists, entered forwards, and
//! again with every second edition put between the others afterwards. Nothing but the keys of
//! engagements tells how it was entered.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde_json::{Value, json};
use service_providers_codegen::{Register, tidy};
use service_providers_tests::exports::export;
use service_providers_tests::mini::Mini;
use service_providers_tools::diff::model::Diff;
use service_providers_tools::diff::{self, EditionRef, compare};
use service_providers_tools::export::FORMATS;
use service_providers_tools::page::Names;

/// A published row: its number and part, the section, what it is about, and where data is kept. A
/// record has the key of a practice there.
type Row = (u32, u32, &'static str, &'static str, &'static str);

/// A document: its id, its list, its date and its rows.
type Page = (&'static str, &'static str, &'static str, &'static [Row]);

const PAGES: &[Page] = &[
    (
        "a01",
        "main",
        "2019-01-01",
        &[
            (1, 1, "none", "alpha", "us"),
            (2, 1, "none", "beta", "us"),
            (3, 1, "none", "gamma", "us"),
            (4, 1, "none", "delta", "us"),
        ],
    ),
    // Beta is gone.
    (
        "a02",
        "main",
        "2019-06-01",
        &[
            (1, 1, "none", "alpha", "us"),
            (2, 1, "none", "gamma", "us"),
            (3, 1, "none", "delta", "us"),
        ],
    ),
    // Beta is back, and Gamma says something else.
    (
        "a03",
        "main",
        "2020-01-01",
        &[
            (1, 1, "none", "alpha", "us"),
            (2, 1, "none", "beta", "us"),
            (3, 1, "none", "gamma", "de"),
            (4, 1, "none", "delta", "us"),
        ],
    ),
    // Gamma says again what it said at first. Delta and its successor stand side by side.
    (
        "a04",
        "main",
        "2020-06-01",
        &[
            (1, 1, "none", "alpha", "us"),
            (2, 1, "none", "beta", "us"),
            (3, 1, "none", "gamma", "us"),
            (4, 1, "none", "delta", "us"),
            (5, 1, "none", "delta-two", "us"),
        ],
    ),
    // Only the successor is left, and Gamma has moved to the top.
    (
        "a05",
        "main",
        "2021-01-01",
        &[
            (1, 1, "none", "gamma", "us"),
            (2, 1, "none", "alpha", "us"),
            (3, 1, "none", "beta", "us"),
            (4, 1, "none", "delta-two", "us"),
        ],
    ),
    // A correction on the same day.
    (
        "a06",
        "main",
        "2021-01-01",
        &[
            (1, 1, "none", "gamma", "us"),
            (2, 1, "none", "alpha", "us"),
            (3, 1, "none", "beta", "us"),
            (4, 1, "none", "delta-two", "de"),
        ],
    ),
    // The list has sections now, and there is a second list, in which one row names two services.
    (
        "a07",
        "main",
        "2021-06-01",
        &[
            (1, 1, "technical", "gamma", "us"),
            (2, 1, "technical", "alpha", "us"),
            (3, 1, "website", "beta", "us"),
            (4, 1, "website", "delta-two", "de"),
        ],
    ),
    (
        "b07",
        "suite",
        "2021-06-01",
        &[(1, 1, "none", "suite-a", "us"), (1, 2, "none", "suite-b", "us")],
    ),
    // Alpha stands in a second section as well.
    (
        "a08",
        "main",
        "2022-01-01",
        &[
            (1, 1, "technical", "gamma", "us"),
            (2, 1, "technical", "alpha", "us"),
            (3, 1, "website", "beta", "us"),
            (4, 1, "website", "delta-two", "de"),
            (5, 1, "website", "alpha", "de"),
        ],
    ),
    (
        "a09",
        "main",
        "2022-06-01",
        &[
            (1, 1, "technical", "gamma", "us"),
            (2, 1, "technical", "alpha", "us"),
            (3, 1, "website", "beta", "us"),
            (4, 1, "website", "delta-two", "de"),
            (5, 1, "website", "alpha", "de"),
        ],
    ),
    (
        "c09",
        "records",
        "2022-06-01",
        &[(1, 1, "none", "practice-01", "none"), (2, 1, "none", "practice-02", "none")],
    ),
    // Beta has moved into another section.
    (
        "a10",
        "main",
        "2023-01-01",
        &[
            (1, 1, "technical", "gamma", "us"),
            (2, 1, "technical", "alpha", "us"),
            (3, 1, "technical", "beta", "us"),
            (4, 1, "website", "delta-two", "de"),
            (5, 1, "website", "alpha", "de"),
        ],
    ),
    (
        "b10",
        "suite",
        "2023-01-01",
        &[(1, 1, "none", "suite-a", "us"), (1, 2, "none", "suite-b", "de")],
    ),
    // The records are revised.
    (
        "a11",
        "main",
        "2023-06-01",
        &[
            (1, 1, "technical", "gamma", "us"),
            (2, 1, "technical", "alpha", "us"),
            (3, 1, "technical", "beta", "us"),
            (4, 1, "website", "delta-two", "de"),
            (5, 1, "website", "alpha", "de"),
        ],
    ),
    ("c11", "records", "2023-06-01", &[(1, 1, "none", "practice-02", "none")]),
    // Announced: Eta.
    (
        "a12",
        "main",
        "2024-01-01",
        &[
            (1, 1, "technical", "gamma", "us"),
            (2, 1, "technical", "alpha", "us"),
            (3, 1, "technical", "beta", "us"),
            (4, 1, "website", "delta-two", "de"),
            (5, 1, "website", "alpha", "de"),
            (6, 1, "website", "eta", "fr"),
        ],
    ),
];

/// The editions with their documents, oldest first.
const EDITIONS: [(&str, &[&str]); 12] = [
    ("2019-01-01", &["a01"]),
    ("2019-06-01", &["a02"]),
    ("2020-01-01", &["a03"]),
    ("2020-06-01", &["a04"]),
    ("2021-01-01", &["a05"]),
    ("2021-01-01-2", &["a06"]),
    ("2021-06-01", &["a07", "b07"]),
    ("2022-01-01", &["a08", "b07"]),
    ("2022-06-01", &["a09", "b07", "c09"]),
    ("2023-01-01", &["a10", "b10", "c09"]),
    ("2023-06-01", &["a11", "b10", "c11"]),
    ("2024-01-01", &["a12", "b10", "c11"]),
];

/// The edition in force; the one behind it is announced.
const CURRENT: &str = "2023-06-01";

/// The register, and what each key of an engagement says, in the same words however it was entered.
struct Entered {
    register: Register,
    meanings: BTreeMap<String, String>,
}

/// Enters the editions in this order. A row that says what an engagement says cites it; for another
/// there is a new one, with a key made of the provider and the document.
fn entered(order: impl IntoIterator<Item = usize>) -> Entered {
    let mut engagements: BTreeMap<(&str, &str), String> = BTreeMap::new();
    let mut listings = BTreeMap::new();
    for edition in order {
        for id in EDITIONS[edition].1 {
            let page = PAGES.iter().find(|page| page.0 == *id).expect("a page");
            for (row, part, section, about, storage) in page.3 {
                let (cited, practice, name) = if *storage == "none" {
                    ("none".to_owned(), *about, "none".to_owned())
                } else {
                    let new = || format!("{about}-{id}");
                    let key = engagements.entry((about, storage)).or_insert_with(new);
                    (key.clone(), "none", named(about))
                };
                let digests = "unknown,unknown,unknown,unknown";
                listings.insert(
                    (*id, *row, *part),
                    format!("{id},{row},{part},{cited},{practice},{section},{name},unknown,none,{digests}"),
                );
            }
        }
    }
    let mut mini = Mini::new();
    for table in ["providers", "engagements", "listings", "storage", "successions", "disclosures"] {
        mini.empty(&format!("{table}.csv"));
    }
    mini.empty("engagement-features.csv").empty("practice-recipients.csv");
    mini.empty("accepted-findings.csv");
    mini.fill("practices.csv", "acquired_from", "none");
    for about in
        engagements.keys().map(|(about, _)| *about).collect::<std::collections::BTreeSet<_>>()
    {
        mini.add("providers.csv", &format!("{about},{},none,none\n", named(about)));
    }
    for ((about, storage), key) in &engagements {
        let rest = "unknown,unknown,unknown,none,unknown,none,none";
        let row = format!("{key},{about},none,send-email,Sends mail.,unknown,us,listed,{rest}\n");
        mini.add("engagements.csv", &row);
        mini.add("storage.csv", &format!("{key},{storage},none,none,none\n"));
    }
    for row in listings.values() {
        mini.add("listings.csv", &format!("{row}\n"));
    }
    mini.add("successions.csv", "delta,delta-two,renamed,2021-01-01,strong,The name.,a05,none\n");
    mini.register(register_file);
    for file in tidy(&mini.sources).files {
        mini.set(&file.path, file.bytes);
    }
    let meanings =
        engagements.into_iter().map(|((about, storage), key)| (key, format!("{about}={storage}")));
    let meanings = meanings.collect();
    Entered { register: mini.compile().unwrap_or_else(|report| panic!("{report}")), meanings }
}

/// The name of a provider: its key with a capital.
fn named(key: &str) -> String {
    key[..1].to_uppercase() + &key[1..]
}

fn register_file(file: &mut Value) {
    let documents = PAGES.iter().map(|(id, list, date, rows)| {
        let rows = rows.iter().map(|row| row.0).max();
        json!({
            "id": id, "list": list, "title": list, "date": date, "date_basis": "Printed on it.",
            "address": "unknown", "sha256": "unknown", "listed": "yes", "published_rows": rows
        })
    });
    file["documents"] = documents.collect();
    let editions = EDITIONS.iter().map(|(id, documents)| {
        json!({
            "id": id, "published": id[..10], "effective": "unknown", "objection_until": "unknown",
            "documents": documents, "undated_basis": "none"
        })
    });
    file["editions"] = editions.collect();
    file["current"] = CURRENT.into();
}

fn forwards() -> Entered {
    entered(0..12)
}

/// Every second edition first, and the others between them.
fn inserted() -> Entered {
    entered((0..12).step_by(2).chain((1..12).step_by(2)))
}

impl Entered {
    /// A text with what they say in place of the keys of engagements, and its lines in order where
    /// the keys give the order.
    fn without_keys(&self, text: &str, sorted: bool) -> String {
        let mut text = text.to_owned();
        for (key, meaning) in self.meanings.iter().rev() {
            text = text.replace(key.as_str(), meaning);
        }
        // The number of a bill of materials is made of all its bytes.
        text = text
            .lines()
            .filter(|line| !line.contains("\"serialNumber\""))
            .collect::<Vec<_>>()
            .join("\n");
        if sorted {
            let mut lines: Vec<&str> = text.lines().collect();
            lines.sort_unstable();
            text = lines.join("\n");
        }
        text
    }

    fn between(&self, from: &str, to: &str) -> Diff {
        let register = &self.register;
        compare(EditionRef { register, id: from }, EditionRef { register, id: to }, register)
    }
}

#[test]
fn the_order_of_entering_shows_in_the_keys_alone() {
    let (one, other) = (forwards(), inserted());
    assert_ne!(one.meanings, other.meanings);
    for (edition, _) in EDITIONS {
        for format in FORMATS {
            let (files, others) = (
                export(&one.register, edition, format.name),
                export(&other.register, edition, format.name),
            );
            assert_eq!(files.keys().collect::<Vec<_>>(), others.keys().collect::<Vec<_>>());
            for (path, bytes) in files {
                let sorted = format.name == "tables";
                let text = |bytes: &[u8], from: &Entered| {
                    from.without_keys(std::str::from_utf8(bytes).expect("UTF-8"), sorted)
                };
                assert_eq!(text(&bytes, &one), text(&others[&path], &other), "{edition} {path}");
            }
        }
    }
    for pair in EDITIONS.windows(2) {
        let document = |of: &Entered| {
            of.without_keys(&diff::json::document(&of.between(pair[0].0, pair[1].0)), false)
        };
        assert_eq!(document(&one), document(&other), "{pair:?}");
    }
}

/// What changed from each edition to the next, in short.
#[test]
fn every_change_is_told_as_what_it_is() {
    let register = forwards();
    let mut told = String::new();
    for pair in EDITIONS.windows(2) {
        let diff = register.between(pair[0].0, pair[1].0);
        let announced = if diff.to.announced { ", announced" } else { "" };
        let _ = writeln!(told, "{} to {}{announced}", pair[0].0, pair[1].0);
        for listed in &diff.added {
            let _ = writeln!(told, "  new: {}", listed.provider);
        }
        for returned in &diff.returned {
            let (provider, last) = (&returned.listed.provider, &returned.last_listed);
            let _ = writeln!(told, "  back: {provider}, last in {last}");
        }
        for listed in &diff.retired {
            let _ = writeln!(told, "  gone: {}", listed.provider);
        }
        for event in &diff.succeeded {
            let _ = writeln!(
                told,
                "  {:?}: {:?} to {:?}, {}, facts {:?}",
                event.kind, event.from, event.to, event.certainty, event.changes.facts
            );
        }
        for change in &diff.changed {
            for row in &change.rows {
                for fact in &row.changes.facts {
                    let _ = writeln!(
                        told,
                        "  {}: {:?} {:?}, {:?} to {:?}",
                        change.provider, fact.fact, fact.nature, fact.before, fact.after
                    );
                }
            }
            let (more, fewer) = (change.rows_added.len(), change.rows_gone.len());
            if more + fewer > 0 {
                let _ = writeln!(told, "  {}: rows more {more}, fewer {fewer}", change.provider);
            }
            for row in change.rows_added.iter().chain(&change.rows_gone) {
                let _ = writeln!(told, "    {:?}: {:?}", row.sections, row.storage);
            }
        }
        if !diff.layout.moved.is_empty() {
            let _ = writeln!(told, "  moved: {:?}", diff.layout.moved);
        }
        let practices = &diff.practices;
        if practices.before != practices.after || !practices.ended.is_empty() {
            let _ = writeln!(
                told,
                "  records: {} to {}, ended {:?}, begun {:?}",
                practices.before, practices.after, practices.ended, practices.begun
            );
        }
    }
    insta::assert_snapshot!(told);
}

/// What the short lines above cannot show.
#[test]
fn pages_say_what_the_counts_mean() {
    let register = forwards();
    let names = Names::of(&[&register.register]);
    let page = |from, to| diff::markdown::page(&register.between(from, to), &names);
    let notice = |from, to| {
        let text = diff::notice::page(&register.between(from, to), &names);
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    // Records that are held for the first time did not begin then.
    let first = page("2022-01-01", "2022-06-01");
    assert!(first.contains("none; for that of 2022-06-01: 2."), "{first}");
    let ended = page("2023-01-01", "2023-06-01");
    assert!(ended.contains("## Data transparency records\n\nNo longer on the page: practice-01."));
    let same_day = notice("2021-01-01", "2021-01-01-2");
    assert!(same_day.contains("calls them 2021-01-01 and 2021-01-01-2"), "{same_day}");
    let announced = notice("2023-06-01", "2024-01-01");
    assert!(announced.contains("The list is announced and not in force yet."), "{announced}");
}

/// An announced edition is exported, says so, and is not current.
#[test]
fn the_announced_edition_says_so() {
    let register = forwards().register;
    let text = |edition: &str, format: &str, file: &str| {
        String::from_utf8(export(&register, edition, format)[file].clone()).expect("UTF-8")
    };
    for (edition, announced) in [(CURRENT, false), ("2024-01-01", true)] {
        let page = text(edition, "markdown", "service-providers.md");
        assert_eq!(
            page.contains("This list is announced. It is not in force yet."),
            announced,
            "{page}"
        );
        let document: Value =
            serde_json::from_str(&text(edition, "json", "service-providers.json")).expect("JSON");
        assert_eq!(document["announced"], if announced { "yes" } else { "no" });
        assert_eq!(document["register"]["current"], CURRENT);
    }
}
