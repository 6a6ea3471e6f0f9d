//! A data transparency record as an activity.

use service_providers_codegen::row::PracticeSubjectRow;
use service_providers_codegen::{Certainty, ClosedSet, Register, StatedList, Transfer};

use super::activity::{Activity, responsible};
use super::answer::{Answer, KeyNames, NOT_HELD};
use super::third_countries::ThirdCountries;
use crate::export::projection::{KeysOrWord, Record, anchor, source};
use crate::missing::NONE;
use crate::page::limits;

pub(super) fn activity(
    register: &Register,
    third: &ThirdCountries<'_>,
    record: &Record<'_>,
    names: KeyNames<'_>,
) -> Activity {
    let row = record.row;
    let kind = names.key("data-categories", &row.data_category);
    let mut answers = responsible(register, Answer::Word(NOT_HELD)).to_vec();
    answers.extend([
        names.list("purposes", &row.purposes),
        Answer::Texts(vec![row.summary.to_string(), row.use_.to_string()]),
        match record.data_subjects() {
            KeysOrWord::Keys(keys) => names.keys("data-subjects", keys, NONE),
            KeysOrWord::Word(word) => Answer::Word(word),
        },
        Answer::Terms(vec![kind.clone()]),
        Answer::texts(record.subjects.iter().map(|it| subject(record, &kind, it, names)), NONE),
        recipients(record, names),
    ]);
    answers.extend(transfers(third, record, names));
    answers.extend([NOT_HELD; 3].map(Answer::Word));
    Activity {
        key: row.key.to_string(),
        source: source(record.listing),
        anchor: anchor(record.listing),
        provider: NONE.to_owned(),
        title: format!("Record {}: {kind}", record.position),
        answers,
    }
}

/// Whose data it is, how the group relates to it, and how sure the kind of data is.
fn subject(
    record: &Record<'_>,
    kind: &str,
    row: &PracticeSubjectRow,
    names: KeyNames<'_>,
) -> String {
    let of = names.key("data-subjects", &row.data_subject.to_string());
    let relation = row.relation.known().map(|key| format!("; {}", names.key("relations", key)));
    let inferred = match record.row.certainty {
        Certainty::Stated => String::new(),
        certainty => format!("; the kind of data is inferred: {}", certainty.term().key),
    };
    let condition = row.condition.known().map(|text| &**text);
    let limits = limits::in_brackets(None, condition);
    format!("{kind} ({of}){}{inferred}{limits}", relation.unwrap_or_default())
}

fn recipients(record: &Record<'_>, names: KeyNames<'_>) -> Answer {
    let providers = record.recipients.iter().map(|row| row.provider.as_str());
    names.keys("providers", providers, record.shared_answer())
}

/// Where the data goes, by the record's answer on transfer and by the countries of its recipients.
fn transfers(third: &ThirdCountries<'_>, record: &Record<'_>, names: KeyNames<'_>) -> [Answer; 3] {
    let destination = record.row.destination.items().iter().map(|key| key.as_str());
    let of_recipients = record.recipients.iter().flat_map(|row| row.country.items());
    let places: Vec<&str> = destination.chain(of_recipients.map(|key| key.as_str())).collect();
    let silent = |list: &StatedList| *list == StatedList::Unknown;
    let others_possible = record.row.transfer == Transfer::Unknown
        || silent(&record.row.destination)
        || record.recipients.iter().any(|row| silent(&row.country));
    let [outside, open] = third.answers(&places, others_possible, names);
    let destination = names.list("places", &record.row.destination);
    let mut texts = vec![format!("destination: {}", names.inline(&destination))];
    texts.extend(record.recipients.iter().map(|row| {
        let provider = names.key("providers", &row.provider);
        let country = names.list("places", &row.country);
        format!("{provider} ({}): {}", row.role.term().key, names.inline(&country))
    }));
    [outside, open, Answer::Texts(texts)]
}
