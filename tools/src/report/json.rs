//! Problems as JSON, one object on each line.

use std::io::{self, Write};

use serde_json::{Value, json};
use service_providers_codegen::{Place, Problem, Sources, is_hidden};

use super::end_column;
use crate::program::Program;

/// Writes one line for each problem, and a last one that says how many were left out.
pub(super) fn write(
    out: &mut dyn Write,
    problems: &[Problem],
    more: usize,
    sources: &Sources,
    program: &Program,
) -> io::Result<()> {
    for problem in problems {
        writeln!(out, "{}", line(problem, sources, program))?;
    }
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

/// One problem as one line.
fn line(problem: &Problem, sources: &Sources, program: &Program) -> String {
    let related = problem.related.as_ref().map(|related| {
        let mut object = place(&related.place, sources);
        object["message"] = json!(related.message);
        object
    });
    let same: Vec<Value> = problem.same.iter().map(|other| place(other, sources)).collect();
    let object = json!({
        "code": problem.code.name,
        // There are no warnings. Programs that read the reports of many tools expect this member.
        "severity": "error",
        "file": problem.place.file,
        "line": problem.place.line,
        "column": problem.place.column,
        "end_column": end_column(&problem.place, sources),
        "table": problem.table,
        "field": problem.field,
        "value": problem.value,
        "message": problem.message,
        "help": program.named_in(&problem.help),
        "mendable": problem.mendable,
        "related": related,
        "same": same,
    });
    one_line(&object)
}

/// A value on one line. Characters that cannot be seen are written as their numbers, because the
/// line may be printed on a terminal.
pub(crate) fn one_line(object: &Value) -> String {
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
