//! `rules`: renews the page that explains every code that a report can show, or prints it.

use std::path::PathBuf;

use crate::failure::Result;
use crate::output::{Force, Mode, write_or_print, write_out};
use crate::project::Project;
use crate::reference::rules;
use crate::workspace::Workspace;

#[derive(clap::Args, Debug)]
pub struct Args {
    /// Write the page to this file; if not given, a workspace's own page is renewed, and otherwise
    /// the page is printed.
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    #[command(flatten)]
    force: Force,
    #[command(flatten)]
    mode: Mode,
}

pub fn run(args: &Args, project: &Project<'_>) -> Result {
    let usual = project.workspace.map(Workspace::rules_page);
    let (page, out) = (rules::page(project.program), args.out.as_deref());
    write_out(&page, out, usual.as_deref(), args.force, args.mode, project, "rules")
}

/// Renews the page of a workspace.
pub fn renew(project: &Project<'_>, workspace: &Workspace, mode: Mode, repair: &str) -> Result {
    let page = rules::page(project.program);
    write_or_print(&page, Some(&workspace.rules_page()), mode, repair)
}
