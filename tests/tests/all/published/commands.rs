//! The commands `compare` and `inventory` as they are called: what they print and how they end.

use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

use service_providers_tests::{fixture, run};
use service_providers_tools::published::compare::{Known, compare};
use service_providers_tools::published::held::{self, Held};
use service_providers_tools::published::report::{self, Format};

use super::page_maker::read_page;

/// A file in a folder of its own.
fn file(name: &str, text: &str) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    fs::write(&path, text).unwrap();
    (folder, path)
}

fn ends(arguments: &[&str], code: u8) {
    let ended = run(arguments.iter().copied());
    assert_eq!(ended, ExitCode::from(code), "{arguments:?}");
}

/// Two rows of the edition of 2018.
const TWO_ROWS: &str = "|Provider name|Used for|\n|-|-|\n\
    |[Algolia](https://www.algolia.com/policies/privacy)|x|\n\
    |[Twilio](https://www.twilio.com/legal/privacy)|y|\n";

#[test]
fn drift_ends_with_1_and_wrong_usage_with_2() {
    let (_folder, page) = file("page.md", TWO_ROWS);
    let page = page.to_str().unwrap();
    ends(&["compare", page, "--edition", "2018-11-05"], 1);
    ends(&["compare", page, "--edition", "2018-11-06"], 2);
    ends(&["compare", page, "--deny", "editor-links"], 2);
    ends(&["compare", "no-such-page.md"], 2);
    let (_folder, unknown) = file("page.xyz", TWO_ROWS);
    let unknown = unknown.to_str().unwrap();
    ends(&["compare", unknown], 2);
    ends(&["compare", unknown, "--as", "md"], 1);
    let (_folder, json) = file("page.json", "{");
    ends(&["compare", json.to_str().unwrap()], 2);
    let (_folder, names) = file("names.txt", "Algolia\n");
    ends(&["inventory", names.to_str().unwrap()], 0);
    let (_folder, names) = file("names.txt", "Algolia\nSomething Else\n");
    ends(&["inventory", names.to_str().unwrap()], 1);
    let (_folder, table) = file("table.csv", "a,b\n1,2\n");
    ends(&["inventory", table.to_str().unwrap()], 2);
    ends(&["inventory", table.to_str().unwrap(), "--column", "c"], 2);
    ends(&["inventory", table.to_str().unwrap(), "--column", "a"], 1);
}

#[test]
fn the_exported_pages_of_the_register_say_the_same() {
    let out = tempfile::tempdir().unwrap();
    let folder = out.path().to_str().unwrap();
    ends(&["export", "--out", folder, "--format", "csv", "--format", "markdown"], 0);
    for edition in ["2018-11-05", "2025-11-17"] {
        for name in ["service-providers.csv", "service-providers.md"] {
            let page = out.path().join(edition).join(name);
            ends(&["compare", page.to_str().unwrap(), "--edition", edition], 0);
        }
    }
}

/// A page with something of everything, held against the edition of 2018.
const PAGE: &str = "# Third Parties\n\n\
    |Provider name|Used for|Entity location|\n|-|-|-|\n\
    |[Algolia](https://www.algolia.com/policies/privacy)|Search|United States, EEA|\n\
    |[Twillio](https://www.twilio.com/legal/privacy)|Texts|Canada|\n\
    |[Pubnub](https://docs.google.com/document/d/1/edit)|Events (live|Canada|\n\
    |Zendesk, Inc.|Support|Canada|\n\
    |Stripe|Payments|Canada|\n\
    |Google|Something|Canada|\n\
    ||Nobody|Canada|\n\n\
    |Data|Retention|\n|-|-|\n|Names|1 year|\n";

fn printed(format: Format) -> String {
    let register = fixture::real();
    let held = Held::of(&register, "2018-11-05");
    let (names, countries) = (held::names(&register), held::countries(&register));
    let page = read_page(PAGE, service_providers_tools::published::Format::Md);
    let comparison =
        compare(&page, &Known { held: &held, names: &names, countries: &countries });
    let report = report::comparison(&page, &comparison);
    let mut out = Vec::new();
    report::write(&mut out, &report, format, 12, 100).unwrap();
    if format == Format::Json {
        return report::comparison_lines(&page, &comparison)[..4].join("\n");
    }
    anstream::adapter::strip_str(&String::from_utf8(out).unwrap()).to_string()
}

#[test]
fn people_see_the_line_and_a_mark() {
    insta::assert_snapshot!(printed(Format::Human));
}

#[test]
fn programs_get_one_object_for_each_row() {
    insta::assert_snapshot!(printed(Format::Json));
}

#[test]
fn a_pull_request_gets_annotations() {
    let lines = printed(Format::Github);
    assert!(lines.lines().all(|line| line.starts_with("::")), "{lines}");
    insta::assert_snapshot!(lines);
}
