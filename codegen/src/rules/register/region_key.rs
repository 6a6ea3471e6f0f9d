//! `region-key`: a region with the key of a country.

use crate::hashing::HashMap;
use crate::problem::{Code, Problem};
use crate::read::{AnyTable as _, LocatedRow, Parsed};

pub(super) static CODE: Code = Code {
    name: "region-key",
    refuses: "A region with the key of a country.",
    why: "A place is known by its key alone, whether it is a country or a region.",
    mend: "Choose another key for the region.",
    example: ("a region with the key `us`", "a region with the key `north-america`"),
    ..Code::RULE
};

pub(super) fn check(parsed: &Parsed<'_>, problems: &mut Vec<Problem>) {
    let (countries, regions) = (&parsed.tables.countries, &parsed.tables.regions);
    let lines: HashMap<&str, usize> =
        countries.rows.iter().map(|located| (&*located.row.key, located.line)).collect();
    for LocatedRow { line, row } in &regions.rows {
        let Some(country) = lines.get(&*row.key) else { continue };
        problems.push(
            regions
                .problem(&CODE, *line, "key", format!("`{}` is the key of a country", row.key))
                .help("choose another key for the region")
                .related(countries.place(*country, "key", None), "the country"),
        );
    }
}
