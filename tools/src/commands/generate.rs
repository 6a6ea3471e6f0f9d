//! `generate`: renews the Rust made from the register, or prints it.

use std::path::PathBuf;

use service_providers_codegen::{Register, Sources, digest, emit};

use crate::failure::{Outcome, Result};
use crate::output::{Force, Mode, write_or_print, write_out};
use crate::project::Project;
use crate::workspace::Workspace;

#[derive(clap::Args, Debug)]
pub struct Args {
    /// Write to this file; if not given, a workspace's own snapshot is renewed, and otherwise the
    /// Rust is printed.
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    #[command(flatten)]
    force: Force,
    #[command(flatten)]
    mode: Mode,
}

pub fn run(args: &Args, project: &Project<'_>) -> Result {
    let sources = project.sources()?;
    let Some(register) = project.compile(&sources) else { return Ok(Outcome::Problems) };
    let (usual, rust) = match &project.own_crate {
        Some(own) => (Some(own.snapshot()), own.rust(&register, &sources)),
        None => {
            let usual = project.workspace.map(Workspace::snapshot);
            (usual, emit::rust(&register, &digest(&sources)))
        }
    };
    let out = args.out.as_deref();
    write_out(&rust, out, usual.as_deref(), args.force, args.mode, project, "generate")
}

/// Renews the snapshot of a workspace.
pub fn renew(
    workspace: &Workspace,
    register: &Register,
    sources: &Sources,
    mode: Mode,
    repair: &str,
) -> Result {
    let rust = emit::rust(register, &digest(sources));
    write_or_print(&rust, Some(&workspace.snapshot()), mode, repair)
}
