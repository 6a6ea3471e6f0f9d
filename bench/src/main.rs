//! Measures the register side by side with what else one could use, and prints the ratios.
//!
//! Contestants take turns in rounds and the median counts, so noise hits all of them alike. Nothing here
//! asserts a time.
//!
//! ```console
//! $ cargo run --release --package bench            # everything
//! $ cargo run --release --package bench -- lookup  # one table
//! $ cargo run --release --package bench -- generate 10000 DIR --editions 12
//! ```

#![forbid(unsafe_code)]

mod dependencies;
mod generator;
mod measure;
mod process;
mod project;
mod rounds;
mod table;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};

/// Measure the register side by side with what else one could use.
#[derive(Parser)]
struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
    /// How many rounds the contestants run.
    #[arg(long, global = true, default_value_t = 5)]
    rounds: usize,
}

/// The editions of made-up registers.
#[derive(Args)]
struct Editions {
    /// How many editions list all providers.
    #[arg(long, default_value_t = EDITIONS)]
    editions: usize,
}

#[derive(Subcommand)]
enum Command {
    /// The cold build of a crate that depends on the register.
    Dependency,
    /// The cold build of a crate that depends on the crate of another organisation.
    OwnCrate,
    /// Finding a provider by key and by name.
    Lookup(Editions),
    /// A question about disclosures, at run time and while compiling.
    Query(Editions),
    /// Compiling the generated file of registers large and small.
    Compile(Editions),
    /// What a release binary grows by.
    Size,
    /// Checking the data of a large register.
    Check(Editions),
    /// Reading a published page of 10,000 rows.
    Page,
    /// Making the exports of registers large and small.
    Export,
    /// What each format of the exports of one register costs.
    ExportFormats {
        /// The data folder.
        data: PathBuf,
        /// Only these; all if none is given.
        formats: Vec<String>,
    },
    /// Writes the data folder of a made-up register.
    Generate {
        /// How many providers.
        providers: usize,
        /// Where to write.
        out: PathBuf,
        #[command(flatten)]
        editions: Editions,
    },
    /// One contestant of `check`, in a process of its own so that its memory can be read.
    #[command(hide = true)]
    CheckOnce {
        /// Who.
        contestant: measure::check::Contestant,
        /// The data folder.
        data: PathBuf,
    },
    /// One contestant of `export`, in a process of its own so that its memory can be read.
    #[command(hide = true)]
    ExportOnce {
        /// Who.
        contestant: measure::export::Contestant,
        /// The data folder.
        data: PathBuf,
    },
    /// One contestant of `page`, in a process of its own so that its memory can be read.
    #[command(hide = true)]
    PageOnce {
        /// Who.
        contestant: measure::page::Contestant,
        /// The page.
        page: PathBuf,
    },
}

fn main() -> ExitCode {
    match run(Cli::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::from(2)
        }
    }
}

/// What can go wrong: a file, or a contestant that does not build or run.
type Result<T = ()> = std::result::Result<T, Box<dyn std::error::Error>>;

/// How many editions a made register has if no other number is given.
const EDITIONS: usize = 2;

/// What is measured without a command.
const ALL: &[Command] = &[
    Command::Dependency,
    Command::OwnCrate,
    Command::Lookup(Editions { editions: EDITIONS }),
    Command::Query(Editions { editions: EDITIONS }),
    Command::Compile(Editions { editions: EDITIONS }),
    Command::Size,
    Command::Check(Editions { editions: EDITIONS }),
    Command::Page,
    Command::Export,
];

fn run(cli: Cli) -> Result {
    let rounds = cli.rounds;
    match &cli.command {
        Some(command) => print(command, rounds),
        None => ALL.iter().try_for_each(|command| print(command, rounds)),
    }
}

/// Runs a command, and prints its tables.
fn print(command: &Command, rounds: usize) -> Result {
    let tables = match command {
        Command::Generate { providers, out, editions: Editions { editions } } => {
            return generator::write(&generator::Size::of_library(*providers, *editions), out);
        }
        Command::CheckOnce { contestant, data } => return measure::check::once(*contestant, data),
        Command::ExportOnce { contestant, data } => {
            return measure::export::once(*contestant, data);
        }
        Command::PageOnce { contestant, page } => return measure::page::once(*contestant, page),
        Command::Dependency => measure::dependency::run(rounds)?,
        Command::OwnCrate => vec![measure::own_crate::run(rounds)?],
        Command::Lookup(of) => vec![measure::lookup::run(rounds, of.editions)?],
        Command::Query(of) => vec![measure::query::run(rounds, of.editions)?],
        Command::Compile(of) => vec![measure::compile::run(rounds, of.editions)?],
        Command::Size => vec![measure::size::run()?],
        Command::Check(of) => vec![measure::check::run(rounds, of.editions)?],
        Command::Page => vec![measure::page::run(rounds)?],
        Command::Export => vec![measure::export::run(rounds)?],
        Command::ExportFormats { data, formats } => vec![measure::export::formats(data, formats)?],
    };
    for table in tables {
        println!("{table}");
    }
    Ok(())
}
