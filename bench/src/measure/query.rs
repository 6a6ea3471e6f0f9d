//! A question about disclosures: who receives hashed e-mail addresses of parents. Beside filtering
//! a list of records read from the JSON export, and while compiling.

use std::fmt::Write as _;
use std::path::Path;

use crate::generator::{self, Size};
use crate::project::{Project, library, root};
use crate::rounds::{Contestant, medians};
use crate::table::{Table, ratio};

const MAIN: &str = include_str!("query_main.txt");

/// The sizes of the registers asked in constants, and how many constants ask each. That they build
/// at all says that none is too much for the compiler's lint.
const SIZES: [(Option<usize>, usize); 2] = [(None, 500), (Some(10_000), 20)];

pub fn run(rounds: usize, editions: usize) -> crate::Result<Table> {
    let folder = tempfile::tempdir()?;
    let folder = folder.path();
    let register = library(&folder.join("library"), None)?;
    let dependencies = format!(
        "{register}\nserde_json = \"1\"\nserde = {{ version = \"1\", features = [\"derive\"] }}\n\
         csv = \"1\""
    );
    let data = format!("const DATA: &str = {:?};\n", root().join("data/disclosures.csv"));
    let project = Project::new(&folder.join("query"), &dependencies, &format!("{data}{MAIN}"))?;
    let mut turns: Vec<(f64, f64)> = Vec::new();
    for _ in 0..rounds {
        let printed = project.run()?;
        let mut figures = printed.split_whitespace();
        let mut next = || figures.next().unwrap_or_default().parse::<f64>();
        turns.push((next()?, next()?));
    }
    let median = |of: fn(&(f64, f64)) -> f64| {
        let mut figures: Vec<f64> = turns.iter().map(of).collect();
        figures.sort_by(f64::total_cmp);
        figures[figures.len() / 2]
    };
    let (library_time, records_time) = (median(|turn| turn.0), median(|turn| turn.1));
    let mut table = Table::new(
        "Who receives hashed e-mail addresses of parents",
        &["how", "microseconds", "against the records"],
    );
    let mut row = |name: &str, microseconds: f64| {
        table.row([
            name.to_owned(),
            format!("{microseconds:.2}"),
            ratio(microseconds, records_time / 1e3),
        ]);
    };
    row("`Disclosures` at run time", library_time / 1e3);
    row("filtering a `Vec` of records parsed from JSON", records_time / 1e3);
    for (size, count) in SIZES {
        let made_up = size.map(|providers| Size::of_library(providers, editions));
        let each = while_compiling(folder, made_up, count, rounds)?;
        let providers = size.map_or("the real register".to_owned(), |n| format!("{n} providers"));
        row(&format!("one constant, while compiling, {providers}"), each * 1e6);
    }
    Ok(table)
}

/// The seconds that the compiler takes for one constant.
fn while_compiling(
    folder: &Path,
    size: Option<Size>,
    count: usize,
    rounds: usize,
) -> crate::Result<f64> {
    let folder = folder.join(count.to_string());
    let data = folder.join("data");
    if let Some(size) = &size {
        generator::write(size, &data)?;
    }
    let register = library(&folder.join("library"), size.map(|_| data.as_path()))?;
    let without = Project::new(&folder.join("without"), &register, &constants(0))?;
    let with = Project::new(&folder.join("with"), &register, &constants(count))?;
    let times = medians(
        rounds,
        &mut [
            Contestant::new("no constant", || without.cold_build(&[])),
            Contestant::new("constants", || with.cold_build(&[])),
        ],
    )?;
    Ok((times[1].as_secs_f64() - times[0].as_secs_f64()) / count as f64)
}

/// A program with this many constants that ask a question each.
fn constants(count: usize) -> String {
    let mut text = String::from("use service_providers::*;\n");
    for at in 0..count {
        let _ = writeln!(
            text,
            "const C{at}: usize = Disclosures::current().category(DataCategory::EmailAddress)\
             .subject(DataSubject::Parent).form(Form::Hashed).providers().len() + {at};"
        );
    }
    text.push_str("fn main() { let mut sum = 0; let _ = &mut sum; let _ = Form::Hashed; let _: Option<(DataCategory, DataSubject, Disclosures)> = None;\n");
    for at in 0..count {
        let _ = writeln!(text, "sum += C{at};");
    }
    text.push_str("println!(\"{sum}\"); }\n");
    text
}
