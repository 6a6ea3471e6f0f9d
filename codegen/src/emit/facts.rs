//! The flat tables of facts. Rows that belong together stand together, so that a list is a pair of
//! numbers. Withdrawn rows are left out.

use proc_macro2::TokenStream;
use quote::quote;

use super::hierarchy;
use super::packed::{Cells, table};
use super::sets::Sets;
use crate::cell_types::{Asserted, Party, Stated, Storage, YesNo, YesOrUnknown};
use crate::register::{Engagement, Practice, Register};
use crate::row::DisclosureRow;

/// Every table.
pub(super) fn tables(register: &Register, sets: &Sets) -> TokenStream {
    let (aliases, _) = aliases(register);
    let (engagements, _) = by_provider(register);
    let aliases = aliases.into_iter().map(|alias| Cells::new().text(alias));
    let facts = [
        item("ALIASES", quote!(&str), aliases, quote!(crate::record::alias)),
        engagement_tables(&engagements, sets),
        disclosure_tables(register, &engagements, sets),
        succession_table(register, sets),
        practice_tables(register, sets),
    ];
    quote!(#(#facts)*)
}

fn item(
    name: &str,
    row: TokenStream,
    rows: impl IntoIterator<Item = Cells>,
    read: TokenStream,
) -> TokenStream {
    table(rows, &read).item(name, &row)
}

/// A table of positions in another one.
fn order(name: &str, positions: impl IntoIterator<Item = usize>) -> TokenStream {
    let rows = positions.into_iter().map(|position| Cells::new().number(position));
    item(name, quote!(u32), rows, quote!(crate::record::position))
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
        let cells = Cells::new()
            .text(&row.key)
            .term(sets.get("Provider"), &row.provider)
            .text(&row.published_name)
            .optional_term(sets.get("Section"), &row.section)
            .number(row.position)
            .optional_term(sets.get("ServiceCategory"), &row.service_category)
            .set(sets.get("Purpose"), row.purposes.items())
            .text(&row.summary)
            .optional_term(sets.get("Country"), &row.entity_country);
        storage(cells, &row.storage, sets)
            .optional_term(sets.get("Provider"), &row.hosted_by)
            .set(sets.get("Country"), row.territory.items())
            .flag(row.optional == YesOrUnknown::Yes)
            .set(sets.get("DataSubject"), row.excluded_subjects.items())
            .set(sets.get("Safeguard"), row.safeguards.items())
            .optional_text(&row.policy_url)
            .term(sets.get("Edition"), &row.since)
            .until(sets, &row.until)
            .term(sets.get("Source"), &row.source)
            .number(row.source_row)
            .optional_text(&row.note)
            .stretch((first.0, features))
            .stretch((first.1, disclosures))
    });
    let records: Vec<Cells> = records.collect();
    let mut published: Vec<usize> = (0..engagements.len()).collect();
    published.sort_by_key(|at| engagements[*at].row.position);
    let features = engagements.iter().flat_map(|engagement| &engagement.features).map(|row| {
        Cells::new()
            .term(sets.get("Feature"), &row.feature)
            .term(sets.get("Setting"), &row.setting.to_string())
            .term(sets.get("Extent"), &row.extent.to_string())
    });
    let parts = [
        item("ENGAGEMENTS", quote!(Engagement), records, quote!(Engagement::read)),
        order("ENGAGEMENTS_BY_POSITION", published),
        item(
            "ENGAGEMENT_FEATURES",
            quote!(EngagementFeature),
            features,
            quote!(EngagementFeature::read),
        ),
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
        Cells::new()
            .number(party(&row.from, sets))
            .number(party(&row.to, sets))
            .term(sets.get("DataCategory"), &row.data_category)
            .number(subject)
            .term(sets.get("Form"), &row.form.to_string())
            .term(sets.get("Likelihood"), &row.likelihood.to_string())
            .flag(row.example == YesNo::Yes)
            .optional_term(sets.get("Context"), &row.context)
            .optional_text(&row.condition)
            .flag(row.asserted == Asserted::Yes)
            .number(*engagement)
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
        item("DISCLOSURES", quote!(Disclosure), records, quote!(Disclosure::read)),
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
                .term(sets.get("SuccessionKind"), &row.kind.to_string())
                .term(sets.get("Certainty"), &row.certainty.to_string())
                .text(&row.evidence)
                .term(sets.get("Source"), &row.source)
        });
    item("SUCCESSIONS", quote!(Succession), records, quote!(Succession::read))
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
            .term(sets.get("Certainty"), &row.certainty.to_string())
            .text(&row.inferred_from)
            .set(sets.get("CollectionMethod"), row.collection.items())
            .optional_term(sets.get("Provider"), &row.acquired_from)
            .set(sets.get("Purpose"), row.purposes.items())
            .text(&row.summary)
            .text(&row.use_)
            .term(sets.get("Sharing"), &row.sharing.to_string())
            .term(sets.get("Transfer"), &row.transfer.to_string())
            .stated_set(sets.get("Country"), &row.destination)
            .stated_text(&row.transfer_reason)
            .stated_set(sets.get("LegalBasis"), &row.legal_bases)
            .term(sets.get("Edition"), &row.since)
            .until(sets, &row.until)
            .term(sets.get("Source"), &row.source)
            .number(row.source_record)
            .optional_text(&row.note)
            .stretch((first.0, subjects))
            .stretch((first.1, recipients))
    });
    let records: Vec<Cells> = records.collect();
    let subject_rows = practices.iter().flat_map(|practice| &practice.subjects).map(|row| {
        Cells::new()
            .optional_term(sets.get("DataSubject"), &row.data_subject)
            .term(sets.get("Relation"), &row.relation.to_string())
            .optional_text(&row.condition)
    });
    let recipient_rows = practices.iter().flat_map(|practice| &practice.recipients).map(|row| {
        Cells::new()
            .term(sets.get("Provider"), &row.provider)
            .text(&row.published_name)
            .term(sets.get("Certainty"), &row.identity.to_string())
            .term(sets.get("RecipientRole"), &row.role.to_string())
            .set(sets.get("Country"), row.country.items())
            .optional_text(&row.service)
            .optional_text(&row.reason)
    });
    let parts = [
        item("PRACTICES", quote!(Practice), records, quote!(Practice::read)),
        item(
            "PRACTICE_SUBJECTS",
            quote!(PracticeSubject),
            subject_rows,
            quote!(PracticeSubject::read),
        ),
        item(
            "PRACTICE_RECIPIENTS",
            quote!(PracticeRecipient),
            recipient_rows,
            quote!(PracticeRecipient::read),
        ),
    ];
    quote!(#(#parts)*)
}

fn storage(cells: Cells, storage: &Storage, sets: &Sets) -> Cells {
    match storage {
        Storage::Countries(countries) => cells.number(0_u64).set(sets.get("Country"), countries),
        Storage::Global => cells.number(1_u64),
        Storage::None => cells.number(2_u64),
        Storage::SeeProvider => cells.number(3_u64),
        Storage::NotApplicable => cells.number(4_u64),
        Storage::Unknown => cells.number(5_u64),
    }
}

fn party(party: &Party, sets: &Sets) -> usize {
    match party {
        Party::District => 0,
        Party::Provider => 1,
        Party::Publisher => 2,
        Party::ThirdParty => 3,
        Party::User => 4,
        Party::OtherProvider(key) => 5 + sets.get("Provider").position(key),
    }
}
