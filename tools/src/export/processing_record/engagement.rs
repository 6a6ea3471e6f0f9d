//! A published row as an activity.

use service_providers_codegen::row::{ContractFactRow, DisclosureRow};
use service_providers_codegen::{
    ContractFactKind, DataStatus, Party, Register, Role, Stated, StorageStatus,
};

use super::activity::{Activity, responsible};
use super::answer::{Answer, KeyNames, NOT_HELD};
use super::third_countries::ThirdCountries;
use crate::export::projection::{KeysOrWord, PublishedRow, anchor, source};
use crate::missing::NONE;
use crate::page::limits;

pub(super) fn activity(
    register: &Register,
    third: &ThirdCountries<'_>,
    published: &PublishedRow<'_>,
    names: KeyNames<'_>,
) -> Activity {
    let row = published.row;
    let mut answers = responsible(register, joint_controllers(published, names)).to_vec();
    answers.extend([
        names.list("purposes", &row.purposes),
        Answer::Texts(vec![row.summary.to_string()]),
        of_keys("data-subjects", &published.data_subjects(), names),
        of_keys("data-categories", &published.data_categories(), names),
        data(published, names),
        recipients(published, names),
    ]);
    answers.extend(transfers(third, published, names));
    answers.extend([
        facts(published, ContractFactKind::TransferMechanism, names),
        facts(published, ContractFactKind::Retention, names),
        names.list("safeguards", &row.safeguards),
    ]);
    let name = names.key("providers", &row.provider);
    Activity {
        key: row.key.to_string(),
        source: source(published.listing),
        anchor: anchor(published.listing),
        provider: row.provider.to_string(),
        title: format!("{}: {name}", published.position),
        answers,
    }
}

fn of_keys(table: &str, keys: &KeysOrWord<'_>, names: KeyNames<'_>) -> Answer {
    match keys {
        KeysOrWord::Keys(keys) => names.keys(table, keys.iter().copied(), NONE),
        KeysOrWord::Word(word) => Answer::Word(word),
    }
}

/// Every disclosure with whatever limits it.
fn data(published: &PublishedRow<'_>, names: KeyNames<'_>) -> Answer {
    let texts = published.disclosed.iter().map(|row| disclosure(published, row, names));
    Answer::texts(texts, published.nothing_disclosed())
}

fn disclosure(published: &PublishedRow<'_>, row: &DisclosureRow, names: KeyNames<'_>) -> String {
    let kind = names.key("data-categories", &row.data_category);
    let of = names.key("data-subjects", &row.data_subject.to_string());
    let from = party(published, &row.sender, names);
    let to = party(published, &row.recipient, names);
    let limits = limits::qualifiers(row.form, row.likelihood, row.example);
    let context = row.context.known().map(|key| names.key("contexts", key));
    let condition = row.condition.known().map(|text| &**text);
    let qualifiers: String = limits.iter().map(|limit| format!("; {limit}")).collect();
    let limits = limits::in_brackets(context.as_deref(), condition);
    format!("{kind} ({of}); from {from} to {to}{qualifiers}{limits}")
}

fn party(published: &PublishedRow<'_>, party: &Party, names: KeyNames<'_>) -> String {
    match party {
        Party::Publisher => "the controller".to_owned(),
        Party::Provider => names.key("providers", &published.row.provider),
        Party::OtherProvider(key) => names.key("providers", key),
        Party::Other(key) => names.key("parties", key),
    }
}

/// Everybody but the controller who gets data. A provider that may get data is one.
fn recipients(published: &PublishedRow<'_>, names: KeyNames<'_>) -> Answer {
    let others = published.disclosed.iter().map(|row| &row.recipient);
    let others = others.filter(|recipient| **recipient != Party::Publisher);
    let mut recipients: Vec<String> = others.map(|it| party(published, it, names)).collect();
    if published.row.data == DataStatus::Unknown {
        recipients.push(party(published, &Party::Provider, names));
    }
    Answer::terms(recipients, NONE)
}

fn transfers(
    third: &ThirdCountries<'_>,
    published: &PublishedRow<'_>,
    names: KeyNames<'_>,
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
    let [outside, open] = third.answers(&places, others_possible, names);
    let company = names.key("places", &row.entity_country.to_string());
    let mut texts = vec![format!("company: {company}")];
    let kept = published.places.iter();
    texts.extend(kept.map(|place| {
        let name = names.key("places", &place.place);
        let limits = place.context_and_condition();
        let limits = if limits.is_empty() { limits } else { format!(" ({limits})") };
        format!("data: {name}{limits}")
    }));
    if published.places.is_empty() {
        texts.push(format!("data: {}", names.key("places", &published.storage().to_string())));
    }
    [outside, open, Answer::Texts(texts)]
}

/// The contract facts of a kind, with place and condition.
fn facts(published: &PublishedRow<'_>, kind: ContractFactKind, names: KeyNames<'_>) -> Answer {
    let facts = published.contract_facts.iter().filter(|fact| fact.kind == kind);
    Answer::texts(facts.map(|fact| contract_fact(fact, names)), NOT_HELD)
}

fn contract_fact(fact: &ContractFactRow, names: KeyNames<'_>) -> String {
    let place = fact.place.known().map(|place| names.key("places", place));
    let condition = fact.condition.known().map(|text| &**text);
    let value = match &fact.value {
        Stated::Known(value) => value.to_string(),
        missing => names.word(&missing.to_string()),
    };
    format!("{value}{}", limits::in_brackets(place.as_deref(), condition))
}

/// The provider, where a document says that it acts as one.
fn joint_controllers(published: &PublishedRow<'_>, names: KeyNames<'_>) -> Answer {
    let facts = published.contract_facts.iter();
    let mut roles = facts.filter(|fact| fact.kind == ContractFactKind::Role);
    let role = |fact: &ContractFactRow| fact.value.known()?.parse::<Role>().ok();
    let joint = roles.any(|fact| role(fact) == Some(Role::JointController));
    let provider = joint.then(|| names.key("providers", &published.row.provider));
    Answer::terms(provider, NOT_HELD)
}
