//! Disclosures that were gained or lost perhaps only in words, because the other edition may cover
//! them: by a wider kind of data, or by data of the same kind of which one of the two does not say
//! whose it is.

use service_providers_codegen::Register;
use service_providers_codegen::register::ancestors;

use super::model::{Disclosure, Flow};
use crate::missing::UNKNOWN;

/// Adds to each disclosure the wider kinds of data by which the other edition may cover it, and
/// whose data of the same kind it names.
pub fn add_coverage(disclosures: &mut [Disclosure], others: &[Disclosure], register: &Register) {
    for disclosure in disclosures {
        let flow = &disclosure.flow;
        let others =
            || others.iter().map(|other| &other.flow).filter(|other| same_way(other, flow));
        let wider = others().filter(|other| covers(other, flow, register));
        disclosure.covered_by = wider.map(|other| other.data_category.clone()).collect();
        let same = others().filter(|other| {
            other.data_category == flow.data_category && one_is_unnamed(other, flow)
        });
        disclosure.same_of = same.map(|other| other.data_subject.clone()).collect();
    }
}

fn same_way(one: &Flow, other: &Flow) -> bool {
    (one.asserted, &one.sender, &one.recipient) == (other.asserted, &other.sender, &other.recipient)
}

/// A group that is not named may be any group.
fn one_is_unnamed(one: &Flow, other: &Flow) -> bool {
    [one, other].into_iter().any(|flow| flow.data_subject == UNKNOWN)
}

fn covers(wider: &Flow, narrower: &Flow, register: &Register) -> bool {
    let vocabulary = &register.vocabulary;
    wider.data_category != narrower.data_category
        && ancestors(&vocabulary.data_categories, &narrower.data_category)
            .contains(&wider.data_category.as_str())
        && (one_is_unnamed(wider, narrower)
            || ancestors(&vocabulary.data_subjects, &narrower.data_subject)
                .contains(&wider.data_subject.as_str()))
}
