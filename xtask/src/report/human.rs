//! Problems for people: the row, a mark under the cell, what is wrong and what to do.

use std::borrow::Cow;
use std::io::{self, Write};

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use service_providers_codegen::{Place, Problem, Sources};

use crate::commands::rules;

/// Writes every problem with its row, and at the end how many there are.
pub(super) fn write(
    out: &mut dyn Write,
    problems: &[Problem],
    more: usize,
    sources: &Sources,
) -> io::Result<()> {
    for problem in problems {
        writeln!(out, "{}\n", render(problem, sources))?;
    }
    if more > 0 {
        writeln!(out, "and {more} more; `--limit N` shows more of them")?;
    }
    let count = problems.len() + more;
    let noun = if count == 1 { "problem" } else { "problems" };
    writeln!(
        out,
        "{count} {noun}; {} and `cargo xtask check --explain CODE` tell more",
        rules::PAGE
    )
}

/// One problem as text.
fn render(problem: &Problem, sources: &Sources) -> String {
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
    Renderer::styled().render(groups).to_string()
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
        // What is not UTF-8 is shown with signs for what was lost, which moves what follows.
        let length = |range: &[u8]| String::from_utf8_lossy(range).len();
        let from = length(&bytes[first..start]);
        let to = from + length(&bytes[start..end.min(last)]);
        let text = String::from_utf8_lossy(&bytes[first..last]);
        let clamp = |at: usize| text.floor_char_boundary(at);
        let span = clamp(from)..clamp(to);
        Some(Self { text, span })
    }

    fn snippet<'a, T: Clone>(&'a self, place: &'a Place) -> Snippet<'a, T> {
        Snippet::source(&*self.text).line_start(place.line).path(&place.file)
    }
}
