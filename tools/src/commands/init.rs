//! `init`: begins a register, with a crate made from it.

use std::io::{self, IsTerminal as _};
use std::path::{Path, PathBuf};

use service_providers_codegen::Key;

use super::{day, waiting_cells};
use crate::failure::{Failure, Outcome, Result};
use crate::init::{self, Owner, PublishedPage, Questions};
use crate::output::all_or_none;
use crate::page::{counted, prose};
use crate::paths::shown;
use crate::project::Project;
use crate::published::Format;
use crate::published::import::RowNumbers;
use crate::published::input::{Input, PageColumns};

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
    #[arg(long, value_name = "DAY", value_parser = day)]
    date: Option<String>,
    /// The published page that becomes the first edition: a file that ends in .md, .html, .txt, .csv
    /// or .json. Without one, the list begins empty.
    #[arg(long, value_name = "PAGE")]
    from: Option<PathBuf>,
    /// What columns of the page mean, by their headers, the names of JSON members, or their numbers.
    #[arg(
        long,
        value_name = "MEANING=COLUMN",
        default_value = "",
        hide_default_value = true,
        requires = "from"
    )]
    columns: PageColumns,
    /// Leave out what cannot be read as a row of the page.
    #[arg(long, requires = "from")]
    without_unreadable: bool,
    /// Rows with no facts outside the page's columns, such as `2,5-9` or `all`. Columns that the page
    /// does not have, such as a host or safeguards, get `unknown` or `none`.
    #[arg(long, value_name = "ROWS", requires = "from")]
    nothing_else: Option<RowNumbers>,
}

fn key(text: &str) -> std::result::Result<String, String> {
    Key::chosen(text).map(|key| key.to_string())
}

/// A name that cargo accepts for a package and Rust for a crate.
fn crate_name(text: &str) -> std::result::Result<String, String> {
    let key = key(&text.replace('_', "-"))?;
    match syn::parse_str::<syn::Ident>(&key.replace('-', "_")) {
        Ok(_) if !["std", "core", "alloc"].contains(&text) => Ok(text.to_owned()),
        Ok(_) => Err("Rust has a crate of this name".to_owned()),
        Err(_) => {
            Err("not a name for a crate: it is a keyword of Rust, or begins with a digit"
                .to_owned())
        }
    }
}

/// Writes a project, if nothing stands in its way.
pub fn run(args: &Args, project: &Project<'_>) -> Result {
    let folder = args.folder.clone().unwrap_or_else(|| PathBuf::from("."));
    if all_or_none::finish(&folder)? {
        return Ok(Outcome::Done);
    }
    let input = args.from.as_deref().map(Input::read).transpose()?;
    let nothing_else = args.nothing_else.clone().unwrap_or_default();
    let page = match (&input, &args.from) {
        (Some(input), Some(path)) => {
            let format = Format::of(path).ok_or_else(|| {
                Failure::new(format!(
                    "{}: its name does not tell its format; end it in .md, .html, .txt, .csv or \
                     .json",
                    input.name
                ))
            })?;
            Some(PublishedPage {
                input,
                format,
                columns: &args.columns,
                without_unreadable: args.without_unreadable,
                nothing_else: &nothing_else,
            })
        }
        _ => None,
    };
    let mut terminal = io::stdin().is_terminal().then(|| io::stdin().lock());
    let input = terminal.as_mut().map(|input| input as &mut dyn io::BufRead);
    let owner = owner(args, &mut Questions::new(input))?;
    let new = init::project(&owner, page.as_ref(), project.program)?;
    refuse_existing(&folder, &new.files)?;
    all_or_none::replace_all(&folder, &new.files)?;
    new.remarks.iter().for_each(|line| anstream::println!("{line}"));
    let files = counted(new.files.len(), "file");
    anstream::println!("wrote {files} into {}", shown(&folder));
    if new.open_cells > 0 {
        anstream::println!("{}", waiting_cells(new.open_cells, project));
    }
    let place = match folder.as_path() == Path::new(".") {
        true => "next".to_owned(),
        false => format!("next, in {}", shown(&folder)),
    };
    anstream::println!("{place}: edit data/, then run `{}`", project.command("sync"));
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
fn owner(args: &Args, questions: &mut Questions<'_>) -> Result<Owner> {
    let needed = [("--publisher", &args.publisher), ("--date", &args.date)];
    let missing: Vec<&str> =
        needed.iter().filter(|(_, given)| given.is_none()).map(|(option, _)| *option).collect();
    if !questions.can_be_asked() && missing.len() > 1 {
        return Err(Failure::new(format!("{} are missing", prose(&missing))));
    }
    let publisher = match &args.publisher {
        Some(publisher) => publisher.clone(),
        None => questions.ask("--publisher", "Key of the company, such as acme", None, key)?,
    };
    let date = match &args.date {
        Some(date) => date.clone(),
        None => questions.ask("--date", "Day of the first edition, YYYY-MM-DD", None, day)?,
    };
    let usual = crate::page::upper(&publisher.replace('-', " "));
    let name = match &args.name {
        Some(name) => name.clone(),
        None => questions.ask("--name", "Name of the company", Some(usual), some)?,
    };
    let usual = format!("{publisher}-service-providers");
    let crate_name = match &args.crate_name {
        Some(name) => name.clone(),
        None => questions.ask("--crate", "Name of the crate", Some(usual), crate_name)?,
    };
    Ok(Owner { publisher, name, crate_name, date })
}

fn some(text: &str) -> std::result::Result<String, String> {
    if text.is_empty() { Err("write something".to_owned()) } else { Ok(text.to_owned()) }
}

#[cfg(test)]
mod tests {
    use clap::Parser as _;

    use super::*;

    #[derive(clap::Parser)]
    struct Line {
        #[command(flatten)]
        args: Args,
    }

    fn asked(arguments: &[&str], answers: Option<&str>) -> Result<Owner> {
        let line = Line::try_parse_from(std::iter::once("init").chain(arguments.iter().copied()));
        let mut answers = answers.map(str::as_bytes);
        let input = answers.as_mut().map(|answers| answers as &mut dyn io::BufRead);
        owner(&line.unwrap().args, &mut Questions::new(input))
    }

    #[test]
    fn what_is_missing_is_asked_until_the_answer_can_be_used() {
        let given = ["--name", "Acme Inc"];
        let owner = asked(
            &given,
            Some("Acme Inc\nacme-inc\n1.3.2026\n2026-03-01\n2fast\ntype\nstd\nacme_vendors\n"),
        )
        .unwrap();
        assert_eq!(owner.publisher, "acme-inc");
        assert_eq!(owner.name, "Acme Inc");
        assert_eq!(owner.crate_name, "acme_vendors");
        assert_eq!(owner.date, "2026-03-01");
        let error = asked(&given, Some("")).unwrap_err();
        assert_eq!(error.to_string(), "--publisher is missing");
    }

    #[test]
    fn without_anybody_to_ask_the_usual_answers_are_taken() {
        let owner = asked(&["--publisher", "acme", "--date", "2026-03-01"], None).unwrap();
        assert_eq!((&*owner.name, &*owner.crate_name), ("Acme", "acme-service-providers"));
        let error = asked(&["--publisher", "acme"], None).unwrap_err();
        assert_eq!(error.to_string(), "--date is missing");
        let error = asked(&[], None).unwrap_err();
        assert_eq!(error.to_string(), "--publisher and --date are missing");
    }
}
