//! Problems as JSON, one object a line.

use std::io::{self, Write};

use serde_json::json;
use service_providers_codegen::{Problem, Sources, is_hidden};

use super::end_column;

/// Writes one line a problem, and one that says how many were left out.
pub(super) fn write(
    out: &mut dyn Write,
    problems: &[Problem],
    more: usize,
    sources: &Sources,
) -> io::Result<()> {
    problems.iter().try_for_each(|problem| writeln!(out, "{}", line(problem, sources)))?;
    if more > 0 {
        writeln!(out, "{}", json!({ "more": more }))?;
    }
    Ok(())
}

/// One problem as one line. Characters that cannot be seen are written as their numbers: the line
/// may end in a terminal.
fn line(problem: &Problem, sources: &Sources) -> String {
    let related = problem.related.as_ref().map(|related| {
        json!({
            "file": related.place.file,
            "line": related.place.line,
            "column": related.place.column,
            "end_column": end_column(&related.place, sources),
            "message": related.message,
        })
    });
    let object = json!({
        "code": problem.code.name,
        // There are no warnings; whoever reads reports of many tools asks.
        "severity": "error",
        "file": problem.place.file,
        "line": problem.place.line,
        "column": problem.place.column,
        "end_column": end_column(&problem.place, sources),
        "table": problem.table,
        "field": problem.field,
        "value": problem.value,
        "message": problem.message,
        "help": problem.help,
        "mendable": problem.mendable,
        "related": related,
    });
    let mut line = String::new();
    for c in object.to_string().chars() {
        if is_hidden(c) {
            let mut units = [0; 2];
            line.extend(c.encode_utf16(&mut units).iter().map(|unit| format!("\\u{unit:04x}")));
        } else {
            line.push(c);
        }
    }
    line
}
