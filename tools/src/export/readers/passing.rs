//! Which data of whom passes, for those who ask about both at once. That a provider gets data of students,
//! and voices, does not say that it gets voices of students: both must be said of the same data.

use std::collections::BTreeSet;

use serde::Serialize;
use service_providers_codegen::row::DisclosureRow;
use service_providers_codegen::{DataStatus, Form, Key, Likelihood, Stated};

use super::edition_facts::EditionFacts;
use super::filters::is_whole;
use super::whose::Received;

/// What stands for a group or a kind that is not named.
const OPEN: &str = "*";

/// Each disclosure as `group:kind`. What is only possible has `?` behind it; what never passes, whatever the
/// use or the case, has `!` before it.
pub(super) fn passing(received: &Received<'_>) -> String {
    let mut all: BTreeSet<String> = BTreeSet::new();
    if received.data == DataStatus::Unknown {
        all.insert(format!("{OPEN}:{OPEN}?"));
    }
    let kind = |row: &DisclosureRow| row.data_category.kind().map_or(OPEN, Key::as_str).to_owned();
    for row in &received.asserted {
        let group = match &row.data_subject {
            Stated::Known(group) => group.as_str(),
            Stated::Unknown => OPEN,
            Stated::None | Stated::NotApplicable => continue,
        };
        let open = if row.likelihood == Likelihood::Stated { "" } else { "?" };
        all.insert(format!("{group}:{}{open}", kind(row)));
    }
    let never = received.denied.iter().filter(|row| is_whole(row) && row.form == Form::Plain);
    let groups = |row: &DisclosureRow| row.data_subject.known().map(ToString::to_string);
    all.extend(never.filter_map(|row| Some(format!("!{}:{}", groups(row)?, kind(row)))));
    all.into_iter().collect::<Vec<_>>().join(" ")
}

/// How the terms in disclosures answer a choice.
#[derive(Serialize)]
pub(super) struct Near {
    /// Those that surely are what is asked for.
    sure: String,
    /// Those that may have something in common with it.
    open: String,
    /// Those that include it. What never passes of them does not pass of it.
    wider: String,
}

impl Near {
    /// The answers to a choice of a filter; `None` if the filter asks for neither groups nor kinds of data.
    pub(super) fn of(edition: &EditionFacts<'_>, filter: &str, asked: &str) -> Option<Self> {
        let (terms, spoken) = (&edition.all.terms, &edition.spoken);
        let joined = |keys: &mut dyn Iterator<Item = &str>| keys.collect::<Vec<_>>().join(" ");
        match filter {
            "whose" => {
                let is_sure = |key: &&&str| terms.is_in(key, asked) || terms.is_in(asked, key);
                let may_be = |key: &&&str| !is_sure(key) && terms.may_be_of(key, asked);
                Some(Self {
                    sure: joined(&mut spoken.groups.iter().filter(is_sure).copied()),
                    open: joined(&mut spoken.groups.iter().filter(may_be).copied()),
                    wider: joined(&mut terms.groups[asked].iter().copied()),
                })
            }
            "data" => {
                let is_sure = |key: &&&str| terms.kinds[**key].contains(&asked);
                let may_be = |key: &&&str| !is_sure(key) && terms.kinds[asked].contains(*key);
                Some(Self {
                    sure: joined(&mut spoken.kinds.iter().filter(is_sure).copied()),
                    open: joined(&mut spoken.kinds.iter().filter(may_be).copied()),
                    wider: joined(&mut terms.kinds[asked].iter().copied()),
                })
            }
            _ => None,
        }
    }
}
