//! Revising what a published row says, taking that back, and beginning a new document like another.

use service_providers_codegen::{Register, Sources, compile};
use service_providers_tests::mini::Mini;

fn mini() -> Register {
    Mini::new().compile().unwrap_or_else(|report| panic!("{report}"))
}

/// The miniature register with these source files.
fn with_files(files: Vec<(String, Vec<u8>)>) -> Mini {
    let mut mini = Mini::new();
    for (path, bytes) in files {
        mini.set(&path, bytes);
    }
    mini
}

/// The register again, from its source files: what was changed is a whole register.
#[track_caller]
fn compiled(register: &Register) -> Register {
    let again = with_files(register.source_files()).compile();
    again.unwrap_or_else(|report| panic!("{report}"))
}

/// The keys of the engagements of an edition.
fn cited(register: &Register, edition: &str) -> Vec<String> {
    let rows = register.published_rows(edition);
    rows.iter().map(|row| row.engagement.row.key.to_string()).collect()
}

/// The lines of the source files that differ, those that are gone with a minus.
fn changes(before: &Register, after: &Register) -> String {
    let (before, after) = (before.source_files(), after.source_files());
    let mut shown = String::new();
    for ((path, old), (_, new)) in before.iter().zip(&after) {
        let lines = |bytes: &[u8]| -> Vec<String> {
            String::from_utf8_lossy(bytes).lines().map(str::to_owned).collect()
        };
        let (old, new) = (lines(old), lines(new));
        shown.extend(old.iter().filter(|l| !new.contains(l)).map(|l| format!("{path} - {l}\n")));
        shown.extend(new.iter().filter(|l| !old.contains(l)).map(|l| format!("{path} + {l}\n")));
    }
    shown
}

/// The miniature register with a newer and an older document in which both providers of 2025 stand
/// as they do there.
fn three_editions() -> Register {
    let mut mini = Mini::new();
    mini.register(|file| {
        for (at, id, date) in [(0, "list-2023", "2023-05-05"), (3, "list-2026", "2026-02-01")] {
            let mut document = file["documents"][1].clone();
            document["id"] = id.into();
            document["date"] = date.into();
            file["documents"].as_array_mut().expect("a list").push(document);
            let edition = serde_json::json!({
                "id": date, "published": date, "effective": "unknown",
                "objection_until": "unknown", "documents": [id], "undated_basis": "none"
            });
            let editions = file["editions"].as_array_mut().expect("a list");
            editions.insert(at, edition);
        }
        file["current"] = "2026-02-01".into();
    });
    mini.edit("listings.csv", |text| {
        let own: Vec<&str> = text.lines().filter(|line| line.starts_with("list-2025")).collect();
        let copy = |id: &str| -> String {
            own.iter().map(|line| line.replace("list-2025", id) + "\n").collect()
        };
        let (header, body) = text.split_once('\n').expect("a header");
        let (lists, others) = body.split_at(body.find("practices").expect("records"));
        format!("{header}\n{}{lists}{}{others}", copy("list-2023"), copy("list-2026"))
    });
    // What followed in 2024 is another matter.
    mini.empty("successions.csv");
    mini.compile().unwrap_or_else(|report| panic!("{report}"))
}

#[test]
fn the_row_of_a_newer_document_says_something_else() {
    let before = three_editions();
    let mut register = before.clone();
    let revision = register.revise("mailer-2025-03-01", "list-2026", None).expect("revised");
    assert_eq!(revision.key, "mailer-list-2026");
    assert_eq!((revision.listings, revision.disclosures, revision.features), (1, 2, 1));
    assert_eq!(revision.places, 2);
    insta::assert_snapshot!(changes(&before, &register), @r#"
engagements.csv + mailer-list-2026,mailer,communication,send-email;support,"Sends e-mail, also in bulk.",listed,us,listed,helper,unknown,unknown,none,encryption;short-retention,none,none
engagement-features.csv + mailer-list-2026,messages,in-school;out-of-school,all
storage.csv + mailer-list-2026,de,none,none,none
storage.csv + mailer-list-2026,us,none,none,none
disclosures.csv + mailer-list-2026,10,publisher,provider,email-address,student,hashed,stated,no,newsletter,none,yes,none
disclosures.csv + mailer-list-2026,100,provider,provider:helper,email-address,teacher,plain,stated,no,none,none,yes,none
listings.csv - list-2026,1,1,mailer-2025-03-01,none,technical,"Mailer, Inc.",https://mailer.example/privacy,none,unknown,unknown,unknown,unknown
listings.csv + list-2026,1,1,mailer-list-2026,none,technical,"Mailer, Inc.",https://mailer.example/privacy,none,unknown,unknown,unknown,unknown
"#);
    let register = compiled(&register);
    assert_eq!(cited(&register, "2023-05-05"), ["mailer-2025-03-01", "helper-2025-03-01"]);
    assert_eq!(cited(&register, "2025-03-01"), ["mailer-2025-03-01", "helper-2025-03-01"]);
    assert_eq!(cited(&register, "2026-02-01"), ["mailer-list-2026", "helper-2025-03-01"]);
}

/// Backwards as well: nothing is said of the documents in between.
#[test]
fn the_row_of_an_older_document_says_something_else() {
    let mut register = three_editions();
    let revision = register.revise("helper-2025-03-01", "list-2023", Some("helper-first"));
    assert_eq!(revision.map(|revision| revision.key).as_deref(), Ok("helper-first"));
    let register = compiled(&register);
    assert_eq!(cited(&register, "2023-05-05"), ["mailer-2025-03-01", "helper-first"]);
    assert_eq!(cited(&register, "2026-02-01"), ["mailer-2025-03-01", "helper-2025-03-01"]);
    let editions = |key: &str| -> Vec<String> {
        register.editions_of(key).iter().map(|edition| edition.id.clone()).collect()
    };
    assert_eq!(editions("helper-first"), ["2023-05-05"]);
    assert_eq!(editions("helper-2025-03-01"), ["2025-03-01", "2026-02-01"]);
}

#[test]
fn a_revision_is_taken_back() {
    let before = three_editions();
    let mut register = before.clone();
    register.revise("mailer-2025-03-01", "list-2026", None).expect("revised");
    let undone = register.undo_revision("mailer-list-2026", "mailer-2025-03-01", "list-2026");
    assert!(undone.is_ok_and(|undone| undone.deleted && undone.listings == 1));
    assert_eq!(register, before);
}

/// A copy that another document cites as well stays for that one.
#[test]
fn a_copy_that_is_still_cited_stays() {
    let mut register = three_editions();
    register.revise("mailer-2025-03-01", "list-2026", None).expect("revised");
    register.revise("mailer-2025-03-01", "list-2025", Some("mailer-other")).expect("revised");
    register.undo_revision("mailer-other", "mailer-list-2026", "list-2025").expect("undone");
    assert_eq!(cited(&register, "2025-03-01")[0], "mailer-list-2026");
    let undone = register.undo_revision("mailer-list-2026", "mailer-2025-03-01", "list-2026");
    assert!(undone.is_ok_and(|undone| !undone.deleted));
    let register = compiled(&register);
    assert_eq!(cited(&register, "2025-03-01")[0], "mailer-list-2026");
    assert_eq!(cited(&register, "2026-02-01")[0], "mailer-2025-03-01");
}

#[test]
fn the_facts_that_nobody_has_edited_are_named() {
    let mut register = three_editions();
    register.revise("mailer-2025-03-01", "list-2026", None).expect("revised");
    let shared = |register: &Register| {
        register.shared_facts("mailer-list-2026", "mailer-2025-03-01").expect("both are there")
    };
    let all = shared(&register);
    assert_eq!(all.first().map(String::as_str), Some("service_category"));
    assert!(
        ["purposes", "data", "disclosures", "features"]
            .iter()
            .all(|name| all.contains(&(*name).to_owned()))
    );
    let at = register.engagements.iter().position(|e| e.row.key.as_str() == "mailer-list-2026");
    let copy = &mut register.engagements[at.expect("the copy")];
    copy.row.purposes = service_providers_codegen::StatedList::Unknown;
    copy.disclosures.pop();
    let left = shared(&register);
    let edited: Vec<&String> = all.iter().filter(|name| !left.contains(name)).collect();
    assert_eq!(edited, ["purposes", "disclosures"]);
    let differing = register.differing_facts("mailer-list-2026", "mailer-2025-03-01");
    assert_eq!(differing.as_deref(), Some(&["purposes", "disclosures"].map(str::to_owned)[..]));
    assert_eq!(register.shared_facts("mailer-list-2026", "nobody"), None);
}

#[test]
fn the_reasons_against_a_revision() {
    let mut register = mini();
    let before = register.clone();
    let mut reason = |engagement: &str, document: &str, key: Option<&str>| {
        let revision = register.revise(engagement, document, key);
        revision.expect_err("it is refused").to_string()
    };
    insta::assert_snapshot!(reason("mailer-2025-03-10", "list-2025", None), @"there is no engagement `mailer-2025-03-10`; did you mean `mailer-2025-03-01`? allowed: `helper-2025-03-01`, `mailer-2025-03-01`, `oldmail-2024-01-15`");
    insta::assert_snapshot!(reason("mailer", "list-2025", None), @"there is no engagement `mailer`; the engagements of `mailer`: `mailer-2025-03-01`");
    insta::assert_snapshot!(reason("mailer-2025-03-01", "list-2052", None), @"there is no document `list-2052` in register.json; did you mean `list-2025`? allowed: `list-2024`, `list-2025`, `practices`, `practices-2025`");
    insta::assert_snapshot!(reason("mailer-2025-03-01", "list-2024", None), @"no row of `list-2024` cites `mailer-2025-03-01`; cited in: `list-2025`");
    insta::assert_snapshot!(reason("mailer-2025-03-01", "list-2025", Some("helper-2025-03-01")), @"there is an engagement `helper-2025-03-01` already");
    insta::assert_snapshot!(reason("mailer-2025-03-01", "list-2025", Some("newmail-2025")), @"`newmail-2025` cannot be the key of a row about `mailer`; begin it with `mailer-`");
    insta::assert_snapshot!(reason("mailer-2025-03-01", "list-2025", Some("mailer-New")), @"`mailer-New` cannot be the key of a row about `mailer`; write lower-case letters and digits, words joined by single hyphens");
    let long = format!("mailer-{}", "x".repeat(60));
    assert!(
        reason("mailer-2025-03-01", "list-2025", Some(&long))
            .ends_with("write at most 64 characters")
    );
    assert_eq!(register, before);
}

#[test]
fn the_reasons_against_taking_a_revision_back() {
    let mut register = mini();
    let before = register.clone();
    let mut reason = |copy: &str, original: &str, document: &str| {
        let undone = register.undo_revision(copy, original, document);
        undone.expect_err("it is refused").to_string()
    };
    let (mailer, helper) = ("mailer-2025-03-01", "helper-2025-03-01");
    assert_eq!(
        reason(mailer, helper, "list-2025"),
        "`mailer-2025-03-01` is no copy of `helper-2025-03-01`"
    );
    assert_eq!(
        reason(mailer, mailer, "list-2025"),
        "`mailer-2025-03-01` is no copy of `mailer-2025-03-01`"
    );
    assert!(reason("nobody", mailer, "list-2025").starts_with("there is no engagement `nobody`"));
    assert!(reason(mailer, helper, "list").starts_with("there is no document `list`"));
    assert_eq!(register, before);
}

/// The files of a new document are refused until somebody has looked at every row.
#[test]
fn a_document_like_another_must_be_looked_at() {
    let added = mini().add_document_like("list-2026", "list-2025").expect("added");
    assert_eq!(added.listings, 2);
    let mut mini = with_files(added.files);
    insta::assert_snapshot!(mini.report(), @r#"
data/register.json:38:15: blank-cell: the text is blank; write the fact, or `unknown`
data/register.json:39:21: blank-cell: the text is blank; this column always needs a fact
data/listings.csv:8:11: blank-cell: `row` is blank; this column always needs a fact
data/listings.csv:9:11: blank-cell: `row` is blank; this column always needs a fact
"#);
    mini.cell("listings.csv", 8, "row", "2").cell("listings.csv", 9, "row", "1");
    mini.register(|file| {
        file["documents"][2]["date"] = "2026-02-01".into();
        file["documents"][2]["date_basis"] = "Printed on it.".into();
    });
    insta::assert_snapshot!(mini.report(), @r#"
data/register.json:35:13: unused-document: no edition is made of `list-2026`; add it to the edition that it belongs to, or make an edition of it
data/listings.csv:8:1: unsorted-rows: the rows of listings are not sorted from here on; run `cargo xtask sync`
"#);
    mini.register(|file| {
        let mut edition = file["editions"][1].clone();
        edition["id"] = "2026-02-01".into();
        edition["published"] = "2026-02-01".into();
        edition["effective"] = "unknown".into();
        edition["objection_until"] = "unknown".into();
        edition["documents"][0] = "list-2026".into();
        file["editions"].as_array_mut().expect("a list").push(edition);
        file["current"] = "2026-02-01".into();
    });
    let tidied = service_providers_codegen::tidy(&mini.sources);
    for file in tidied.files {
        mini.set(&file.path, file.bytes);
    }
    let register = mini.compile().unwrap_or_else(|report| panic!("{report}"));
    assert_eq!(cited(&register, "2026-02-01"), ["helper-2025-03-01", "mailer-2025-03-01"]);
}

#[test]
fn the_reasons_against_a_document_like_another() {
    let mut mini = Mini::new();
    mini.register(|file| {
        let mut document = file["documents"][0].clone();
        document["id"] = "policy".into();
        document["listed"] = "no".into();
        document["published_rows"] = 0.into();
        file["documents"].as_array_mut().expect("a list").push(document);
    });
    let register = mini.compile().unwrap_or_else(|report| panic!("{report}"));
    let reason = |id: &str, other: &str| {
        register.add_document_like(id, other).expect_err("it is refused").to_string()
    };
    insta::assert_snapshot!(reason("List 2026", "list-2025"), @"`List 2026` cannot be the id of a document; write lower-case letters and digits, words joined by single hyphens");
    insta::assert_snapshot!(reason("none", "list-2025"), @"`none` cannot be the id of a document; the word has a meaning of its own; choose another");
    assert!(reason(&"x".repeat(65), "list-2025").ends_with("; write at most 64 characters"));
    insta::assert_snapshot!(reason("list-2024", "list-2025"), @"there is a document `list-2024` already");
    insta::assert_snapshot!(reason("list-2026", "list-2052"), @"there is no document `list-2052`; did you mean `list-2025`? allowed: `list-2024`, `list-2025`, `practices`, `practices-2025`, `policy`");
    insta::assert_snapshot!(reason("list-2026", "policy"), @"`policy` is only cited as evidence, so there are no rows to copy");
}

/// A register that is read again is the one that was written.
#[test]
fn a_revised_register_comes_back_from_its_files() {
    let mut register = three_editions();
    register.revise("mailer-2025-03-01", "list-2026", None).expect("revised");
    let schema = service_providers_codegen::schema::files();
    let schema = schema.into_iter().map(|(path, text)| (path, text.into_bytes()));
    let sources = Sources::from_memory(register.source_files(), schema);
    assert_eq!(compile(&sources).unwrap_or_else(|report| panic!("{report}")), register);
}
