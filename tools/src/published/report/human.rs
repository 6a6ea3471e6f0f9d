//! A report for people.

use std::borrow::Cow;
use std::io::{self, Write};
use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level as Severity, Renderer, Snippet};

use super::{Finding, Level, Report, first_line, short};
use crate::published::text::PageText;
use crate::report::human::visible;

/// Writes findings with their lines, and what is to be said of the whole.
pub(super) fn write(
    out: &mut dyn Write,
    report: &Report<'_>,
    limit: usize,
    width: usize,
) -> io::Result<()> {
    for finding in report.findings.iter().take(limit) {
        writeln!(out, "{}\n", render(finding, report.text, width))?;
    }
    if report.findings.len() > limit {
        let more = report.findings.len() - limit;
        writeln!(out, "and {more} more; `--limit N` shows more of them")?;
    }
    report.summary.iter().try_for_each(|line| writeln!(out, "{line}"))
}

fn render(finding: &Finding, text: &PageText, width: usize) -> String {
    let severity = match finding.level {
        Level::Error => Severity::ERROR,
        Level::Warning => Severity::WARNING,
        Level::Note => Severity::NOTE,
    };
    let mut marks: Vec<(Line<'_>, String)> =
        finding.marks.iter().map(|mark| (Line::of(text, &mark.span), short(&mark.label))).collect();
    // The main mark stays first; the others follow line by line.
    if let Some((_, others)) = marks.split_first_mut() {
        others.sort_by_key(|(line, _)| line.number);
    }
    let message = visible(finding.message.as_bytes());
    let mut group = Group::with_title(severity.primary_title(&*message).id(finding.code));
    for (index, marks) in marks.chunk_by(|(a, _), (b, _)| a.number == b.number).enumerate() {
        let line = &marks[0].0;
        let mut snippet = Snippet::source(&*line.text).line_start(line.number).path(text.name());
        for (at, (mark, label)) in marks.iter().enumerate() {
            let is_main = index == 0 && at == 0;
            let kind = if is_main { AnnotationKind::Primary } else { AnnotationKind::Context };
            snippet = snippet.annotation(kind.span(mark.span.clone()).label(label));
        }
        group = group.element(snippet);
    }
    for note in &finding.notes {
        group = group.element(Severity::NOTE.message(note));
    }
    Renderer::styled().term_width(width).render(&[group]).to_string()
}

/// A line of the file as it is shown, and the marked part of it.
struct Line<'t> {
    text: Cow<'t, str>,
    span: Range<usize>,
    number: usize,
}

impl<'t> Line<'t> {
    fn of(text: &'t PageText, span: &Range<usize>) -> Self {
        let (start, marked) = first_line(text, span);
        let line = text.line_around(start).1;
        let place = text.place(marked.clone());
        let (from, to) = (marked.start - start, marked.end - start);
        // Characters that cannot be seen are shown as their numbers and move what follows.
        let shown = |until: usize| visible(&line.as_bytes()[..until]).len();
        let span = shown(from)..shown(to);
        Self { text: visible(line.as_bytes()), span, number: place.line }
    }
}
