//! Whatever a page holds, reading it ends, and no row of a table is lost in silence.

#[path = "../../../../fuzz/fuzz_targets/page_run.rs"]
mod page_run;

use std::path::PathBuf;
use std::time::{Duration, Instant};

use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed};
use service_providers_tests::root;
use service_providers_tools::published::Format;

use super::page_maker::read_page;

fn config(cases: u32) -> Config {
    let mut config = Config { failure_persistence: None, ..Config::default() };
    if std::env::var_os("PROPTEST_CASES").is_none() {
        config.cases = cases;
    }
    if std::env::var_os("PROPTEST_RNG_SEED").is_none() {
        config.rng_seed = RngSeed::Fixed(2025);
    }
    config
}

/// The fuzzer's corpus: the made-up pages, each behind the letter of its format, and what the fuzzer
/// found.
fn corpus() -> Vec<Vec<u8>> {
    let files = |folder| -> Vec<_> {
        let entries = std::fs::read_dir(root().join(folder)).expect("the folder can be read");
        entries.map(|entry| entry.expect("an entry").path()).collect()
    };
    let read = |path: &PathBuf| std::fs::read(path).expect("an input can be read");
    let page = |path: &PathBuf| {
        let end = path.extension().expect("its name tells the format").as_encoded_bytes();
        [&end[..1], &read(path)].concat()
    };
    let found = files("fuzz/corpus/page").iter().map(read).collect::<Vec<_>>();
    let pages = files("tests/fixtures/pages").iter().map(page).collect::<Vec<_>>();
    assert!(!found.is_empty() && pages.len() >= 20);
    let mut inputs = [found, pages].concat();
    inputs.sort();
    inputs
}

#[test]
fn every_input_of_the_corpus_is_survived_whole_cut_and_changed() {
    let harmful: [&[u8]; 10] =
        [b"|", b"\"", b"\n\n", b"<table>", b"</td>", b"](", b"(", b"\xff", b"\t", b"\xe2\x80\xae"];
    for input in corpus() {
        page_run::run(&input);
        for (number, harm) in harmful.iter().enumerate() {
            let at = 1 + (number * 977 + input.len() * 131) % (input.len() - 1);
            let mut changed = input.clone();
            changed.splice(at..at, harm.iter().copied());
            page_run::run(&changed);
            changed.truncate(at);
            page_run::run(&changed);
        }
    }
}

/// Pieces that mean something in one of the formats.
fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => "[A-Za-z]{1,8}",
        1 => any::<String>(),
        4 => proptest::sample::select(vec![
            "|", "\n|", "|\n", "\n", "\n\n", "|---|---|\n", "# ", "#", "- ", "* ", "**", "*", "\\*",
            "[", "](https://a.example)", "](", ")", "(", "<", ">", "<table>", "<tr>", "<td>",
            "<td rowspan=3>", "<th colspan=2>", "</table>", "<ul><li>", "<dl><dt>", "<dd>", "<br>",
            "<h2>", "<!--", "-->", "<a href=x>", "</a>", "<sup>1</sup>", "&amp;", "&#", "\"", "\"\"",
            ",", ";", "\t", "{", "}", "[{", "}]", ":", "\"vendor\":", "null", "Vendor", "Purpose",
            "Vendor|Purpose", "Name\tUse\n", "Location: ", "Entity Location: Sweden", "?", "---\n",
            "```\n", "> ", "    ", "\r", "\u{a0}", "\u{200b}", "\u{202e}", "\u{feff}", "\0", "http://",
        ]).prop_map(str::to_owned),
    ]
}

proptest! {
    #![proptest_config(config(600))]

    #[test]
    fn any_page_is_survived(
        format in proptest::sample::select(b"mhtcj".to_vec()),
        pieces in proptest::collection::vec(piece(), 0..60),
    ) {
        let mut input = vec![format];
        input.extend(pieces.concat().into_bytes());
        page_run::run(&input);
    }

    #[test]
    fn any_bytes_are_survived(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        page_run::run(&bytes);
    }
}

/// A cell in which anything may stand but a new line.
fn cell() -> impl Strategy<Value = String> {
    proptest::collection::vec(piece(), 0..4)
        .prop_map(|pieces| pieces.concat().replace(['\n', '\r', '|', '\t'], " "))
}

proptest! {
    #![proptest_config(config(300))]

    #[test]
    fn no_row_of_a_table_is_lost(
        rows in proptest::collection::vec((cell(), cell(), any::<bool>()), 1..8),
    ) {
        let mut page = String::from("|Vendor|Purpose|\n|-|-|\n");
        for (number, (name, purpose, closed)) in rows.iter().enumerate() {
            let end = if *closed { "|" } else { "" };
            page.push_str(&format!("|Q{number}q {name}|R{number}r {purpose}{end}\n"));
        }
        let read = read_page(&page, Format::Md);
        for number in 0..rows.len() {
            for mark in [format!("Q{number}q"), format!("R{number}r")] {
                let rows = read.rows.iter().flat_map(|row| row.all_cells());
                let unread = read.unreadable.iter().chain(&read.not_read);
                let lines = unread.map(|unread| read.text.line_around(unread.span.start).1);
                let found = rows.map(|cell| cell.text.as_str()).chain(lines);
                let times = found.filter(|text| text.contains(&mark)).count();
                // A row that is a single cell is a heading of those below it.
                let mut sections = read.rows.iter().filter_map(|row| row.section.as_ref());
                let is_heading = sections.any(|section| section.contains(&mark));
                prop_assert!(times == 1 || times == 0 && is_heading, "{} on\n{}", mark, page);
            }
        }
    }
}

/// Pages that a careless reader would need hours for.
#[test]
fn no_page_takes_long() {
    let pages: [(char, String); 14] = [
        ('h', "<div>".repeat(100_000)),
        ('h', "<p><b><i>".repeat(50_000)),
        ('h', "<table><tr><td rowspan=65534 colspan=1000>x".repeat(2_000)),
        ('h', format!("<table><tr><td rowspan=65534 colspan=1000>{}", "<tr>".repeat(50_000))),
        ('h', "<table>x".repeat(50_000)),
        ('m', "|a".repeat(50_000)),
        ('m', "|a\n".repeat(100_000)),
        ('m', format!("|Vendor|Use|\n|-|-|\n|{}|x|\n", "](".repeat(100_000))),
        ('m', format!("|Vendor|Use|\n|-|-|\n|{}|x|\n", "*(".repeat(100_000))),
        ('m', format!("|a|b|\n|-|-|\n{}|c|d|", "\n".repeat(300_000))),
        ('m', "<table>\n".repeat(50_000)),
        ('m', "[".repeat(200_000)),
        ('c', "\"a\n".repeat(50_000)),
        ('j', "[".repeat(200_000)),
    ];
    for (format, page) in pages {
        let start = Instant::now();
        page_run::run(format!("{format}{page}").as_bytes());
        let took = start.elapsed();
        assert!(took < Duration::from_secs(60), "{format} {:?}: {took:?}", &page[..20]);
    }
}
