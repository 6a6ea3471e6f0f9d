//! Problems as JSON, one object a line.

use std::io::{self, Write};

use serde_json::json;
use service_providers_codegen::{Problem, is_hidden};

/// Writes one line a problem.
pub(super) fn write(out: &mut dyn Write, problems: &[Problem]) -> io::Result<()> {
    problems.iter().try_for_each(|problem| writeln!(out, "{}", line(problem)))
}

/// One problem as one line. Characters that cannot be seen are written as their numbers: the line
/// may end in a terminal.
fn line(problem: &Problem) -> String {
    let object = json!({
        "code": problem.code.name,
        "severity": problem.severity.to_string(),
        "file": problem.place.file,
        "line": problem.place.line,
        "column": problem.place.column,
        "table": problem.table,
        "field": problem.field,
        "value": problem.value,
        "message": problem.message,
        "help": problem.help,
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
