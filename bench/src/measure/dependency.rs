//! The cold build of an empty crate that depends on the register, beside one that depends on
//! `spdx`, a comparable crate of generated constants.

use crate::project::{Project, bare, library};
use crate::rounds::{Contestant, medians};
use crate::table::{Table, ratio};

const MAIN: &str = "fn main() {}\n";

pub fn run(rounds: usize) -> crate::Result<Table> {
    let folder = tempfile::tempdir()?;
    let folder = folder.path();
    let path = |name: &str, dependency: &str| Project::new(&folder.join(name), dependency, MAIN);
    let register = library(&folder.join("library"), None)?;
    let enums = bare(&folder.join("enums"))?;
    let contestants = [
        ("nothing", path("nothing", "")?),
        ("service-providers, a path", path("register", &register)?),
        ("its build script and bare enums, a path", path("bare", &enums)?),
        (
            "service-providers, of a registry",
            Project::registered(&folder.join("registered"), MAIN, |to| library(to, None))?,
        ),
        (
            "its build script and bare enums, of a registry",
            Project::registered(&folder.join("registered-bare"), MAIN, bare)?,
        ),
        ("spdx 0.13.2, of a registry", path("spdx", "spdx = \"=0.13.2\"")?),
    ];
    let times = medians(
        rounds,
        &mut contestants
            .each_ref()
            .map(|(name, project)| Contestant::new(name, || project.cold_build(&[]))),
    )?;
    let spdx = times[times.len() - 1].as_secs_f64();
    let mut table =
        Table::new("Cold build of an empty crate", &["depends on", "seconds", "against spdx"]);
    for ((name, _), time) in contestants.iter().zip(&times) {
        let seconds = time.as_secs_f64();
        table.row([(*name).to_owned(), format!("{seconds:.2}"), ratio(seconds, spdx)]);
    }
    Ok(table)
}
