//! Compiling the generated file of registers large and small: two rows and six disclosures a
//! provider, documentation and constants included.

use crate::dependencies::library;
use crate::generator::{self, Size};
use crate::project::Project;
use crate::rounds::{Contestant, medians};
use crate::table::{Table, ratio};

const SIZES: [usize; 3] = [100, 1_000, 10_000];

pub fn run(rounds: usize, editions: usize) -> crate::Result<Table> {
    let folder = tempfile::tempdir()?;
    let mut projects = Vec::new();
    let mut lines = Vec::new();
    for size in SIZES {
        let folder = folder.path().join(size.to_string());
        generator::write(&Size::of_library(size, editions), &folder.join("data"))?;
        let register = library(&folder.join("library"), Some(&folder.join("data")))?;
        let text = std::fs::read_to_string(folder.join("library/src/generated.rs"))?;
        lines.push(text.lines().count());
        projects.push(Project::new(&folder.join("consumer"), &register, "fn main() {}\n")?);
    }
    let names: Vec<String> = SIZES.iter().map(|size| format!("{size} providers")).collect();
    let mut contestants: Vec<Contestant<'_>> = projects
        .iter()
        .zip(&names)
        .map(|(project, name)| Contestant::new(name, || project.cold_build(&[])))
        .collect();
    let times = medians(rounds, &mut contestants)?;
    let mut table = Table::new(
        "Compiling the library, debug",
        &["providers", "lines of generated.rs", "seconds", "against 1,000"],
    );
    for ((size, lines), time) in SIZES.iter().zip(lines).zip(&times) {
        let seconds = time.as_secs_f64();
        table.row([
            size.to_string(),
            lines.to_string(),
            format!("{seconds:.2}"),
            ratio(seconds, times[1].as_secs_f64()),
        ]);
    }
    Ok(table)
}
