//! `name-collision`: two keys of a table that become the same Rust name.

use std::borrow::Cow;
use std::hash::BuildHasher as _;

use foldhash::fast::RandomState;

use crate::hashing::{HashMap, HashSet};
use crate::keys::RowKey;
use crate::names;
use crate::problem::{Code, Problem};
use crate::read::Parsed;

pub(super) static CODE: Code = Code {
    name: "name-collision",
    refuses: "Two keys of a table that become the same Rust name.",
    why: "Every key becomes a constant; two constants cannot have one name.",
    mend: "Change one of the keys so that they differ in more than a hyphen.",
    example: ("web-site and website-s", "web-site and home-page"),
    ..Code::RULE
};

pub(super) fn check(parsed: &Parsed<'_>, problems: &mut Vec<Problem>) {
    for table in parsed.tables.untyped().into_iter().filter(|table| table.has_own_key()) {
        let keys = || table.keys().iter().filter(|key| key.well_formed);
        if !any_alike(table.name(), keys().map(|key| key.cells)) {
            continue;
        }
        let column = table.key_names()[0];
        let mut first: HashMap<String, RowKey<'_>> = HashMap::default();
        for this in keys() {
            let key = &*this.cells[0];
            let name = names::variant(table.name(), key).to_lowercase();
            let other = *first.entry(name).or_insert(this);
            if other.cells == this.cells {
                continue;
            }
            let message = format!("`{key}` and `{}` become the same Rust name", other.cells[0]);
            problems.push(
                Problem::new(&CODE, table.place(this.line, column, None), message)
                    .field(table.name(), column)
                    .value(key)
                    .help("change one of them so that they differ in more than a hyphen")
                    .related(table.place(other.line, column, None), "the other key"),
            );
        }
    }
}

/// Whether two keys differ in hyphens alone. Only such keys can become the same name, and this is
/// faster, and needs far less memory, than to make the names of all.
fn any_alike<'k>(table: &str, keys: impl Iterator<Item = &'k [Cow<'k, str>]>) -> bool {
    let hasher = RandomState::default();
    let mut seen: HashSet<u64> = HashSet::default();
    let mut letters = String::new();
    let mut last = "";
    keys.map(|key| &*key[0]).any(|key| {
        if std::mem::replace(&mut last, key) == key {
            return false;
        }
        letters.clear();
        // A name that would start with a digit gets the initial of its set in front.
        if key.starts_with(|c: char| c.is_ascii_digit()) {
            letters.extend(table.chars().next());
        }
        letters.extend(key.split('-'));
        !seen.insert(hasher.hash_one(&letters))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_keys_with_one_name_are_missed() {
        let keys = [
            "a", "ab", "a-b", "a-1", "a1", "a-1-2", "a-12", "a1-2", "7zip", "7-zip", "p7zip", "1",
            "p1", "p-1", "self", "sel-f", "se-lf",
        ];
        for (a, b) in keys.iter().flat_map(|a| keys.iter().map(move |b| (*a, *b))) {
            let name = |key: &str| names::variant("providers", key).to_lowercase();
            let both = [[Cow::from(a)], [Cow::from(b)]];
            let alike = any_alike("providers", both.iter().map(<[_; 1]>::as_slice));
            assert!(a == b || name(a) != name(b) || alike, "{a} and {b}");
        }
        let apart = [[Cow::from("a-b")], [Cow::from("a-c")], [Cow::from("a-c")]];
        assert!(!any_alike("providers", apart.iter().map(<[_; 1]>::as_slice)));
    }
}
