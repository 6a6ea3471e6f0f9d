//! `sync`: the editor's one command. It mends what needs no decision, checks the tables, and renews
//! everything made from them.

use service_providers_codegen::{
    Register, Report, Sources, Tidying, compile, schema as row_schemas, tidy,
};

use super::{audit, fmt, generate, rules, schema};
use crate::failure::{Outcome, Result};
use crate::output::Mode;
use crate::progress;
use crate::project::Project;
use crate::release::since_newest;
use crate::report;

#[derive(clap::Args, Debug)]
pub struct Args {
    #[command(flatten)]
    mode: Mode,
}

pub fn run(args: &Args, project: &Project<'_>) -> Result {
    write(project, args.mode)
}

/// Mends, checks and renews. With the mode `check` it says what is not up to date. The tables are
/// checked as they are after mending, even if the mended ones are not written.
pub fn write(project: &Project<'_>, mode: Mode) -> Result {
    let repair = &project.command("sync");
    let schemas = match &project.schema {
        Some(folder) => schema::write(project, folder, mode, repair)?,
        None => Outcome::Done,
    };
    let mut sources = project.sources()?;
    for (path, text) in row_schemas::files() {
        sources.set_schema(&path, text.into_bytes());
    }
    let Tidying { files, blocking } = tidy(&sources);
    let on_disk = (mode.check || mode.dry_run).then(|| sources.clone());
    let (sources, tidied) = fmt::write(project, sources, files, mode, repair)?;
    let register = match progress::watch("checking the data", || compile(&sources)) {
        Ok(register) => register,
        Err(problems) => {
            // If nothing was written, the places must be those in the files on disk.
            match on_disk.and_then(|sources| Some((needing_decisions(&sources)?, sources))) {
                Some((problems, on_disk)) => project.print_problems(&problems, &on_disk),
                None => project.print_problems(&problems, &sources),
            }
            fmt::print_left_alone(&blocking, &sources);
            return Ok(Outcome::Problems);
        }
    };
    let made = renew_made(project, &register, &sources, mode)?;
    let outcome = schemas.and(tidied).and(made);
    if outcome == Outcome::Done {
        report::print_no_problems(&register);
    }
    if !mode.check {
        print_since_release(project, &sources);
    }
    Ok(outcome)
}

/// Prints what the tables have lost and changed since the newest release.
fn print_since_release(project: &Project<'_>, sources: &Sources) {
    match since_newest(&project.releases(), sources) {
        Ok(None) => {}
        Ok(Some(text)) => anstream::println!("{text}"),
        Err(failure) => anstream::eprintln!("not compared with the newest release: {failure}"),
    }
}

/// Renews what a workspace or a crate makes from its own register. Nothing is made from another
/// register.
fn renew_made(project: &Project<'_>, register: &Register, sources: &Sources, mode: Mode) -> Result {
    let repair = &project.command("sync");
    if let Some(own) = &project.own_crate {
        return own.renew(register, sources, mode, repair);
    }
    let Some(workspace) = project.workspace else { return Ok(Outcome::Done) };
    let snapshot = generate::renew(workspace, register, sources, mode, repair)?;
    let rules = rules::renew(project, workspace, mode, repair)?;
    let audit = audit::renew(project, workspace, register, mode, repair)?;
    Ok(snapshot.and(rules).and(audit))
}

/// The problems of sources that need a decision, if there are any.
fn needing_decisions(sources: &Sources) -> Option<Report> {
    let report = compile(sources).err()?.without_mendable();
    (!report.is_empty()).then_some(report)
}
