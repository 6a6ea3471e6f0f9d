//! Pages made from a list of rows, in every format.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use service_providers_tools::published::edition_content::{EditionContent, EditionRow};
use service_providers_tools::published::locations::Location;
use service_providers_tools::published::{Format, NamedColumns, Page, read};

/// What one row of a page says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listed {
    pub name: String,
    pub link: Option<String>,
    pub section: Option<String>,
    pub purpose: String,
    pub data: String,
    pub location: String,
    pub features: String,
}

/// The headers of the made pages, in order; the link stands in the name.
const HEADERS: [&str; 5] = ["Vendor", "Purpose", "Data", "Location", "Features"];

/// Every format, with the page of these rows.
pub fn pages(rows: &[Listed]) -> Vec<(Format, String)> {
    vec![
        (Format::Md, markdown(rows)),
        (Format::Html, html(rows)),
        (Format::Txt, copied(rows)),
        (Format::Csv, csv(rows)),
        (Format::Json, json(rows)),
    ]
}

/// The page of these rows in one format, read.
pub fn read_page(text: &str, format: Format) -> Page {
    read("page", text.as_bytes(), format, &NamedColumns::default()).expect("a page")
}

impl Listed {
    fn cells(&self) -> [&str; 5] {
        [&self.name, &self.purpose, &self.data, &self.location, &self.features]
    }
}

/// Runs of rows of one section.
fn by_section(rows: &[Listed]) -> Vec<&[Listed]> {
    rows.chunk_by(|a, b| a.section == b.section).collect()
}

fn markdown(rows: &[Listed]) -> String {
    let escape = service_providers_tools::page::text;
    let mut page = String::from("# Vendors\n");
    for run in by_section(rows) {
        if let Some(section) = &run[0].section {
            write!(page, "\n## {}\n", escape(section)).unwrap();
        }
        write!(page, "\n|{}|\n|{}|\n", HEADERS.join("|"), ["-"; 5].join("|")).unwrap();
        for row in run {
            let mut cells = row.cells().map(escape);
            let address = row.link.as_deref().and_then(service_providers_tools::page::address);
            if let Some(address) = address {
                cells[0] = format!("[{}]({address})", cells[0]);
            }
            writeln!(page, "|{}|", cells.join("|")).unwrap();
        }
    }
    page
}

fn html(rows: &[Listed]) -> String {
    let escape = |text: &str| {
        text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
    };
    let mut page = String::from("<!DOCTYPE html><title>V</title><h1>Vendors</h1>\n");
    for run in by_section(rows) {
        if let Some(section) = &run[0].section {
            write!(page, "<h2>{}</h2>", escape(section)).unwrap();
        }
        let headers = HEADERS.map(|header| format!("<th>{header}</th>")).concat();
        writeln!(page, "<table><thead><tr>{headers}</tr></thead><tbody>").unwrap();
        for row in run {
            let mut cells = row.cells().map(escape);
            if let Some(link) = &row.link {
                cells[0] = format!("<a href=\"{}\">{}</a>", escape(link), cells[0]);
            }
            let cells = cells.map(|cell| format!("<td>{cell}</td>")).concat();
            writeln!(page, "<tr>{cells}</tr>").unwrap();
        }
        page.push_str("</tbody></table>\n");
    }
    page
}

/// What copying the page leaves: captions in tables, headers in the body, no links.
fn copied(rows: &[Listed]) -> String {
    let escape = service_providers_tools::page::text;
    let mut page = String::from("Vendors\n\n");
    for run in by_section(rows) {
        let section = run[0].section.as_deref().map_or_else(String::new, escape);
        writeln!(page, "{section}\n| {section} | |||||\n|---|---|---|---|---|---|").unwrap();
        writeln!(page, "| {} | |", HEADERS.join(" | ")).unwrap();
        for row in run {
            writeln!(page, "| {} | |", row.cells().map(escape).join(" | ")).unwrap();
        }
    }
    page
}

fn csv(rows: &[Listed]) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(HEADERS.iter().chain(&["Website", "Section"])).unwrap();
    for row in rows {
        let more = [row.link.as_deref().unwrap_or(""), row.section.as_deref().unwrap_or("")];
        writer.write_record(row.cells().iter().chain(&more)).unwrap();
    }
    String::from_utf8(writer.into_inner().unwrap()).unwrap()
}

fn json(rows: &[Listed]) -> String {
    let objects: Vec<serde_json::Value> = (rows.iter())
        .map(|row| {
            serde_json::json!({
                "vendor": row.name, "purpose": row.purpose, "personalData": row.data,
                "location": row.location, "features": row.features,
                "privacy": { "url": row.link }, "section": row.section,
            })
        })
        .collect();
    serde_json::to_string_pretty(&serde_json::json!({ "vendors": objects })).unwrap()
}

/// The rows of an edition as a page would print them.
pub fn listed(held: &EditionContent, countries: &BTreeMap<String, String>) -> Vec<Listed> {
    held.rows.iter().map(|row| listed_row(row, countries)).collect()
}

fn listed_row(row: &EditionRow, countries: &BTreeMap<String, String>) -> Listed {
    let place = |location: &Location| match location {
        Location::Countries(keys) => {
            keys.iter().map(|key| countries[key].as_str()).collect::<Vec<_>>().join(", ")
        }
        Location::Global => "Global".to_owned(),
        Location::Nowhere => "No data stored.".to_owned(),
        Location::SeeProvider => "See the provider".to_owned(),
        Location::NotApplicable => "N/A (nothing is kept)".to_owned(),
        Location::Unstated => String::new(),
    };
    Listed {
        name: row.name.clone(),
        link: row.link.clone(),
        section: row.section.as_ref().map(|section| format!("The section {section}")),
        purpose: format!("What it does, {}", row.key),
        data: "Names".to_owned(),
        location: format!(
            "Entity Location: {} Data Storage Location: {}",
            place(&row.company),
            place(&row.storage)
        ),
        features: "All".to_owned(),
    }
}
