//! `duplicate-name`: a name or alias that two rows of a table share.

use std::hash::BuildHasher as _;

use foldhash::fast::RandomState;

use super::{country_name, refused};
use crate::hashing::{HashMap, HashSet};
use crate::problem::{Code, Problem};
use crate::read::{AnyTable as _, LocatedRow, Parsed, TypedTable, VocabularyTables};
use crate::tables::row::ProviderRow;
use crate::tables::{Row, VocabularyRow};
use crate::text::looks;

pub(super) static CODE: Code = Code {
    name: "duplicate-name",
    refuses: "A name or alias that two rows of a table share, ignoring capitals, or that looks the same in letters of another script.",
    why: "A reader, and a program that looks a name up, could not tell which is meant.",
    mend: "Make the names different, or take the alias out of one of the rows.",
    example: ("alias `Amazon` on aws and on another provider", "alias `Amazon` on aws only"),
    ..Code::RULE
};

pub(super) fn check(parsed: &Parsed<'_>, problems: &mut Vec<Problem>) {
    check_table(&parsed.tables.providers, provider_names, problems);
    parsed.tables.visit_vocabularies(&mut Vocabularies(problems));
}

/// The names of a provider, each with its column.
fn provider_names(row: &ProviderRow) -> Vec<(&str, &'static str)> {
    let aliases = row.aliases.names().iter().map(|alias| (alias.as_str(), "aliases"));
    std::iter::once((&*row.name, "name")).chain(aliases).collect()
}

struct Vocabularies<'p>(&'p mut Vec<Problem>);

impl VocabularyTables for Vocabularies<'_> {
    fn visit<R: VocabularyRow>(&mut self, table: &TypedTable<'_, R>) {
        if let Some(variants) = R::VARIANTS {
            check_table(table, |row| vec![(&**(variants.name)(row), "name")], self.0);
        }
    }
}

/// Checks the names of a table, each with its column.
fn check_table<R: Row>(
    table: &TypedTable<'_, R>,
    names: impl Fn(&R) -> Vec<(&str, &'static str)>,
    problems: &mut Vec<Problem>,
) {
    // A country with the name of another was refused for that.
    let refused = refused(problems, R::TABLE, &[&country_name::CODE]);
    let all = table.rows.iter().flat_map(|located| names(&located.row));
    if !any_alike(all.map(|(name, _)| name)) {
        return;
    }
    let mut known = Names::default();
    for LocatedRow { line, row } in &table.rows {
        if refused.contains(line) {
            continue;
        }
        for (name, column) in names(row) {
            let place = NamePlace { line: *line, column, ascii: name.is_ascii() };
            if let Some((other, message)) = known.add(name, place) {
                problems.push(
                    table
                        .problem(&CODE, *line, column, message)
                        .value(name)
                        .help("make the names different, or take one out")
                        .related(table.place(other.line, other.column, None), "the other name"),
                );
            }
        }
    }
}

/// Where a name stands.
#[derive(Clone, Copy)]
struct NamePlace {
    line: usize,
    column: &'static str,
    ascii: bool,
}

/// The names of a table, each where it is first.
#[derive(Default)]
struct Names {
    by_text: HashMap<String, NamePlace>,
    by_looks: HashMap<String, NamePlace>,
}

impl Names {
    /// Adds a name; the place of the other and the message where it is taken. In one row, names may
    /// differ in capitals alone, because documents print both.
    fn add(&mut self, name: &str, place: NamePlace) -> Option<(NamePlace, String)> {
        let folded = name.to_lowercase();
        let looks = looks(&folded);
        let same = self.by_text.get(&folded).copied();
        let alike = self.by_looks.get(&looks).copied();
        self.by_text.entry(folded).or_insert(place);
        self.by_looks.entry(looks).or_insert(place);
        if let Some(same) = same.filter(|same| same.line != place.line) {
            return Some((same, format!("`{name}` is in another row already")));
        }
        // Of two ASCII names that look alike, a reader sees the difference.
        let alike = alike.filter(|alike| !(alike.ascii && place.ascii))?;
        if alike.line != place.line {
            return Some((alike, format!("`{name}` looks like a name in another row")));
        }
        let message = format!("`{name}` looks like another name of the row, in other letters");
        same.is_none().then_some((alike, message))
    }
}

/// Whether any two of these names look alike, or may. Only hashes of what they look like are kept.
fn any_alike<'n>(names: impl Iterator<Item = &'n str>) -> bool {
    let hasher = RandomState::default();
    let mut seen: HashSet<u64> = HashSet::default();
    let looks = names.map(|name| looks(&name.to_lowercase()));
    looks.map(|looks| hasher.hash_one(looks)).any(|hash| !seen.insert(hash))
}
