//! `country-code`: a country whose key is not an ISO 3166-1 alpha-2 code in lower case.

use super::Facts;
use crate::problem::{Code, Problem, Stage};

pub(super) static CODE: Code = Code {
    name: "country-code",
    stage: Stage::Rules,
    mendable: false,
    refuses: "A country whose key is not an ISO 3166-1 alpha-2 code in lower case.",
    why: "Programs everywhere know countries by this code.",
    mend: "Look the code up in ISO 3166-1. Codes that the standard has withdrawn do not count.",
    example: ("uk", "gb"),
};

pub(super) fn check(facts: &Facts<'_, '_>, problems: &mut Vec<Problem>) {
    let table = &facts.tables.countries;
    for entry in &table.rows {
        let code = entry.row.key.to_uppercase();
        if code.len() != 2 || rust_iso3166::from_alpha2(&code).is_none() {
            problems.push(
                table
                    .problem(
                        &CODE,
                        entry.line,
                        "key",
                        format!("`{}` is not a code of ISO 3166-1", entry.row.key),
                    )
                    .help("write the two-letter code in lower case"),
            );
        }
    }
}
