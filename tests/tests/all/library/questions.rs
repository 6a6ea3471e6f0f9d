//! The library answers thirty questions as the documents do.

use std::collections::BTreeSet;

use service_providers::record::{Disclosure, Engagement, Subject};
use service_providers::term::Likelihood;
use service_providers::{DataCategory, DataSubject, Disclosures, Edition, Provider};
use service_providers_tests::questions::{Ask, Question, ask_all};

#[test]
fn answers_are_those_of_the_documents() {
    ask_all(answer);
}

fn answer(question: &Question) -> BTreeSet<String> {
    let edition = Edition::from_key(&question.edition).expect("an edition");
    let group = DataSubject::from_key(&question.group).expect("a group");
    let data = DataCategory::from_key(&question.data).expect("a kind of data");
    let asked = Disclosures::in_edition(edition);
    let asked = if question.given { asked.given() } else { asked };
    let providers: Vec<Provider> = match question.ask {
        Ask::Gets => {
            let stated = asked.category(data).subject(group).likelihood(Likelihood::Stated);
            stated.providers().iter().collect()
        }
        Ask::MayGet => {
            asked.category_possible(data).subject_possible(group).providers().iter().collect()
        }
        Ask::SaidNotTo => {
            let denied = denials(asked, group, data).filter(|denial| !is_partial(denial));
            denied.map(|denial| denial.provider()).chain(not_used_for(edition, group)).collect()
        }
        Ask::SaidNotToPartly => {
            let denied = denials(asked, group, data).filter(is_partial);
            denied.map(|denial| denial.provider()).collect()
        }
    };
    providers.into_iter().map(|provider| provider.key().to_owned()).collect()
}

/// The denials that hold for all data of this kind about this group.
fn denials(
    asked: Disclosures,
    group: DataSubject,
    data: DataCategory,
) -> impl Iterator<Item = Disclosure> {
    let denied = asked.denied().iter();
    denied.filter(move |denial| {
        denial.category.is_none_or(|denied| data.is_a(denied))
            && matches!(denial.subject, Subject::Group(denied) if group.is_a(denied))
    })
}

/// Whether a denial holds in one use or under one condition only.
fn is_partial(denial: &Disclosure) -> bool {
    denial.context.is_some() || denial.condition.is_some()
}

/// The providers with a row that is not used for the group.
fn not_used_for(edition: Edition, group: DataSubject) -> impl Iterator<Item = Provider> {
    let rows = Engagement::ALL.iter().filter(move |row| row.editions().contains(edition));
    let excluding =
        rows.filter(move |row| row.excluded_subjects.iter().any(|excluded| group.is_a(excluded)));
    excluding.map(|row| row.provider)
}
