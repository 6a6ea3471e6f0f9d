//! `revise`: copies what a row says for the rows of one document, ready to edit, or takes such a
//! copy back.

use service_providers_codegen::Register;
use service_providers_codegen::register::Engagement;

use super::edited;
use crate::failure::{Failure, Outcome, Result};
use crate::page::{counted, prose};
use crate::project::Project;

#[derive(clap::Args, Debug)]
pub struct Args {
    /// The key of the engagement that the rows of the document cite.
    engagement: String,
    /// The document whose rows say something else. It may be older or newer than others.
    #[arg(long, value_name = "ID")]
    document: String,
    /// The key of the copy; if not given, one made of the provider and the document.
    #[arg(long, value_name = "KEY", conflicts_with = "undo")]
    key: Option<String>,
    /// Take a revision back: let the rows cite this engagement again, and delete the copy where no
    /// other document cites it.
    #[arg(long, value_name = "ORIGINAL")]
    undo: Option<String>,
    /// Delete the copy even if it says something else than the engagement that is cited again.
    #[arg(long, requires = "undo")]
    force: bool,
    /// Change nothing; say what would change.
    #[arg(long)]
    dry_run: bool,
}

pub fn run(args: &Args, project: &Project<'_>) -> Result {
    let Some((sources, mut register)) = edited::read(project)? else {
        return Ok(Outcome::Problems);
    };
    let done = match &args.undo {
        Some(original) => undo(args, original, &mut register)?,
        None => revise(args, &mut register, project)?,
    };
    let files = register.source_files();
    let sources = sources.with_data(files.clone());
    // Tables that `check` would refuse afterwards are not written.
    if project.compile(&sources).is_none() {
        return Ok(Outcome::Problems);
    }
    let outcome = edited::write(project, files, args.dry_run, "revise")?;
    anstream::println!("{done}");
    Ok(outcome)
}

fn revise(args: &Args, register: &mut Register, project: &Project<'_>) -> Result<String> {
    let revision = register
        .revise(&args.engagement, &args.document, args.key.as_deref())
        .map_err(|reason| Failure::new(reason.to_string()))?;
    let cites = if args.dry_run { "would cite" } else { "cites" };
    let unedited = unedited(register, &revision.key, &args.engagement);
    Ok(format!(
        "{} {cites} `{}` in place of `{}` (rows: {}); the copy has {}\n\
         these fields hold what `{}` says until you edit them: {unedited}\n\
         edit the copy, then run `{}`; `{}` takes it back",
        args.document,
        revision.key,
        args.engagement,
        revision.listings,
        rows([revision.disclosures, revision.features, revision.places, revision.contract_facts,]),
        args.engagement,
        project.command("sync"),
        project.command(&format!(
            "revise {} --document {} --undo {}",
            revision.key, args.document, args.engagement
        )),
    ))
}

/// The fields of a copy that nobody has edited yet.
fn unedited(register: &Register, copy: &str, original: &str) -> String {
    let fields = register.shared_facts(copy, original).unwrap_or_default();
    prose(&fields)
}

fn undo(args: &Args, original: &str, register: &mut Register) -> Result<String> {
    let copy = &args.engagement;
    let differing = register.differing_facts(copy, original).unwrap_or_default();
    let rows = register.engagement(copy).map(rows_of).unwrap_or_default();
    let undone = register
        .undo_revision(copy, original, &args.document)
        .map_err(|reason| Failure::new(reason.to_string()))?;
    if undone.deleted && !differing.is_empty() && !args.force {
        return Err(Failure::new(format!(
            "`{copy}` would be deleted, with {rows}, and it differs from `{original}` in {}; carry over \
             what you need, then delete it with `--force`",
            prose(&differing)
        )));
    }
    let (cites, is) = if args.dry_run { ("would cite", "would be") } else { ("cites", "is") };
    let fate = match undone.deleted {
        true => format!("`{copy}` {is} deleted, with {rows}"),
        false => format!("`{copy}` stays, because other documents cite it"),
    };
    Ok(format!("{} {cites} `{original}` again (rows: {}); {fate}", args.document, undone.listings))
}

/// How many rows of other tables belong to an engagement.
fn rows_of(engagement: &Engagement) -> String {
    rows([
        engagement.disclosures.len(),
        engagement.features.len(),
        engagement.storage.len(),
        engagement.contract_facts.len(),
    ])
}

/// These numbers of disclosures, features, places of storage and contract facts, in words.
fn rows(numbers: [usize; 4]) -> String {
    let nouns = ["disclosure", "feature", "place of storage", "contract fact"];
    let counts: Vec<String> =
        numbers.into_iter().zip(nouns).map(|(n, it)| counted(n, it)).collect();
    prose(&counts)
}
