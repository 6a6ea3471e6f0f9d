//! Finding a provider by key and by name, beside a perfect hash map, a hash map and a binary
//! search over the same texts.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use crate::dependencies::library;
use crate::generator::{self, Size};
use crate::project::{Project, register, root};
use crate::rounds::median;
use crate::table::{Table, ratio};

const MAIN: &str = include_str!("lookup_main.txt");

pub fn run(rounds: usize, editions: usize) -> crate::Result<Table> {
    let mut table = Table::new(
        "Finding a provider, nanoseconds",
        &[
            "providers",
            "from_key",
            "from_name",
            "phf::Map",
            "HashMap",
            "binary search",
            "from_key / phf",
            "from_name / phf",
        ],
    );
    for size in [None, Some(1_000), Some(10_000)] {
        let folder = tempfile::tempdir()?;
        let folder = folder.path();
        let data = match size {
            None => root().join("data"),
            Some(size) => {
                generator::write(&Size::of_library(size, editions), &folder.join("data"))?;
                folder.join("data")
            }
        };
        let register = library(&folder.join("library"), Some(&data))?;
        let dependencies = format!("{register}\nphf = \"0.14\"");
        let project = Project::new(&folder.join("lookup"), &dependencies, MAIN)?;
        let count = write_map(&data, &folder.join("lookup/src/map.rs"))?;
        let mut turns: Vec<Vec<f64>> = Vec::new();
        for _ in 0..rounds {
            let printed = project.run()?;
            turns.push(printed.split_whitespace().map(str::parse).collect::<Result<_, _>>()?);
        }
        let median = |at: usize| median(turns.iter().map(|turn| turn[at]), f64::total_cmp);
        let figures: Vec<f64> = (0..5).map(median).collect();
        let mut row = vec![count.to_string()];
        row.extend(figures.iter().map(|figure| format!("{figure:.1}")));
        row.push(ratio(figures[0], figures[2]));
        row.push(ratio(figures[1], figures[2]));
        table.row(row);
    }
    Ok(table)
}

/// Writes the map of the providers' keys that `phf` makes, and how many there are.
fn write_map(data: &Path, path: &Path) -> crate::Result<usize> {
    let register = register(data)?;
    let mut map = phf_codegen::Map::new();
    for (at, provider) in register.providers.iter().enumerate() {
        map.entry(provider.key.as_str(), at.to_string());
    }
    let mut text = String::from("pub static MAP: phf::Map<&'static str, usize> = ");
    let _ = writeln!(text, "{};", map.build());
    fs::write(path, text)?;
    Ok(register.providers.len())
}
