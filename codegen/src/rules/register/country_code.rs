//! `country-code`: a country whose key is not an ISO 3166-1 alpha-2 code in lower case.

use crate::problem::{Code, Problem};
use crate::read::{LocatedRow, Parsed};

pub(super) static CODE: Code = Code {
    name: "country-code",
    refuses: "A country whose key is not an ISO 3166-1 alpha-2 code in lower case.",
    why: "Programs everywhere know countries by this code.",
    mend: "Look the code up in ISO 3166-1. Codes that the standard has withdrawn do not count.",
    example: ("uk", "gb"),
    ..Code::RULE
};

pub(super) fn check(parsed: &Parsed<'_>, problems: &mut Vec<Problem>) {
    let table = &parsed.tables.countries;
    for LocatedRow { line, row } in &table.rows {
        let code = row.key.to_uppercase();
        if code.len() != 2 || rust_iso3166::from_alpha2(&code).is_none() {
            let message = format!("`{}` is not a code of ISO 3166-1", row.key);
            problems.push(
                table
                    .problem(&CODE, *line, "key", message)
                    .help("write the two-letter code in lower case"),
            );
        }
    }
}
