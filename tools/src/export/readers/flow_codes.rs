//! Pairs of a group and a kind of data, for readers who filter by both. A provider that gets students' names and
//! teachers' voices does not get students' voices, so both must hold of the same disclosure.

use std::collections::BTreeSet;

use serde::Serialize;
use service_providers_codegen::row::DisclosureRow;
use service_providers_codegen::{DataStatus, Form, Key, Likelihood, Stated};

use super::data_subjects::Received;
use super::edition_facts::EditionFacts;
use super::filters::FilterName;

/// What stands for a group or a kind that is not named.
const UNNAMED: &str = "*";

/// Each disclosure as `group:kind`. What is only possible has `?` behind it; what never passes, whatever the
/// use or the case, has `!` before it.
pub(super) fn flow_codes(received: &Received<'_>) -> String {
    let mut all: BTreeSet<String> = BTreeSet::new();
    if received.data == DataStatus::Unknown {
        all.insert(format!("{UNNAMED}:{UNNAMED}?"));
    }
    let kind =
        |row: &DisclosureRow| row.data_category.kind().map_or(UNNAMED, Key::as_str).to_owned();
    for row in &received.asserted {
        let group = match &row.data_subject {
            Stated::Known(group) => group.as_str(),
            Stated::Unknown => UNNAMED,
            Stated::None | Stated::NotApplicable => continue,
        };
        let open = if row.likelihood == Likelihood::Stated { "" } else { "?" };
        all.insert(format!("{group}:{}{open}", kind(row)));
    }
    let never = received.denied.iter().filter(|row| !row.is_limited() && row.form == Form::Plain);
    let groups = |row: &DisclosureRow| row.data_subject.known().map(ToString::to_string);
    all.extend(never.filter_map(|row| Some(format!("!{}:{}", groups(row)?, kind(row)))));
    all.into_iter().collect::<Vec<_>>().join(" ")
}

/// The terms that answer a choice.
#[derive(Serialize)]
pub(super) struct MatchingTerms {
    /// Those that certainly are what is asked for.
    certain: String,
    /// Those that may have something in common with it.
    possible: String,
    /// The wider terms. What a provider never gets of a wider term, it never gets of this one.
    wider: String,
}

impl MatchingTerms {
    /// The answers to a choice of a filter; `None` if the filter asks for neither groups nor kinds of data.
    pub(super) fn of(edition: &EditionFacts<'_>, filter: FilterName, asked: &str) -> Option<Self> {
        let (terms, named) = (&edition.all.terms, &edition.named);
        let joined = |keys: &mut dyn Iterator<Item = &str>| keys.collect::<Vec<_>>().join(" ");
        match filter {
            FilterName::Whose => {
                let is_certain = |key: &&&str| terms.is_in(key, asked) || terms.is_in(asked, key);
                let may_be = |key: &&&str| !is_certain(key) && terms.can_overlap_by_key(key, asked);
                Some(Self {
                    certain: joined(&mut named.groups.iter().filter(is_certain).copied()),
                    possible: joined(&mut named.groups.iter().filter(may_be).copied()),
                    wider: joined(&mut terms.groups.ancestors(asked).iter().copied()),
                })
            }
            FilterName::Data => {
                let is_certain = |key: &&&str| terms.kinds.ancestors(key).contains(&asked);
                let may_be =
                    |key: &&&str| !is_certain(key) && terms.kinds.ancestors(asked).contains(*key);
                Some(Self {
                    certain: joined(&mut named.kinds.iter().filter(is_certain).copied()),
                    possible: joined(&mut named.kinds.iter().filter(may_be).copied()),
                    wider: joined(&mut terms.kinds.ancestors(asked).iter().copied()),
                })
            }
            FilterName::Company
            | FilterName::Place
            | FilterName::Denied
            | FilterName::Withheld
            | FilterName::Section
            | FilterName::Setting
            | FilterName::Status => None,
        }
    }
}
