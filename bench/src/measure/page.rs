//! Reading a published page of 10,000 rows and holding it against an edition, beside parsing its
//! syntax and nothing else: the floor.

use std::hint::black_box;
use std::path::Path;
use std::time::Duration;

use clap::ValueEnum;
use html5ever::tendril::TendrilSink as _;
use service_providers_tools::published::compare::{Known, compare};
use service_providers_tools::published::edition_content::{EditionContent, EditionRow};
use service_providers_tools::published::locations::{Countries, Location};
use service_providers_tools::published::names::{NameIndex, NamedProvider};
use service_providers_tools::published::{Digests, Format, NamedColumns, Page, read};

use crate::process::{print_figures, run_contestant};
use crate::rounds::{Contestant as Turn, medians, timed};
use crate::table::{Table, ratio};

/// Who reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Contestant {
    /// Every row, with its places.
    Read,
    /// The same, and the verdict on every row.
    Compare,
    /// The library for the syntax alone.
    Floor,
}

const ROWS: usize = 10_000;

pub fn run(rounds: usize) -> crate::Result<Table> {
    let mut table = Table::new(
        "Reading a page of 10,000 rows",
        &[
            "format",
            "bytes",
            "read, seconds",
            "compare, seconds",
            "floor, seconds",
            "read / floor",
            "compare / floor",
            "memory read / floor",
            "memory compare / floor",
        ],
    );
    let folder = tempfile::tempdir()?;
    for (name, text) in pages() {
        let path = folder.path().join(name);
        std::fs::write(&path, &text)?;
        let memory = std::cell::RefCell::new([0; 3]);
        let turn = |contestant: Contestant| {
            let (time, peak) = run_contestant("page-once", contestant, &path)?;
            let known = &mut memory.borrow_mut()[contestant as usize];
            *known = peak.max(*known);
            Ok(time)
        };
        let times = medians(
            rounds,
            &mut [
                Turn::new("read", || turn(Contestant::Read)),
                Turn::new("compare", || turn(Contestant::Compare)),
                Turn::new("floor", || turn(Contestant::Floor)),
            ],
        )?;
        let seconds: Vec<f64> = times.iter().map(Duration::as_secs_f64).collect();
        let memory = memory.borrow().map(|bytes| bytes as f64);
        table.row([
            name.to_owned(),
            text.len().to_string(),
            format!("{:.3}", seconds[0]),
            format!("{:.3}", seconds[1]),
            format!("{:.3}", seconds[2]),
            ratio(seconds[0], seconds[2]),
            ratio(seconds[1], seconds[2]),
            ratio(memory[0], memory[2]),
            ratio(memory[1], memory[2]),
        ]);
    }
    Ok(table)
}

/// The cells of each row.
fn rows() -> impl Iterator<Item = [String; 5]> {
    (0..ROWS).map(|row| {
        [
            format!("Vendor {row}"),
            format!("https://vendor-{row}.example/privacy"),
            format!("Helps teachers and parents with task {} of the product", row % 97),
            format!(
                "Names, e-mail addresses and {} further kinds of data (not of students)",
                row % 7
            ),
            "Entity Location: Sweden Data Storage Location: United States".to_owned(),
        ]
    })
}

/// The same rows in every format, by the name of the file.
fn pages() -> Vec<(&'static str, String)> {
    let mut markdown = String::from("# Vendors\n\n|Vendor|Purpose|Data|Location|\n|-|-|-|-|\n");
    let mut html = String::from(
        "<!DOCTYPE html><title>V</title><h1>Vendors</h1><table>\n\
         <tr><th>Vendor</th><th>Purpose</th><th>Data</th><th>Location</th></tr>\n",
    );
    let mut csv = String::from("Vendor,Website,Purpose,Data,Location\n");
    let mut json = Vec::new();
    for [name, link, purpose, data, location] in rows() {
        markdown.push_str(&format!("|[{name}]({link})|{purpose}|{data}|{location}|\n"));
        html.push_str(&format!(
            "<tr><td><a href=\"{link}\">{name}</a></td><td>{purpose}</td><td>{data}</td>\
             <td>{location}</td></tr>\n"
        ));
        csv.push_str(&format!("{name},{link},{purpose},\"{data}\",{location}\n"));
        json.push(serde_json::json!({
            "vendor": name, "website": link, "purpose": purpose, "data": data, "location": location,
        }));
    }
    html.push_str("</table>\n");
    let json = serde_json::json!({ "vendors": json }).to_string();
    vec![("page.md", markdown), ("page.html", html), ("page.csv", csv), ("page.json", json)]
}

/// Lets one contestant work, and prints its time and peak memory.
pub fn once(contestant: Contestant, path: &Path) -> crate::Result {
    let bytes = std::fs::read(path)?;
    let format = Format::of(path).ok_or("the name of the page tells no format")?;
    let time = match contestant {
        Contestant::Read => timed(|| Ok(black_box(page(&bytes, format)?.rows.len())))?,
        Contestant::Compare => {
            let (held, names) = edition();
            let countries = Countries::new([("se", "Sweden"), ("us", "United States")]);
            let known = Known { held: &held, names: &names, countries: &countries };
            timed(|| Ok(black_box(compare(&page(&bytes, format)?, &known).rows.len())))?
        }
        Contestant::Floor => timed(|| floor(&bytes, format))?,
    };
    print_figures(time)
}

fn page(bytes: &[u8], format: Format) -> crate::Result<Page> {
    Ok(read("page", bytes, format, &NamedColumns::default())?)
}

/// An edition in which every row stands with other words.
fn edition() -> (EditionContent, NameIndex) {
    let key = |row: usize| format!("vendor-{row}");
    let digest = || Some(format!("n1:{}", "0".repeat(64)));
    let held = EditionContent {
        edition: "2025-01-01".to_owned(),
        rows: rows()
            .enumerate()
            .map(|(row, [name, link, ..])| EditionRow {
                key: format!("{}-2025-01-01", key(row)),
                provider: key(row),
                name,
                section: None,
                link: Some(link),
                company: Location::Countries(["se".to_owned()].into()),
                storage: Location::Countries(["us".to_owned()].into()),
                digests: Digests { purpose: digest(), data: digest(), ..Digests::default() },
            })
            .collect(),
        ..EditionContent::default()
    };
    let names = NameIndex::new(held.rows.iter().map(|row| NamedProvider {
        key: &row.provider,
        names: vec![&row.name],
        policies: Vec::new(),
    }));
    (held, names)
}

/// Parses the syntax, and nothing else.
fn floor(bytes: &[u8], format: Format) -> crate::Result<usize> {
    let text = std::str::from_utf8(bytes)?;
    Ok(black_box(match format {
        Format::Md | Format::Txt => {
            let options = pulldown_cmark::Options::ENABLE_TABLES;
            let events: Vec<_> = pulldown_cmark::Parser::new_ext(text, options).collect();
            black_box(&events).len()
        }
        Format::Html => {
            let sink = markup5ever_rcdom::RcDom::default();
            let page = html5ever::parse_document(sink, html5ever::ParseOpts::default()).one(text);
            black_box(&page).document.children.borrow().len()
        }
        Format::Csv => {
            let rows: Result<Vec<_>, _> = csv::Reader::from_reader(bytes).into_records().collect();
            black_box(rows?).len()
        }
        Format::Json => {
            let value: serde_json::Value = serde_json::from_str(text)?;
            black_box(&value)["vendors"].as_array().map_or(0, Vec::len)
        }
    }))
}
