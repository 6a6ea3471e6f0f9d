//! The cold build of an empty crate that depends on the crate of another organisation, beside one
//! that depends on a checkout of this register. All are paths with a build script.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use service_providers_tools::cli;
use service_providers_tools::program::Program;

use crate::dependencies::checkout;
use crate::generator::{self, Size};
use crate::project::{Project, root};
use crate::rounds::{Contestant, medians};
use crate::table::{Table, ratio};

const MAIN: &str = "fn main() {}\n";
const NAME: &str = "service-providers";

/// A crate of a register.
struct OwnCrate {
    what: &'static str,
    folder: PathBuf,
    project: Project,
}

pub fn run(rounds: usize) -> crate::Result<Table> {
    let folder = tempfile::tempdir()?;
    let folder = folder.path();
    let vendors = Size::of_library(1000, 2);
    let crates = [
        OwnCrate {
            what: "this register, a checkout",
            folder: folder.join("checkout"),
            project: Project::new(
                &folder.join("consumer"),
                &checkout(&folder.join("checkout"))?,
                MAIN,
            )?,
        },
        own(folder, "a new register", "blank", |_| Ok(()))?,
        own(folder, "a shop", "shop", |data| add_fixture(data, "shop"))?,
        own(folder, "a cloud vendor", "cloud", |data| add_fixture(data, "cloud"))?,
        own(folder, "1,000 made-up vendors", "thousand", |data| generator::write(&vendors, data))?,
    ];
    let mut contestants: Vec<Contestant<'_>> = (crates.iter())
        .map(|own| Contestant::new(own.what, || own.project.cold_build(&[])))
        .collect();
    let times = medians(rounds, &mut contestants)?;
    let this = times[0].as_secs_f64();
    let mut table = Table::new(
        "Cold build of an empty crate that depends on a crate of a register",
        &["crate of", "lines of generated.rs", "seconds", "against this"],
    );
    for (own, time) in crates.iter().zip(&times) {
        let lines = fs::read_to_string(own.folder.join("src/generated.rs"))?.lines().count();
        let seconds = time.as_secs_f64();
        table.row([
            own.what.to_owned(),
            lines.to_string(),
            format!("{seconds:.2}"),
            ratio(seconds, this),
        ]);
    }
    Ok(table)
}

/// A crate as `init` and `sync` make it, with these tables.
fn own(
    folder: &Path,
    what: &'static str,
    name: &str,
    fill: impl FnOnce(&Path) -> crate::Result,
) -> crate::Result<OwnCrate> {
    let project = folder.join(name);
    let data = project.join("data");
    let [path, tables] = [&project, &data].map(|path| path.display().to_string());
    command(&["init", &path, "--publisher", name, "--date", "2026-03-01", "--crate", name])?;
    fill(&data)?;
    command(&["sync", "--data", &tables])?;
    let consumer = folder.join(format!("{name}-consumer"));
    let consumer = Project::new(&consumer, &format!("{name} = {{ path = {project:?} }}"), MAIN)?;
    Ok(OwnCrate { what, folder: project, project: consumer })
}

fn command(arguments: &[&str]) -> crate::Result {
    let arguments = std::iter::once(NAME).chain(arguments.iter().copied());
    match cli::run(&Program::installed(NAME), arguments) {
        ExitCode::SUCCESS => Ok(()),
        _ => Err("a register for the measurement cannot be made".into()),
    }
}

/// Adds the rows of a made-up organisation to the tables of a new register.
fn add_fixture(data: &Path, name: &str) -> crate::Result {
    let mut rows = 0;
    for entry in fs::read_dir(root().join("tests/fixtures/own").join(name))? {
        let from = entry?.path();
        let text = fs::read_to_string(&from)?;
        let file = from.file_name().ok_or("no file")?;
        if file == "listings.csv" {
            rows = text.lines().count();
        }
        let to = data.join(file);
        fs::write(&to, fs::read_to_string(&to)? + &text)?;
    }
    let register = data.join("register.json");
    let text = fs::read_to_string(&register)?;
    let count = format!("\"published_rows\": {rows}");
    Ok(fs::write(&register, text.replace("\"published_rows\": 0", &count))?)
}
