//! The commands `compare` and `inventory` as they are called: what they print and how they end.

use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

use service_providers_tests::{fixture, root, run};
use service_providers_tools::published::compare::Verdict;
use service_providers_tools::published::report::{self, Format};
use service_providers_tools::published::{
    Format as Input, Meaning, NamedColumns, Page, ReadError, read,
};

use super::made_up::hold;
use super::page_maker::read_page;

/// A file in a folder of its own.
fn file(name: &str, text: &str) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    fs::write(&path, text).unwrap();
    (folder, path)
}

/// Reads a page, one column of which is named.
fn read_as(name: &str, text: &str, meaning: Meaning, column: &str) -> Result<Page, ReadError> {
    let mut named = NamedColumns::default();
    named.require(meaning, column);
    read(name, text.as_bytes(), Input::of(name.as_ref()).unwrap(), &named)
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
    let (_folder, names) = file("names.csv", "Vendor,Owner\nAlgolia,x\n\"Slack,y\n");
    ends(&["inventory", names.to_str().unwrap()], 1);
    let (_folder, names) = file("names.csv", "Vendor,Owner\n");
    ends(&["inventory", names.to_str().unwrap()], 2);
    let (_folder, table) = file("table.csv", "a,b\n1,2\n");
    ends(&["inventory", table.to_str().unwrap()], 2);
    ends(&["inventory", table.to_str().unwrap(), "--column", "c"], 2);
    ends(&["inventory", table.to_str().unwrap(), "--column", "a"], 1);
}

#[test]
fn a_page_without_a_row_is_said_and_no_row_is_gone() {
    for (name, text) in [
        ("page.md", "# Vendors\n\nAlder helps us. Bolt does, too.\n"),
        ("page.md", "|Wer|Wozu|\n|-|-|\n|Alder|Post|\n"),
        ("page.html", "<script>let vendors = [];</script>"),
    ] {
        let (_folder, page) = file(name, text);
        let page = page.to_str().unwrap();
        ends(&["compare", page], 1);
        let (_, format) = name.split_once('.').unwrap();
        let format = if format == "md" { Input::Md } else { Input::Html };
        let found = hold(&read_page(text, format)).rows;
        assert!(found.iter().all(|row| row.verdict == Verdict::Unreadable), "{found:?}");
        let said = found.iter().any(|row| row.reason.starts_with("no row was found on the page"));
        assert!(said, "{found:?}");
    }
}

#[test]
fn remarks_on_names_and_links_can_be_denied() {
    let page = |row: &str| format!("|Provider name|Used for|\n|-|-|\n{row}\n");
    for (row, code) in [
        ("|[Algolia](/algolia)|x|", "local-link"),
        ("|n/a|x|", "doubtful-name"),
        ("|1. Algolia|x|", "doubtful-name"),
        ("|Algolia, 1 Search Road, 75001 Paris|x|", "doubtful-name"),
        ("|Total: 20| |", "doubtful-name"),
    ] {
        let found = hold(&read_page(&page(row), Input::Md)).rows;
        let codes: Vec<&str> =
            found.iter().flat_map(|row| &row.remarks).map(|remark| remark.code.word()).collect();
        assert_eq!(codes, [code], "{row}");
    }
}

#[test]
fn the_exported_pages_of_a_register_say_the_same() {
    let out = tempfile::tempdir().unwrap();
    let folder = out.path().to_str().unwrap();
    // A register without digests: what its own pages say is in other words than the publisher's.
    let data = root().join("tests/fixtures/mini/data");
    let data = data.to_str().unwrap();
    ends(
        &["export", "--out", folder, "--format", "csv", "--format", "markdown", "--data", data],
        0,
    );
    let register = fixture::register(&fixture::sources("mini"));
    for edition in register.editions() {
        for name in ["service-providers.csv", "service-providers.md"] {
            let page = out.path().join(&edition.id).join(name);
            let page = page.to_str().unwrap();
            ends(&["compare", page, "--edition", &edition.id, "--data", data], 0);
        }
    }
}

#[test]
fn a_named_column_that_the_page_lacks_is_an_error() {
    for (columns, error) in [
        (
            "data=Waht",
            "no table has a column `Waht`; did you mean `What`? The columns are: Name, What",
        ),
        ("name=99", "no table has a column `99`; the columns are: Name, What"),
        ("name=0", "no table has a column `0`; the columns are: Name, What"),
    ] {
        for (name, text) in [
            ("page.csv", "Name,What\nAlgolia,x\nTwilio,y\n"),
            ("page.json", r#"[{"Name":"Algolia","What":"x"},{"Name":"Twilio","What":"y"}]"#),
        ] {
            let (_folder, page) = file(name, text);
            let page = page.to_str().unwrap();
            ends(&["compare", page, "--columns", columns], 2);
            ends(&["compare", page, "--columns", "data=What"], 1);
            let (_, column) = columns.split_once('=').unwrap();
            let found = read_as(name, text, Meaning::Data, column);
            assert_eq!(found.unwrap_err().to_string(), format!("{name}: {error}"));
        }
    }
}

#[test]
fn a_named_column_is_found_in_every_table() {
    let again = "<table><tr><th>Vendor<th>Purpose<tr><td>Algolia<td>x\
                 <tr><th>Vendor<th>Wozu<tr><td>Twilio<td>y</table>";
    let again = read_as("page.html", again, Meaning::Purpose, "Wozu").expect("a page");
    let purposes: Vec<&str> = again.rows.iter().map(|row| row.text(Meaning::Purpose)).collect();
    assert_eq!(purposes, ["x", "y"]);
    // Of tables without rows that can be read, it is said why.
    let wide = format!("Wer,Wozu{}\nAlgolia,x\n", ",".repeat(100_000));
    for (text, column, reason) in [
        (&*wide, "Wozu", "which is too large"),
        ("a,b\nc,d,e\n", "3", "no column is called by a word for a provider"),
    ] {
        let page = read_as("page.csv", text, Meaning::Purpose, column).expect("a page");
        assert_eq!(page.rows.len(), 0);
        assert!(page.unreadable[0].reason.contains(reason), "{:?}", page.unreadable);
    }
}

#[test]
fn the_register_says_what_columns_of_other_names_hold() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let (out, page, data) = (path("out"), path("page.csv"), path("data"));
    let sources = fixture::sources("mini");
    fixture::write_files(&sources, &folder.path().join("data"));
    ends(&["export", "--out", &out, "--format", "csv", "--data", &data], 0);
    let current = fixture::register(&sources).current_edition().id.clone();
    let text = fs::read_to_string(format!("{out}/{current}/service-providers.csv")).unwrap();
    fs::write(&page, text.replacen(",name,", ",wer,", 1)).unwrap();
    // Without a word for it, the keys are taken for the names.
    ends(&["compare", &page, "--data", &data], 1);
    ends(&["compare", &page, "--data", &data, "--columns", "name=wer"], 0);
    let register = folder.path().join("data/register.json");
    let text = fs::read_to_string(&register).unwrap();
    let said = "\"page_columns\": [\"name=wer\"],\n  \"documents\"";
    fs::write(&register, text.replacen("\"documents\"", said, 1)).unwrap();
    ends(&["sync", "--data", &data], 0);
    ends(&["compare", &page, "--data", &data], 0);
    fs::write(&register, text.replacen("\"documents\"", &said.replace("name", "wer"), 1)).unwrap();
    ends(&["check", "--data", &data], 1);
}

/// A page with something of everything.
const PAGE: &str = "# Vendors\n\n## App\n\n\
    |Vendor|Purpose|Entity location|\n|-|-|-|\n\
    |[Acorn](https://0.example/privacy)|It does things of kind 0 for us|Sweden|\n\
    |[Cedar](https://2.example/privacy)|It does things of kind 2 for us|Germany|\n\
    |[Birch](https://1.example/privacy)|It does things of kind 1 for us|Sweden|\n\
    |[Dogwood](https://3.example/privacy)|It does things of kind 3 for us|Sweden, perhaps|\n\
    |[ELM & sons](http://www.4.example/privacy/)|It does things of kind 4 for us|Sweden|\n\
    |[Fir, Inc.](https://docs.google.com/document/d/1/edit)|It does (mostly nothing|Sweden|\n\
    |[Maple](https://maple.example)|Syrup|Canada|\n\
    ||Nobody\u{2019}s purpose|Canada|\n\
    |[Nobody](https://nobody.example)|Nothing|Canada|\n\n\
    |Data|Retention|\n|-|-|\n|Names|1 year|\n";

fn printed(format: Format, limit: usize) -> String {
    let page = read_page(PAGE, service_providers_tools::published::Format::Md);
    let comparison = hold(&page);
    let report = report::comparison(&page, &comparison);
    if format == Format::Json {
        return report.objects[..4].join("\n");
    }
    let mut out = Vec::new();
    report::write(&mut out, &report, format, limit, 100).unwrap();
    anstream::adapter::strip_str(&String::from_utf8(out).unwrap()).to_string()
}

#[test]
fn people_see_the_line_and_a_mark() {
    insta::assert_snapshot!(printed(Format::Human, 50));
}

#[test]
fn what_is_beyond_the_limit_is_counted() {
    let (all, two) = (printed(Format::Human, 50), printed(Format::Human, 2));
    let findings = |text: &str| text.lines().filter(|line| line.starts_with("error[")).count();
    assert!(findings(&two) <= 2 && findings(&all) > 2);
    assert!(two.contains("more; `--limit N` shows more of them\n"), "{two}");
    assert_eq!(all.lines().last(), two.lines().last());
}

#[test]
fn programs_get_one_object_for_each_row() {
    insta::assert_snapshot!(printed(Format::Json, 0));
}

#[test]
fn a_pull_request_gets_annotations() {
    let lines = printed(Format::Github, 8);
    assert!(lines.lines().all(|line| line.starts_with("::")), "{lines}");
    insta::assert_snapshot!(lines);
}
