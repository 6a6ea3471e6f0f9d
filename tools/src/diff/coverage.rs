//! Disclosures that were gained or lost perhaps only in words, because the other edition may cover
//! them by a wider kind of data.

use service_providers_codegen::Register;
use service_providers_codegen::register::ancestors;

use super::model::{Disclosure, Flow};
use crate::missing::UNKNOWN;

/// Adds to each disclosure the wider kinds of data by which the other edition may cover it.
pub fn add_coverage(disclosures: &mut [Disclosure], others: &[Disclosure], register: &Register) {
    for disclosure in disclosures {
        let wider = others.iter().map(|other| &other.flow);
        let wider = wider.filter(|other| covers(other, &disclosure.flow, register));
        disclosure.covered_by = wider.map(|other| other.data_category.clone()).collect();
    }
}

fn covers(wider: &Flow, narrower: &Flow, register: &Register) -> bool {
    let vocabulary = &register.vocabulary;
    let same_way = (wider.asserted, &wider.sender, &wider.recipient)
        == (narrower.asserted, &narrower.sender, &narrower.recipient);
    same_way
        && wider.data_category != narrower.data_category
        && ancestors(&vocabulary.data_categories, &narrower.data_category)
            .contains(&wider.data_category.as_str())
        // A group that is not named may be any group.
        && ([&wider.data_subject, &narrower.data_subject].into_iter().any(|key| key == UNKNOWN)
            || ancestors(&vocabulary.data_subjects, &narrower.data_subject)
                .contains(&wider.data_subject.as_str()))
}
