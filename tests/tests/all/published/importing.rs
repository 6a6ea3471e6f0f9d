//! `import`: pages become documents, what is not said in known words waits for a person, and the
//! order in which pages turn up does not matter.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::ExitCode;

use service_providers_codegen::{DraftMark, Register, Sources, compile, schema};
use service_providers_tests::mini::Mini;
use service_providers_tests::run_on;

pub(super) fn command(data: &Path, words: &[&str]) -> ExitCode {
    run_on(data, words.iter().copied())
}

pub(super) fn sources(data: &Path) -> Sources {
    Sources::read_data(data, "data", schema::files()).expect("readable")
}

pub(super) fn bytes(data: &Path) -> BTreeMap<String, Vec<u8>> {
    let files = sources(data);
    files.data_files().map(|(path, file)| (path.to_owned(), file.bytes.clone())).collect()
}

pub(super) fn text(data: &Path, path: &str) -> String {
    fs::read_to_string(data.join(path)).expect("a file")
}

/// The problems of a register, as codes and messages.
pub(super) fn problems(data: &Path) -> Vec<(&'static str, String)> {
    let report = compile(&sources(data)).err();
    let problems = report.iter().flat_map(|report| report.problems());
    problems.map(|problem| (problem.code.name, problem.message.clone())).collect()
}

pub(super) fn compiled(data: &Path) -> Register {
    compile(&sources(data)).unwrap_or_else(|report| panic!("{:#?}", report.problems()))
}

/// A revision of a made-up list: for each provider what it is used for, and where it is.
type Revision = &'static [(&'static str, &'static str, &'static str)];

fn page(revision: Revision) -> String {
    let mut page =
        String::from("# Our vendors\n\n|Vendor|Purpose|Country of the company|\n|-|-|-|\n");
    for (name, purpose, country) in revision {
        writeln!(page, "|{name}|{purpose}|{country}|").expect("text");
    }
    page
}

/// Five revisions. Bolt changes and changes back, Crane goes and returns, Mailer gets another
/// legal form, the third adds Elder, and the fourth changes nothing.
const REVISIONS: [(&str, Revision); 5] = [
    (
        "2026-01-10",
        &[
            ("Alder", "Sends mail", "United States"),
            ("Bolt", "Answers users", "France"),
            ("Crane", "Sends mail, too", "Germany"),
            ("Mailer", "Answers schools", "Germany"),
        ],
    ),
    (
        "2026-02-10",
        &[
            ("Alder", "Sends mail", "United States"),
            ("Bolt", "Answers all users", "France"),
            ("Mailer", "Answers schools", "Germany"),
        ],
    ),
    (
        "2026-03-10",
        &[
            ("Alder", "Sends mail", "United States"),
            ("Bolt", "Answers users", "France"),
            ("Mailer GmbH", "Answers schools", "Germany"),
            ("Elder", "Sends letters", "France"),
        ],
    ),
    (
        "2026-04-10",
        &[
            ("Alder", "sends mail.", "United States"),
            ("Bolt", "Answers users", "France"),
            ("Mailer GmbH", "Answers schools", "Germany"),
            ("Elder", "Sends letters", "France"),
        ],
    ),
    (
        "2026-05-10",
        &[
            ("Alder", "Sends mail", "Germany"),
            ("Bolt", "Answers users", "France"),
            ("Crane", "Sends mail, too", "Germany"),
            ("Mailer GmbH", "Answers schools", "Germany"),
            ("Elder", "Sends letters", "France"),
        ],
    ),
];

/// What a person types into a cell with a mark, once the words of the row are read.
fn typed(column: &str, (name, purpose, _): (&str, &str, &str)) -> String {
    match column {
        "summary" => format!("For this: {purpose}"),
        "purposes" if purpose.starts_with("Answers") => "support".to_owned(),
        "purposes" => "send-email".to_owned(),
        "service_category" => "none".to_owned(),
        "aliases" => name.to_owned(),
        "note" | "excluded_subjects" => "none".to_owned(),
        "data" | "storage" | "hosted_by" | "territory" | "optional" | "safeguards" => {
            "unknown".to_owned()
        }
        other => panic!("nobody should have to fill in {other}"),
    }
}

/// Replaces every mark, and counts them.
fn fill_in(data: &Path, revision: Revision) -> usize {
    let mut filled = 0;
    for (path, bytes) in bytes(data) {
        if !path.ends_with(".csv") {
            continue;
        }
        let mut reader = csv::Reader::from_reader(bytes.as_slice());
        let header = reader.headers().expect("a header").clone();
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer.write_record(&header).expect("a header");
        for record in reader.records() {
            let record = record.expect("a row");
            let cell = |(column, cell): (&str, &str)| -> String {
                let items = cell.split(';').map(|item| match DraftMark::read(item) {
                    Some(mark) => typed(column, revision[mark.row - 1]),
                    None => item.to_owned(),
                });
                items.collect::<Vec<_>>().join(";")
            };
            let cells: Vec<String> = header.iter().zip(&record).map(cell).collect();
            filled += cells.iter().zip(&record).filter(|(new, old)| new != old).count();
            writer.write_record(&cells).expect("a row");
        }
        fs::write(data.join(&path), writer.into_inner().expect("text")).expect("a file");
    }
    filled
}

/// Imports revisions in this order, fills in every draft, and says how many cells that took for
/// each revision. Where a person has read before that the rows say nothing else, the command says
/// so.
fn imported(order: &[usize], says_nothing_else: bool) -> (tempfile::TempDir, Vec<usize>) {
    let folder = Mini::new().on_disk();
    let pages = tempfile::tempdir().expect("a folder");
    let mut counts = vec![0; REVISIONS.len()];
    for (at, index) in order.iter().enumerate() {
        let (date, revision) = REVISIONS[*index];
        let file = pages.path().join(format!("{date}.md"));
        fs::write(&file, page(revision)).expect("a page");
        let (file, id) = (file.to_str().expect("UTF-8"), format!("vendors-{date}"));
        let rows: Vec<String> = (1..=revision.len()).map(|row| row.to_string()).collect();
        let rows = rows.join(",");
        let mut import = vec!["import", file, "--document", &id, "--date", date];
        import.extend([if at == 0 { "--new-list" } else { "--list" }, "vendors"]);
        if says_nothing_else {
            import.extend(["--nothing-else", &rows]);
        }
        assert_eq!(command(folder.path(), &import), ExitCode::SUCCESS);
        for (code, message) in problems(folder.path()) {
            assert_eq!(code, "unfinished-draft", "{message}");
        }
        counts[*index] = fill_in(folder.path(), revision);
        assert_eq!(command(folder.path(), &["fmt"]), ExitCode::SUCCESS);
        assert_eq!(problems(folder.path()), []);
        let before = bytes(folder.path());
        assert_eq!(command(folder.path(), &import), ExitCode::SUCCESS);
        assert!(bytes(folder.path()) == before, "a second run changes nothing");
    }
    (folder, counts)
}

/// The exported tables, each as its sorted lines, with the keys of engagements replaced by those of
/// their providers.
fn exported(data: &Path) -> BTreeMap<String, Vec<String>> {
    let register = compiled(data);
    let out = tempfile::tempdir().expect("a folder");
    let export = ["export", "--format", "csv", "--out", out.path().to_str().expect("UTF-8")];
    assert_eq!(command(data, &export), ExitCode::SUCCESS);
    let mut keys: Vec<(&str, &str)> = (register.engagements.iter())
        .map(|it| (it.row.key.as_str(), it.row.provider.as_str()))
        .collect();
    keys.sort_by_key(|(key, _)| std::cmp::Reverse(key.len()));
    let mut files = BTreeMap::new();
    let mut folders = vec![out.path().to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|end| end == "csv") {
                let text = fs::read_to_string(&path).expect("text");
                let text = keys.iter().fold(text, |text, (key, own)| text.replace(key, own));
                let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
                lines.sort();
                let name = path.strip_prefix(out.path()).expect("inside");
                files.insert(name.to_string_lossy().into_owned(), lines);
            }
        }
    }
    files
}

#[test]
fn the_order_in_which_revisions_turn_up_does_not_matter() {
    let (forwards, counts) = imported(&[0, 1, 2, 3, 4], true);
    // A first row takes three cells, a changed use two, another printed name one.
    assert_eq!(counts, [12, 2, 3, 0, 0]);
    let (_, counts) = imported(&[0, 1, 2, 3, 4], false);
    // What the page has no column for is eight cells more, and six for a changed use.
    assert_eq!(counts, [44, 8, 11, 0, 0]);
    let wanted = exported(forwards.path());
    assert!(!wanted.is_empty());
    for order in [[4, 3, 2, 1, 0], [2, 0, 4, 1, 3], [1, 4, 0, 3, 2]] {
        let (shuffled, _) = imported(&order, true);
        let found = exported(shuffled.path());
        let names = |files: &BTreeMap<String, Vec<String>>| -> BTreeSet<String> {
            files.keys().cloned().collect()
        };
        assert_eq!(names(&found), names(&wanted), "{order:?}");
        for (name, lines) in &wanted {
            assert_eq!(&found[name], lines, "{name}, {order:?}");
        }
    }
}

/// The next page of the miniature register's own list.
const NEXT: &str = "# Who works for us\n\nLast updated: 3/5/2026\n\n\
    |Vendor|Used for|Entity location|Storage|\n|-|-|-|-|\n\
    |[Mailer, Inc.](https://mailer.example/privacy)|Sends mail|United States|Germany|\n\
    |Newcomer \\*In beta.|Does new things|Germany|somewhere near|\n\
    |Helper GmbH|Helps|||\n";

fn next(data: &Path, more: &[&str]) -> ExitCode {
    let page = data.join("page.txt");
    fs::write(&page, NEXT).expect("a page");
    let page = page.to_str().expect("UTF-8");
    let start = ["import", page, "--as", "md", "--document", "list-2026", "--list", "who"];
    let words: Vec<&str> = start.iter().chain(more).copied().collect();
    command(data, &words)
}

#[test]
fn a_draft_waits_for_a_person_and_check_refuses_it() {
    let folder = Mini::new().on_disk();
    let data = folder.path();
    let before = bytes(data);
    assert_eq!(next(data, &[]), ExitCode::from(2), "the page's date may be one of two");
    assert_eq!(next(data, &["--date", "2026-03-05", "--dry-run"]), ExitCode::SUCCESS);
    assert!(bytes(data) == before, "a dry run changes nothing");
    assert_eq!(next(data, &["--date", "2026-03-05"]), ExitCode::SUCCESS);
    let found = problems(data);
    assert!(found.iter().all(|(code, _)| *code == "unfinished-draft"), "{found:#?}");
    let wanted = "write the summary: row 2 of list-2026, line 8 of the page; `compare PAGE --row 2` \
                  shows the words";
    assert!(found.iter().any(|(_, message)| message == wanted), "{found:#?}");
    assert_eq!(command(data, &["check"]), ExitCode::from(1));
    let drafted = bytes(data);
    assert_eq!(next(data, &["--date", "2026-03-05"]), ExitCode::SUCCESS);
    assert!(bytes(data) == drafted, "a second run changes nothing");
    // What the page says in known words is taken from it, and none of its sentences.
    let engagements = text(data, "engagements.csv");
    let newcomer = engagements.lines().find(|line| line.starts_with("newcomer-list-2026,"));
    let newcomer = newcomer.expect("a draft");
    let mark = "draft:list-2026:2:8";
    let cells: Vec<&str> = newcomer.split(',').collect();
    let wanted = ["newcomer-list-2026", "newcomer", mark, mark, mark, mark, "de", mark];
    assert_eq!(cells[..8], wanted, "what the page says in known words");
    assert_eq!(cells[8..], [mark, mark, mark, mark, mark, mark, "none"], "what nobody has read");
    let all: String = bytes(data).values().map(|it| String::from_utf8_lossy(it)).collect();
    for words in ["Does new things", "In beta", "somewhere near"] {
        assert!(!all.contains(words), "{words}");
    }
    assert!(
        text(data, "providers.csv")
            .contains("helper,Helper,draft:list-2026:3:9:Helper GmbH,none\n")
    );
    let register = text(data, "register.json");
    assert!(register.contains("which may be 2026-03-05 or 2026-05-03"), "{register}");
    assert!(register.contains("\"current\": \"2026-03-05\""), "{register}");
}

#[test]
fn rows_whose_words_changed_and_whose_facts_did_not_cite_what_was_said() {
    let folder = Mini::new().on_disk();
    let data = folder.path();
    let more = ["--date", "2026-03-05", "--reworded", "1"];
    assert_eq!(next(data, &more), ExitCode::SUCCESS);
    let listings = text(data, "listings.csv");
    assert!(listings.contains("\nlist-2026,1,1,mailer-2025-03-01,none,none,\"Mailer, Inc.\""));
    assert!(listings.contains("\nlist-2026,3,1,helper-list-2026,"), "{listings}");
}

#[test]
fn a_page_that_does_not_fit_changes_nothing() {
    let folder = Mini::new().on_disk();
    let data = folder.path();
    let before = bytes(data);
    let page = data.join("page.txt");
    fs::write(&page, "|Vendor|Use|\n|-|-|\n|Mailer|a|\n||b|\n").expect("a page");
    let page = page.to_str().expect("UTF-8");
    let import = ["import", page, "--as", "md", "--list", "who", "--document"];
    let with =
        |more: &[&str]| command(data, &import.iter().chain(more).copied().collect::<Vec<_>>());
    for more in [
        &["list-2026", "--date", "2026-01-01"][..],
        &["List 2026", "--date", "2026-01-01", "--without-unreadable"],
        &["list-2026", "--date", "2026-13-01", "--without-unreadable"],
        &["list-2026", "--date", "2026-01", "--without-unreadable"],
        &["list-2026", "--date", "2025-03-01", "--without-unreadable"],
        &["list-2026", "--date", "2026-01-01", "--edition", "new", "--without-unreadable"],
        &["list-2025", "--without-unreadable"],
    ] {
        assert_eq!(with(more), ExitCode::from(2), "{more:?}");
        assert!(bytes(data) == before, "{more:?}");
    }
    let fits = ["list-2026", "--date", "2026-01-01", "--without-unreadable"];
    assert_eq!(with(&fits), ExitCode::SUCCESS);
}

#[test]
fn the_digests_of_a_document_are_filled_in_once() {
    let folder = Mini::new().on_disk();
    let data = folder.path();
    let page = data.join("page.txt");
    fs::write(&page, "|Vendor|Use|\n|-|-|\n|Mailer, Inc.|a|\n|Helper|b|\n").expect("a page");
    let file = page.to_str().expect("UTF-8");
    let import = ["import", file, "--as", "md", "--document", "list-2025"];
    assert_eq!(command(data, &import), ExitCode::SUCCESS);
    let filled = bytes(data);
    assert_eq!(text(data, "listings.csv").matches(",n1:").count(), 2);
    assert_eq!(compiled(data).listings.len(), 6);
    assert_eq!(command(data, &import), ExitCode::SUCCESS);
    assert!(bytes(data) == filled, "a second run changes nothing");
    for other in [
        "|Vendor|Use|\n|-|-|\n|Mailer, Inc.|a|\n|Helper|c|\n",
        "|Vendor|Use|\n|-|-|\n|Helper|b|\n|Mailer, Inc.|a|\n",
        "|Vendor|Use|\n|-|-|\n|Mailer, Inc.|a|\n",
    ] {
        fs::write(&page, other).expect("a page");
        assert_eq!(command(data, &import), ExitCode::from(2), "{other}");
        assert!(bytes(data) == filled, "{other}");
    }
}
