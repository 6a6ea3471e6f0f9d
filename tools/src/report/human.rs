//! Problems for people: the row, a mark under the cell, what is wrong and what to do.

use std::borrow::Cow;
use std::io::{self, Write};

use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use service_providers_codegen::{
    Place, Problem, Report, Sources, TABLES, character_number, is_hidden,
};

use super::{SourceOrigin, rule_address};
use crate::page::{counted, prose};
use crate::program::Program;

/// What is needed to show a problem.
pub(super) struct Context<'a> {
    /// The files in which the problems are.
    pub(super) sources: &'a Sources,
    /// The program that prints them.
    pub(super) program: &'a Program,
    /// What the files were made from, if from something else.
    pub(super) origin: Option<&'a dyn SourceOrigin>,
    /// How many columns an excerpt may take.
    pub(super) width: usize,
}

impl Context<'_> {
    /// Where a place is, if the file was made from something else: the cell, and its row.
    fn origin(&self, place: &Place) -> Option<(String, usize)> {
        self.origin?.place(place)
    }

    /// What is wrong. The message of a problem in several places names some of them.
    fn message(&self, problem: &Problem) -> String {
        let mut message = problem.message.clone();
        for place in problem.same.iter().rev() {
            if let Some((cell, _)) = self.origin(place) {
                message = message.replace(&place.to_string(), &cell);
            }
        }
        message
    }

    /// What to do about it, with the program's commands and the names of its files.
    fn help(&self, problem: &Problem) -> String {
        let help = self.program.named_in(&problem.help).into_owned();
        let tables = TABLES.iter().map(|table| table.path);
        tables.fold(help, |help, path| match self.origin.and_then(|origin| origin.file(path)) {
            Some(called) => help.replace(path, &called),
            None => help,
        })
    }

    /// What people call these files.
    fn files(&self, files: &[String]) -> Vec<String> {
        let called = |file: &String| self.origin?.file(file);
        files.iter().map(|file| called(file).unwrap_or_else(|| file.clone())).collect()
    }
}

/// Writes problems of a report, and at the end a summary of all of them.
pub(super) fn write(
    out: &mut dyn Write,
    report: &Report,
    shown: &[Problem],
    context: &Context<'_>,
) -> io::Result<()> {
    for problem in shown {
        writeln!(out, "{}\n", render(problem, context))?;
    }
    summary(out, report, shown.len(), context)
}

fn summary(
    out: &mut dyn Write,
    report: &Report,
    shown: usize,
    context: &Context<'_>,
) -> io::Result<()> {
    let program = context.program;
    let count = report.problems().len();
    if count > shown {
        writeln!(out, "and {} more; `--limit N` shows more of them", count - shown)?;
    }
    let mendable = report.problems().iter().filter(|problem| problem.mendable).count();
    let sync = program.command("sync");
    let mends = match mendable {
        0 => String::new(),
        1 if count == 1 => format!("; `{sync}` mends it"),
        all if all == count => format!("; `{sync}` mends all of them"),
        some => format!("; `{sync}` mends {some} of them"),
    };
    writeln!(out, "{}{mends}", counted(count, "problem"))?;
    if let Some(files) = in_a_sentence(&context.files(report.incomplete_files())) {
        writeln!(out, "more may follow once {files} mended, because some checks wait for that")?;
    }
    let explain = format!("{} check --explain CODE", program.name());
    match program.workspace() {
        Some(workspace) => {
            let page = crate::paths::shown(&workspace.rules_page());
            writeln!(out, "{page} and `{explain}` tell more")
        }
        None => writeln!(out, "`{explain}` tells more"),
    }
}

/// Files in a sentence, with the verb; `None` if there are none.
fn in_a_sentence(files: &[String]) -> Option<String> {
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
fn render(problem: &Problem, context: &Context<'_>) -> String {
    let Context { sources, program, width, .. } = *context;
    let line = Line::of(&problem.place, sources);
    let related = problem
        .related
        .as_ref()
        .and_then(|related| Some((related, Line::of(&related.place, sources)?)));
    let label =
        if problem.field.is_empty() { String::new() } else { format!("`{}`", problem.field) };
    let message = context.message(problem);
    let title = Level::ERROR.primary_title(message).id(problem.code.name);
    let mut group = Group::with_title(title);
    group = match &line {
        Some(line) => {
            let mark = AnnotationKind::Primary.span(line.span.clone()).label(&label);
            line.add_to(group, &problem.place, mark, context)
        }
        None => group.element(Origin::path(&problem.place.file)),
    };
    if let Some((related, line)) = &related {
        let mark = AnnotationKind::Context.span(line.span.clone()).label(&related.message);
        group = line.add_to(group, &related.place, mark, context);
    }
    let help = context.help(problem);
    if !help.is_empty() {
        group = group.element(Level::HELP.message(&*help));
    }
    let address = rule_address(problem, program);
    if let Some(address) = &address {
        group = group.element(Level::NOTE.message(address));
    }
    let groups: &[Group<'_>] = &[group];
    let text = Renderer::styled().term_width(width).render(groups).to_string();
    let related = problem.related.as_ref().map(|related| &related.place);
    let origins = std::iter::once(&problem.place).chain(related);
    origins.filter_map(|place| context.origin(place)).fold(text, without_line)
}

/// A printed problem without the line and the column after the name of a cell. The renderer writes
/// them after every name.
fn without_line(mut text: String, (cell, row): (String, usize)) -> String {
    let line = format!("{cell}:{row}:");
    if let Some(at) = text.find(&line) {
        let column = &text[at + line.len()..];
        let digits = column.find(|c: char| !c.is_ascii_digit()).unwrap_or(column.len());
        text.replace_range(at + cell.len()..at + line.len() + digits, "");
    }
    text
}

/// The line of a place as text, and the place as a range in that text.
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
        // Bytes that are not UTF-8 are shown as replacement characters, and characters that cannot
        // be seen as their numbers, so the excerpt is longer than the line.
        let from = visible(&bytes[first..start]).len();
        let to = from + visible(&bytes[start..end.min(last)]).len();
        let text = visible(&bytes[first..last]);
        let clamp = |at: usize| text.floor_char_boundary(at);
        let span = clamp(from)..clamp(to);
        Some(Self { text, span })
    }

    /// Adds the line to what is printed of a problem, with a mark at the place.
    fn add_to<'a>(
        &'a self,
        group: Group<'a>,
        place: &'a Place,
        mark: Annotation<'a>,
        context: &Context<'_>,
    ) -> Group<'a> {
        let snippet = Snippet::source(&*self.text).annotation(mark);
        group.element(match context.origin(place) {
            Some((cell, row)) => snippet.line_start(row).path(cell),
            None => snippet.line_start(place.line).path(&place.file),
        })
    }
}

/// Bytes as text in which every character can be seen. The renderer shows control characters by
/// itself.
pub(crate) fn visible(bytes: &[u8]) -> Cow<'_, str> {
    let text = String::from_utf8_lossy(bytes);
    let is_unseen = |c: char| !c.is_ascii() && c != char::REPLACEMENT_CHARACTER && is_hidden(c);
    if !text.contains(is_unseen) {
        return text;
    }
    let number = |c: char| if is_unseen(c) { character_number(c) } else { c.to_string() };
    text.chars().map(number).collect::<String>().into()
}
