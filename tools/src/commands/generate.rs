//! `generate`: renews the Rust made from the register.

use std::path::PathBuf;

use service_providers_codegen::{Register, Sources, compile, digest, emit};

use crate::failure::{Outcome, Result};
use crate::output::{Mode, Wanted, settle};
use crate::report::{self, Style};
use crate::workspace::{Folders, root};

#[derive(clap::Args, Debug)]
pub struct Args {
    #[command(flatten)]
    folders: Folders,
    /// The file to write; the library's snapshot if none is named.
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    #[command(flatten)]
    mode: Mode,
}

pub fn run(args: &Args) -> Result {
    let sources = args.folders.sources()?;
    match compile(&sources) {
        Ok(register) => {
            let out = args.out.clone().unwrap_or_else(snapshot);
            write(&register, &sources, out, args.mode, "cargo xtask generate")
        }
        Err(problems) => {
            report::print(&problems, &sources, Style::default());
            Ok(Outcome::Problems)
        }
    }
}

/// The library's snapshot.
pub fn snapshot() -> PathBuf {
    root().join("src/generated.rs")
}

/// Writes the Rust of a register.
pub fn write(
    register: &Register,
    sources: &Sources,
    out: PathBuf,
    mode: Mode,
    repair: &str,
) -> Result {
    settle(&[Wanted::new(out, emit::rust(register, &digest(sources)))], mode, repair)
}
