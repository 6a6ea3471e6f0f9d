//! Measures the register side by side with what else one could use, and prints the ratios.
//!
//! Contestants take turns, round by round, and the median of the rounds counts: machines are noisy,
//! and noise that comes and goes then hits all of them alike. Nothing here asserts a time.
//!
//! ```console
//! $ cargo run --release --package bench            # everything
//! $ cargo run --release --package bench -- lookup  # one table
//! $ cargo run --release --package bench -- generate 10000 DIR --editions 12
//! ```

#![forbid(unsafe_code)]

mod generator;
mod measure;
mod project;
mod rounds;
mod table;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Measure the register side by side with what else one could use.
#[derive(Parser)]
struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
    /// How many rounds the contestants run.
    #[arg(long, global = true, default_value_t = 5)]
    rounds: usize,
    /// How many editions of the made-up registers list all providers.
    #[arg(long, global = true, default_value_t = 2)]
    editions: usize,
}

#[derive(Subcommand)]
enum Command {
    /// The cold build of a crate that depends on the register.
    Dependency,
    /// The cold build of a crate that depends on the crate of another organisation.
    OwnCrate,
    /// Finding a provider by key and by name.
    Lookup,
    /// A question about disclosures, at run time and while compiling.
    Query,
    /// Compiling the generated file of registers large and small.
    Compile,
    /// What a release binary grows by.
    Size,
    /// Checking the data of a large register.
    Check,
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

fn run(cli: Cli) -> Result {
    let Cli { rounds, editions, .. } = cli;
    let tables = match cli.command {
        Some(Command::Generate { providers, out }) => {
            return generator::write(&generator::Size::of_library(providers, editions), &out);
        }
        Some(Command::CheckOnce { contestant, data }) => {
            return measure::check::once(contestant, &data);
        }
        Some(Command::ExportOnce { contestant, data }) => {
            return measure::export::once(contestant, &data);
        }
        Some(Command::PageOnce { contestant, page }) => {
            return measure::page::once(contestant, &page);
        }
        Some(Command::Dependency) => measure::dependency::run(rounds)?,
        Some(Command::OwnCrate) => vec![measure::own_crate::run(rounds)?],
        Some(Command::Lookup) => vec![measure::lookup::run(rounds, editions)?],
        Some(Command::Query) => vec![measure::query::run(rounds, editions)?],
        Some(Command::Compile) => vec![measure::compile::run(rounds, editions)?],
        Some(Command::Size) => vec![measure::size::run()?],
        Some(Command::Check) => vec![measure::check::run(rounds, editions)?],
        Some(Command::Page) => vec![measure::page::run(rounds)?],
        Some(Command::Export) => vec![measure::export::run(rounds)?],
        Some(Command::ExportFormats { data, formats }) => {
            vec![measure::export::formats(&data, &formats)?]
        }
        None => {
            let mut tables = measure::dependency::run(rounds)?;
            tables.extend([
                measure::own_crate::run(rounds)?,
                measure::lookup::run(rounds, editions)?,
                measure::query::run(rounds, editions)?,
                measure::compile::run(rounds, editions)?,
                measure::size::run()?,
                measure::check::run(rounds, editions)?,
                measure::page::run(rounds)?,
                measure::export::run(rounds)?,
            ]);
            tables
        }
    };
    for table in tables {
        println!("{table}");
    }
    Ok(())
}
