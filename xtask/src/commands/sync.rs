//! `sync`: the editor's one command. Mends what needs no decision, checks the data, and renews
//! everything made from it.

use super::{check, fmt, schema};
use crate::failure::{Outcome, Result};
use crate::output::Mode;
use crate::report::Format;
use crate::workspace::Folders;

#[derive(clap::Args, Debug)]
pub struct Args {
    #[command(flatten)]
    folders: Folders,
    #[command(flatten)]
    mode: Mode,
}

pub fn run(args: &Args) -> Result {
    const REPAIR: &str = "cargo xtask sync";
    let folders = &args.folders;
    let schema = schema::write(folders, args.mode, REPAIR)?;
    let tidy = fmt::format(folders, &folders.sources()?, args.mode, REPAIR)?;
    if tidy == Outcome::Problems {
        return Ok(tidy);
    }
    let checked = check::check(&folders.sources()?, Format::Human)?;
    Ok(schema.and(checked))
}
