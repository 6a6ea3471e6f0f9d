//! Which cells of a draft wait for a person, and which say what the page says in known words.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::ExitCode;

use service_providers_codegen::Stated;

use service_providers_tools::published::import::previous_cells;

use service_providers_tests::mini::Mini;

use super::importing::{bytes, command, compiled, problems, sources, text};

/// Imports a page of the miniature register's own list.
pub(super) fn import(
    data: &Path,
    page: &str,
    document: &str,
    date: &str,
    more: &[&str],
) -> ExitCode {
    let file = data.join("page.txt");
    fs::write(&file, page).expect("a page");
    let file = file.to_str().expect("UTF-8");
    let start = ["import", file, "--as", "md", "--document", document, "--date", date];
    command(data, &start.iter().chain(more).copied().collect::<Vec<_>>())
}

/// A row of a table by the cell in its first column: its cells by the names of their columns.
pub(super) fn row(data: &Path, table: &str, key: &str) -> BTreeMap<String, String> {
    rows(data, table, key).into_iter().next().unwrap_or_else(|| panic!("{table} has {key}"))
}

pub(super) fn rows(data: &Path, table: &str, key: &str) -> Vec<BTreeMap<String, String>> {
    let text = text(data, &format!("{table}.csv"));
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let header = reader.headers().expect("a header").clone();
    let rows = reader.records().map(|record| record.expect("a row"));
    let rows = rows.filter(|record| &record[0] == key);
    let named = |record: csv::StringRecord| {
        header.iter().zip(&record).map(|(name, cell)| (name.to_owned(), cell.to_owned())).collect()
    };
    rows.map(named).collect()
}

/// The columns of a row with a mark.
fn marked(row: &BTreeMap<String, String>) -> Vec<&str> {
    let marked = row.iter().filter(|(_, cell)| cell.starts_with("draft:"));
    marked.map(|(name, _)| name.as_str()).collect()
}

/// Two revisions of the list in the columns of the miniature register, with digests.
const FIRST: &str = "|Vendor|Used for|Data|Features|Location|\n|-|-|-|-|-|\n\
    |Mailer, Inc.|Sends mail|Addresses|Messages|Entity Location: United States|\n\
    |Helper|Helps|Names||Entity Location: Germany|\n";

/// The register with the digests of its newest document.
fn with_digests() -> tempfile::TempDir {
    let folder = Mini::new().on_disk();
    assert_eq!(import(folder.path(), FIRST, "list-2025", "2025-03-01", &[]), ExitCode::SUCCESS);
    folder
}

#[test]
fn only_what_changed_waits_in_a_copy() {
    const SAID: &[(&str, &str, &[&str])] = &[
        (
            "Sends mail",
            "Sends letters",
            &[
                "hosted_by",
                "note",
                "optional",
                "excluded_subjects",
                "purposes",
                "safeguards",
                "summary",
                "territory",
            ],
        ),
        ("Addresses", "Addresses, names", &["data", "excluded_subjects", "note", "safeguards"]),
        ("Messages", "Letters", &["note", "optional"]),
        (
            "Entity Location: United States",
            "Where it pleases",
            &["entity_country", "hosted_by", "note", "safeguards", "storage", "territory"],
        ),
        ("Entity Location: United States", "Entity Location: Germany", &[]),
    ];
    for (before, after, wanted) in SAID {
        let folder = with_digests();
        let data = folder.path();
        let original = row(data, "engagements", "mailer-2025-03-01");
        let page = FIRST.replace(before, after);
        assert_eq!(
            import(data, &page, "list-2026", "2026-01-01", &["--list", "who"]),
            ExitCode::SUCCESS
        );
        let copy = row(data, "engagements", "mailer-list-2026");
        let mut wanted = wanted.to_vec();
        wanted.sort_unstable();
        assert_eq!(marked(&copy), wanted, "{after}");
        let is_other = |name: &&str| !wanted.contains(name) && copy[*name] != original[*name];
        let others: Vec<&str> = original.keys().map(String::as_str).filter(is_other).collect();
        let stated: &[&str] = match *after {
            "Entity Location: Germany" => &["entity_country", "key", "storage"],
            _ => &["key"],
        };
        assert_eq!(others, stated, "{after}");
        let old = rows(data, "disclosures", "mailer-2025-03-01");
        let disclosures = rows(data, "disclosures", "mailer-list-2026");
        assert_eq!(disclosures.len(), old.len(), "{after}");
        let is_data = *before == "Addresses";
        for disclosure in disclosures {
            let wanted: &[&str] = if is_data { &["asserted"] } else { &[] };
            assert_eq!(marked(&disclosure), wanted, "{after}");
        }
    }
}

#[test]
fn a_copy_keeps_what_no_column_of_the_page_says() {
    const UNASKED: [&str; 6] =
        ["hosted_by", "territory", "optional", "excluded_subjects", "safeguards", "note"];
    let folder = with_digests();
    let data = folder.path();
    let original = row(data, "engagements", "mailer-2025-03-01");
    assert!(UNASKED.iter().any(|name| !["unknown", "none"].contains(&&*original[*name])));
    let page = FIRST.replace("Sends mail", "Sends letters");
    let more = ["--list", "who", "--nothing-else", "all"];
    assert_eq!(import(data, &page, "list-2026", "2026-01-01", &more), ExitCode::SUCCESS);
    let copy = row(data, "engagements", "mailer-list-2026");
    assert_eq!(marked(&copy), ["purposes", "summary"]);
    for name in UNASKED {
        assert_eq!(copy[name], original[name], "{name}");
    }
    // Who fills in the rest can see what was written before.
    let found = problems(data);
    let wanted = "; `mailer-2025-03-01` has what was written before";
    assert!(found.iter().any(|(_, message)| message.ends_with(wanted)), "{found:#?}");
    let lines = previous_cells(&sources(data), 1);
    let summary =
        format!("before, in list-2026 (mailer-2025-03-01): summary: {}", original["summary"]);
    assert_eq!(lines.len(), 2, "{lines:#?}");
    assert!(lines.contains(&summary), "{lines:#?}");
    assert!(previous_cells(&sources(data), 2).is_empty());
}

#[test]
fn what_check_would_refuse_is_refused_at_once() {
    let folder = with_digests();
    let data = folder.path();
    let before = bytes(data);
    for date in ["2025-02-31", "2025-+2-+1", "2025-13", "2025-1-1"] {
        let more = ["--list", "who", "--edition", "2025-12-01"];
        assert_eq!(import(data, FIRST, "list-2026", date, &more), ExitCode::from(2), "{date}");
    }
    for edition in ["2025-11-17-foo", "2025-11-17-1", "2025-02-31", "2025-11"] {
        let more = ["--list", "who", "--edition", edition];
        let ended = import(data, FIRST, "list-2026", "2025-11-17", &more);
        assert_eq!(ended, ExitCode::from(2), "{edition}");
    }
    let long = "x".repeat(100);
    for id in ["none", "unknown", "List 2026", &long] {
        let ended = import(data, FIRST, id, "2026-01-01", &["--list", "who"]);
        assert_eq!(ended, ExitCode::from(2), "{id}");
    }
    // A list is begun only where that is said, and a list that is there is not begun again.
    for list in [["--list", "whom"], ["--list", ""], ["--list", "none"]]
        .into_iter()
        .chain(["who", "", "A b", "none"].map(|list| ["--new-list", list]))
    {
        let ended = import(data, FIRST, "list-2026", "2026-01-01", &list);
        assert_eq!(ended, ExitCode::from(2), "{list:?}");
    }
    assert_eq!(bytes(data), before);
}

/// A name whose key would be a word with a meaning of its own.
#[test]
fn a_provider_may_have_a_reserved_word_for_a_name() {
    let folder = Mini::new().on_disk();
    let data = folder.path();
    let page = "|Vendor|Used for|\n|-|-|\n|Current|a|\n|Publisher, Inc.|b|\n";
    let more = ["--list", "who", "--nothing-else", "all"];
    assert_eq!(import(data, page, "list-2026", "2026-01-01", &more), ExitCode::SUCCESS);
    for (key, name) in [("provider-1", "Current"), ("provider-2", "Publisher, Inc.")] {
        assert_eq!(row(data, "providers", key)["name"], name);
    }
}

#[test]
fn a_new_section_gets_a_key_that_is_free() {
    let folder = with_digests();
    let data = folder.path();
    let sections = data.join("vocabulary/sections.csv");
    let taken = "section-30,Taken,15,Has the key that a number would make.\n";
    let text = fs::read_to_string(&sections).expect("a table");
    fs::write(&sections, text.replace("technical,", &format!("{taken}technical,")))
        .expect("a table");
    let header = "|Vendor|Used for|Data|Features|Location|\n|-|-|-|-|-|\n";
    let page = format!("{FIRST}\n## \u{6771}\u{4eac}\n\n{header}|Acorn|Maps|Names|||\n");
    assert_eq!(
        import(data, &page, "list-2026", "2026-01-01", &["--list", "who"]),
        ExitCode::SUCCESS
    );
    let text = fs::read_to_string(&sections).expect("a table");
    assert_eq!(text.matches("section-30,").count(), 1, "{text}");
    assert_eq!(text.matches("section-40,").count(), 1, "{text}");
}

#[test]
fn a_name_that_waits_is_shown_as_it_is_printed() {
    let folder = with_digests();
    let data = folder.path();
    let page = FIRST.replace("|Helper|", "|Helper: Desk|");
    let more = ["--list", "who", "--reworded", "all"];
    assert_eq!(import(data, &page, "list-2026", "2026-01-01", &more), ExitCode::SUCCESS);
    let found = problems(data);
    assert!(
        found.iter().any(|(_, it)| it.ends_with("; the page prints `Helper  Desk`")),
        "{found:#?}"
    );
}

/// What a draft says of places where the page says this of them: the country of the company, the
/// storage, and the places.
fn places(columns: &str, cells: &str) -> (String, String, Vec<String>) {
    let folder = Mini::new().on_disk();
    let data = folder.path();
    let dashes = "-|".repeat(columns.matches('|').count() + 1);
    let page = format!("|Vendor|Used for|{columns}|\n|-|-|{dashes}\n|Newcomer|Helps|{cells}|\n");
    let more = ["--list", "who", "--nothing-else", "all"];
    assert_eq!(import(data, &page, "list-2026", "2026-01-01", &more), ExitCode::SUCCESS);
    let draft = row(data, "engagements", "newcomer-list-2026");
    let said = |column: &str| match draft[column].starts_with("draft:") {
        true => "?".to_owned(),
        false => draft[column].clone(),
    };
    let places = rows(data, "storage", "newcomer-list-2026");
    let places = places.iter().map(|row| {
        let waits = if marked(row).is_empty() { "" } else { " ?" };
        format!("{}{waits}", row["place"])
    });
    (said("entity_country"), said("storage"), places.collect())
}

#[test]
fn what_is_said_of_places_is_neither_lost_nor_made_up() {
    const ONE: &str = "Location";
    const TWO: &str = "Entity Location|Data Storage";
    for (columns, cells, country, storage, wanted) in [
        (ONE, "Entity Location: Germany No data stored.", "de", "none", &[][..]),
        (ONE, "Entity Location: Germany<br>No data is stored", "de", "none", &[]),
        (ONE, "Entity Location: Germany, no data in France", "?", "?", &[]),
        (ONE, "Entity Location: Germany", "de", "unknown", &[]),
        (ONE, "Data Storage: France, company in Germany", "?", "?", &[]),
        (TWO, "Germany|eu-west-1 (France)", "de", "?", &[]),
        (TWO, "Germany|None (remote access only)", "de", "?", &[]),
        (TWO, "Germany|France (backups)", "de", "listed", &["fr ?"]),
        (TWO, "Germany|France or Germany", "de", "listed", &["de ?", "fr ?"]),
        (TWO, "Germany (branch)|France", "?", "listed", &["fr"]),
        (TWO, "Germany|Germany (US)", "de", "?", &[]),
        (TWO, "somewhere|", "?", "unknown", &[]),
    ] {
        let found = places(columns, cells);
        let wanted: Vec<String> = wanted.iter().map(|place| (*place).to_owned()).collect();
        assert_eq!(found, (country.to_owned(), storage.to_owned(), wanted), "{cells}");
    }
}

#[test]
fn a_month_is_the_date_of_each_of_its_days() {
    let folder = with_digests();
    let data = folder.path();
    let more = ["--list", "who", "--edition", "2026-01-15"];
    assert_eq!(import(data, FIRST, "list-2026", "2026-01", &more), ExitCode::SUCCESS);
    let edition = compiled(data).edition("2026-01-15").cloned().expect("the edition");
    assert_eq!(edition.undated_basis, Stated::None);
}

#[test]
fn keys_of_new_providers_are_short() {
    let folder = Mini::new().on_disk();
    let data = folder.path();
    let page = "|Vendor|Used for|\n|-|-|\n|Forest Web Services EMEA SARL|a|\n\
        |The Very Long Named Company For Hosting Of Gardens|b|\n|Forest Web Services, Inc.|c|\n";
    let more = ["--list", "who", "--nothing-else", "1-3"];
    assert_eq!(import(data, page, "list-2026", "2026-01-01", &more), ExitCode::SUCCESS);
    for key in ["forest-web-services", "the-very-long-named-company", "forest-web-services-2"] {
        assert_eq!(rows(data, "providers", key).len(), 1, "{key}");
    }
}

#[test]
fn places_with_words_in_brackets_are_taken_and_the_words_wait() {
    let folder = Mini::new().on_disk();
    let data = folder.path();
    let page = "|Vendor|Used for|Data|Storage|\n|-|-|-|-|\n\
        |Newcomer (formerly Oldcomer)|Does new things||USA (US cloud) or Germany (EU cloud)|\n\
        |Plain|Does old things||Germany|\n";
    let more = ["--list", "who", "--nothing-else", "2"];
    assert_eq!(import(data, page, "list-2026", "2026-01-01", &more), ExitCode::SUCCESS);
    let key = "newcomer";
    let engagement = format!("{key}-list-2026");
    let stored = rows(data, "storage", &engagement);
    let places: Vec<&str> = stored.iter().map(|row| row["place"].as_str()).collect();
    assert_eq!(places, ["de", "us"]);
    stored.iter().for_each(|row| assert_eq!(marked(row), ["condition", "context"]));
    let newcomer = row(data, "engagements", &engagement);
    assert_eq!((&*newcomer["storage"], &*newcomer["data"]), ("listed", "unknown"));
    assert_eq!(marked(&row(data, "providers", key)), ["aliases"]);
    // The other row says nothing else, as a person said; what it says of its use is to be read.
    let plain = row(data, "engagements", "plain-list-2026");
    assert_eq!(marked(&plain), ["purposes", "service_category", "summary"]);
    assert_eq!((&*plain["hosted_by"], &*plain["note"]), ("unknown", "none"));
    assert_eq!((&*plain["entity_country"], &*plain["storage"]), ("unknown", "listed"));
    assert_eq!(marked(&row(data, "storage", "plain-list-2026")), [""; 0]);
}

#[test]
fn a_number_that_no_row_has_is_refused() {
    let folder = Mini::new().on_disk();
    let data = folder.path();
    let before = bytes(data);
    for option in ["--nothing-else", "--reworded"] {
        for rows in ["3", "1-3"] {
            let more = ["--list", "who", option, rows];
            assert_eq!(import(data, FIRST, "list-2026", "2026-01-01", &more), ExitCode::from(2));
            assert!(bytes(data) == before, "{option} {rows}");
        }
    }
}

#[test]
fn a_new_edition_keeps_the_documents_of_the_other_lists() {
    let folder = Mini::new().on_disk();
    let data = folder.path();
    let more = ["--list", "who", "--reworded", "1,2"];
    assert_eq!(import(data, FIRST, "list-2026", "2026-01-01", &more), ExitCode::SUCCESS);
    let edition = compiled(data).edition("2026-01-01").cloned().expect("the edition");
    let documents: Vec<&str> = edition.documents.iter().map(|id| id.as_str()).collect();
    assert_eq!(documents, ["list-2026", "practices-2025"]);
    assert_eq!(edition.undated_basis, Stated::None);
    // A list that the edition before does not have is one more document.
    let page = "|Vendor|Used for|\n|-|-|\n|Mailer, Inc.|Sends mail|\n";
    let more = ["--new-list", "more", "--nothing-else", "1"];
    assert_eq!(import(data, page, "more-2024", "2024-06-30", &more), ExitCode::SUCCESS);
    let json = text(data, "register.json");
    let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    let between = &json["editions"][1];
    assert_eq!(between["documents"], serde_json::json!(["list-2024", "practices", "more-2024"]));
    assert_eq!(between["undated_basis"], "What we do stands in the edition before.");
    assert!(bytes(data).contains_key("listings.csv"));
}

/// A page of records about kinds of data: for what each is collected, and who gets it.
fn records(records: &[(&str, &str)]) -> String {
    let record = |(purpose, recipients): &(&str, &str)| {
        format!(
            "Who shares this information?\nTeachers\nWhat is the purpose of collecting it?\n\
             {purpose}\nWhere is this data stored?\n{recipients}\n"
        )
    };
    let records: String = records.iter().map(record).collect();
    format!("Data we collect\n{records}")
}

#[test]
fn a_record_that_no_document_has_is_drafted() {
    const MAIL: (&str, &str) = ("To send mail", "At Oldmail, copies at Mailer");
    const ANSWERS: (&str, &str) = ("To answer questions", "At Helper");
    let folder = Mini::new().on_disk();
    let data = folder.path();
    let page = records(&[MAIL, ANSWERS]);
    assert_eq!(import(data, &page, "practices", "2024-01-15", &[]), ExitCode::SUCCESS);
    assert_eq!(text(data, "listings.csv").matches(",n1:").count(), 6, "its digests are known");
    let page = records(&[ANSWERS, ("To count", "At Helper"), MAIL]);
    assert_eq!(import(data, &page, "practices-2026", "2026-01-01", &[]), ExitCode::SUCCESS);
    let listings = text(data, "listings.csv");
    for (row, practice) in [(1, "practice-02"), (2, "practices-2026-2"), (3, "practice-01")] {
        let wanted = format!("\npractices-2026,{row},1,none,{practice},none,none,unknown,none,n1:");
        assert!(listings.contains(&wanted), "{listings}");
    }
    // Nothing of the new record was read, so nothing of it says anything.
    for (table, key) in [("practices", "key"), ("practice-recipients", "practice")] {
        let drafted = row(data, table, "practices-2026-2");
        let others = drafted.iter().filter(|(_, cell)| !cell.starts_with("draft:"));
        let others: Vec<&str> = others.map(|(name, _)| name.as_str()).collect();
        let other = if key == "key" { "withdrawn" } else { "position" };
        assert_eq!(others.len(), 2, "{others:?}");
        assert!(others.contains(&key) && others.contains(&other), "{others:?}");
    }
    let found = problems(data);
    assert!(found.iter().all(|(code, _)| *code == "unfinished-draft"), "{found:#?}");
}
