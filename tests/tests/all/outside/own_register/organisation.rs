//! Made-up organisations with lists of different shape.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use super::super::{root, succeed};
use super::program;

/// The day of every first edition.
pub const DAY: &str = "2026-03-01";

/// Begins a register in a folder below this one, named like its crate.
pub fn begin(folder: &Path, publisher: &str, name: &str) -> PathBuf {
    let crate_name = format!("{publisher}-vendors");
    let arguments = ["--publisher", publisher, "--name", name, "--crate", &crate_name];
    let mut command = program(folder, &["init", &crate_name, "--date", DAY]);
    command.args(arguments);
    succeed(command);
    folder.join(crate_name)
}

/// Adds rows to a table of a project.
pub fn add(project: &Path, table: &str, rows: &str) {
    let path = project.join("data").join(table);
    let text = fs::read_to_string(&path).unwrap();
    fs::write(path, text + rows).unwrap();
}

/// Says how many rows the list of a project has, and renews what is made from it.
pub fn publish(project: &Path, rows: usize) -> String {
    let path = project.join("data/register.json");
    let text = fs::read_to_string(&path).unwrap();
    let (old, new) = ("\"published_rows\": 0", format!("\"published_rows\": {rows}"));
    assert_eq!(text.matches(old).count(), 1);
    fs::write(path, text.replace(old, &new)).unwrap();
    succeed(program(project, &["sync"]))
}

/// A register with the rows of a fixture.
pub fn of_fixture(folder: &Path, fixture: &str, publisher: &str, name: &str) -> PathBuf {
    let project = begin(folder, publisher, name);
    let fixture = root().join("tests/fixtures/own").join(fixture);
    let mut rows = 0;
    for entry in fs::read_dir(&fixture).unwrap() {
        let path = entry.unwrap().path();
        let table = path.file_name().unwrap().to_str().unwrap();
        let text = fs::read_to_string(&path).unwrap();
        if table == "listings.csv" {
            rows = text.lines().count();
        }
        add(&project, table, &text);
    }
    publish(&project, rows);
    project
}

/// A shop: payments, parcels and a newsletter.
pub fn shop(folder: &Path) -> PathBuf {
    of_fixture(folder, "shop", "harbour", "Harbour & Sons")
}

/// A vendor of cloud services, with regions and with sub-processors of its own providers.
pub fn cloud(folder: &Path) -> PathBuf {
    of_fixture(folder, "cloud", "nimbus-rack", "Nimbus Rack")
}

/// How many vendors the advertising company has.
pub const VENDORS: usize = 1000;

/// A company that shows advertisements, with a vendor for each number of a public list.
pub fn advertising(folder: &Path) -> PathBuf {
    let project = begin(folder, "billboard", "Billboard");
    let mut tables = ["providers", "identifiers", "engagements", "disclosures", "listings"]
        .map(|table| (table, String::new()));
    for number in 1..=VENDORS {
        let key = format!("vendor-{number}");
        let rows = [
            format!("{key},Vendor {number},none,none"),
            format!("gvl,{number},{key}"),
            format!(
                "{key}-1,{key},advertising,targeted-advertising,Shows advertisements.,listed,\
                 unknown,unknown,unknown,unknown,yes,child,unknown,none,none"
            ),
            format!(
                "{key}-1,10,publisher,provider,cookie-id,website-visitor,pseudonymous,stated,no,\
                 none,Only if the visitor agrees.,yes,none"
            ),
            format!(
                "service-providers-{DAY},{number},1,{key}-1,none,none,Vendor {number},unknown,none,\
                 unknown,unknown,unknown,unknown"
            ),
        ];
        for ((_, text), row) in tables.iter_mut().zip(rows) {
            writeln!(text, "{row}").unwrap();
        }
    }
    for (table, text) in tables {
        add(&project, &format!("{table}.csv"), &text);
    }
    publish(&project, VENDORS);
    project
}
