//! A page that was imported and filled in says the same as the register, and importing it again is
//! accepted.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use service_providers_codegen::{DraftMark, Stated};

use super::drafts::{import, row, rows};
use service_providers_tests::mini::Mini;

use super::importing::{bytes, command, compiled, problems, text};

/// What a person types into a cell with a mark.
fn typed(column: &str, mark: DraftMark<'_>) -> String {
    match column {
        "summary" | "description" => "It helps.".to_owned(),
        "purposes" => "support".to_owned(),
        "aliases" => mark.about.expect("the printed name").to_owned(),
        "service_category" | "note" | "excluded_subjects" | "context" | "condition" => {
            "none".to_owned()
        }
        _ => "unknown".to_owned(),
    }
}

fn fill_in(data: &Path) {
    for (path, bytes) in bytes(data).into_iter().filter(|(path, _)| path.ends_with(".csv")) {
        let mut reader = csv::Reader::from_reader(bytes.as_slice());
        let header = reader.headers().expect("a header").clone();
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer.write_record(&header).expect("a header");
        for record in reader.records() {
            let record = record.expect("a row");
            let cells = header.iter().zip(&record).map(|(column, cell)| {
                let items = cell.split(';').map(|item| {
                    DraftMark::read(item).map_or(item.to_owned(), |mark| typed(column, mark))
                });
                items.collect::<Vec<_>>().join(";")
            });
            writer.write_record(cells.collect::<Vec<_>>()).expect("a row");
        }
        fs::write(data.join(&path), writer.into_inner().expect("text")).expect("a file");
    }
    assert_eq!(command(data, &["fmt"]), ExitCode::SUCCESS);
    assert_eq!(problems(data), []);
}

/// How `compare` ends for the page that was imported last.
fn compare(data: &Path, more: &[&str]) -> ExitCode {
    let page = data.join("page.txt");
    let start = ["compare", page.to_str().expect("UTF-8"), "--as", "md"];
    command(data, &start.iter().chain(more).copied().collect::<Vec<_>>())
}

/// Imports a page of a list of its own, fills it in, and finds no difference.
fn imported(data: &Path, page: &str, document: &str, date: &str) {
    let is_known = text(data, "register.json").contains("\"list\": \"vendors\"");
    let list = if is_known { "--list" } else { "--new-list" };
    let more = [list, "vendors", "--nothing-else", "all"];
    assert_eq!(import(data, page, document, date, &more), ExitCode::SUCCESS, "{page}");
    fill_in(data);
    is_clean(data, page, document, date);
}

fn is_clean(data: &Path, page: &str, document: &str, date: &str) {
    assert_eq!(compare(data, &[]), ExitCode::SUCCESS, "{page}");
    let before = bytes(data);
    assert_eq!(import(data, page, document, date, &[]), ExitCode::SUCCESS, "{page}");
    assert!(bytes(data) == before, "a second run changes nothing");
}

#[test]
fn a_link_that_nobody_can_follow_is_no_difference() {
    let folder = Mini::new().on_disk();
    let data = folder.path();
    let page = "|Vendor|Used for|\n|-|-|\n\
        |[Alder](https://alder.example/privacy)|a|\n\
        |[Bolt](/legal/bolt)|b|\n\
        |[Cask](mailto:dpo@cask.example)|c|\n\
        |[Drum](#drum)|d|\n\
        |[Eagle](https://docs.google.com/document/d/1/edit)|e|\n\
        |[Fable](https://www.google.com/url?q=https://fable.example/privacy&sa=D)|f|\n";
    imported(data, page, "vendors-2026", "2026-01-01");
    let register = compiled(data);
    let links: Vec<String> = (register.listings_in("vendors-2026").iter())
        .map(|row| row.policy_url.to_string())
        .collect();
    let (alder, fable) = ("https://alder.example/privacy", "https://fable.example/privacy");
    assert_eq!(links, [alder, "unknown", "unknown", "unknown", "unknown", fable]);
    assert_eq!(compare(data, &["--deny", "local-link"]), ExitCode::from(1));
    // Another link that nobody can follow is none that is gone.
    fs::write(data.join("page.txt"), page.replace("](https://alder.example/privacy)", "](/alder)"))
        .expect("a page");
    assert_eq!(compare(data, &[]), ExitCode::from(1));
}

#[test]
fn sections_that_the_register_does_not_know_are_drafted_and_said() {
    let folder = Mini::new().on_disk();
    let data = folder.path();
    imported(
        data,
        "|Vendor|Used for|\n|-|-|\n|Alder|a|\n|Bolt|b|\n|Cask|c|\n",
        "vendors-2026",
        "2026-01-01",
    );
    let page = "|Vendor|Used for|Category|\n|-|-|-|\n\
        |Alder|a|Shop|\n|Bolt|b|Office|\n|Cask|c|Office|\n";
    fs::write(data.join("page.txt"), page).expect("a page");
    assert_eq!(compare(data, &[]), ExitCode::SUCCESS);
    assert_eq!(compare(data, &["--deny", "section"]), ExitCode::from(1));
    imported(data, page, "vendors-2027", "2027-01-01");
    assert_eq!(compare(data, &["--deny", "section"]), ExitCode::SUCCESS);
    let register = compiled(data);
    let sections: Vec<String> =
        (register.listings_in("vendors-2027").iter()).map(|row| row.section.to_string()).collect();
    assert_eq!(sections, ["shop", "office", "office"]);
    // Headings divide a page as a column does; one that only says that vendors follow does not.
    let page = "## Our vendors\n\n|Vendor|Used for|\n|-|-|\n|Alder|a|\n|Bolt|b|\n\n\
        ## Cellar\n\n|Vendor|Used for|\n|-|-|\n|Drum|d|\n";
    imported(data, page, "vendors-2028", "2028-01-01");
    assert_eq!(row(data, "vocabulary/sections", "cellar")["name"], "Cellar");
}

#[test]
fn a_cell_with_services_that_the_register_knows_is_taken_apart() {
    let folder = Mini::new().on_disk();
    let data = folder.path();
    let first = "|Vendor|Used for|\n|-|-|\n|Forest ([Alder](https://a.example) and \
        [Bolt](https://b.example))|a|\n";
    imported(data, first, "vendors-2026", "2026-01-01");
    for (cell, year) in [("Forest (Alder andBolt)", "2027"), ("Alder & Bolt", "2028")] {
        let page = format!("|Vendor|Used for|\n|-|-|\n|{cell}|a|\n");
        let (id, date) = (format!("vendors-{year}"), format!("{year}-01-01"));
        imported(data, &page, &id, &date);
        let names: Vec<(u32, String)> = (compiled(data).listings_in(&id).iter())
            .map(|row| (row.part, row.published_name.to_string()))
            .collect();
        assert_eq!(names, [(1, "Alder".to_owned()), (2, "Bolt".to_owned())], "{cell}");
    }
    assert_eq!(rows(data, "providers", "alder").len(), 1);
}

#[test]
fn a_cell_that_a_person_took_apart_is_the_same() {
    let folder = Mini::new().on_disk();
    let data = folder.path();
    let page = "|Vendor|Used for|\n|-|-|\n|Forest (Alder and Bolt)|a|\n";
    imported(data, page, "vendors-2026", "2026-01-01");
    assert_eq!(compiled(data).listings_in("vendors-2026").len(), 1);
    // The page alone does not tell that these are two services.
    let whole = "vendors-2026,1,1,";
    let listings = text(data, "listings.csv");
    let line = listings.lines().find(|line| line.starts_with(whole)).expect("the row").to_owned();
    let part = |number: u32, name: &str| {
        let line = line.replacen(whole, &format!("vendors-2026,1,{number},"), 1);
        line.replace("Forest (Alder and Bolt)", name)
            .replace("forest-alder-and-bolt-", &format!("{}-", name.to_lowercase()))
    };
    let parts = format!("{}\n{}", part(1, "Alder"), part(2, "Bolt"));
    fs::write(data.join("listings.csv"), listings.replace(&line, &parts)).expect("a file");
    for table in ["providers.csv", "engagements.csv"] {
        let text = text(data, table);
        let own = text.lines().find(|line| line.starts_with("forest-alder-and-bolt"));
        let own = own.expect("the row").to_owned();
        let of = |key: &str, name: &str| {
            own.replace("forest-alder-and-bolt", key)
                .replace("Forest (Alder and Bolt),Forest (Alder and Bolt)", &format!("{name},none"))
        };
        let rows = format!("{}\n{}", of("alder", "Alder"), of("bolt", "Bolt"));
        fs::write(data.join(table), text.replace(&own, &rows)).expect("a file");
    }
    assert_eq!(command(data, &["fmt"]), ExitCode::SUCCESS);
    assert_eq!(problems(data), []);
    is_clean(data, page, "vendors-2026", "2026-01-01");
}

#[test]
fn a_longer_name_beside_the_exact_one_is_another_service() {
    let folder = Mini::new().on_disk();
    let data = folder.path();
    imported(data, "|Vendor|Used for|\n|-|-|\n|Alder|a|\n", "vendors-2026", "2026-01-01");
    let page = "|Vendor|Used for|\n|-|-|\n|Alder Express|b|\n|Alder|a|\n";
    imported(data, page, "vendors-2027", "2027-01-01");
    let providers: Vec<String> = (compiled(data).providers.iter())
        .filter(|row| row.key.as_str().starts_with("alder"))
        .map(|row| format!("{} {}", row.key, row.names().count()))
        .collect();
    assert_eq!(providers, ["alder 1", "alder-express 1"]);
    let register = compiled(data);
    let express = register.engagement("alder-express-vendors-2027").expect("the new one");
    assert_eq!(express.row.withdrawn, Stated::None);
}
