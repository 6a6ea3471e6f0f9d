//! `workbook`: writes all tables into one file for a spreadsheet, and reads it back.

use std::collections::HashMap;
use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use service_providers_codegen::limits::MAX_FILE_BYTES;
use service_providers_codegen::{Report, Sources, compile, schema, tidy};

use super::edited::tidied;
use super::sync;
use crate::failure::{Failure, Outcome, Result};
use crate::output::{Expected, Force, Mode, all_or_none, update};
use crate::page::counted;
use crate::paths::shown;
use crate::progress;
use crate::project::Project;
use crate::report;
use crate::workbook::{self, Damage, Origin, SheetTable, State, WorkbookContent};

#[derive(clap::Args, Debug)]
pub struct Args {
    /// Where to write the workbook.
    #[arg(long, value_name = "FILE", default_value = "workbook.xlsx")]
    out: PathBuf,
    /// Take the tables from this workbook (.xlsx or .ods) instead of writing one.
    #[arg(long, value_name = "FILE", conflicts_with = "out")]
    read: Option<PathBuf>,
    #[command(flatten)]
    force: Force,
}

pub fn run(args: &Args, project: &Project<'_>) -> Result {
    match &args.read {
        Some(file) => read(file, args.force, project),
        None => write(args, project),
    }
}

fn write(args: &Args, project: &Project<'_>) -> Result {
    if args.out.extension().is_none_or(|ending| ending != "xlsx") {
        return Err(Failure::new(format!("{}: end its name in .xlsx", shown(&args.out))));
    }
    let sources = tidied(project.sources()?);
    let written = progress::watch("writing the workbook", || workbook::write(&sources))?;
    let (bytes, waiting) = match (written, compile(&sources)) {
        (Some(bytes), Ok(_)) => (bytes, 0),
        (Some(bytes), Err(report)) => (bytes, report.problems().len()),
        (None, Ok(_)) => unreachable!("a sound table has the cells of its columns"),
        (None, Err(report)) => {
            project.print_problems(&report, &sources);
            return Ok(Outcome::Problems);
        }
    };
    args.force.allows_place(&args.out, project)?;
    args.force.allows_new(&args.out, &bytes)?;
    let file = Expected::new(args.out.clone(), bytes);
    let outcome = update(&[file], Mode::default(), &project.command("workbook"))?;
    if waiting > 0 {
        let read = project.command(&format!("workbook --read {}", shown(&args.out)));
        let problems = counted(waiting, "problem");
        anstream::println!(
            "the tables have {problems}, and the workbook has them too; fix them there, then `{read}` \
             lists those that are left"
        );
    }
    Ok(outcome)
}

fn read(file: &Path, force: Force, project: &Project<'_>) -> Result {
    let WorkbookContent { tables, damage, state } =
        progress::watch("reading the workbook", || tables(file))?;
    if !damage.is_empty() {
        print_damage(&damage);
        return Ok(nothing_written());
    }
    let mut sources = project.sources()?;
    let before = sources.clone();
    for (path, text) in schema::files() {
        sources.set_schema(&path, text.into_bytes());
    }
    let sources = sources.with_data(tables.iter().map(|table| (table.path, table.bytes.clone())));
    let Some(canonical) = checked(&sources, &tables, project) else {
        return Ok(nothing_written());
    };
    let lost = overwritten(&before, &canonical, &state);
    if !lost.is_empty() && !force.is_given() {
        let why = match state.is_unknown() {
            true => {
                "the workbook has lost its hidden sheet `state`, so these tables may have changed"
            }
            false => "the tables changed",
        };
        anstream::eprintln!(
            "{why} since this workbook was made: {0}. Write a new workbook under another \
             name, and carry your changes over. `--force` reads this one, and throws away what has \
             changed in {0}",
            lost.join(", ")
        );
        return Ok(nothing_written());
    }
    write_tables(&before, canonical, project)?;
    sync::write(project, Mode::default())
}

/// The tables of a workbook.
fn tables(file: &Path) -> Result<WorkbookContent> {
    let fail = |error: std::io::Error| Failure::io(file, &error);
    let mut bytes = Vec::new();
    let opened = fs::File::open(file).map_err(fail)?;
    opened.take(MAX_FILE_BYTES as u64 + 1).read_to_end(&mut bytes).map_err(fail)?;
    if bytes.len() > MAX_FILE_BYTES {
        return Err(Failure::new(format!("{}: is too large for a workbook", shown(file))));
    }
    let sheets = workbook::sheets(&bytes);
    let sheets = sheets.map_err(|failure| Failure::new(format!("{}: {failure}", shown(file))))?;
    Ok(WorkbookContent::of(&sheets))
}

/// The sources in canonical form, if nothing is wrong with them. Problems are printed with the cells
/// of the workbook.
fn checked(sources: &Sources, tables: &[SheetTable], project: &Project<'_>) -> Option<Sources> {
    let tidied = tidied(sources.clone());
    let report = match progress::watch("checking the data", || compile(&tidied)) {
        Ok(_) => return Some(tidied),
        Err(report) => report,
    };
    let print = |report: &Report, sources: &Sources, origin: Origin<'_>| {
        report::print_with_origin(report, sources, &origin, &project.command_line);
    };
    // Messages that name lines are right where no row was moved. If only what was mended is wrong
    // there, the problems show in the tidied tables alone.
    match compile(sources).err().map(Report::for_a_person).filter(|report| !report.is_empty()) {
        Some(report) => print(&report, sources, Origin::of(tables, sources)),
        None => print(&report, &tidied, Origin::of(tables, &tidied).tidied(&tidy(sources).files)),
    }
    None
}

/// The tables that others have changed since the workbook was made, and that reading it would change
/// again.
fn overwritten<'s>(before: &Sources, after: &'s Sources, state: &State) -> Vec<&'s str> {
    let before = tidied(before.clone());
    let changed = after.data_files().filter(|(path, file)| before.data(path) != Some(*file));
    let tables = changed.map(|(path, _)| path).filter(|path| path.ends_with(".csv"));
    tables.filter(|path| state.is_behind(path, &before)).collect()
}

/// Replaces the files that differ, all or none.
fn write_tables(before: &Sources, after: Sources, project: &Project<'_>) -> Result<()> {
    let files: Vec<(String, Vec<u8>)> = (after.data_files())
        .filter(|(path, file)| before.data(path) != Some(*file))
        .map(|(path, file)| (path.to_owned(), file.bytes.clone()))
        .collect();
    if files.is_empty() {
        anstream::println!("the workbook says what the tables say already");
        return Ok(());
    }
    all_or_none::replace_all(&project.data, &files)?;
    for (path, bytes) in &files {
        let old = before.data(path).map(|file| file.bytes.as_slice()).unwrap_or_default();
        let path = shown(&project.data.join(path));
        anstream::println!("wrote {path}: {}", difference(old, bytes));
    }
    Ok(())
}

/// How many lines of a file differ, so that the editor sees what reading has taken away.
fn difference(old: &[u8], new: &[u8]) -> String {
    let mut counts: HashMap<&[u8], i64> = HashMap::new();
    for line in new.split(|byte| *byte == b'\n') {
        *counts.entry(line).or_default() += 1;
    }
    for line in old.split(|byte| *byte == b'\n') {
        *counts.entry(line).or_default() -= 1;
    }
    let added: i64 = counts.values().filter(|count| **count > 0).sum();
    let gone: i64 = -counts.values().filter(|count| **count < 0).sum::<i64>();
    format!("lines new or changed: {added}; gone or changed: {gone}")
}

fn print_damage(damage: &[Damage]) {
    for damage in damage {
        anstream::eprintln!("{damage}\n");
    }
}

fn nothing_written() -> Outcome {
    anstream::eprintln!("nothing was written");
    Outcome::Problems
}
