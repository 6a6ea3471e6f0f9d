//! The command line: reads what was typed, and hands it to the command.

use std::ffi::OsString;
use std::process::ExitCode;

use clap::{CommandFactory as _, FromArgMatches as _, Parser, Subcommand};

use crate::commands::{
    audit, check, compare, diff, document, export, fmt, generate, import, init, inventory, migrate,
    release, revise, rules, schema, sync, workbook,
};
use crate::failure::Outcome;
use crate::program::Program;
use crate::project::{Folders, Project};

/// Work on a register of service providers.
#[derive(Debug, Parser)]
#[command(version)]
struct Cli {
    #[command(flatten)]
    folders: Folders,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Check the tables, and show where they are wrong.
    Check(check::Args),
    /// Mend what needs no decision, check the tables, and renew everything made from them.
    Sync(sync::Args),
    /// Bring the source tables into canonical form.
    Fmt(fmt::Args),
    /// Renew the schema files and the data dictionary.
    Schema(schema::Args),
    /// Add a document to the register.
    Document(document::Args),
    /// Rewrite a register of format 1 in format 2, without losing a fact.
    Migrate(migrate::Args),
    /// Copy what a row says for the rows of one document, ready to edit; or take such a copy back.
    Revise(revise::Args),
    /// Write all tables into one workbook for a spreadsheet, or take them back from it.
    Workbook(workbook::Args),
    /// Renew the page that explains every code, or print it.
    Rules(rules::Args),
    /// Renew the Rust made from the register, or print it.
    Generate(generate::Args),
    /// Write the register in every format for everybody who does not use Rust.
    Export(export::Args),
    /// Show what changed between two editions or releases.
    Diff(diff::Args),
    /// Turn a published page into a document of the register.
    Import(import::Args),
    /// Compare a published page with an edition, and show the differences.
    Compare(compare::Args),
    /// Compare the services in use with the providers that an edition lists.
    Inventory(inventory::Args),
    /// List what a person should look at: contradictions, gaps and open answers.
    Audit(audit::Args),
    /// Write everything that a version publishes, or verify a release.
    Release(release::Args),
    /// Begin a register of your own, with a crate made from it.
    Init(init::Args),
}

/// Reads the arguments, the program's name first, and runs the command. The exit code is 0 if the
/// command is done; 1 if there are problems in the data or a check failed; 2 if the arguments are
/// wrong or a file cannot be read or written.
pub fn run(
    program: &Program,
    arguments: impl IntoIterator<Item = impl Into<OsString> + Clone>,
) -> ExitCode {
    let cli = match parse(program, arguments) {
        Ok(cli) => cli,
        Err(error) => {
            // As `error.exit()` does, without ending a process that may be another's.
            let _ = error.print();
            return ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2));
        }
    };
    match run_for_each(program, &cli) {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::Problems) => ExitCode::from(1),
        Err(failure) => {
            anstream::eprintln!("error: {failure}");
            ExitCode::from(2)
        }
    }
}

/// Whether the arguments, the program's name first, can be read.
///
/// # Errors
/// If they cannot; the error says what is wrong with them.
pub fn check_arguments(
    program: &Program,
    arguments: impl IntoIterator<Item = impl Into<OsString> + Clone>,
) -> Result<(), clap::Error> {
    parse(program, arguments).map(drop)
}

fn parse(
    program: &Program,
    arguments: impl IntoIterator<Item = impl Into<OsString> + Clone>,
) -> Result<Cli, clap::Error> {
    let command = Cli::command().name(program.name()).bin_name(program.name());
    Cli::from_arg_matches(&command.try_get_matches_from(arguments)?)
}

/// Runs the command: `check` for every folder that was given, any other for the one folder.
fn run_for_each(program: &Program, cli: &Cli) -> crate::failure::Result {
    let folders = match &cli.command {
        Command::Check(_) => cli.folders.each(),
        _ => vec![cli.folders.clone()],
    };
    let several = folders.len() > 1;
    folders.iter().try_fold(Outcome::Done, |outcome, folders| {
        if several {
            anstream::eprintln!("{folders}:");
        }
        Ok(outcome.and(run_command(&cli.command, &Project::new(program, folders)?)?))
    })
}

fn run_command(command: &Command, project: &Project<'_>) -> crate::failure::Result {
    match command {
        Command::Check(args) => check::run(args, project),
        Command::Sync(args) => sync::run(args, project),
        Command::Fmt(args) => fmt::run(args, project),
        Command::Schema(args) => schema::run(args, project),
        Command::Document(args) => document::run(args, project),
        Command::Migrate(args) => migrate::run(args, project),
        Command::Revise(args) => revise::run(args, project),
        Command::Workbook(args) => workbook::run(args, project),
        Command::Rules(args) => rules::run(args, project),
        Command::Generate(args) => generate::run(args, project),
        Command::Export(args) => export::run(args, project),
        Command::Diff(args) => diff::run(args, project),
        Command::Import(args) => import::run(args, project),
        Command::Compare(args) => compare::run(args, project),
        Command::Inventory(args) => inventory::run(args, project),
        Command::Audit(args) => audit::run(args, project),
        Command::Release(args) => release::run(args, project),
        Command::Init(args) => init::run(args, project),
    }
}
