//! The command line: what can be asked, and who answers.

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::commands::{
    audit, check, diff, export, fmt, generate, release, revise, rules, schema, sync,
};
use crate::failure::Outcome;

/// Work on the register of service providers.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", version)]
pub struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Say whether the data is right, and where it is not.
    Check(check::Args),
    /// Mend what needs no decision, check the data, and renew everything made from it.
    Sync(sync::Args),
    /// Bring the source tables into canonical form.
    Fmt(fmt::Args),
    /// Renew the schema files and the data dictionary.
    Schema(schema::Args),
    /// End a row with an edition and copy it for that edition, ready to edit.
    Revise(revise::Args),
    /// Renew docs/rules.md, which explains every code.
    Rules(rules::Args),
    /// Renew the Rust made from the register.
    Generate(generate::Args),
    /// Write the register in every format for everybody else.
    Export(export::Args),
    /// Say what changed between two editions or releases.
    Diff(diff::Args),
    /// Say what deserves a person's eye: contradictions, gaps, open answers.
    Audit(audit::Args),
    /// Write everything that a version publishes, or verify what was written.
    Release(release::Args),
}

/// Runs the command: 0 done, 1 problems in the data or a check that failed, 2 wrong usage or a
/// file that cannot be read or written.
pub fn run(cli: Cli) -> ExitCode {
    let outcome = match cli.command {
        Command::Check(args) => check::run(&args),
        Command::Sync(args) => sync::run(&args),
        Command::Fmt(args) => fmt::run(&args),
        Command::Schema(args) => schema::run(&args),
        Command::Revise(args) => revise::run(&args),
        Command::Rules(args) => rules::run(&args),
        Command::Generate(args) => generate::run(&args),
        Command::Export(args) => export::run(&args),
        Command::Diff(args) => diff::run(&args),
        Command::Audit(args) => audit::run(&args),
        Command::Release(args) => release::run(&args),
    };
    match outcome {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::Problems) => ExitCode::from(1),
        Err(failure) => {
            anstream::eprintln!("error: {failure}");
            ExitCode::from(2)
        }
    }
}
