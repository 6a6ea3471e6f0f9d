//! Problems for people: the row, a mark under the cell, what is wrong and what to do.

use std::borrow::Cow;
use std::io::{self, Write};

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use service_providers_codegen::{Place, Problem, Report, Sources, character_number, is_hidden};

use crate::commands::rules;
use crate::page::prose;

/// Writes problems of a report with their rows, and at the end what there is to know about all of
/// them.
pub(super) fn write(
    out: &mut dyn Write,
    report: &Report,
    shown: &[Problem],
    sources: &Sources,
    width: usize,
) -> io::Result<()> {
    for problem in shown {
        writeln!(out, "{}\n", render(problem, sources, width))?;
    }
    let count = report.problems().len();
    if count > shown.len() {
        writeln!(out, "and {} more; `--limit N` shows more of them", count - shown.len())?;
    }
    let mendable = report.problems().iter().filter(|problem| problem.mendable).count();
    let noun = if count == 1 { "problem" } else { "problems" };
    let mends = match mendable {
        0 => String::new(),
        1 if count == 1 => "; `cargo xtask sync` mends it".to_owned(),
        all if all == count => "; `cargo xtask sync` mends all of them".to_owned(),
        some => format!("; `cargo xtask sync` mends {some} of them"),
    };
    writeln!(out, "{count} {noun}{mends}")?;
    if let Some(files) = listed(report.held_back()) {
        writeln!(out, "more may follow once {files} mended, because some checks wait for that")?;
    }
    writeln!(out, "{} and `cargo xtask check --explain CODE` tell more", rules::PAGE)
}

/// Files in a sentence, with the verb; nothing if there are none.
fn listed(files: &[String]) -> Option<String> {
    const NAMED: usize = 3;
    let mut names: Vec<&str> = files.iter().take(NAMED).map(String::as_str).collect();
    let others = match files.len() - names.len() {
        1 => "another file".to_owned(),
        more => format!("{more} other files"),
    };
    if files.len() > NAMED {
        names.push(&others);
    }
    let verb = if files.len() == 1 { "is" } else { "are" };
    (!files.is_empty()).then(|| format!("{} {verb}", prose(&names)))
}

/// One problem as text.
fn render(problem: &Problem, sources: &Sources, width: usize) -> String {
    let line = Line::of(&problem.place, sources);
    let related = problem
        .related
        .as_ref()
        .and_then(|related| Some((related, Line::of(&related.place, sources)?)));
    let label =
        if problem.field.is_empty() { String::new() } else { format!("`{}`", problem.field) };
    let title = Level::ERROR.primary_title(&problem.message).id(problem.code.name);
    let mut group = match &line {
        Some(line) => title.element(
            line.snippet(&problem.place)
                .annotation(AnnotationKind::Primary.span(line.span.clone()).label(&label)),
        ),
        None => title.element(annotate_snippets::Origin::path(&problem.place.file)),
    };
    if let Some((related, line)) = &related {
        group =
            group.element(line.snippet(&related.place).annotation(
                AnnotationKind::Context.span(line.span.clone()).label(&related.message),
            ));
    }
    if !problem.help.is_empty() {
        group = group.element(Level::HELP.message(&problem.help));
    }
    let page = format!("{}#{}", rules::PAGE, problem.code.name);
    let groups: &[Group<'_>] = &[group.element(Level::NOTE.message(&page))];
    Renderer::styled().term_width(width).render(groups).to_string()
}

/// The line of a place, and the place as a range inside it.
struct Line<'s> {
    text: Cow<'s, str>,
    span: std::ops::Range<usize>,
}

impl<'s> Line<'s> {
    fn of(place: &Place, sources: &'s Sources) -> Option<Self> {
        let bytes = sources.by_name(&place.file)?.bytes.as_slice();
        let start = place.span.start.min(bytes.len());
        let end = place.span.end.clamp(start, bytes.len());
        let ends_line = |byte: &u8| *byte == b'\n';
        let first = bytes[..start].iter().rposition(ends_line).map_or(0, |at| at + 1);
        let last = bytes[start..].iter().position(ends_line).map_or(bytes.len(), |at| start + at);
        // What is not UTF-8 is shown with signs for what was lost, and what cannot be seen with its
        // number, which moves what follows.
        let from = shown(&bytes[first..start]).len();
        let to = from + shown(&bytes[start..end.min(last)]).len();
        let text = shown(&bytes[first..last]);
        let clamp = |at: usize| text.floor_char_boundary(at);
        let span = clamp(from)..clamp(to);
        Some(Self { text, span })
    }

    fn snippet<'a, T: Clone>(&'a self, place: &'a Place) -> Snippet<'a, T> {
        Snippet::source(&*self.text).line_start(place.line).path(&place.file)
    }
}

/// Bytes as text in which everything can be seen. Control characters have signs of their own, which
/// the renderer knows.
fn shown(bytes: &[u8]) -> Cow<'_, str> {
    let text = String::from_utf8_lossy(bytes);
    let is_unseen = |c: char| !c.is_ascii() && c != char::REPLACEMENT_CHARACTER && is_hidden(c);
    if !text.contains(is_unseen) {
        return text;
    }
    let number = |c: char| if is_unseen(c) { character_number(c) } else { c.to_string() };
    text.chars().map(number).collect::<String>().into()
}
