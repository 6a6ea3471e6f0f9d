//! Whatever the files hold, there is a report or a register, never a panic; a register that is
//! accepted comes back from its source files; and tidying loses no cell.
//!
//! The cases are the same in every run. `PROPTEST_CASES=2000 PROPTEST_RNG_SEED=7` runs more and
//! others.

use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed};
use service_providers_codegen::{Report, Sources, TABLES, compile, csv_text, emit, tidy};
use service_providers_tests::mini::Mini;
use service_providers_tests::program;
use service_providers_tools::report::{Format, Style, write};
use unicode_normalization::UnicodeNormalization as _;

fn config(cases: u32) -> Config {
    let set = |name: &str| std::env::var_os(name).is_some();
    let mut config = Config { failure_persistence: None, ..Config::default() };
    if !set("PROPTEST_CASES") {
        config.cases = cases;
    }
    if !set("PROPTEST_RNG_SEED") {
        config.rng_seed = RngSeed::Fixed(2025);
    }
    config
}

/// Text made of what is likely to do harm.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => "[a-z]{1,8}",
        2 => any::<String>(),
        1 => Just(String::new()),
        3 => proptest::sample::select(vec![
            ",", ";", "\"", "\"\"", "\n", "\r", "\r\n", "\t", " ", "=", "+", "-", "@", "<b>", "|", "`",
            "[x](y)", "*", "\\", "%", "\u{feff}", "\u{a0}", "\u{200b}", "\u{202e}", "\u{e0041}",
            "e\u{301}", "\u{430}", "\u{1f600}", "none", "unknown", "not-applicable", "current", "2025-03-01",
            "11/17/2025", "http://", "javascript:", "https://a@b/", "provider:", "mailer", "\0", "{", "}",
        ]).prop_map(str::to_owned),
    ];
    proptest::collection::vec(piece, 0..6).prop_map(|pieces| pieces.concat())
}

/// A data file of the register, by its number.
fn file() -> impl Strategy<Value = String> {
    (0..=TABLES.len())
        .prop_map(|at| TABLES.get(at).map_or("register.json", |table| table.path).to_owned())
}

/// Runs everything that reads the sources; the report, or none if there is a register.
fn survive(sources: &Sources) -> Option<Report> {
    let mut tidied = sources.clone();
    let tidying = tidy(sources);
    let mended = tidying.files.iter().any(|file| !file.mended.is_empty());
    for file in &tidying.files {
        tidied.set_data(&file.path, file.bytes.clone());
    }
    let again = tidy(&tidied);
    assert_eq!(again.blocking, tidying.blocking);
    for file in again.files {
        assert!(file.mended.is_empty(), "{} is mended twice: {:?}", file.path, file.mended);
    }
    // What is called mendable was mended, and what is right has nothing to mend.
    if let Err(report) = compile(&tidied) {
        assert!(!report.problems().iter().any(|problem| problem.mendable), "left: {report}");
    }
    let found = compile(sources);
    if let Err(report) = &found {
        let says = report.problems().iter().any(|problem| problem.mendable);
        assert!(mended || !says, "not mended: {report}");
    }
    assert!(found.is_err() || !mended, "mended, and nothing was said");
    match found {
        Ok(register) => {
            let schema = Mini::new().sources;
            let schema =
                schema.schema_files().map(|(path, file)| (path.to_owned(), file.bytes.clone()));
            let back = Sources::from_memory(register.source_files(), schema.collect::<Vec<_>>());
            for (path, file) in sources.data_files() {
                let bytes = back.data(path).map(|file| &file.bytes);
                assert_eq!(bytes, Some(&file.bytes), "{path} comes back as it was");
            }
            let again = compile(&back).unwrap_or_else(|report| panic!("refused: {report}"));
            assert_eq!(again.file, register.file);
            assert!(!emit::rust(&register, "digest").is_empty());
            None
        }
        Err(report) => {
            assert!(!report.is_empty());
            for format in [Format::Human, Format::Json, Format::Github] {
                write(
                    &mut std::io::sink(),
                    &report,
                    sources,
                    Style::new(format, Some(20)),
                    &program(),
                )
                .expect("a sink");
            }
            for problem in report.problems() {
                let line = problem.to_string();
                assert!(!line.contains(['\n', '\r', '\u{1b}', '\u{202e}']), "{line:?}");
            }
            Some(report)
        }
    }
}

proptest! {
    #![proptest_config(config(48))]

    #[test]
    fn any_bytes_in_a_file(path in file(), bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let mut mini = Mini::new();
        mini.set(&path, bytes);
        prop_assert!(survive(&mini.sources).is_some());
    }

    #[test]
    fn any_text_in_a_file(path in file(), lines in proptest::collection::vec(text(), 0..12)) {
        let mut mini = Mini::new();
        mini.set(&path, lines.join("\n"));
        survive(&mini.sources);
    }

    #[test]
    fn any_text_put_into_a_file(path in file(), at in any::<prop::sample::Index>(), cut in 0_usize..40, put in text()) {
        let mut mini = Mini::new();
        let mut bytes = mini.text(&path).into_bytes();
        let start = at.index(bytes.len());
        let end = (start + cut).min(bytes.len());
        bytes.splice(start..end, put.into_bytes());
        mini.set(&path, bytes);
        survive(&mini.sources);
    }

    #[test]
    fn any_text_in_a_cell(path in file(), row in any::<prop::sample::Index>(), column in any::<prop::sample::Index>(), put in text()) {
        let mut mini = Mini::new();
        let Some(table) = TABLES.iter().find(|table| table.path == path) else { return Ok(()) };
        let rows = mini.text(&path).lines().count() - 1;
        // Some tables have a header alone.
        prop_assume!(rows > 0);
        let names = table.column_names();
        mini.cell(&path, 2 + row.index(rows), names[column.index(names.len())], &put);
        survive(&mini.sources);
    }

    #[test]
    fn any_name_that_is_accepted_comes_back(name in text()) {
        let mut mini = Mini::new();
        mini.cell("vocabulary/features.csv", 2, "name", &name);
        mini.cell("vocabulary/contexts.csv", 2, "name", &name);
        survive(&mini.sources);
    }
}

proptest! {
    #![proptest_config(config(256))]

    /// A table of any cells, damaged the way spreadsheets do it: tidied, it holds the same cells.
    #[test]
    fn tidying_loses_no_cell(
        rows in proptest::collection::vec(proptest::collection::vec(text(), 4), 0..8),
        order in Just(vec![0_usize, 1, 2, 3]).prop_shuffle(),
        mark in any::<bool>(),
        returns in any::<bool>(),
        blank in 0_usize..3,
    ) {
        let names = ["key", "name", "aliases", "withdrawn"];
        let header: Vec<&str> = order.iter().map(|at| names[*at]).collect();
        let cells = rows.iter().map(|row| order.iter().map(|at| row[*at].as_str()).collect::<Vec<_>>());
        let text = String::from_utf8(csv_text(&header, cells)).expect("text");
        let mut text: String = text.lines().map(|line| format!("{line}{}\n", ",".repeat(blank))).collect();
        if returns {
            text = text.replace('\n', "\r\n");
        }
        if mark {
            text.insert(0, '\u{feff}');
        }
        let mut mini = Mini::new();
        mini.set("providers.csv", text);
        let file = tidy(&mini.sources).files.into_iter().find(|file| file.path == "providers.csv");
        if let Some(file) = file {
            let mut reader = csv::Reader::from_reader(file.bytes.as_slice());
            prop_assert_eq!(reader.headers().expect("a header"), &names[..]);
            // Rows with nothing but space in them are no rows, whatever the space is.
            let is_row = |row: &Vec<String>| row.iter().any(|cell| !cell.trim().is_empty());
            let mut found: Vec<Vec<String>> = reader
                .records()
                .map(|row| row.expect("a row").iter().map(str::to_owned).collect())
                .filter(is_row)
                .collect();
            let mut wanted: Vec<Vec<String>> = rows
                .into_iter()
                .map(|row| row.iter().enumerate().map(|(at, cell)| same(cell, at == 2)).collect())
                .filter(is_row)
                .collect();
            found.sort();
            wanted.sort();
            prop_assert_eq!(found, wanted);
        }
    }
}

/// A cell without what tidying may change: space around it and its items, their order, and the
/// way in which accents are written.
fn same(cell: &str, list: bool) -> String {
    let space = [' ', '\u{a0}', '\u{2007}', '\u{202f}'];
    // A no-break space may be half of a letter that was read in the wrong encoding.
    let trim = |text: &str| match text.trim_matches(space) {
        damaged if damaged.ends_with(['\u{c2}', '\u{c3}']) => text.trim_matches(' ').to_owned(),
        text => text.to_owned(),
    };
    let cell: String = trim(cell).nfc().collect();
    if !list {
        return cell;
    }
    let mut items: Vec<String> = cell.split(';').map(trim).collect();
    if !items.iter().any(String::is_empty) {
        items.sort_unstable();
    }
    items.join(";")
}
