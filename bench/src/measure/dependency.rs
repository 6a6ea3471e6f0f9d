//! The cold build of an empty crate that depends on the register, beside one that depends on
//! `spdx`, a comparable crate of generated constants. Like for like: both from a registry, then both
//! as a path.
//!
//! Cargo assumes that a crate from a registry never changes. It compiles a path dependency so that later edits
//! are cheap, which takes longer; and a checkout of this library has a build script, which the published
//! package has not.

use crate::dependencies::{bare, checkout, library, unpacked};
use crate::project::Project;
use crate::rounds::{Contestant, medians};
use crate::table::{Table, ratio};

const MAIN: &str = "fn main() {}\n";
const SPDX: (&str, &str) = ("spdx", "0.13.2");

pub fn run(rounds: usize) -> crate::Result<Vec<Table>> {
    let folder = tempfile::tempdir()?;
    let folder = folder.path();
    let project = |name: &str, dependency: &str| Project::new(&folder.join(name), dependency, MAIN);
    let registry = [
        ("an empty dependency list", project("nothing", "")?),
        (
            "service-providers",
            Project::registered(&folder.join("registered"), MAIN, |to| library(to, None))?,
        ),
        ("the enums alone", Project::registered(&folder.join("registered-bare"), MAIN, bare)?),
        ("spdx 0.13.2", project("spdx", &format!("{} = \"={}\"", SPDX.0, SPDX.1))?),
    ];
    let path = [
        ("an empty dependency list", project("nothing-again", "")?),
        ("service-providers", project("path", &checkout(&folder.join("checkout"))?)?),
        ("the enums alone", project("path-bare", &bare(&folder.join("bare"))?)?),
        (
            "spdx 0.13.2",
            project("spdx-path", &unpacked(&folder.join("unpacked"), SPDX.0, SPDX.1)?)?,
        ),
    ];
    // All take turns in the same rounds: what slows the machine then slows all of them.
    let names: Vec<String> = [("a registry", &registry), ("a path", &path)]
        .into_iter()
        .flat_map(|(from, group)| group.iter().map(move |(name, _)| format!("{name}, {from}")))
        .collect();
    let mut contestants: Vec<Contestant<'_>> = (registry.iter().chain(&path).zip(&names))
        .map(|((_, project), name)| Contestant::new(name, || project.cold_build(&[])))
        .collect();
    let times = medians(rounds, &mut contestants)?;
    let (from_registry, as_path) = times.split_at(registry.len());
    let tables = [("From a registry", &registry, from_registry), ("As a path", &path, as_path)];
    Ok(tables.map(|(title, group, times)| table(title, group, times)).into())
}

/// The times of one group; the last contestant is the one that the others are held against.
fn table(title: &str, group: &[(&str, Project)], times: &[std::time::Duration]) -> Table {
    let spdx = times[times.len() - 1].as_secs_f64();
    let title = format!("Cold build of an empty crate: {}", title.to_lowercase());
    let mut table = Table::new(&title, &["depends on", "seconds", "against spdx"]);
    for ((name, _), time) in group.iter().zip(times) {
        let seconds = time.as_secs_f64();
        table.row([(*name).to_owned(), format!("{seconds:.2}"), ratio(seconds, spdx)]);
    }
    table
}
