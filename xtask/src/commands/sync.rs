//! `sync`: the editor's one command. Mends what needs no decision, checks the data, and renews
//! everything made from it.

use service_providers_codegen::compile;

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

/// Mends, checks and renews, or with the mode `check` says what would have to be.
pub fn write(folders: &Folders, mode: Mode) -> Result {
    const REPAIR: &str = "cargo xtask sync";
    let schema = schema::write(folders, mode, REPAIR)?;
    let tidy = fmt::format(folders, &folders.sources()?, mode, REPAIR)?;
    if tidy == Outcome::Problems {
        return Ok(tidy);
    }
    let sources = folders.sources()?;
    let register = match progress::watch("checking the data", || compile(&sources)) {
        Ok(register) => register,
        Err(problems) => {
            report::print(&problems, &sources, Style::default());
            return Ok(Outcome::Problems);
        }
    };
    // What is made from the register belongs to the library's own data alone.
    if !folders.is_own() {
        return Ok(schema);
    }
    let snapshot = generate::write(&register, &sources, generate::snapshot(), mode, REPAIR)?;
    let rules = rules::write(mode, REPAIR)?;
    let audit = audit::write(&register, mode, REPAIR)?;
    Ok(schema.and(snapshot).and(rules).and(audit))
}
