//! Prints what the library answers to the questions for which the SQL export has views, as JSON: by the
//! name of the view, rows of words. `.ci/exports` compares the views and the recipes with it.

use std::collections::{BTreeMap, BTreeSet};

use service_providers::record::{Disclosure, Engagement, PartyKind, Subject};
use service_providers::set::CountrySet;
use service_providers::{Country, DataCategory, DataSubject, Disclosures, Edition, Provider};

type Rows = BTreeSet<Vec<String>>;

fn main() {
    let mut answers: BTreeMap<&str, Rows> = BTreeMap::new();
    for edition in Edition::ALL.iter().copied() {
        let mut add = |view, rows: Vec<Vec<String>>| {
            let rows = rows.into_iter().map(|row| [vec![edition.key().to_owned()], row].concat());
            answers.entry(view).or_default().extend(rows);
        };
        add("who_gets", who_gets(edition));
        add("who_may_get", who_may_get(edition));
        add("who_is_said_not_to_get", who_is_said_not_to_get(edition));
        add("who_gets_kind", who_gets_kind(edition));
        add("kept_outside", kept_outside(edition));
        add("new_providers", new_providers(edition));
        add("new_disclosures", new_disclosures(edition));
        add("left_providers", left_providers(edition));
        add("received_data", received_data(edition));
        add("provider_purposes", provider_purposes(edition));
        add("missing_safeguards", missing_safeguards(edition));
    }
    println!("{}", serde_json::to_string(&answers).expect("answers are text"));
}

/// The edition before.
fn previous(edition: Edition) -> Option<Edition> {
    let at = Edition::ALL.iter().position(|other| *other == edition)?;
    Edition::ALL.get(at.checked_sub(1)?).copied()
}

fn row(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

fn who_gets(edition: Edition) -> Vec<Vec<String>> {
    for_each_group(|group| Disclosures::in_edition(edition).subject(group))
}

fn who_may_get(edition: Edition) -> Vec<Vec<String>> {
    for_each_group(|group| Disclosures::in_edition(edition).subject_possible(group))
}

/// Every group with each provider that answers the question about it.
fn for_each_group(question: impl Fn(DataSubject) -> Disclosures) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    for group in DataSubject::ALL {
        let providers = question(*group).providers();
        rows.extend(providers.iter().map(|provider| row(&[group.key(), provider.key()])));
    }
    rows
}

fn who_is_said_not_to_get(edition: Edition) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    for group in DataSubject::ALL {
        for denial in Disclosures::in_edition(edition).denied().iter() {
            if !matches!(denial.subject, Subject::Group(denied) if group.is_a(denied)) {
                continue;
            }
            let partial = denial.context.is_some() || denial.condition.is_some();
            let data = denial.category.map_or("any", |category| category.key());
            let partial = if partial { "partial" } else { "whole" };
            rows.push(row(&[group.key(), denial.provider().key(), data, partial]));
        }
        for engagement in Engagement::ALL.iter().filter(|row| row.is_in(edition)) {
            if engagement.excluded_subjects.iter().any(|excluded| group.is_a(excluded)) {
                rows.push(row(&[group.key(), engagement.provider.key(), "any", "whole"]));
            }
        }
    }
    rows
}

fn who_gets_kind(edition: Edition) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    for category in DataCategory::ALL {
        let asked = || Disclosures::in_edition(edition);
        let surely = asked().category(*category).providers();
        for provider in asked().category_possible(*category).providers().iter() {
            let answer = if surely.contains(provider) { "yes" } else { "possible" };
            rows.push(row(&[category.key(), provider.key(), answer]));
        }
    }
    rows
}

fn kept_outside(edition: Edition) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    for country in Country::ALL {
        let inside = CountrySet::EMPTY.with(*country);
        let providers = Disclosures::in_edition(edition).stored_outside(inside).providers();
        for provider in providers.iter() {
            rows.push(row(&[&country.key().to_ascii_uppercase(), provider.key()]));
        }
    }
    rows
}

fn new_providers(edition: Edition) -> Vec<Vec<String>> {
    let Some(before) = previous(edition) else { return Vec::new() };
    let is_new = |provider: &&Provider| {
        let editions = provider.editions();
        editions.contains(edition) && !editions.contains(before)
    };
    Provider::ALL.iter().filter(is_new).map(|provider| row(&[provider.key()])).collect()
}

/// Everything that a fact says, in words.
fn fact(row: &Disclosure) -> Vec<String> {
    let subject = match row.subject {
        Subject::Group(group) => group.key().to_owned(),
        Subject::Nobody => "none".to_owned(),
        _ => "unknown".to_owned(),
    };
    vec![
        row.provider().key().to_owned(),
        row.category.map_or("any", |category| category.key()).to_owned(),
        subject,
        row.form.key().to_owned(),
        row.likelihood.key().to_owned(),
        row.example.to_string(),
        row.context.map_or("", |context| context.key()).to_owned(),
        row.condition.unwrap_or_default().to_owned(),
        format!("{:?}", row.sender),
        format!("{:?}", row.recipient),
    ]
}

/// How many words of a fact are compared with a view: those before the parties.
const COMPARED: usize = 8;

fn new_disclosures(edition: Edition) -> Vec<Vec<String>> {
    let Some(before) = previous(edition) else { return Vec::new() };
    let facts = |edition| -> Rows {
        Disclosures::in_edition(edition).any_direction().iter().map(|row| fact(&row)).collect()
    };
    let new = facts(edition).difference(&facts(before)).cloned().collect::<Vec<_>>();
    new.into_iter().map(|fact| fact[..COMPARED].to_vec()).collect()
}

fn left_providers(edition: Edition) -> Vec<Vec<String>> {
    let Some(before) = previous(edition) else { return Vec::new() };
    let mut rows = Vec::new();
    for provider in Provider::ALL {
        let editions = provider.editions();
        if editions.contains(edition) || !editions.contains(before) {
            continue;
        }
        let followed: Vec<_> = provider.successors().collect();
        rows.extend(followed.iter().map(|succession| {
            row(&[
                provider.key(),
                succession.successor.key(),
                succession.kind.key(),
                succession.certainty.key(),
            ])
        }));
        if followed.is_empty() {
            rows.push(row(&[provider.key(), "", "", ""]));
        }
    }
    rows
}

fn received_data(edition: Edition) -> Vec<Vec<String>> {
    let received = Disclosures::in_edition(edition).to(PartyKind::Provider).iter();
    received.map(|row| fact(&row)[..COMPARED].to_vec()).collect()
}

fn provider_purposes(edition: Edition) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    for engagement in Engagement::ALL.iter().filter(|row| row.is_in(edition)) {
        let provider = engagement.provider.key();
        rows.extend(engagement.purposes.iter().map(|purpose| row(&[provider, purpose.key()])));
        if engagement.purposes.is_empty() {
            rows.push(row(&[provider, ""]));
        }
    }
    rows
}

fn missing_safeguards(edition: Edition) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    for engagement in Engagement::ALL.iter().filter(|row| row.is_in(edition)) {
        for safeguard in service_providers::Safeguard::ALL {
            if !engagement.safeguards.contains(*safeguard) {
                rows.push(row(&[safeguard.key(), engagement.provider.key()]));
            }
        }
    }
    rows
}
