//! `generate`: renews the Rust made from the register, or writes it as a module.

use std::path::{Path, PathBuf};

use service_providers_codegen::{Register, Sources, digest, emit};

use crate::failure::{Failure, Outcome, Result};
use crate::one_module::{self, ModulePath};
use crate::output::{Force, Mode, write_or_print, write_out};
use crate::project::Project;
use crate::workspace::Workspace;

#[derive(clap::Args, Debug)]
pub struct Args {
    /// Write the register with the library around it to this file, such as src/vendors.rs: a module
    /// that any program can hold. If not given, the crate's or the workspace's own snapshot is
    /// renewed.
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// The path of that module in its program; if not given, the file's place below src tells.
    #[arg(long, value_name = "PATH", requires = "out")]
    module: Option<ModulePath>,
    #[command(flatten)]
    force: Force,
    #[command(flatten)]
    mode: Mode,
}

pub fn run(args: &Args, project: &Project<'_>) -> Result {
    let sources = project.sources()?;
    let Some(register) = project.compile(&sources) else { return Ok(Outcome::Problems) };
    if let Some(out) = &args.out {
        return write_module(args, out, &register, &sources, project);
    }
    let repair = project.command("generate");
    match (&project.own_crate, project.workspace) {
        (Some(own), _) => own.renew(&register, &sources, args.mode, &repair),
        (None, Some(workspace)) => renew(workspace, &register, &sources, args.mode, &repair),
        (None, None) => Err(Failure::new(
            "no crate is made from these tables; write a module with `--out src/vendors.rs`, or \
             begin a crate with `init`",
        )),
    }
}

fn write_module(
    args: &Args,
    out: &Path,
    register: &Register,
    sources: &Sources,
    project: &Project<'_>,
) -> Result {
    let at = match &args.module {
        Some(at) => at.clone(),
        None => ModulePath::of_file(out).map_err(|error| {
            Failure::new(format!("{error}; say which module the file is with `--module PATH`"))
        })?,
    };
    let rust = one_module::text(register, sources, &at)?;
    write_out(&rust, Some(out), None, args.force, args.mode, project, "generate")
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
