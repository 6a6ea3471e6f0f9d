//! How two sets differ.

use std::collections::BTreeSet;
use std::fmt::Display;

use service_providers_codegen::Form;

use crate::diff::model::Nature;

/// What two editions say, and whether that is a change.
pub struct Difference {
    pub nature: Nature,
    pub before: BTreeSet<String>,
    pub after: BTreeSet<String>,
}

impl Difference {
    /// How two sets differ; `None` if they are the same. An edition with the set `silent` says
    /// nothing.
    pub fn of<T: Ord + Display>(
        before: &BTreeSet<T>,
        after: &BTreeSet<T>,
        silent: &BTreeSet<T>,
    ) -> Option<Self> {
        if before == after {
            return None;
        }
        let nature = if before == silent {
            Nature::NewlyStated
        } else if after == silent {
            Nature::NoLongerStated
        } else {
            Nature::Changed
        };
        Some(Self { nature, before: texts(before), after: texts(after) })
    }

    /// How two sets differ of which none is silence; `None` if they are the same.
    pub fn of_stated<T: Ord + Display>(before: &BTreeSet<T>, after: &BTreeSet<T>) -> Option<Self> {
        Self::of(before, after, &BTreeSet::new())
    }

    /// How two sets of forms differ. `plain` and `unknown` name no form, so an edition with only
    /// these says nothing.
    pub fn of_forms(before: &BTreeSet<Form>, after: &BTreeSet<Form>) -> Option<Self> {
        if before == after {
            return None;
        }
        let names_one = |forms: &BTreeSet<Form>| {
            forms.iter().any(|form| !matches!(form, Form::Plain | Form::Unknown))
        };
        let nature = match (names_one(before), names_one(after)) {
            (false, false) => return None,
            (false, true) => Nature::NewlyStated,
            (true, false) => Nature::NoLongerStated,
            (true, true) => Nature::Changed,
        };
        Some(Self { nature, before: texts(before), after: texts(after) })
    }
}

fn texts<T: Display>(set: &BTreeSet<T>) -> BTreeSet<String> {
    set.iter().map(ToString::to_string).collect()
}
