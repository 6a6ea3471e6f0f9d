//! `allow-lists`: who gets which data, and who keeps it where, for gates in other languages.
//!
//! A gate must not let through what is merely possible. So there are two lists of who receives data: what the
//! edition states without limits, and what it leaves open (which includes the first). Providers that may keep
//! data outside a place are all those missing from `keeps_no_data_outside`, so they need no list.

mod keeps;
mod receives;

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use service_providers_codegen::YesNo;
use service_providers_codegen::row::Edition;

use super::projection::{PublishedRow, is_announced};
use super::register_facts::RegisterFacts;
use super::{File, OneEdition, Sink};
use crate::json::rows;

/// The version of the format of the JSON document.
const FORMAT_VERSION: u32 = 2;

/// The folder of the lists.
const FOLDER: &str = "allow-lists";

/// Providers in order, by one term. Every term of the vocabulary is there, so that a gate that asks for one
/// that does not exist fails.
type ByTerm<'r> = BTreeMap<&'r str, Vec<&'r str>>;

/// Every list of an edition.
#[derive(Serialize)]
struct Lists<'r> {
    format_version: u32,
    publisher: &'r str,
    edition: &'r str,
    /// Whether the edition is not in force yet.
    announced: YesNo,
    providers: BTreeSet<&'r str>,
    receives_data: ByTerm<'r>,
    receives_data_of: ByTerm<'r>,
    /// By the kind of data, then by the group whose data it is. `none` for data about nobody.
    receives_data_of_group: BTreeMap<&'r str, ByTerm<'r>>,
    may_receive_data: ByTerm<'r>,
    may_receive_data_of: ByTerm<'r>,
    keeps_no_data_outside: ByTerm<'r>,
}

pub(super) fn files(one: &OneEdition<'_>, add: Sink<'_>) {
    let lists = Lists::new(one.register_facts(), one.edition, one.published_rows());
    let path = |name: &str| format!("{FOLDER}/{name}");
    add(File::new(path("allow-lists.json"), rows(&lists)));
    for (name, text) in lists.texts() {
        add(File::new(path(name), text));
    }
}

impl<'r> Lists<'r> {
    fn new(
        facts: &RegisterFacts<'r>,
        edition: &'r Edition,
        published: &[PublishedRow<'r>],
    ) -> Self {
        let register = facts.register;
        let receives = receives::Receives::of(register, published);
        let keeps = keeps::Keeps::of(facts, edition, published);
        Self {
            format_version: FORMAT_VERSION,
            publisher: &register.file.publisher.key,
            edition: &edition.id,
            announced: if is_announced(register, edition) { YesNo::Yes } else { YesNo::No },
            providers: keeps.providers,
            receives_data: receives.data,
            receives_data_of: receives.data_of,
            receives_data_of_group: receives.data_of_group,
            may_receive_data: receives.may_data,
            may_receive_data_of: receives.may_data_of,
            keeps_no_data_outside: keeps.nothing_outside,
        }
    }

    /// The lists as text files: what each means, then one fact a line.
    fn texts(&self) -> [(&'static str, String); 7] {
        let of = |lists: &ByTerm<'_>| {
            let mut text = String::new();
            add_lines(&mut text, "", lists);
            text
        };
        let mut of_group = String::new();
        for (data, groups) in &self.receives_data_of_group {
            add_lines(&mut of_group, &format!("{data} "), groups);
        }
        let providers: String = self.providers.iter().flat_map(|key| [key, "\n"]).collect();
        [
            ("providers.txt", PROVIDERS, providers),
            ("receives-data.txt", RECEIVES_DATA, of(&self.receives_data)),
            ("receives-data-of.txt", RECEIVES_DATA_OF, of(&self.receives_data_of)),
            ("receives-data-of-group.txt", RECEIVES_DATA_OF_GROUP, of_group),
            ("may-receive-data.txt", MAY_RECEIVE_DATA, of(&self.may_receive_data)),
            ("may-receive-data-of.txt", MAY_RECEIVE_DATA_OF, of(&self.may_receive_data_of)),
            ("keeps-no-data-outside.txt", KEEPS_NO_DATA_OUTSIDE, of(&self.keeps_no_data_outside)),
        ]
        .map(|(name, meaning, lines)| (name, self.head(meaning) + &lines))
    }

    fn head(&self, meaning: &str) -> String {
        let force = match self.announced {
            YesNo::Yes => "announced, not in force yet",
            YesNo::No => "published",
        };
        let head = format!("Register of {}, edition {}: {force}.", self.publisher, self.edition);
        [&*head].into_iter().chain(meaning.lines()).map(|line| format!("# {line}\n")).collect()
    }
}

/// Adds a line for each fact.
fn add_lines(text: &mut String, before: &str, lists: &ByTerm<'_>) {
    for (term, providers) in lists {
        for provider in providers {
            text.extend([before, term, " ", provider, "\n"]);
        }
    }
}

const PROVIDERS: &str = "\
A line: the provider.
The edition lists the provider, or names it as receiving data.";

const RECEIVES_DATA: &str = "\
A line: the kind of data, the provider.
The provider receives data of just this kind, of some group of people, in plain form, always.
Whose data that is stands in receives-data-of-group.txt.";

const RECEIVES_DATA_OF: &str = "\
A line: the group of people, the provider.
The provider receives some data of everybody in the group, in plain form, always.
Which data that is stands in receives-data-of-group.txt.";

const RECEIVES_DATA_OF_GROUP: &str = "\
A line: the kind of data, the group of people, the provider.
The provider receives data of just this kind of everybody in the group, in plain form, always.
The group `none` stands for data about nobody.";

const MAY_RECEIVE_DATA: &str = "\
A line: the kind of data, the provider.
The provider receives data of this kind, or the edition leaves open whether it does.
For a provider that is not listed, no document says that it receives this data or anything it may be part of.";

const MAY_RECEIVE_DATA_OF: &str = "\
A line: the group of people, the provider.
The provider receives data of people who are in the group, or may be.
For a provider that is not listed, no document says that it receives such data.";

const KEEPS_NO_DATA_OUTSIDE: &str = "\
A line: the country or region, the provider.
The edition says that the provider keeps no data, or where it keeps data, and none of these places is outside.
Any other provider of providers.txt keeps data outside, or the edition leaves open whether it does.";
