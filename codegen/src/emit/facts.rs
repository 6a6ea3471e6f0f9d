//! The flat tables of facts. Rows that belong together follow each other, so that a list is a pair
//! of numbers. Withdrawn rows are left out.

use std::ops::Range;

use proc_macro2::TokenStream;
use quote::quote;

use super::hierarchy;
use super::packed::{Cells, Table, numbers};
use super::published::Published;
use super::sets::Sets;
use crate::cell_types::{Asserted, DataStatus, Key, Party, Stated, YesNo, YesOrUnknown};
use crate::register::Register;
use crate::tables::row::{DisclosureRow, IdentifierRow};

/// Every table.
pub(super) fn tables(register: &Register, published: &Published<'_>, sets: &Sets) -> TokenStream {
    let aliases = register.providers.iter().flat_map(|provider| provider.aliases.names());
    let aliases = aliases.map(|alias| Cells::new().text(alias));
    let identifiers = identifiers(register).into_iter();
    let identifiers = identifiers.map(|row| Cells::new().text(&row.scheme).text(&row.value));
    let facts = [
        item("ALIASES", aliases),
        item("IDENTIFIERS", identifiers),
        published.tables(sets),
        engagement_tables(published, sets),
        region_members(register, sets),
        disclosure_tables(register, published, sets),
        overlap_table(register, sets),
        succession_table(register, sets),
        practice_tables(published, sets),
    ];
    quote!(#(#facts)*)
}

/// A table of rows.
pub(super) fn item(name: &str, rows: impl IntoIterator<Item = Cells>) -> TokenStream {
    Table::of(rows).item(name)
}

/// A table of positions in another one.
pub(super) fn order(name: &str, positions: impl IntoIterator<Item = usize>) -> TokenStream {
    let (name, numbers) = (super::sets::ident(name), numbers(positions));
    quote!(pub(crate) static #name: Numbers = Numbers(#numbers);)
}

/// For every provider, which of all aliases are its own.
pub(super) fn alias_rows(register: &Register) -> Vec<Range<usize>> {
    let mut end = 0;
    let rows = register.providers.iter().map(|provider| {
        let start = end;
        end += provider.aliases.names().len();
        start..end
    });
    rows.collect()
}

/// Every identifier, by provider.
fn identifiers(register: &Register) -> Vec<&IdentifierRow> {
    let mut identifiers: Vec<&IdentifierRow> = register.identifiers.iter().collect();
    identifiers.sort_by_key(|row| &row.provider);
    identifiers
}

/// For every provider, which of all identifiers are its own.
pub(super) fn identifier_rows(register: &Register) -> Vec<Range<usize>> {
    let identifiers = identifiers(register);
    let start = |key: &Key| identifiers.partition_point(|row| row.provider < *key);
    let end = |key: &Key| identifiers.partition_point(|row| row.provider <= *key);
    register.providers.iter().map(|row| start(&row.key)..end(&row.key)).collect()
}

fn engagement_tables(published: &Published<'_>, sets: &Sets) -> TokenStream {
    let engagements = &published.engagements;
    let (mut features, mut places, mut disclosures, mut contract_facts) = (0, 0, 0, 0);
    let records = engagements.iter().enumerate().map(|(place, engagement)| {
        let row = &engagement.row;
        let listings = published.of_engagement(place);
        let first = (features, places, disclosures, contract_facts);
        features += engagement.features.len();
        places += engagement.standing_storage().count();
        disclosures += engagement.standing_disclosures().count();
        contract_facts += engagement.standing_contract_facts().count();
        // Queries read the cells before the key without reading the rest.
        Cells::new()
            .term(sets.get("Provider"), &row.provider)
            .optional_term(sets.get("ServiceCategory"), &row.service_category)
            .optional_term(sets.get("Country"), &row.entity_country)
            .set(sets.get("Purpose"), row.purposes.items())
            .set(sets.get("Safeguard"), row.safeguards.items())
            .small_term(sets.get("StorageStatus"), &row.storage.to_string())
            .rows(first.1..places)
            .rows(first.0..features)
            .rows(first.2..disclosures)
            .rows(listings.clone())
            .bits(sets.get("Edition"), &published.editions_of(listings))
            .text(&row.key)
            .text(&row.summary)
            .small_term(sets.get("DataStatus"), &row.data.to_string())
            .optional_term(sets.get("Provider"), &row.hosted_by)
            .set(sets.get("Country"), row.territory.items())
            .flag(row.optional == YesOrUnknown::Yes)
            .set(sets.get("DataSubject"), row.excluded_subjects.items())
            .optional_text(&row.note)
            .rows(first.3..contract_facts)
    });
    let records: Vec<Cells> = records.collect();
    let unknown = (engagements.iter().enumerate())
        .filter(|(_, engagement)| engagement.row.data == DataStatus::Unknown)
        .map(|(place, _)| place);
    let features = engagements.iter().flat_map(|engagement| &engagement.features).map(|row| {
        Cells::new()
            .term(sets.get("Feature"), &row.feature)
            .stated_set(sets.get("Setting"), &row.settings)
            .small_term(sets.get("Extent"), &row.extent.to_string())
    });
    let parts = [
        item("ENGAGEMENTS", records),
        order("ENGAGEMENTS_OF_UNKNOWN_DATA", unknown),
        item("ENGAGEMENT_FEATURES", features),
        storage_table(published, sets),
        contract_fact_table(published, sets),
    ];
    quote!(#(#parts)*)
}

/// A country or a region as one number: the countries first and the regions after them.
fn place(key: &Key, sets: &Sets) -> usize {
    let (countries, regions) = (sets.get("Country"), sets.get("Region"));
    match countries.find(key) {
        Some(country) => country,
        None => countries.keys.len() + regions.position(key),
    }
}

fn storage_table(published: &Published<'_>, sets: &Sets) -> TokenStream {
    let places = published.engagements.iter().flat_map(|engagement| engagement.standing_storage());
    let places = places.map(|row| {
        Cells::new()
            .place(place(&row.place, sets))
            .optional_text(&row.context)
            .optional_text(&row.condition)
    });
    item("STORAGE", places)
}

/// The members of every region, one row for each edition.
fn region_members(register: &Register, sets: &Sets) -> TokenStream {
    let countries = sets.get("Country");
    let rows = register.vocabulary.regions.iter().flat_map(|region| {
        register.editions().iter().map(|edition| {
            let members = register.vocabulary.members(&region.key, &edition.published);
            let places: Vec<usize> = members.iter().map(|key| countries.position(key)).collect();
            Cells::new().bits(countries, &places)
        })
    });
    item("REGION_MEMBERS", rows)
}

fn contract_fact_table(published: &Published<'_>, sets: &Sets) -> TokenStream {
    let facts = published.engagements.iter().flat_map(|one| one.standing_contract_facts());
    let records = facts.map(|row| {
        Cells::new()
            .small_term(sets.get("ContractFactKind"), &row.kind.to_string())
            .optional_text(&row.value)
            .optional_text(&row.condition)
            .place(row.place.known().map_or(0, |key| place(key, sets) + 1))
    });
    item("CONTRACT_FACTS", records)
}

fn disclosure_tables(register: &Register, published: &Published<'_>, sets: &Sets) -> TokenStream {
    let all: Vec<(usize, &DisclosureRow)> = (published.engagements.iter())
        .enumerate()
        .flat_map(|(at, engagement)| engagement.standing_disclosures().map(move |row| (at, row)))
        .collect();
    let records = all.iter().map(|(engagement, row)| {
        let subject = match &row.data_subject {
            Stated::Known(key) => sets.get("DataSubject").position(key) + 2,
            Stated::None => 0,
            Stated::Unknown | Stated::NotApplicable => 1,
        };
        let category = sets.get("DataCategory");
        let category =
            row.data_category.kind().map_or(category.keys.len(), |k| category.position(k));
        // What most questions ask for comes first.
        Cells::new()
            .flag(row.asserted == Asserted::Yes)
            .small_term(sets.get("Form"), &row.form.to_string())
            .small_term(sets.get("Likelihood"), &row.likelihood.to_string())
            .flag(row.example == YesNo::Yes)
            .place(category)
            .number(*engagement)
            .place(subject)
            .place(party(&row.sender, sets))
            .place(party(&row.recipient, sets))
            .optional_term(sets.get("Context"), &row.context)
            .optional_text(&row.condition)
    });
    let categories = &register.vocabulary.data_categories;
    let branches = hierarchy::branches(categories);
    let category = sets.get("DataCategory");
    // Data of any kind is found by no kind, so it comes last.
    let place = |row: &DisclosureRow| {
        row.data_category.kind().map_or(branches.len(), |kind| branches[category.position(kind)].0)
    };
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

fn overlap_table(register: &Register, sets: &Sets) -> TokenStream {
    let group = sets.get("DataSubject");
    let records =
        register.vocabulary.overlaps.iter().map(|row| {
            Cells::new().term(group, &row.group).term(group, &row.other).text(&row.reason)
        });
    item("OVERLAPS", records)
}

fn succession_table(register: &Register, sets: &Sets) -> TokenStream {
    let records = register.successions.iter().filter(|row| !row.is_withdrawn()).map(|row| {
        Cells::new()
            .term(sets.get("Provider"), &row.predecessor)
            .term(sets.get("Provider"), &row.successor)
            .small_term(sets.get("SuccessionKind"), &row.kind.to_string())
            .term(sets.get("Edition"), &row.edition)
            .small_term(sets.get("Certainty"), &row.certainty.to_string())
            .text(&row.evidence)
            .term(sets.get("Document"), &row.document)
    });
    item("SUCCESSIONS", records)
}

fn practice_tables(published: &Published<'_>, sets: &Sets) -> TokenStream {
    let practices = &published.practices;
    let (mut subjects, mut recipients) = (0, 0);
    let records = practices.iter().enumerate().map(|(place, practice)| {
        let row = &practice.row;
        let listings = published.of_practice(place);
        let first = (subjects, recipients);
        subjects += practice.subjects.len();
        recipients += practice.recipients.len();
        // Queries read the editions without reading the rest.
        Cells::new()
            .bits(sets.get("Edition"), &published.editions_of(listings.clone()))
            .text(&row.key)
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
            .optional_text(&row.note)
            .rows(listings)
            .rows(first.0..subjects)
            .rows(first.1..recipients)
    });
    let records: Vec<Cells> = records.collect();
    let subject_rows = practices.iter().flat_map(|practice| &practice.subjects).map(|row| {
        Cells::new()
            .optional_term(sets.get("DataSubject"), &row.data_subject)
            .optional_term(sets.get("Relation"), &row.relation)
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

/// A party's number, as the library's `Party::of` reads it: the two that every row has, those of the
/// vocabulary, and after them the providers.
fn party(party: &Party, sets: &Sets) -> usize {
    let others = sets.get("OtherParty");
    match party {
        Party::Provider => 0,
        Party::Publisher => 1,
        Party::Other(key) => 2 + others.position(key),
        Party::OtherProvider(key) => 2 + others.keys.len() + sets.get("Provider").position(key),
    }
}
