//! `sync`: the editor's one command. Mends what needs no decision, checks the data, and renews
//! everything made from it.

use service_providers_codegen::{Report, Sources, compile, tidy};

use super::{audit, fmt, generate, rules, schema};
use crate::failure::{Outcome, Result};
use crate::output::Mode;
use crate::progress;
use crate::report::{self, Style};
use crate::workspace::Folders;

#[derive(clap::Args, Debug)]
pub struct Args {
    #[command(flatten)]
    folders: Folders,
    #[command(flatten)]
    mode: Mode,
}

pub fn run(args: &Args) -> Result {
    write(&args.folders, args.mode)
}

/// Mends, checks and renews, or with the mode `check` says what would have to be. What is checked
/// is the mended data, also where it is not written.
pub fn write(folders: &Folders, mode: Mode) -> Result {
    const REPAIR: &str = "cargo xtask sync";
    let schema = schema::write(folders, mode, REPAIR)?;
    let mut sources = folders.sources()?;
    for (path, text) in service_providers_codegen::schema::files() {
        sources.set_schema(&path, text.into_bytes());
    }
    let tidying = tidy(&sources);
    let untouched = (mode.check || mode.dry_run).then(|| sources.clone());
    let tidied = fmt::format(folders, &mut sources, &tidying, mode, REPAIR)?;
    let register = match progress::watch("checking the data", || compile(&sources)) {
        Ok(register) => register,
        Err(problems) => {
            // Where nothing is written, places are those in the files as they lie there.
            match untouched.and_then(|sources| Some((decisions(&sources)?, sources))) {
                Some((problems, untouched)) => {
                    report::print(&problems, &untouched, Style::default());
                }
                None => report::print(&problems, &sources, Style::default()),
            }
            fmt::say_left_alone(&tidying, &sources);
            return Ok(Outcome::Problems);
        }
    };
    // What is made from the register belongs to the library's own data alone.
    let mut made = Outcome::Done;
    if folders.is_own() {
        let snapshot = generate::write(&register, &sources, generate::snapshot(), mode, REPAIR)?;
        let rules = rules::write(mode, REPAIR)?;
        let audit = audit::write(&register, mode, REPAIR)?;
        made = snapshot.and(rules).and(audit);
    }
    let outcome = schema.and(tidied).and(made);
    if outcome == Outcome::Done {
        report::print_sound(&register);
    }
    Ok(outcome)
}

/// The problems of sources that need a decision, if there are any.
fn decisions(sources: &Sources) -> Option<Report> {
    let report = compile(sources).err()?.without_mendable();
    (!report.is_empty()).then_some(report)
}
