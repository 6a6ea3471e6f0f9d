//! Problems as JSON, one object a line.

use serde_json::json;
use service_providers_codegen::{Problem, Report};

pub(super) fn print(report: &Report) {
    for problem in report.problems() {
        anstream::println!("{}", line(problem));
    }
}

/// One problem as one line.
fn line(problem: &Problem) -> serde_json::Value {
    json!({
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
    })
}
