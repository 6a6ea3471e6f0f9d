//! The words of a name, and its pieces.

use crate::published::legal::is_legal_form;

/// The words of a name in lower case, without legal forms at the end. Signing in has one word,
/// however it is written.
pub fn words(name: &str) -> Vec<String> {
    let lower = name.to_lowercase().replace('&', " and ");
    let split = lower.split(|c: char| !c.is_alphanumeric());
    let mut words: Vec<String> = split.filter(|word| !word.is_empty()).map(str::to_owned).collect();
    join_single_sign_on(&mut words);
    join_initials(&mut words);
    while words.len() > 1 && words.last().is_some_and(|word| is_legal_form(word)) {
        words.pop();
    }
    if words.len() > 1 && words[0] == "the" {
        words.remove(0);
    }
    words
}

/// `L.L.C.` at the end is one word.
fn join_initials(words: &mut Vec<String>) {
    let initials = words.iter().rev().take_while(|word| word.chars().count() == 1).count();
    let joined = words[words.len() - initials..].concat();
    if initials > 1 && is_legal_form(&joined) {
        words.truncate(words.len() - initials);
        words.push(joined);
    }
}

fn join_single_sign_on(words: &mut Vec<String>) {
    for phrase in [["single", "sign", "on"].as_slice(), &["single", "signon"]] {
        while let Some(at) = words.windows(phrase.len()).position(|found| found == phrase) {
            words.splice(at..at + phrase.len(), ["sso".to_owned()]);
        }
    }
    words.dedup_by(|next, word| next == word && word == "sso");
}

/// Words after a name that say where a company of a group works.
const PARTS_OF_THE_WORLD: &[&str] =
    &["apac", "emea", "eu", "europe", "global", "international", "uk", "us", "usa", "worldwide"];

/// A name without former names, legal forms and parts of the world after it.
pub fn short_name(name: &str) -> String {
    let pieces = Pieces::of(name).filter(|pieces| pieces.is_former && !pieces.outside.is_empty());
    let name = pieces.map_or_else(|| name.to_owned(), |pieces| pieces.outside);
    let mut words: Vec<&str> = name.split_whitespace().collect();
    let is_extra = |word: &str| {
        let plain = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        is_legal_form(word) || PARTS_OF_THE_WORLD.contains(&plain.as_str())
    };
    while words.len() > 1 && words.last().is_some_and(|word| is_extra(word)) {
        words.pop();
    }
    words.join(" ")
}

/// A name taken apart at its brackets.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Pieces {
    /// What stands outside of brackets.
    pub outside: String,
    /// What stands in each bracket and may be a name too, without words such as `formerly`.
    pub inside: Vec<String>,
    /// Whether such a word stands there.
    pub is_former: bool,
}

/// Words in front of another name of the same thing.
const ALSO: &[&str] = &[
    "formerly known as",
    "formerly",
    "previously known as",
    "previously",
    "also known as",
    "aka",
    "a.k.a.",
    "fka",
    "f/k/a",
    "now known as",
    "now",
    "dba",
    "d/b/a",
    "doing business as",
    "ex",
];
/// Words in front of the name of another company.
const OTHERS: &[&str] =
    &["by", "from", "owned by", "part of", "operated by", "provided by", "powered by", "via"];

impl Pieces {
    /// Takes a name apart; `None` if it has no brackets.
    pub fn of(name: &str) -> Option<Self> {
        let mut pieces = Self::default();
        let mut rest = name;
        while let Some(open) = rest.find('(') {
            pieces.outside.push_str(&rest[..open]);
            let inner = &rest[open + 1..];
            // A bracket that never closes goes to the end.
            let close = inner.find(')').unwrap_or(inner.len());
            if let Some((name, is_former)) = inside(&inner[..close]) {
                pieces.inside.push(name);
                pieces.is_former |= is_former;
            }
            rest = inner.get(close + 1..).unwrap_or_default();
        }
        if pieces == Self::default() {
            return former(name);
        }
        pieces.outside.push_str(rest);
        pieces.outside = pieces.outside.trim().to_owned();
        Some(pieces)
    }
}

/// `New Name, formerly Old Name`, without brackets.
fn former(name: &str) -> Option<Pieces> {
    let lower = name.to_ascii_lowercase();
    let starts = |word: &str| ALSO.iter().any(|words| words.split(' ').next() == Some(word));
    if !lower.split(' ').any(starts) {
        return None;
    }
    let (at, length) = ALSO.iter().find_map(|word| {
        let found = format!(" {word} ");
        lower.find(&found).map(|at| (at, found.len()))
    })?;
    let outside = name[..at].trim_end_matches([',', ' ', '-', '\u{2013}']).to_owned();
    let inside = vec![name[at + length..].trim().to_owned()];
    Some(Pieces { outside, inside, is_former: true })
}

/// The name in a bracket, and whether a word says that it is another name of the same thing.
fn inside(text: &str) -> Option<(String, bool)> {
    let text = text.trim();
    let lower = text.to_ascii_lowercase();
    let starts = |words: &&&str| {
        lower.strip_prefix(**words).is_some_and(|rest| rest.starts_with([' ', ':']))
    };
    if OTHERS.iter().any(|words| starts(&words)) || text.is_empty() {
        return None;
    }
    let also = ALSO.iter().find(starts).map_or(0, |words| words.len());
    Some((text[also..].trim_start_matches([' ', ':']).to_owned(), also > 0))
}

/// The pieces of a name between its conjunctions, where there are any. The space after one may be
/// lost: `Acorn andBirch`.
pub fn joined(name: &str) -> Vec<&str> {
    const MARKS: &[&str] = &[",", ";", "/", "&", " and", " or", "\n"];
    let starts = |c: char| c.is_whitespace() || c.is_uppercase() || c.is_ascii_digit();
    let mut pieces = Vec::new();
    let (mut from, mut at) = (0, 0);
    while let Some(next) = name[at..].chars().next() {
        let after = MARKS.iter().find_map(|mark| name[at..].strip_prefix(mark));
        match after.filter(|after| after.starts_with(starts)) {
            Some(after) => {
                pieces.push(&name[from..at]);
                at = name.len() - after.len();
                from = at;
            }
            None => at += next.len_utf8(),
        }
    }
    pieces.push(&name[from..]);
    pieces.into_iter().map(str::trim).filter(|piece| !piece.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn legal_forms_and_ways_of_writing_are_no_words() {
        assert_eq!(words("Vendor, Inc."), ["vendor"]);
        assert_eq!(words("Vendor, L.L.C."), ["vendor"]);
        assert_eq!(words("The Vendor Company LLC"), ["vendor"]);
        assert_eq!(words("Maker Single Sign-On (SSO)"), ["maker", "sso"]);
        assert_eq!(words("A & B"), ["a", "and", "b"]);
        assert_eq!(words("Company"), ["company"]);
    }

    #[test]
    fn brackets_hold_other_names() {
        let pieces = |name| Pieces::of(name).map(|pieces| (pieces.outside, pieces.inside));
        let found = |outside: &str, inside: &[&str]| {
            Some((outside.to_owned(), inside.iter().map(|name| (*name).to_owned()).collect()))
        };
        assert_eq!(pieces("New (formerly Old)"), found("New", &["Old"]));
        assert_eq!(pieces("New (previously known as Old"), found("New", &["Old"]));
        assert_eq!(pieces("New, formerly Old"), found("New", &["Old"]));
        assert_eq!(pieces("Product (by Maker)"), found("Product", &[]));
        assert_eq!(pieces("Maker (Product)"), found("Maker", &["Product"]));
        assert_eq!(pieces("Vendor"), None);
    }

    #[test]
    fn a_short_name_is_enough_for_a_key() {
        for (name, short) in [
            ("Forest Web Services EMEA SARL", "Forest Web Services"),
            ("Sandbar (formerly Dunebank)", "Sandbar"),
            ("Sandbar, formerly Dunebank", "Sandbar"),
            ("Maker (Product)", "Maker (Product)"),
            ("Tillpoint, Inc.", "Tillpoint,"),
            ("Company", "Company"),
            ("Global", "Global"),
        ] {
            assert_eq!(short_name(name), short, "{name}");
        }
    }
}
