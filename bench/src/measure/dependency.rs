//! The cold build of an empty crate that depends on the register, beside one that depends on
//! `spdx`, a comparable crate of generated constants.

use crate::project::{Project, library};
use crate::rounds::{Contestant, medians};
use crate::table::{Table, ratio};

const MAIN: &str = "fn main() {}\n";

pub fn run(rounds: usize) -> crate::Result<Table> {
    let folder = tempfile::tempdir()?;
    let folder = folder.path();
    let register = library(&folder.join("library"), None)?;
    let nothing = Project::new(&folder.join("nothing"), "", MAIN)?;
    let register = Project::new(&folder.join("register"), &register, MAIN)?;
    let registered = Project::registered(&folder.join("registered"), MAIN)?;
    let spdx = Project::new(&folder.join("spdx"), "spdx = \"=0.13.2\"", MAIN)?;
    let contestants = [
        ("nothing", &nothing),
        ("service-providers, a path", &register),
        ("service-providers, of a registry", &registered),
        ("spdx 0.13.2, of a registry", &spdx),
    ];
    let times = medians(
        rounds,
        &mut contestants
            .map(|(name, project)| Contestant::new(name, move || project.cold_build(&[]))),
    )?;
    let mut table =
        Table::new("Cold build of an empty crate", &["depends on", "seconds", "against spdx"]);
    for ((name, _), time) in contestants.iter().zip(&times) {
        let seconds = time.as_secs_f64();
        table.row([
            (*name).to_owned(),
            format!("{seconds:.2}"),
            ratio(seconds, times[3].as_secs_f64()),
        ]);
    }
    Ok(table)
}
