//! A published row as an activity.

use service_providers_codegen::row::{ContractFactRow, DisclosureRow};
use service_providers_codegen::{
    ContractFactKind, DataStatus, Party, Register, Stated, StorageStatus,
};

use super::activity::{Activity, responsible};
use super::answer::{Answer, NOT_HELD, Speech};
use super::third_countries::ThirdCountries;
use crate::export::projection::{KeysOrWord, PublishedRow};
use crate::missing::{NONE, UNKNOWN};
use crate::page::limits;

pub(super) fn activity(
    register: &Register,
    third: &ThirdCountries<'_>,
    published: &PublishedRow<'_>,
    speech: Speech<'_>,
) -> Activity {
    let row = published.row;
    let mut answers = responsible(register, joint_controllers(published, speech)).to_vec();
    answers.extend([
        speech.list("purposes", &row.purposes),
        Answer::Texts(vec![row.summary.to_string()]),
        of_keys("data-subjects", &published.data_subjects(), speech),
        of_keys("data-categories", &published.data_categories(), speech),
        data(published, speech),
        recipients(published, speech),
    ]);
    answers.extend(transfers(third, published, speech));
    answers.extend([
        facts(published, ContractFactKind::TransferMechanism, speech),
        facts(published, ContractFactKind::Retention, speech),
        speech.list("safeguards", &row.safeguards),
    ]);
    let name = speech.key("providers", &row.provider);
    Activity {
        key: row.key.to_string(),
        source: published.source(),
        provider: row.provider.to_string(),
        title: format!("{}: {name}", published.position),
        answers,
    }
}

fn of_keys(table: &str, keys: &KeysOrWord<'_>, speech: Speech<'_>) -> Answer {
    match keys {
        KeysOrWord::Keys(keys) => speech.keys(table, keys.iter().copied(), NONE),
        KeysOrWord::Word(word) => Answer::Word(word),
    }
}

/// The word for data if the row has no disclosure.
fn no_data(published: &PublishedRow<'_>) -> &'static str {
    if published.row.data == DataStatus::Unknown { UNKNOWN } else { NONE }
}

/// Every disclosure with whatever limits it.
fn data(published: &PublishedRow<'_>, speech: Speech<'_>) -> Answer {
    let texts = published.disclosed.iter().map(|row| disclosure(published, row, speech));
    Answer::texts(texts, no_data(published))
}

fn disclosure(published: &PublishedRow<'_>, row: &DisclosureRow, speech: Speech<'_>) -> String {
    let kind = speech.key("data-categories", &row.data_category);
    let of = speech.key("data-subjects", &row.data_subject.to_string());
    let from = party(published, &row.sender, speech);
    let to = party(published, &row.recipient, speech);
    let limits = limits::qualifiers(row.form, row.likelihood, row.example);
    let context = row.context.known().map(|key| speech.key("contexts", key));
    let condition = row.condition.known().map(|text| &**text);
    let said: String = limits.iter().map(|limit| format!("; {limit}")).collect();
    let behind = limits::behind(context.as_deref(), condition);
    format!("{kind} ({of}); from {from} to {to}{said}{behind}")
}

fn party(published: &PublishedRow<'_>, party: &Party, speech: Speech<'_>) -> String {
    match party {
        Party::Publisher => "the controller".to_owned(),
        Party::Provider => speech.key("providers", &published.row.provider),
        Party::OtherProvider(key) => speech.key("providers", key),
        Party::Other(key) => speech.key("parties", key),
    }
}

/// Everybody but the controller who gets data. A provider that may get data is one.
fn recipients(published: &PublishedRow<'_>, speech: Speech<'_>) -> Answer {
    let others = published.disclosed.iter().map(|row| &row.recipient);
    let others = others.filter(|recipient| **recipient != Party::Publisher);
    let mut names: Vec<String> = others.map(|it| party(published, it, speech)).collect();
    if published.row.data == DataStatus::Unknown {
        names.push(party(published, &Party::Provider, speech));
    }
    Answer::terms(names, NONE)
}

fn transfers(
    third: &ThirdCountries<'_>,
    published: &PublishedRow<'_>,
    speech: Speech<'_>,
) -> [Answer; 3] {
    let row = published.row;
    let company = row.entity_country.known().map(|country| country.as_str());
    let kept = published.places.iter().map(|place| place.place.as_str());
    let places: Vec<&str> = company.into_iter().chain(kept).collect();
    let kept_elsewhere = match row.storage {
        // Where every place was withdrawn, none is known.
        StorageStatus::Listed => published.places.is_empty(),
        StorageStatus::Unknown | StorageStatus::SeeProvider => true,
        StorageStatus::None | StorageStatus::NotApplicable => false,
    };
    let others_possible = row.entity_country == Stated::Unknown || kept_elsewhere;
    let [outside, open] = third.among(&places, others_possible, speech);
    let company = speech.key("places", &row.entity_country.to_string());
    let mut said = vec![format!("company: {company}")];
    let kept = published.places.iter();
    said.extend(kept.map(|place| {
        let name = speech.key("places", &place.place);
        let limits = place.context_and_condition();
        let limits = if limits.is_empty() { limits } else { format!(" ({limits})") };
        format!("data: {name}{limits}")
    }));
    if published.places.is_empty() {
        said.push(format!("data: {}", speech.key("places", &published.storage().to_string())));
    }
    [outside, open, Answer::Texts(said)]
}

/// The contract facts of a kind, with place and condition.
fn facts(published: &PublishedRow<'_>, kind: ContractFactKind, speech: Speech<'_>) -> Answer {
    let facts = published.contract_facts.iter().filter(|fact| fact.kind == kind);
    Answer::texts(facts.map(|fact| contract_fact(fact, speech)), NOT_HELD)
}

fn contract_fact(fact: &ContractFactRow, speech: Speech<'_>) -> String {
    let place = fact.place.known().map(|place| speech.key("places", place));
    let condition = fact.condition.known().map(|text| &**text);
    format!("{}{}", fact.value, limits::behind(place.as_deref(), condition))
}

/// The provider, where a document says that it acts as one.
fn joint_controllers(published: &PublishedRow<'_>, speech: Speech<'_>) -> Answer {
    let facts = published.contract_facts.iter();
    let mut roles = facts.filter(|fact| fact.kind == ContractFactKind::Role);
    let joint = roles.any(|fact| fact.value.to_string() == "joint-controller");
    let provider = joint.then(|| speech.key("providers", &published.row.provider));
    Answer::terms(provider, NOT_HELD)
}
