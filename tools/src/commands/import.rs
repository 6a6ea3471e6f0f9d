//! `import`: makes a document of the register of a published page.

use std::path::PathBuf;

use service_providers_codegen::compile;

use super::waiting_cells;
use crate::failure::{Failure, Outcome, Result};
use crate::output::all_or_none;
use crate::page::counted;
use crate::paths::shown;
use crate::progress;
use crate::project::Project;
use crate::published::import::{Cited, Import, Imported, Request, RowNumbers, import, open_cells};
use crate::published::input::{Input, PageColumns};
use crate::published::report::page_lines;
use crate::published::row_words::row_words;
use crate::published::{self, Format, Page};

#[derive(clap::Args, Debug)]
pub struct Args {
    /// The page: a file that ends in .md, .html, .txt, .csv or .json, or `-` for standard input.
    page: PathBuf,
    /// The id of the document. If the register has this document, only its missing digests are
    /// filled in.
    #[arg(long, value_name = "ID")]
    document: String,
    /// The date of the document, YYYY-MM-DD or YYYY-MM.
    #[arg(long, value_name = "DATE")]
    date: Option<String>,
    /// The edition that the document belongs to; the one of its date if not given.
    #[arg(long, value_name = "ID")]
    edition: Option<String>,
    /// The list that the page is a revision of; the only one if not given.
    #[arg(long, value_name = "KEY")]
    list: Option<String>,
    /// The key of a list that the page begins.
    #[arg(long, value_name = "KEY", conflicts_with = "list")]
    new_list: Option<String>,
    /// Rows that were only reworded, such as `2,5-9` or `all`. They keep citing the same engagement.
    #[arg(long, value_name = "ROWS")]
    reworded: Option<RowNumbers>,
    /// Rows with no facts outside the page's columns, such as `2,5-9` or `all`. Columns that the page
    /// does not have, such as a host or safeguards, get `unknown` or `none`; a copy keeps its cells.
    #[arg(long, value_name = "ROWS")]
    nothing_else: Option<RowNumbers>,
    /// Leave out what cannot be read as a row.
    #[arg(long)]
    without_unreadable: bool,
    /// The format of the page, where its name does not tell.
    #[arg(long = "as", value_enum, value_name = "FORMAT")]
    read_as: Option<Format>,
    /// What columns mean, by their headers, the names of JSON members, or their numbers.
    #[arg(long, value_name = "MEANING=COLUMN", default_value = "", hide_default_value = true)]
    columns: PageColumns,
    /// Change nothing; say what would change.
    #[arg(long)]
    dry_run: bool,
}

/// Writes the document, its edition, its listings and the drafts, all of them or nothing.
pub fn run(args: &Args, project: &Project<'_>) -> Result {
    let input = Input::read(&args.page)?;
    let format = input.format(args.read_as)?;
    let sources = project.sources()?;
    let register = match compile(&sources) {
        Ok(register) => register,
        Err(report) => {
            let waits = report.problems().iter().all(|it| it.code.name == "unfinished-draft");
            let open = open_cells(&sources, &args.document);
            if waits && open > 0 {
                let waiting = waiting_cells(open, project);
                anstream::println!("`{}` is in the register; {waiting}", args.document);
                return Ok(Outcome::Done);
            }
            project.print_problems(&report, &sources);
            return Ok(Outcome::Problems);
        }
    };
    let (page, done) = progress::watch("importing the page", || {
        let columns = args.columns.or_of_register(&sources);
        let page = published::read(&input.name, &input.bytes, format, &columns)?;
        let done = import(&page, &input.bytes, &sources, &register, &args.request())?;
        Ok::<_, Failure>((page, done))
    })?;
    report(args, &page, &done);
    write(args, project, &done)
}

impl Args {
    fn request(&self) -> Request<'_> {
        Request {
            document: &self.document,
            date: self.date.as_deref(),
            edition: self.edition.as_deref(),
            list: self.list.as_deref(),
            new_list: self.new_list.as_deref(),
            reworded: self.reworded.clone().unwrap_or_default(),
            nothing_else: self.nothing_else.clone().unwrap_or_default(),
            without_unreadable: self.without_unreadable,
        }
    }
}

fn write(args: &Args, project: &Project<'_>, done: &Import) -> Result {
    if done.files.is_empty() {
        anstream::println!("nothing to write: the register says it already");
        return Ok(Outcome::Done);
    }
    if !args.dry_run {
        all_or_none::replace_all(&project.data, &done.files)?;
    } else if done.open_cells > 0 && args.nothing_else.is_none() {
        anstream::println!(
            "if these rows hold no other facts than the page's columns, add `--nothing-else {}`",
            RowNumbers::of(&open_rows(done))
        );
    }
    let wrote = if args.dry_run { "would write" } else { "wrote" };
    for (path, _) in &done.files {
        anstream::println!("{wrote} {}", shown(&project.data.join(path)));
    }
    let next = match done.open_cells {
        0 => format!("run `{}`", project.command("sync")),
        open => waiting_cells(open, project),
    };
    anstream::println!("{next}");
    if let Some(first) = open_rows(done).first() {
        let words = format!("compare {} --row {first}", shown(&args.page));
        anstream::println!("`{}` shows the words of row {first}", project.command(&words));
    }
    Ok(Outcome::Done)
}

/// The numbers of the rows that a person must read.
fn open_rows(done: &Import) -> Vec<usize> {
    let open = done.rows.iter().filter(|it| !matches!(it.cites, Cited::Same | Cited::Reworded));
    let mut rows: Vec<usize> = open.map(|it| it.row + 1).collect();
    rows.dedup();
    rows
}

/// Says of every row that is not the same what became of it, with its words.
fn report(args: &Args, page: &Page, done: &Import) {
    for row in &done.rows {
        let what: Vec<String> = in_words(&row.cites)
            .into_iter()
            .chain(row.loose_match.map(|how| format!("the provider was matched {how}")))
            .collect();
        if what.is_empty() {
            continue;
        }
        let own = &page.rows[row.row];
        let line = page.place(own.name_span()).line;
        anstream::println!("row {}, line {line}: `{}`: {}", own.number, row.name, what.join("; "));
        if !matches!(row.cites, Cited::Same | Cited::Reworded) {
            row_words(page, own).iter().for_each(|line| anstream::println!("    {line}"));
        }
    }
    for name in &done.gone {
        anstream::println!("gone: `{name}`");
    }
    page_lines(page).iter().for_each(|line| anstream::println!("{line}"));
    done.notes.iter().for_each(|note| anstream::println!("note: {note}"));
    let count = |wanted: fn(&Imported) -> bool| done.rows.iter().filter(|it| wanted(it)).count();
    anstream::println!(
        "{}: {}{}; as the register holds them: {}; copied to be edited: {}; new: {}{}",
        args.document,
        counted(page.rows.len(), "row"),
        match done.rows.len() {
            services if services > page.rows.len() => format!(" with {services} services"),
            _ => String::new(),
        },
        count(|row| matches!(row.cites, Cited::Same | Cited::Reworded)),
        count(|row| matches!(row.cites, Cited::Copy(..))),
        count(|row| matches!(row.cites, Cited::Draft | Cited::NewProvider | Cited::DraftRecord)),
        match count(|row| matches!(row.cites, Cited::Undecided(_))) {
            0 => String::new(),
            open => format!("; about one of several providers: {open}"),
        }
    );
}

fn in_words(cites: &Cited) -> Option<String> {
    Some(match cites {
        Cited::Same => return None,
        Cited::Reworded => "other words; cites the same engagement, as you said".to_owned(),
        Cited::Copy(from, changed) if changed.is_empty() => {
            format!("cites a copy of `{from}`, because the provider is another")
        }
        Cited::Copy(from, changed) => {
            let changed: Vec<&str> = changed.iter().map(|aspect| aspect.in_words()).collect();
            format!("cites a copy of `{from}`; edit what it says on: {}", changed.join(", "))
        }
        Cited::Draft => "a draft, because no document of the list has the provider".to_owned(),
        Cited::DraftRecord => "a draft, because no document of the list says the same".to_owned(),
        Cited::NewProvider => "a draft about a new provider".to_owned(),
        Cited::Undecided(providers) => format!("may be about one of: {}", providers.join(", ")),
    })
}
