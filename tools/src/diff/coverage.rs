//! What was gained or lost in words only: the other edition may have covered it by a wider word.

use service_providers_codegen::Register;
use service_providers_codegen::register::ancestors;

use super::model::{Disclosure, Flow};

/// Says of each disclosure by which wider kinds of data the other edition may cover it.
pub fn cover(disclosures: &mut [Disclosure], others: &[Disclosure], register: &Register) {
    for disclosure in disclosures {
        let wider = others.iter().map(|other| &other.flow);
        let wider = wider.filter(|other| covers(other, &disclosure.flow, register));
        disclosure.covered_by = wider.map(|other| other.data_category.clone()).collect();
    }
}

fn covers(wider: &Flow, narrower: &Flow, register: &Register) -> bool {
    let vocabulary = &register.vocabulary;
    let same_way = (wider.asserted, &wider.from, &wider.to)
        == (narrower.asserted, &narrower.from, &narrower.to);
    same_way
        && wider.data_category != narrower.data_category
        && ancestors(&vocabulary.data_categories, &narrower.data_category)
            .contains(&wider.data_category.as_str())
        // Where a group is not said, it may be any.
        && ([&wider.data_subject, &narrower.data_subject].into_iter().any(|key| key == "unknown")
            || ancestors(&vocabulary.data_subjects, &narrower.data_subject)
                .contains(&wider.data_subject.as_str()))
}
