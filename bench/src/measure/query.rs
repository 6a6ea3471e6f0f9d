//! A question about disclosures: who receives hashed e-mail addresses of parents. Beside filtering
//! a list of records read from the JSON export, and while compiling.

use std::fmt::Write as _;
use std::path::Path;

use crate::dependencies::library;
use crate::generator::{self, Size};
use crate::project::{Project, register, root};
use crate::rounds::{Contestant, median, medians};
use crate::table::{Table, ratio};

const MAIN: &str = include_str!("query_main.txt");

/// Register sizes, and how many constants each program contains. The programs build only if no constant
/// exceeds the compiler's limit on const evaluation.
const SIZES: [(Option<usize>, usize); 2] = [(None, 500), (Some(10_000), 20)];

pub fn run(rounds: usize, editions: usize) -> crate::Result<Table> {
    let folder = tempfile::tempdir()?;
    let folder = folder.path();
    let library_path = library(&folder.join("library"), None)?;
    let dependencies = format!(
        "{library_path}\nserde_json = \"1\"\nserde = {{ version = \"1\", features = [\"derive\"] }}\n\
         csv = \"1\""
    );
    let data = root().join("data");
    let listed = register(&data)?;
    let rows = listed.published_rows(&listed.current_edition().id).into_iter();
    let keys: Vec<&str> = rows.map(|row| row.engagement.row.key.as_str()).collect();
    let data = format!(
        "const DATA: &str = {:?};\nconst ENGAGEMENTS: &[&str] = &{keys:?};\n",
        data.join("disclosures.csv"),
    );
    let project = Project::new(&folder.join("query"), &dependencies, &format!("{data}{MAIN}"))?;
    let mut turns: Vec<(f64, f64)> = Vec::new();
    for _ in 0..rounds {
        let printed = project.run()?;
        let mut figures = printed.split_whitespace();
        let mut next = || figures.next().unwrap_or_default().parse::<f64>();
        turns.push((next()?, next()?));
    }
    let median = |of: fn(&(f64, f64)) -> f64| median(turns.iter().map(of), f64::total_cmp);
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
