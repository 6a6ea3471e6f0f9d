//! Disclosures that only one list names, while a data transparency record held for the time of the
//! other names the same kind of data, or a wider one, with the provider.

use std::collections::BTreeSet;

use service_providers_codegen::register::{Practice, ancestors};
use service_providers_codegen::{Asserted, Certainty, Key, Party, Register, Stated};

use super::compare::EditionRef;
use super::events::doubt;
use super::model::{Disclosure, Flow};
use crate::missing::UNKNOWN;

/// Adds to what was gained or lost the records of the other edition that name it with one of these
/// providers.
pub fn add_records(
    disclosures: &mut [Disclosure],
    providers: &BTreeSet<&str>,
    other: EditionRef<'_>,
) {
    let records = other.register.published_records(other.id);
    let passes_to_provider = |of: &&mut Disclosure| {
        of.flow.asserted == Asserted::Yes && of.flow.recipient == Party::Provider
    };
    for disclosure in disclosures.iter_mut().filter(passes_to_provider) {
        for practice in records.iter().map(|record| record.practice) {
            if !names_people(practice, &disclosure.flow, other.register)
                || !names_data(practice, &disclosure.flow, other.register)
            {
                continue;
            }
            let Some(identity) = identity(practice, providers) else { continue };
            let sure = least_sure(identity, practice.row.certainty);
            let kind = disclosure.in_records.entry(practice.row.data_category.to_string());
            kind.and_modify(|known| *known = surest(*known, sure)).or_insert(sure);
        }
    }
}

fn surest(one: Certainty, other: Certainty) -> Certainty {
    if doubt(one) <= doubt(other) { one } else { other }
}

fn least_sure(one: Certainty, other: Certainty) -> Certainty {
    if doubt(one) <= doubt(other) { other } else { one }
}

/// How sure it is that a record names one of these providers: the surest of its names.
fn identity(practice: &Practice, providers: &BTreeSet<&str>) -> Option<Certainty> {
    let recipients = practice.recipients.iter();
    let named = recipients.filter(|recipient| providers.contains(&*recipient.provider));
    named.map(|recipient| recipient.identity).reduce(surest)
}

/// Whether a record names the kind of data of a flow, or a wider one.
fn names_data(practice: &Practice, flow: &Flow, register: &Register) -> bool {
    let named: &str = &practice.row.data_category;
    let wider = ancestors(&register.vocabulary.data_categories, &flow.data_category);
    named == flow.data_category || wider.contains(&named)
}

/// Whether a record may be about some of the people of a flow.
fn names_people(practice: &Practice, flow: &Flow, register: &Register) -> bool {
    let groups = &register.vocabulary.data_subjects;
    let is_part = |one: &str, other: &str| one == other || ancestors(groups, one).contains(&other);
    let group = flow.data_subject.as_str();
    let is_any = |other: &str| is_part(group, other) || is_part(other, group);
    let named = |other: &Stated<Key>| other.known().is_some_and(|other| is_any(other));
    group == UNKNOWN || practice.subjects.iter().any(|subject| named(&subject.data_subject))
}
