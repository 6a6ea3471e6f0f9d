//! Which providers of a register a printed name may mean.
//!
//! A name is looked up level by level, and the first level with an answer counts: the key, the name,
//! an alias or a printed name as it stands; the same without what is cosmetic; and then loosely. A
//! loose match says why it is one. Where a level has several answers, all of them are candidates.

mod match_kind;
mod mentions;
mod of_register;
mod words;

use std::collections::{BTreeSet, HashMap};

pub use match_kind::MatchKind;
pub use of_register::of_register;

use super::normal::fold;
use super::page::{Name, NamePart};
use mentions::Mentions;
use words::{Pieces, joined, words};

use crate::published::address::{domain_labels, host};
pub use words::short_name;

/// A provider that a name may mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// The provider's key.
    pub provider: String,
    /// How the name was matched.
    pub how: MatchKind,
}

/// A provider with all that it is called by.
#[derive(Clone, Debug, Default)]
pub struct NamedProvider<'r> {
    /// Its key.
    pub key: &'r str,
    /// Its names: the one to show, its aliases, and what documents print.
    pub names: Vec<&'r str>,
    /// The addresses of its policies.
    pub policies: Vec<&'r str>,
}

type Providers = BTreeSet<usize>;

/// The names of a register's providers, for looking them up.
#[derive(Debug, Default)]
pub struct NameIndex {
    keys: Vec<String>,
    exact: HashMap<String, Providers>,
    folded: HashMap<String, Providers>,
    /// By the words, joined by spaces.
    words: HashMap<String, Providers>,
    /// By the words without those of a maker in front.
    ends: HashMap<String, Providers>,
    /// By the first words, and by those outside of brackets.
    beginnings: HashMap<String, Providers>,
    hosts: HashMap<String, Providers>,
    mentions: Mentions,
}

/// How many words a maker's name may have.
const MAKER: usize = 2;
/// How many words may be missing at the end of a name.
const MISSING: usize = 3;

impl NameIndex {
    /// The names of these providers.
    pub fn new<'r>(providers: impl IntoIterator<Item = NamedProvider<'r>>) -> Self {
        let mut index = Self::default();
        for provider in providers {
            let number = index.keys.len();
            index.keys.push(provider.key.to_owned());
            index.exact.entry(provider.key.to_owned()).or_default().insert(number);
            provider.names.iter().for_each(|name| index.add(number, name));
            for host in provider.policies.iter().filter_map(|address| host(address)) {
                index.hosts.entry(host).or_default().insert(number);
            }
        }
        index
    }

    fn add(&mut self, number: usize, name: &str) {
        self.mentions.add(name, number);
        let insert = |map: &mut HashMap<String, Providers>, form: String| {
            map.entry(form).or_default().insert(number);
        };
        insert(&mut self.exact, name.to_lowercase());
        insert(&mut self.folded, fold(name));
        let words = words(name);
        insert(&mut self.words, words.join(" "));
        // What stands in brackets is neither the end of a name nor its beginning.
        let outside = Pieces::of(name).map(|pieces| self::words(&pieces.outside));
        if let Some(outside) = &outside {
            insert(&mut self.beginnings, outside.join(" "));
        }
        let words = outside.unwrap_or(words);
        for cut in 1..words.len() {
            if cut <= MAKER && words[cut - 1] != "and" && words[cut..] != ["sso"] {
                insert(&mut self.ends, words[cut..].join(" "));
            }
            if words.len() - cut <= MISSING {
                insert(&mut self.beginnings, words[..cut].join(" "));
            }
        }
    }

    /// The providers that a name cell may mean. Empty where the register knows none of them.
    pub fn find(&self, name: &Name) -> Vec<Candidate> {
        let whole = [&name.cell, &name.printed].into_iter().find_map(|text| {
            let found = self.find_exactly(text);
            (!found.is_empty()).then_some(found)
        });
        whole.unwrap_or_else(|| {
            let links = name.links.iter().map(|link| link.text.as_str());
            let pieces: Vec<&str> = links.chain(name.lines.iter().map(String::as_str)).collect();
            self.find_loosely(&name.printed, &pieces)
        })
    }

    /// The providers that one of several services in a name cell may mean.
    pub fn find_part(&self, part: &NamePart) -> Vec<Candidate> {
        let whole = format!("{} {}", part.maker, part.printed);
        let found = self.find_text(whole.trim());
        let is_sure = found.iter().all(|candidate| !candidate.how.is_loose());
        if found.is_empty() || !is_sure {
            first_non_empty(self.find_text(&part.printed), found)
        } else {
            found
        }
    }

    /// The providers that a text may mean.
    pub fn find_text(&self, text: &str) -> Vec<Candidate> {
        first_non_empty(self.find_exactly(text), self.find_loosely(text, &[]))
    }

    /// The providers that a running text names, by key.
    pub fn mentioned(&self, text: &str) -> BTreeSet<String> {
        self.mentions.find(text).into_iter().map(|number| self.keys[number].clone()).collect()
    }

    /// The services that a name without links joins with `and`, after their maker or without one, if
    /// the register knows every one of them by its own name.
    pub fn parts_joined_by_and(&self, name: &Name) -> Vec<NamePart> {
        let whole = self.known_parts(&name.printed, "");
        let Some((maker, inner)) = name.printed.split_once('(').filter(|_| whole.is_empty()) else {
            return whole;
        };
        self.known_parts(inner.split(')').next().unwrap_or_default(), maker.trim())
    }

    fn known_parts(&self, text: &str, maker: &str) -> Vec<NamePart> {
        let part = |printed: &&str| NamePart {
            printed: (*printed).to_owned(),
            maker: maker.to_owned(),
            link: None,
        };
        let parts: Vec<NamePart> = joined(text).iter().map(part).collect();
        let is_known = |part: &NamePart| {
            let found = self.find_part(part);
            found.len() == 1 && !found[0].how.is_loose()
        };
        if parts.len() > 1 && parts.iter().all(is_known) { parts } else { Vec::new() }
    }

    /// The providers of exactly this name.
    pub fn find_name(&self, text: &str) -> Vec<Candidate> {
        self.candidates(&self.exact, &text.to_lowercase(), MatchKind::Exact)
    }

    fn find_exactly(&self, text: &str) -> Vec<Candidate> {
        first_non_empty(
            self.find_name(text),
            self.candidates(&self.folded, &fold(text), MatchKind::Cosmetic),
        )
    }

    fn find_loosely(&self, text: &str, pieces: &[&str]) -> Vec<Candidate> {
        let words = words(text);
        let joined = words.join(" ");
        let mut found = self.by_domain(text);
        let levels: [&dyn Fn() -> Vec<Candidate>; 6] = [
            &|| self.candidates(&self.words, &joined, MatchKind::LegalForm),
            &|| self.by_brackets(text),
            &|| self.by_pieces(text, pieces),
            &|| self.by_maker(&words),
            &|| self.by_beginning(&words),
            &|| self.by_policy_host(text),
        ];
        for level in levels {
            if found.is_empty() {
                found = level();
            }
        }
        found
    }

    fn by_domain(&self, text: &str) -> Vec<Candidate> {
        let labels = domain_labels(text);
        let owner = labels.first().map(|label| fold(label)).unwrap_or_default();
        self.candidates(&self.folded, &owner, MatchKind::Domain)
    }

    fn by_policy_host(&self, text: &str) -> Vec<Candidate> {
        let host = host(text).unwrap_or_default();
        self.candidates(&self.hosts, &host, MatchKind::PolicyHost)
    }

    fn by_brackets(&self, text: &str) -> Vec<Candidate> {
        let mut found = Vec::new();
        let pieces = Pieces::of(text).unwrap_or_default();
        for piece in pieces.inside.iter().chain([&pieces.outside]) {
            let form = words(piece).join(" ");
            found.extend(self.candidates(&self.words, &form, MatchKind::Brackets));
            found.extend(self.candidates(&self.folded, &fold(piece), MatchKind::Brackets));
        }
        unique(found)
    }

    fn by_pieces(&self, text: &str, pieces: &[&str]) -> Vec<Candidate> {
        let others = pieces.iter().filter(|piece| !piece.is_empty() && **piece != text);
        unique(others.flat_map(|piece| {
            let found = self.find_exactly(piece).into_iter();
            found.map(|candidate| Candidate { how: MatchKind::Piece, ..candidate })
        }))
    }

    /// The page names the maker and the register does not, or the other way round.
    fn by_maker(&self, words: &[String]) -> Vec<Candidate> {
        let mut found = self.candidates(&self.ends, &words.join(" "), MatchKind::Maker);
        for cut in 1..=MAKER.min(words.len().saturating_sub(1)) {
            found.extend(self.candidates(&self.words, &words[cut..].join(" "), MatchKind::Maker));
        }
        unique(found)
    }

    /// The page has fewer words at the end than the register, or more.
    fn by_beginning(&self, words: &[String]) -> Vec<Candidate> {
        let mut found = self.candidates(&self.beginnings, &words.join(" "), MatchKind::Beginning);
        let longest = words.len().saturating_sub(1);
        for length in (longest.saturating_sub(1).max(1)..=longest).rev() {
            found.extend(self.candidates(
                &self.words,
                &words[..length].join(" "),
                MatchKind::Beginning,
            ));
        }
        unique(found)
    }

    fn candidates(
        &self,
        map: &HashMap<String, Providers>,
        form: &str,
        how: MatchKind,
    ) -> Vec<Candidate> {
        if form.is_empty() {
            return Vec::new();
        }
        let numbers = map.get(form).into_iter().flatten();
        numbers.map(|number| Candidate { provider: self.keys[*number].clone(), how }).collect()
    }
}

/// The first answer, or the second where there is no first.
fn first_non_empty(first: Vec<Candidate>, second: Vec<Candidate>) -> Vec<Candidate> {
    if first.is_empty() { second } else { first }
}

fn unique(candidates: impl IntoIterator<Item = Candidate>) -> Vec<Candidate> {
    let mut unique: Vec<Candidate> = candidates.into_iter().collect();
    unique.sort_by(|a, b| a.provider.cmp(&b.provider));
    unique.dedup_by(|a, b| a.provider == b.provider);
    unique
}
