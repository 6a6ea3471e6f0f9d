//! `init`: begins a register, with a crate made from it.

use std::io::{self, IsTerminal as _, Write as _};
use std::path::{Path, PathBuf};

use service_providers_codegen::names::to_key;

use crate::failure::{Failure, Outcome, Result};
use crate::init::{self, Owner, PublishedPage};
use crate::output::set;
use crate::paths::shown;
use crate::project::Project;
use crate::published::Format;
use crate::published::input::Input;

/// On a terminal, the command asks for what is not given. Elsewhere it says which option is missing.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// The folder to begin in; the current one if not given.
    folder: Option<PathBuf>,
    /// The key of the company whose providers these are: lower-case words joined by hyphens.
    #[arg(long, value_name = "KEY", value_parser = key)]
    publisher: Option<String>,
    /// The name of the company; its key with a capital if not given.
    #[arg(long, value_name = "NAME")]
    name: Option<String>,
    /// The name of the crate; `KEY-service-providers` if not given.
    #[arg(long = "crate", value_name = "NAME", value_parser = crate_name)]
    crate_name: Option<String>,
    /// The day of the first edition, YYYY-MM-DD: that of the page, or the one on which the list
    /// begins.
    #[arg(long, value_name = "DAY")]
    date: Option<String>,
    /// The published page that becomes the first edition: a file that ends in .md, .html, .txt, .csv
    /// or .json. Without one, the list begins empty.
    #[arg(long, value_name = "PAGE")]
    from: Option<PathBuf>,
}

fn key(text: &str) -> std::result::Result<String, String> {
    if !text.is_empty() && to_key(text) == text {
        return Ok(text.to_owned());
    }
    Err("write lower-case letters and digits, words joined by single hyphens".to_owned())
}

/// A name that cargo accepts for a package and Rust for a crate.
fn crate_name(text: &str) -> std::result::Result<String, String> {
    let key = key(&text.replace('_', "-"))?;
    if key.starts_with(|c: char| c.is_ascii_digit()) {
        return Err("a crate's name begins with a letter".to_owned());
    }
    Ok(text.to_owned())
}

/// Writes a project, if nothing stands in its way.
pub fn run(args: &Args, project: &Project<'_>) -> Result {
    let folder = args.folder.clone().unwrap_or_else(|| PathBuf::from("."));
    let input = args.from.as_deref().map(Input::read).transpose()?;
    let page = match (&input, &args.from) {
        (Some(input), Some(path)) => {
            let format = Format::of(path).ok_or_else(|| {
                Failure::new(format!(
                    "{}: its name does not tell its format; end it in .md, .html, .txt, .csv or \
                     .json",
                    input.name
                ))
            })?;
            Some(PublishedPage { input, format })
        }
        _ => None,
    };
    let owner = owner(args)?;
    let new = init::project(&owner, page.as_ref(), project.program)?;
    refuse_existing(&folder, &new.files)?;
    set::replace_all(&folder, &new.files)?;
    anstream::println!("wrote {} files into {}", new.files.len(), shown(&folder));
    if new.open_cells > 0 {
        anstream::println!("{} cells wait for you", new.open_cells);
    }
    anstream::println!("next: edit data/, then run `{}`", project.command("sync"));
    Ok(Outcome::Done)
}

/// Refuses a folder in which one of the files is already, so that nothing of somebody else's changes.
fn refuse_existing(folder: &Path, files: &[(String, Vec<u8>)]) -> Result<()> {
    let there: Vec<String> = (files.iter().map(|(path, _)| folder.join(path)))
        .filter(|path| path.symlink_metadata().is_ok())
        .map(|path| shown(&path))
        .collect();
    if there.is_empty() {
        return Ok(());
    }
    Err(Failure::new(format!(
        "nothing was written, because these files are there already:\n  {}",
        there.join("\n  ")
    )))
}

/// What was given, and the answers to what was not.
fn owner(args: &Args) -> Result<Owner> {
    let publisher = match &args.publisher {
        Some(publisher) => publisher.clone(),
        None => ask("--publisher", "Key of the company, such as acme", None, key)?,
    };
    let date = match &args.date {
        Some(date) => date.clone(),
        None => ask("--date", "Day of the first edition, YYYY-MM-DD", None, any)?,
    };
    let usual = crate::page::upper(&publisher.replace('-', " "));
    let name = match &args.name {
        Some(name) => name.clone(),
        None => ask("--name", "Name of the company", Some(usual), any)?,
    };
    let usual = format!("{publisher}-service-providers");
    let crate_name = match &args.crate_name {
        Some(name) => name.clone(),
        None => ask("--crate", "Name of the crate", Some(usual), crate_name)?,
    };
    Ok(Owner { publisher, name, crate_name, date })
}

fn any(text: &str) -> std::result::Result<String, String> {
    if text.is_empty() { Err("write something".to_owned()) } else { Ok(text.to_owned()) }
}

/// Asks on a terminal until the answer can be used. Elsewhere the usual answer is taken.
fn ask(
    option: &str,
    question: &str,
    usual: Option<String>,
    read: fn(&str) -> std::result::Result<String, String>,
) -> Result<String> {
    if !io::stdin().is_terminal() {
        return usual.ok_or_else(|| Failure::new(format!("{option} is missing")));
    }
    let fail = |error: io::Error| Failure::new(format!("the answer cannot be read: {error}"));
    loop {
        match &usual {
            Some(usual) => anstream::eprint!("{question} [{usual}]: "),
            None => anstream::eprint!("{question}: "),
        }
        io::stderr().flush().map_err(fail)?;
        let mut line = String::new();
        if io::stdin().read_line(&mut line).map_err(fail)? == 0 {
            return Err(Failure::new(format!("{option} is missing")));
        }
        match (line.trim(), &usual) {
            ("", Some(usual)) => return Ok(usual.clone()),
            (answer, _) => match read(answer) {
                Ok(answer) => return Ok(answer),
                Err(error) => anstream::eprintln!("{error}"),
            },
        }
    }
}
