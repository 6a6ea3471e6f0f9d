//! The facts of a card below what it gets and gives.

use service_providers_codegen::register::{Vocabulary, VocabularyTerm};
use service_providers_codegen::row::{ContractFactRow, SuccessionRow};
use service_providers_codegen::{
    Certainty, ContractFactKind, Key, Register, Stated, StatedList, YesOrUnknown,
};

use super::card::{Fact, feature};
use super::edition_facts::EditionFacts;
use super::names::{known_or_word, names_of, word_for_missing};
use super::words::{WORDS, certainty, contract_fact, succession};
use crate::export::projection::{KeysOrWord, PublishedRow};
use crate::page::{limits::in_brackets, lower, plural, prose, upper};

/// The facts shown without unfolding the card: settings, safeguards and contract facts. A last line lists what
/// the source does not state.
pub(super) fn main_facts(edition: &EditionFacts<'_>, published: &PublishedRow<'_>) -> Vec<Fact> {
    let (register, terms) = (edition.register, &edition.register.vocabulary);
    let mut facts = Facts(Vec::new());
    if let KeysOrWord::Keys(keys) = published.settings()
        && !published.settings_are_open()
    {
        let names: Vec<String> =
            keys.iter().map(|key| lower(Vocabulary::name(&terms.settings, key))).collect();
        facts.add_stated(WORDS.filter_setting, [prose(&names)]);
    }
    let safeguards = listed(&terms.safeguards, &published.row.safeguards);
    let silent = silent(edition, published, safeguards.is_none());
    facts.add_stated(WORDS.safeguards, safeguards.into_iter().flatten());
    for fact in &published.contract_facts {
        facts.add_stated(&contract_fact(fact.kind), [contract_value(register, fact)]);
    }
    if !silent.is_empty() {
        let lines = vec![upper(&prose(&silent))];
        facts.0.push(Fact { heading: WORDS.silent.to_owned(), lines, stated: false });
    }
    facts.0
}

/// The DPV term to which safeguards that are data processing agreements are mapped.
const DPV_CONTRACT: &str = "https://w3id.org/dpv#DataProcessingAgreement";

/// What readers ask about every provider and the source does not say.
fn silent(
    edition: &EditionFacts<'_>,
    published: &PublishedRow<'_>,
    no_safeguards: bool,
) -> Vec<&'static str> {
    let states = |kind| published.contract_facts.iter().any(|fact| fact.kind == kind);
    let safeguards = edition.register.vocabulary.safeguards.iter();
    let has_contract = safeguards
        .filter(|term| published.row.safeguards.items().contains(&term.key))
        .any(|term| term.dpv.known().is_some_and(|dpv| **dpv == *DPV_CONTRACT));
    let agreement = states(ContractFactKind::DataProcessingAgreement) || has_contract;
    [
        (no_safeguards, WORDS.silent_safeguards),
        (!states(ContractFactKind::Retention), WORDS.silent_period),
        (!agreement, WORDS.silent_contract),
        (!states(ContractFactKind::TransferMechanism), WORDS.silent_transfer),
    ]
    .into_iter()
    .filter_map(|(is_silent, words)| is_silent.then_some(words))
    .collect()
}

/// All other facts, in the order of the page. Those that every row could have are there even where the
/// source is silent.
pub(super) fn more_facts(edition: &EditionFacts<'_>, published: &PublishedRow<'_>) -> Vec<Fact> {
    let (register, row) = (edition.register, published.row);
    let terms = &register.vocabulary;
    let mut facts = Facts(Vec::new());
    facts.add(WORDS.purposes, listed(&terms.purposes, &row.purposes));
    let features = published.features.iter().map(|row| feature(register, row));
    facts.add(WORDS.features, Some(features.collect()));
    facts.add_stated(WORDS.territory, names_of(&terms.countries, row.territory.items()));
    let excluded = names_of(&terms.data_subjects, row.excluded_subjects.items());
    facts.add_stated(WORDS.excluded, excluded.iter().map(|name| plural(name)));
    if row.optional == YesOrUnknown::Yes {
        facts.add_stated(WORDS.optional, [WORDS.optional_yes.to_owned()]);
    }
    let host = row.hosted_by.known().map(|key| Vocabulary::name(&register.providers, key));
    facts.add_stated(WORDS.hosted_by, host.map(str::to_owned));
    let identifiers =
        published.identifiers.iter().map(|row| format!("{}:{}", row.scheme, row.value));
    let identifiers: Vec<String> = identifiers.collect();
    facts.add_stated(WORDS.identifiers, (!identifiers.is_empty()).then(|| identifiers.join(", ")));
    let notes = [&row.note, &published.listing.note];
    facts.add_stated(
        WORDS.notes,
        notes.into_iter().filter_map(|note| Some(note.known()?.to_string())),
    );
    add_history(&mut facts, edition, published);
    facts.0
}

/// The facts collected so far.
struct Facts(Vec<Fact>);

impl Facts {
    /// Adds a fact; `None` or nothing if the source is silent.
    fn add(&mut self, heading: &str, lines: Option<Vec<String>>) {
        let lines = lines.unwrap_or_default();
        let stated = !lines.is_empty();
        let lines = if stated { lines } else { vec![WORDS.unknown.to_owned()] };
        self.0.push(Fact { heading: heading.to_owned(), lines, stated });
    }

    /// Adds a fact if the source states it. Facts with the same heading stand together.
    fn add_stated(&mut self, heading: &str, lines: impl IntoIterator<Item = String>) {
        for line in lines {
            match self.0.iter_mut().find(|fact| fact.heading == heading) {
                Some(fact) => fact.lines.push(line),
                None => self.add(heading, Some(vec![line])),
            }
        }
    }
}

/// The names of keys, or the word in their place; `None` if the source is silent.
fn listed<T: VocabularyTerm>(terms: &[T], list: &StatedList) -> Option<Vec<String>> {
    match (list, list.word()) {
        (StatedList::Unknown, _) => None,
        (_, Some(word)) => Some(vec![word_for_missing(word).to_owned()]),
        (list, None) => Some(names_of(terms, list.items())),
    }
}

/// The value of a contract fact, with its place and its condition.
fn contract_value(register: &Register, row: &ContractFactRow) -> String {
    let value = match (row.kind, &row.value) {
        (ContractFactKind::LegalBasis, Stated::Known(key)) => {
            Vocabulary::name(&register.vocabulary.legal_bases, key).to_owned()
        }
        (_, value) => known_or_word(value, |value| value.to_string()),
    };
    let place = row.place.known().map(|place| register.vocabulary.place_name(place).to_owned());
    let condition = row.condition.known().map(|text| text.to_string());
    let limits: Vec<String> = place.into_iter().chain(condition).collect();
    value + &in_brackets(None, (!limits.is_empty()).then(|| limits.join("; ")).as_deref())
}

/// Other names, what came before and after, since when, and the source.
fn add_history(facts: &mut Facts, edition: &EditionFacts<'_>, published: &PublishedRow<'_>) {
    let (register, key) = (edition.register, &published.row.provider);
    let printed = published.listing.published_name.known().map(|name| &**name);
    let provider = register.provider(key);
    let names: Vec<&str> = provider.into_iter().flat_map(|provider| provider.names()).collect();
    let elsewhere = edition.all.names.get(key.as_str()).into_iter().flatten();
    let elsewhere = elsewhere.filter(|(name, _)| !names.contains(*name)).map(|(name, sure)| {
        let doubt = (*sure != Certainty::Stated).then(|| certainty(*sure));
        (*name, in_brackets(None, doubt))
    });
    let all = names.iter().map(|name| (*name, String::new())).chain(elsewhere);
    let others = all.filter(|(name, _)| Some(*name) != printed);
    facts.add_stated(WORDS.names, others.map(|(name, doubt)| name.to_owned() + &doubt));
    let standing = |row: &&SuccessionRow| !row.is_withdrawn();
    let successions: Vec<&SuccessionRow> = register.successions.iter().filter(standing).collect();
    let of = |row: &SuccessionRow, other: &Key| {
        let name = Vocabulary::name(&register.providers, other);
        let (what, sure) = (succession(row.kind), certainty(row.certainty));
        format!("{name} ({what}; {}; {sure})", row.edition)
    };
    let before = successions.iter().filter(|row| row.successor == *key);
    facts.add_stated(WORDS.before, before.map(|row| of(row, &row.predecessor)));
    let after = successions.iter().filter(|row| row.predecessor == *key);
    facts.add_stated(WORDS.after, after.map(|row| of(row, &row.successor)));
    facts.add_stated(WORDS.since, [edition.listed_since(key).to_owned()]);
    let same_since = edition.all.runs.since(&edition.edition.id, &published.row.key);
    if same_since != edition.listed_since(key) {
        facts.add_stated(WORDS.same_since, [same_since.to_owned()]);
    }
    let document = register.document(&published.listing.document);
    let title = document.map_or(&*published.listing.document, |document| &*document.title);
    let row = published.listing.row;
    facts.add_stated(WORDS.source, [format!("{title}, {} {row}", WORDS.source_row)]);
}
