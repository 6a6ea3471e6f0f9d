//! Findings for programs, one JSON object on each line.

use serde_json::{Value, json};
use service_providers_codegen::{Place, Places};

use super::finding::{Evidence, Finding};
use super::run::{ACCEPTED_FOR_NOTHING, Audit};

/// One line for each finding that nobody accepted, and for each entry without a finding.
pub fn lines(audit: &Audit, places: &Places<'_>) -> String {
    let findings = audit.open.iter().map(|finding| line(finding, places));
    let unused = audit.unused.iter().map(|row| {
        let key = [row.code.to_string(), row.subject.to_string(), row.edition.clone()];
        json!({
            "code": ACCEPTED_FOR_NOTHING,
            "edition": row.edition,
            "subject": row.subject,
            "message": format!("No finding `{}` on this subject in this edition.", row.code),
            "inferences": [],
            "evidence": [{
                "table": "accepted-findings",
                "key": key,
                "column": "code",
                "value": row.code,
                "source": null,
                "place": place(places.cell("accepted-findings", &key, "code")),
            }],
        })
    });
    findings.chain(unused).map(|line| format!("{line}\n")).collect()
}

fn line(finding: &Finding, places: &Places<'_>) -> Value {
    let evidence: Vec<Value> = finding.evidence.iter().map(|row| evidence(row, places)).collect();
    json!({
        "code": finding.code,
        "edition": finding.edition,
        "subject": finding.subject,
        "message": finding.message,
        "inferences": finding.inferences,
        "evidence": evidence,
    })
}

fn evidence(row: &Evidence, places: &Places<'_>) -> Value {
    json!({
        "table": row.table,
        "key": row.key,
        "column": row.column,
        "value": row.value,
        "source": (!row.source.is_empty()).then_some(&row.source),
        "place": place(places.cell(row.table, &row.key, row.column)),
    })
}

fn place(place: Option<Place>) -> Value {
    place.map_or(
        Value::Null,
        |place| json!({ "file": place.file, "line": place.line, "column": place.column }),
    )
}
