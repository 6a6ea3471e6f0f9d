//! `duplicate-name`: a name or alias that two rows of a table share, capitals aside, or that looks the same.

use unicode_security::confusable_detection::skeleton;

use super::{Facts, country_name, refused};
use crate::hashing::HashMap;
use crate::problem::{Code, Problem, Stage};
use crate::read::{AnyTable as _, Table};
use crate::tables::Row;

pub(super) static CODE: Code = Code {
    name: "duplicate-name",
    stage: Stage::Rules,
    mendable: false,
    refuses: "A name or alias that two rows of a table share, capitals aside, or that looks the same in letters of another script.",
    why: "A reader, and a program that looks a name up, could not tell which is meant.",
    mend: "Make the names different, or take the alias out of one of the rows.",
    example: ("alias `Amazon` on aws and on another provider", "alias `Amazon` on aws only"),
};

pub(super) fn check(facts: &Facts<'_, '_>, problems: &mut Vec<Problem>) {
    let tables = facts.tables;
    names(
        &tables.providers,
        |row| {
            let aliases = row.aliases.names().iter().map(|alias| (alias.as_str(), "aliases"));
            std::iter::once((&*row.name, "name")).chain(aliases).collect()
        },
        problems,
    );
    names(&tables.collection_methods, |row| vec![(&*row.name, "name")], problems);
    names(&tables.contexts, |row| vec![(&*row.name, "name")], problems);
    names(&tables.countries, |row| vec![(&*row.name, "name")], problems);
    names(&tables.data_categories, |row| vec![(&*row.name, "name")], problems);
    names(&tables.data_subjects, |row| vec![(&*row.name, "name")], problems);
    names(&tables.features, |row| vec![(&*row.name, "name")], problems);
    names(&tables.legal_bases, |row| vec![(&*row.name, "name")], problems);
    names(&tables.purposes, |row| vec![(&*row.name, "name")], problems);
    names(&tables.safeguards, |row| vec![(&*row.name, "name")], problems);
    names(&tables.sections, |row| vec![(&*row.name, "name")], problems);
    names(&tables.service_categories, |row| vec![(&*row.name, "name")], problems);
}

fn names<R: Row>(
    table: &Table<'_, R>,
    of: impl Fn(&R) -> Vec<(&str, &'static str)>,
    problems: &mut Vec<Problem>,
) {
    // A country under the name of another was refused for that.
    let refused = refused(problems, R::TABLE, &[&country_name::CODE]);
    let skeletons = Skeletons::default();
    let mut first: HashMap<String, Named> = HashMap::default();
    let mut alike: HashMap<String, Named> = HashMap::default();
    for entry in table.rows.iter().filter(|entry| !refused.contains(&entry.line)) {
        for (name, column) in of(&entry.row) {
            let line = entry.line;
            let folded = name.to_lowercase();
            let this = Named { line, column, ascii: name.is_ascii() };
            let looks = skeletons.of(&folded);
            let only_looks = alike.contains_key(&looks) && !first.contains_key(&folded);
            let same = *first.entry(folded).or_insert(this);
            let similar = *alike.entry(looks).or_insert(this);
            // An alias may differ from the row's own name in capitals alone: documents print both.
            let (other, message) = if same.line != line {
                (same, format!("`{name}` stands in line {} already", same.line + 1))
            } else if similar.line != line && !(similar.ascii && this.ascii) {
                (similar, format!("`{name}` looks like a name in line {}", similar.line + 1))
            } else if only_looks && !(similar.ascii && this.ascii) {
                (similar, format!("`{name}` looks like another name of the row, in other letters"))
            } else {
                continue;
            };
            problems.push(
                table
                    .problem(&CODE, line, column, message)
                    .value(name)
                    .help("make the names different, or take one out")
                    .related(table.place(other.line, other.column, None), "the other name"),
            );
        }
    }
}

/// Where a name stands.
#[derive(Clone, Copy)]
struct Named {
    line: usize,
    column: &'static str,
    ascii: bool,
}

/// What texts look like: those that look the same have the same skeleton.
struct Skeletons {
    /// Of every ASCII character. A text of these has theirs behind each other, which is much
    /// quicker than to look each up.
    ascii: [String; 128],
}

impl Default for Skeletons {
    fn default() -> Self {
        let of = |code: usize| skeleton(char::from(code as u8).encode_utf8(&mut [0; 4])).collect();
        Self { ascii: std::array::from_fn(of) }
    }
}

impl Skeletons {
    fn of(&self, text: &str) -> String {
        if !text.is_ascii() {
            return skeleton(text).collect();
        }
        text.bytes().fold(String::with_capacity(text.len()), |skeleton, byte| {
            skeleton + &self.ascii[usize::from(byte)]
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_skeleton_of_ascii_text_is_that_of_its_characters() {
        let skeletons = Skeletons::default();
        let ascii = || (0_u8..128).map(char::from);
        for text in ascii().flat_map(|a| ascii().map(move |b| format!("{a}{b}"))) {
            assert_eq!(skeletons.of(&text), skeleton(&text).collect::<String>(), "{text:?}");
        }
        assert_eq!(skeletons.of("\u{430}m"), skeleton("\u{430}m").collect::<String>());
    }
}
