//! A report as SARIF 2.1.0, the format of an OASIS standard that code scanning reads.

use std::io::{self, Write};

use serde_json::{Value, json};

use super::{Finding, Level, Mark, Report, first_line};
use crate::published::text::PageText;
use crate::report::json::one_line;

/// Writes one document.
pub(super) fn write(out: &mut dyn Write, report: &Report<'_>) -> io::Result<()> {
    let rules: Vec<Value> = (report.codes.iter())
        .map(|(code, text)| json!({ "id": code, "shortDescription": { "text": text } }))
        .collect();
    let rule_index = |code: &str| report.codes.iter().position(|(known, _)| *known == code);
    let results: Vec<Value> = (report.findings.iter())
        .map(|finding| result(finding, rule_index(finding.code), report.text))
        .collect();
    let document = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "service-providers",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": rules,
            } },
            "columnKind": "unicodeCodePoints",
            "artifacts": [{ "location": { "uri": uri(report.text.name()) } }],
            "invocations": [{
                "executionSuccessful": true,
                "toolExecutionNotifications": report.summary.iter().map(|line| json!({
                    "level": "note", "message": { "text": line },
                })).collect::<Vec<_>>(),
            }],
            "results": results,
        }],
    });
    writeln!(out, "{}", one_line(&document))
}

fn result(finding: &Finding, rule_index: Option<usize>, text: &PageText) -> Value {
    let level = match finding.level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Note => "note",
    };
    let mut lines = vec![finding.message.clone()];
    lines.extend(finding.marks.iter().map(|mark| mark.label.clone()));
    lines.extend(finding.notes.clone());
    lines.retain(|line| !line.is_empty());
    let mut result = json!({
        "ruleId": finding.code,
        "level": level,
        "message": { "text": lines.join("\n") },
        "locations": finding.marks.iter().take(1).map(|mark| location(mark, text)).collect::<Vec<_>>(),
        "relatedLocations":
            finding.marks.iter().skip(1).map(|mark| location(mark, text)).collect::<Vec<_>>(),
    });
    if let Some(index) = rule_index {
        result["ruleIndex"] = json!(index);
    }
    result
}

fn location(mark: &Mark, text: &PageText) -> Value {
    let (_, span) = first_line(text, &mark.span);
    let (start, end) = (text.place(span.clone()), text.place(span.end..span.end));
    let mut location = json!({
        "physicalLocation": {
            "artifactLocation": { "uri": uri(text.name()), "index": 0 },
            "region": {
                "startLine": start.line,
                "startColumn": start.column,
                "endColumn": end.column,
            },
        },
    });
    if !mark.label.is_empty() {
        location["message"] = json!({ "text": mark.label });
    }
    location
}

/// A path as a relative reference: outside of what a path may hold, bytes are written as `%20`.
fn uri(path: &str) -> String {
    const PATH: &percent_encoding::AsciiSet = &percent_encoding::NON_ALPHANUMERIC
        .remove(b'-')
        .remove(b'.')
        .remove(b'_')
        .remove(b'~')
        .remove(b'/');
    percent_encoding::utf8_percent_encode(&path.replace('\\', "/"), PATH).to_string()
}
