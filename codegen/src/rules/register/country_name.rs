//! `country-name`: a country under the name of another.

use std::sync::LazyLock;

use crate::hashing::HashMap;
use crate::problem::{Code, Problem};
use crate::read::{LocatedRow, Parsed};

pub(super) static CODE: Code = Code {
    name: "country-name",
    refuses: "A country with a name that ISO 3166-1 gives to another.",
    why: "The pages show the name. If the column slipped by a row, every company would move to another country.",
    mend: "Write the country's own name. Where many are wrong, put the column back as it was.",
    example: ("us,Uruguay", "us,United States"),
    ..Code::RULE
};

/// With at least this many wrong names, one mistake moved them all.
const MANY: usize = 5;

/// The countries of ISO 3166-1 by their names, and by what names begin with.
static BY_NAME: LazyLock<HashMap<String, Vec<&str>>> = LazyLock::new(|| {
    let mut names: HashMap<String, Vec<&str>> = HashMap::default();
    for country in rust_iso3166::ALL {
        for name in beginnings(country.name) {
            names.entry(name).or_default().push(country.alpha2);
        }
    }
    names
});

pub(super) fn check(parsed: &Parsed<'_>, problems: &mut Vec<Problem>) {
    let table = &parsed.tables.countries;
    let mut found = Vec::new();
    for LocatedRow { line, row } in &table.rows {
        let Some(own) = rust_iso3166::from_alpha2(&row.key.to_uppercase()) else { continue };
        let words = words(&row.name);
        let own_words = self::words(own.name);
        if own_words.windows(words.len().max(1)).any(|part| part == words) {
            continue;
        }
        let Some(others) = BY_NAME.get(&words.join(" ")) else { continue };
        let [other, ..] = others.as_slice() else { continue };
        let message = format!("`{}` is the name of `{}`", row.name, other.to_lowercase());
        let help = format!("ISO 3166-1 calls `{}` {}", row.key, own.name);
        found.push((*line, message, help));
    }
    if found.len() >= MANY {
        let count = found.len();
        found.truncate(1);
        found[0].1 += &format!("; {count} countries have the name of another country");
        found[0].2 = "put the column back as it was; it seems to have slipped by a row".to_owned();
    }
    for (line, message, help) in found {
        problems.push(table.problem(&CODE, line, "name", message).help(help));
    }
}

fn words(name: &str) -> Vec<String> {
    let words = name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}

/// A name, and the part of it in front of each `of` and of each addition in brackets.
fn beginnings(name: &str) -> Vec<String> {
    let cuts = name.match_indices(" (").chain(name.match_indices(" of ")).map(|(at, _)| at);
    cuts.filter(|at| name[..*at].contains(' ') || name[*at..].starts_with(" ("))
        .chain(std::iter::once(name.len()))
        .map(|at| words(&name[..at]).join(" "))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_known_without_its_additions() {
        assert_eq!(beginnings("Iran (Islamic Republic of)"), ["iran", "iran islamic republic of"]);
        assert_eq!(
            beginnings("United States of America"),
            ["united states", "united states of america"]
        );
        assert_eq!(beginnings("Isle of Man"), ["isle of man"]);
    }
}
