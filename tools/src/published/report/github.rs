//! A report as annotations on the lines of a pull request.

use std::io::{self, Write};

use super::{Finding, Level, Report, first_line};
use crate::page::counted;
use crate::published::text::PageText;
use crate::report::github::{data, property};

/// Writes one command for each finding, and one for what is to be said of the whole.
pub(super) fn write(out: &mut dyn Write, report: &Report<'_>, limit: usize) -> io::Result<()> {
    for finding in report.findings.iter().take(limit) {
        writeln!(out, "{}", line(finding, report.text))?;
    }
    let file = property(report.text.name());
    if report.findings.len() > limit {
        let more = report.findings.len() - limit;
        let are = if more == 1 { "is" } else { "are" };
        let findings = counted(more, "more finding");
        writeln!(out, "::error file={file},title={more} more::{findings} {are} not shown")?;
    }
    let summary = data(&report.summary.join("\n"));
    writeln!(out, "::notice file={file},line=1,title=summary::{summary}")
}

fn line(finding: &Finding, text: &PageText) -> String {
    let command = match finding.level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Note => "notice",
    };
    let span = finding.marks.first().map_or(0..0, |mark| first_line(text, &mark.span).1);
    let (start, end) = (text.place(span.clone()), text.place(span.end..span.end));
    let labels = finding.marks.iter().map(|mark| mark.label.clone());
    let lines = std::iter::once(finding.message.clone()).chain(labels).chain(finding.notes.clone());
    let message: Vec<String> = lines.filter(|line| !line.is_empty()).collect();
    format!(
        "::{command} file={},line={},endLine={},col={},endColumn={},title={}::{}",
        property(text.name()),
        start.line,
        start.line,
        start.column,
        end.column.saturating_sub(1).max(start.column),
        property(finding.code),
        data(&message.join("\n")),
    )
}
