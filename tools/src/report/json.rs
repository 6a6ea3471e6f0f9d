//! Problems as JSON, one object a line.

use std::io::{self, Write};

use serde_json::{Value, json};
use service_providers_codegen::{Place, Problem, Sources, is_hidden};

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

fn place(place: &Place, sources: &Sources) -> Value {
    json!({
        "file": place.file,
        "line": place.line,
        "column": place.column,
        "end_column": end_column(place, sources),
    })
}

/// One problem as one line. Characters that cannot be seen are written as their numbers: the line
/// may end in a terminal.
fn line(problem: &Problem, sources: &Sources) -> String {
    let related = problem.related.as_ref().map(|related| {
        let mut object = place(&related.place, sources);
        object["message"] = json!(related.message);
        object
    });
    let same: Vec<Value> = problem.same.iter().map(|other| place(other, sources)).collect();
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
        "same": same,
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
