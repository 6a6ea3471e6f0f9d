//! The flat tables of facts. Rows that belong together stand together, so that a list is a pair of
//! numbers. Withdrawn rows are left out.

use proc_macro2::TokenStream;
use quote::quote;

use super::hierarchy;
use super::packed::{Cells, Table, numbers};
use super::sets::Sets;
use crate::cell_types::{Asserted, Key, Party, Stated, Storage, YesNo, YesOrUnknown};
use crate::register::{Engagement, Practice, Register};
use crate::tables::row::DisclosureRow;

/// Every table.
pub(super) fn tables(register: &Register, sets: &Sets) -> TokenStream {
    let (aliases, _) = aliases(register);
    let (engagements, _) = by_provider(register);
    let aliases = aliases.into_iter().map(|alias| Cells::new().text(alias));
    let facts = [
        item("ALIASES", aliases),
        engagement_tables(&engagements, sets),
        disclosure_tables(register, &engagements, sets),
        succession_table(register, sets),
        practice_tables(register, sets),
    ];
    quote!(#(#facts)*)
}

fn item(name: &str, rows: impl IntoIterator<Item = Cells>) -> TokenStream {
    Table::of(rows).item(name)
}

/// A table of positions in another one.
fn order(name: &str, positions: impl IntoIterator<Item = usize>) -> TokenStream {
    let (name, numbers) = (super::sets::ident(name), numbers(positions));
    quote!(pub(crate) static #name: Numbers = Numbers(#numbers);)
}

/// Every alias, and for every provider which of them are its own.
pub(super) fn aliases(register: &Register) -> (Vec<&str>, Vec<(usize, usize)>) {
    let mut aliases = Vec::new();
    let rows = register.providers.iter().map(|provider| {
        let start = aliases.len();
        aliases.extend(provider.aliases.names().iter().map(String::as_str));
        (start, aliases.len())
    });
    let rows = rows.collect();
    (aliases, rows)
}

/// Every engagement by provider and key, and for every provider which of them are its own.
pub(super) fn by_provider(register: &Register) -> (Vec<&Engagement>, Vec<(usize, usize)>) {
    let mut engagements: Vec<&Engagement> =
        register.engagements.iter().filter(|e| e.row.withdrawn.known().is_none()).collect();
    engagements.sort_by(|a, b| (&a.row.provider, &a.row.key).cmp(&(&b.row.provider, &b.row.key)));
    let rows = register.providers.iter().map(|provider| {
        let start = engagements.partition_point(|e| e.row.provider < provider.key);
        let end = engagements.partition_point(|e| e.row.provider <= provider.key);
        (start, end)
    });
    let rows = rows.collect();
    (engagements, rows)
}

fn disclosed(engagement: &Engagement) -> impl Iterator<Item = &DisclosureRow> {
    engagement.disclosures.iter().filter(|row| row.withdrawn.known().is_none())
}

fn engagement_tables(engagements: &[&Engagement], sets: &Sets) -> TokenStream {
    let (mut features, mut disclosures) = (0, 0);
    let records = engagements.iter().map(|engagement| {
        let row = &engagement.row;
        let first = (features, disclosures);
        features += engagement.features.len();
        disclosures += disclosed(engagement).count();
        // Queries read the cells before `features` without reading the rest.
        let cells = Cells::new()
            .term(sets.get("Provider"), &row.provider)
            .term(sets.get("Edition"), &row.since)
            .until(sets, &row.until)
            .optional_term(sets.get("Section"), &row.section)
            .optional_term(sets.get("ServiceCategory"), &row.service_category)
            .optional_term(sets.get("Country"), &row.entity_country)
            .term(sets.get("Source"), &row.source)
            .set(sets.get("Purpose"), row.purposes.items())
            .set(sets.get("Safeguard"), row.safeguards.items());
        storage(cells, &row.storage, sets)
            .rows((first.0, features))
            .rows((first.1, disclosures))
            .text(&row.key)
            .text(&row.published_name)
            .number(row.position)
            .text(&row.summary)
            .optional_term(sets.get("Provider"), &row.hosted_by)
            .set(sets.get("Country"), row.territory.items())
            .flag(row.optional == YesOrUnknown::Yes)
            .set(sets.get("DataSubject"), row.excluded_subjects.items())
            .optional_text(&row.policy_url)
            .number(row.source_row)
            .optional_text(&row.note)
    });
    let records: Vec<Cells> = records.collect();
    let mut published: Vec<usize> = (0..engagements.len()).collect();
    published.sort_by_key(|at| engagements[*at].row.position);
    let features = engagements.iter().flat_map(|engagement| &engagement.features).map(|row| {
        Cells::new()
            .term(sets.get("Feature"), &row.feature)
            .small_term(sets.get("Setting"), &row.setting.to_string())
            .small_term(sets.get("Extent"), &row.extent.to_string())
    });
    let parts = [
        item("ENGAGEMENTS", records),
        order("ENGAGEMENTS_BY_POSITION", published),
        item("ENGAGEMENT_FEATURES", features),
    ];
    quote!(#(#parts)*)
}

fn disclosure_tables(register: &Register, engagements: &[&Engagement], sets: &Sets) -> TokenStream {
    let all: Vec<(usize, &DisclosureRow)> = engagements
        .iter()
        .enumerate()
        .flat_map(|(at, engagement)| disclosed(engagement).map(move |row| (at, row)))
        .collect();
    let records = all.iter().map(|(engagement, row)| {
        let subject = match &row.data_subject {
            Stated::Known(key) => sets.get("DataSubject").position(key) + 2,
            Stated::None => 0,
            Stated::Unknown | Stated::NotApplicable => 1,
        };
        let (from, to) = (party(&row.from, sets), party(&row.to, sets));
        // What most questions ask for comes first.
        Cells::new()
            .flag(row.asserted == Asserted::Yes)
            .small_term(sets.get("Form"), &row.form.to_string())
            .small_term(sets.get("Likelihood"), &row.likelihood.to_string())
            .flag(row.example == YesNo::Yes)
            .term(sets.get("DataCategory"), &row.data_category)
            .number(*engagement)
            .place(subject)
            .choice(from.0)
            .choice(to.0)
            .optional_term(sets.get("Context"), &row.context)
            .place(from.1)
            .place(to.1)
            .optional_text(&row.condition)
    });
    let categories = &register.vocabulary.data_categories;
    let stretches = hierarchy::stretches(categories);
    let category = sets.get("DataCategory");
    let place = |row: &DisclosureRow| stretches[category.position(&row.data_category)].0;
    let mut by_category: Vec<usize> = (0..all.len()).collect();
    by_category.sort_by_key(|at| place(all[*at].1));
    let starts: Vec<usize> = (0..=categories.len())
        .map(|start| by_category.partition_point(|at| place(all[*at].1) < start))
        .collect();
    let parts = [
        item("DISCLOSURES", records),
        order("DISCLOSURES_BY_CATEGORY", by_category),
        order("CATEGORY_STARTS", starts),
    ];
    quote!(#(#parts)*)
}

fn succession_table(register: &Register, sets: &Sets) -> TokenStream {
    let records =
        register.successions.iter().filter(|row| row.withdrawn.known().is_none()).map(|row| {
            Cells::new()
                .term(sets.get("Provider"), &row.from)
                .term(sets.get("Provider"), &row.to)
                .small_term(sets.get("SuccessionKind"), &row.kind.to_string())
                .small_term(sets.get("Certainty"), &row.certainty.to_string())
                .text(&row.evidence)
                .term(sets.get("Source"), &row.source)
        });
    item("SUCCESSIONS", records)
}

fn practice_tables(register: &Register, sets: &Sets) -> TokenStream {
    let practices: Vec<&Practice> =
        register.practices.iter().filter(|p| p.row.withdrawn.known().is_none()).collect();
    let (mut subjects, mut recipients) = (0, 0);
    let records = practices.iter().map(|practice| {
        let row = &practice.row;
        let first = (subjects, recipients);
        subjects += practice.subjects.len();
        recipients += practice.recipients.len();
        Cells::new()
            .text(&row.key)
            .number(row.position)
            .term(sets.get("DataCategory"), &row.data_category)
            .small_term(sets.get("Certainty"), &row.certainty.to_string())
            .text(&row.inferred_from)
            .set(sets.get("CollectionMethod"), row.collection.items())
            .optional_term(sets.get("Provider"), &row.acquired_from)
            .set(sets.get("Purpose"), row.purposes.items())
            .text(&row.summary)
            .text(&row.use_)
            .small_term(sets.get("Sharing"), &row.sharing.to_string())
            .small_term(sets.get("Transfer"), &row.transfer.to_string())
            .stated_set(sets.get("Country"), &row.destination)
            .stated_text(&row.transfer_reason)
            .stated_set(sets.get("LegalBasis"), &row.legal_bases)
            .term(sets.get("Edition"), &row.since)
            .until(sets, &row.until)
            .term(sets.get("Source"), &row.source)
            .number(row.source_record)
            .optional_text(&row.note)
            .rows((first.0, subjects))
            .rows((first.1, recipients))
    });
    let records: Vec<Cells> = records.collect();
    let subject_rows = practices.iter().flat_map(|practice| &practice.subjects).map(|row| {
        Cells::new()
            .optional_term(sets.get("DataSubject"), &row.data_subject)
            .small_term(sets.get("Relation"), &row.relation.to_string())
            .optional_text(&row.condition)
    });
    let recipient_rows = practices.iter().flat_map(|practice| &practice.recipients).map(|row| {
        Cells::new()
            .term(sets.get("Provider"), &row.provider)
            .text(&row.published_name)
            .small_term(sets.get("Certainty"), &row.identity.to_string())
            .small_term(sets.get("RecipientRole"), &row.role.to_string())
            .set(sets.get("Country"), row.country.items())
            .optional_text(&row.service)
            .optional_text(&row.reason)
    });
    let parts = [
        item("PRACTICES", records),
        item("PRACTICE_SUBJECTS", subject_rows),
        item("PRACTICE_RECIPIENTS", recipient_rows),
    ];
    quote!(#(#parts)*)
}

fn storage(cells: Cells, storage: &Storage, sets: &Sets) -> Cells {
    let (way, countries): (u8, &[Key]) = match storage {
        Storage::Countries(countries) => (0, countries),
        Storage::Global => (1, &[]),
        Storage::None => (2, &[]),
        Storage::SeeProvider => (3, &[]),
        Storage::NotApplicable => (4, &[]),
        Storage::Unknown => (5, &[]),
    };
    cells.choice(way).set(sets.get("Country"), countries)
}

/// A party's kind, in the order of the library's `PartyKind`, and the provider that it is, if it is
/// one other than the row's.
fn party(party: &Party, sets: &Sets) -> (u8, usize) {
    match party {
        Party::District => (0, 0),
        Party::OtherProvider(key) => (1, sets.get("Provider").position(key)),
        Party::Provider => (2, 0),
        Party::Publisher => (3, 0),
        Party::ThirdParty => (4, 0),
        Party::User => (5, 0),
    }
}
