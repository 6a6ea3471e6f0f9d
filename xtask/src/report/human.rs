//! Problems for people: the row, a mark under the cell, what is wrong and what to do.

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use service_providers_codegen::{Place, Problem, Report, Sources};

pub(super) fn print(report: &Report, sources: &Sources) {
    for problem in report.problems() {
        anstream::eprintln!("{}\n", render(problem, sources));
    }
    let count = report.problems().len();
    let noun = if count == 1 { "problem" } else { "problems" };
    anstream::eprintln!(
        "{count} {noun}; `cargo xtask check --explain CODE` tells more about a code"
    );
}

/// One problem as text.
fn render(problem: &Problem, sources: &Sources) -> String {
    let text = |place: &Place| {
        sources.by_name(&place.file).map(|file| String::from_utf8_lossy(&file.bytes).into_owned())
    };
    let source = text(&problem.place);
    let related =
        problem.related.as_ref().and_then(|related| Some((related, text(&related.place)?)));
    let label =
        if problem.field.is_empty() { String::new() } else { format!("`{}`", problem.field) };
    let title = Level::ERROR.primary_title(&problem.message).id(problem.code.name);
    let mut group = match &source {
        Some(source) => {
            let span = span(&problem.place, source);
            title.element(
                Snippet::source(source)
                    .path(&problem.place.file)
                    .annotation(AnnotationKind::Primary.span(span).label(&label)),
            )
        }
        None => title.element(annotate_snippets::Origin::path(&problem.place.file)),
    };
    if let Some((related, source)) = &related {
        group = group.element(Snippet::source(source).path(&related.place.file).annotation(
            AnnotationKind::Context.span(span(&related.place, source)).label(&related.message),
        ));
    }
    if !problem.help.is_empty() {
        group = group.element(Level::HELP.message(&problem.help));
    }
    let groups: &[Group<'_>] = &[group];
    Renderer::styled().render(groups).to_string()
}

/// The span inside the text that is shown; text that is not UTF-8 is shown with replacements.
fn span(place: &Place, source: &str) -> std::ops::Range<usize> {
    let clamp = |at: usize| {
        let mut at = at.min(source.len());
        while !source.is_char_boundary(at) {
            at -= 1;
        }
        at
    };
    clamp(place.span.start)..clamp(place.span.end.max(place.span.start))
}
