//! The flat tables of facts. Rows that belong together stand together, so that a list is a pair of
//! numbers. Withdrawn rows are left out.

use proc_macro2::TokenStream;
use quote::quote;

use super::hierarchy;
use super::literal::{index, number, option, rows};
use super::sets::Sets;
use crate::cell_types::{Asserted, Party, Stated, StatedList, Storage, Until, YesNo, YesOrUnknown};
use crate::register::{Engagement, Practice, Register};
use crate::row::DisclosureRow;

/// Every table.
pub(super) fn tables(register: &Register, sets: &Sets) -> TokenStream {
    let (aliases, _) = aliases(register);
    let (engagements, _) = by_provider(register);
    let alias_count = index(aliases.len());
    let facts = [
        engagement_tables(&engagements, sets),
        disclosure_tables(register, &engagements, sets),
        succession_table(register, sets),
        practice_tables(register, sets),
    ];
    quote! {
        pub(crate) static ALIASES: [&str; #alias_count] = [#(#aliases),*];

        #(#facts)*
    }
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
        let (features, disclosures) = (rows(first.0, features), rows(first.1, disclosures));
        let (key, name) = (row.key.as_str(), &*row.published_name);
        let provider = sets.value("Provider", &row.provider);
        let section = sets.option("Section", row.section.known());
        let position = number(row.position);
        let category = sets.option("ServiceCategory", row.service_category.known());
        let purposes = sets.get("Purpose").bits(row.purposes.items());
        let summary = &*row.summary;
        let country = sets.option("Country", row.entity_country.known());
        let storage = storage(&row.storage, sets);
        let hosted_by = sets.option("Provider", row.hosted_by.known());
        let territory = sets.get("Country").bits(row.territory.items());
        let optional = row.optional == YesOrUnknown::Yes;
        let excluded = sets.get("DataSubject").bits(row.excluded_subjects.items());
        let safeguards = sets.get("Safeguard").bits(row.safeguards.items());
        let url = text(&row.policy_url);
        let since = sets.value("Edition", &row.since);
        let until = until(&row.until, sets);
        let source = sets.value("Source", &row.source);
        let source_row = number(row.source_row);
        let note = text(&row.note);
        quote!(Engagement {
            key: #key, provider: #provider, published_name: #name, section: #section,
            position: #position, service_category: #category, purposes: #purposes,
            summary: #summary, entity_country: #country, storage: #storage, hosted_by: #hosted_by,
            territory: #territory, optional: #optional, excluded_subjects: #excluded,
            safeguards: #safeguards, policy_url: #url, since: #since, until: #until,
            source: #source, source_row: #source_row, note: #note, features: #features,
            disclosures: #disclosures
        })
    });
    let records: Vec<TokenStream> = records.collect();
    let count = index(records.len());
    let mut order: Vec<usize> = (0..engagements.len()).collect();
    order.sort_by_key(|at| engagements[*at].row.position);
    let order = order.into_iter().map(index);
    let features = engagements.iter().flat_map(|engagement| &engagement.features).map(|row| {
        let feature = sets.value("Feature", &row.feature);
        let setting = sets.value("Setting", &row.setting.to_string());
        let extent = sets.value("Extent", &row.extent.to_string());
        quote!(EngagementFeature { feature: #feature, setting: #setting, extent: #extent })
    });
    let features: Vec<TokenStream> = features.collect();
    let feature_count = index(features.len());
    quote! {
        pub(crate) static ENGAGEMENTS: [Engagement; #count] = [#(#records),*];

        pub(crate) static ENGAGEMENTS_BY_POSITION: [u32; #count] = [#(#order),*];

        pub(crate) static ENGAGEMENT_FEATURES: [EngagementFeature; #feature_count] = [#(#features),*];
    }
}

fn disclosure_tables(register: &Register, engagements: &[&Engagement], sets: &Sets) -> TokenStream {
    let all: Vec<(usize, &DisclosureRow)> = engagements
        .iter()
        .enumerate()
        .flat_map(|(at, engagement)| disclosed(engagement).map(move |row| (at, row)))
        .collect();
    let records = all.iter().map(|(engagement, row)| {
        let (from, to) = (party(&row.from, sets), party(&row.to, sets));
        let category = sets.value("DataCategory", &row.data_category);
        let subject = match &row.data_subject {
            Stated::Known(key) => {
                let group = sets.value("DataSubject", key);
                quote!(Subject::Group(#group))
            }
            Stated::None => quote!(Subject::Nobody),
            Stated::Unknown | Stated::NotApplicable => quote!(Subject::Unknown),
        };
        let form = sets.value("Form", &row.form.to_string());
        let likelihood = sets.value("Likelihood", &row.likelihood.to_string());
        let example = row.example == YesNo::Yes;
        let context = sets.option("Context", row.context.known());
        let condition = text(&row.condition);
        let asserted = row.asserted == Asserted::Yes;
        let engagement = index(*engagement);
        quote!(Disclosure {
            from: #from, to: #to, category: #category, subject: #subject, form: #form,
            likelihood: #likelihood, example: #example, context: #context, condition: #condition,
            asserted: #asserted, engagement: #engagement
        })
    });
    let count = index(all.len());
    let categories = &register.vocabulary.data_categories;
    let stretches = hierarchy::stretches(categories);
    let category = sets.get("DataCategory");
    let place = |row: &DisclosureRow| stretches[category.position(&row.data_category)].0;
    let mut order: Vec<usize> = (0..all.len()).collect();
    order.sort_by_key(|at| place(all[*at].1));
    let starts = (0..=categories.len())
        .map(|start| index(order.partition_point(|at| place(all[*at].1) < start)));
    let start_count = index(categories.len() + 1);
    let starts: Vec<_> = starts.collect();
    let order = order.iter().copied().map(index);
    quote! {
        pub(crate) static DISCLOSURES: [Disclosure; #count] = [#(#records),*];

        pub(crate) static DISCLOSURES_BY_CATEGORY: [u32; #count] = [#(#order),*];

        pub(crate) static CATEGORY_STARTS: [u32; #start_count] = [#(#starts),*];
    }
}

fn succession_table(register: &Register, sets: &Sets) -> TokenStream {
    let records =
        register.successions.iter().filter(|row| row.withdrawn.known().is_none()).map(|row| {
            let (from, to) = (sets.value("Provider", &row.from), sets.value("Provider", &row.to));
            let kind = sets.value("SuccessionKind", &row.kind.to_string());
            let certainty = sets.value("Certainty", &row.certainty.to_string());
            let (evidence, source) = (&*row.evidence, sets.value("Source", &row.source));
            quote!(Succession {
                from: #from, to: #to, kind: #kind, certainty: #certainty, evidence: #evidence,
                source: #source
            })
        });
    let records: Vec<TokenStream> = records.collect();
    let count = index(records.len());
    quote!(pub(crate) static SUCCESSIONS: [Succession; #count] = [#(#records),*];)
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
        let (subjects, recipients) = (rows(first.0, subjects), rows(first.1, recipients));
        let key = row.key.as_str();
        let position = number(row.position);
        let category = sets.value("DataCategory", &row.data_category);
        let certainty = sets.value("Certainty", &row.certainty.to_string());
        let inferred_from = &*row.inferred_from;
        let collection = sets.get("CollectionMethod").bits(row.collection.items());
        let acquired = sets.option("Provider", row.acquired_from.known());
        let purposes = sets.get("Purpose").bits(row.purposes.items());
        let (summary, usage) = (&*row.summary, &*row.use_);
        let sharing = sets.value("Sharing", &row.sharing.to_string());
        let transfer = sets.value("Transfer", &row.transfer.to_string());
        let destination = stated_set(&row.destination, "Country", sets);
        let reason = stated_text(&row.transfer_reason);
        let bases = stated_set(&row.legal_bases, "LegalBasis", sets);
        let since = sets.value("Edition", &row.since);
        let until = until(&row.until, sets);
        let source = sets.value("Source", &row.source);
        let source_record = number(row.source_record);
        let note = text(&row.note);
        quote!(Practice {
            key: #key, position: #position, category: #category, certainty: #certainty,
            inferred_from: #inferred_from, collection: #collection, acquired_from: #acquired,
            purposes: #purposes, summary: #summary, usage: #usage, sharing: #sharing,
            transfer: #transfer, destination: #destination, transfer_reason: #reason,
            legal_bases: #bases, since: #since, until: #until, source: #source,
            source_record: #source_record, note: #note, subjects: #subjects,
            recipients: #recipients
        })
    });
    let records: Vec<TokenStream> = records.collect();
    let subject_rows = practices.iter().flat_map(|practice| &practice.subjects).map(|row| {
        let subject = sets.option("DataSubject", row.data_subject.known());
        let relation = sets.value("Relation", &row.relation.to_string());
        let condition = text(&row.condition);
        quote!(PracticeSubject { subject: #subject, relation: #relation, condition: #condition })
    });
    let recipient_rows = practices.iter().flat_map(|practice| &practice.recipients).map(|row| {
        let provider = sets.value("Provider", &row.provider);
        let name = &*row.published_name;
        let identity = sets.value("Certainty", &row.identity.to_string());
        let role = sets.value("RecipientRole", &row.role.to_string());
        let countries = sets.get("Country").bits(row.country.items());
        let (service, reason) = (text(&row.service), text(&row.reason));
        quote!(PracticeRecipient {
            provider: #provider, published_name: #name, identity: #identity, role: #role,
            countries: #countries, service: #service, reason: #reason
        })
    });
    let (count, subject_count, recipient_count) =
        (index(records.len()), index(subjects), index(recipients));
    quote! {
        pub(crate) static PRACTICES: [Practice; #count] = [#(#records),*];

        pub(crate) static PRACTICE_SUBJECTS: [PracticeSubject; #subject_count] = [#(#subject_rows),*];

        pub(crate) static PRACTICE_RECIPIENTS: [PracticeRecipient; #recipient_count] = [#(#recipient_rows),*];
    }
}

fn text<T: std::str::FromStr + std::fmt::Display>(value: &Stated<T>) -> TokenStream {
    option(value.known().map(ToString::to_string))
}

fn stated_text<T: std::str::FromStr + std::fmt::Display>(value: &Stated<T>) -> TokenStream {
    match value {
        Stated::Known(value) => {
            let value = value.to_string();
            quote!(Stated::Known(#value))
        }
        Stated::None => quote!(Stated::None),
        Stated::NotApplicable => quote!(Stated::NotApplicable),
        Stated::Unknown => quote!(Stated::Unknown),
    }
}

fn stated_set(list: &StatedList, set: &str, sets: &Sets) -> TokenStream {
    match list {
        StatedList::Known(keys) => {
            let keys = sets.get(set).bits(keys);
            quote!(Stated::Known(#keys))
        }
        StatedList::None => quote!(Stated::None),
        StatedList::NotApplicable => quote!(Stated::NotApplicable),
        StatedList::Unknown => quote!(Stated::Unknown),
    }
}

fn until(until: &Until, sets: &Sets) -> TokenStream {
    match until {
        Until::Current => quote!(None),
        Until::Edition(id) => {
            let edition = sets.value("Edition", id);
            quote!(Some(#edition))
        }
    }
}

fn storage(storage: &Storage, sets: &Sets) -> TokenStream {
    match storage {
        Storage::Countries(countries) => {
            let countries = sets.get("Country").bits(countries);
            quote!(Storage::Countries(#countries))
        }
        Storage::Global => quote!(Storage::Global),
        Storage::None => quote!(Storage::None),
        Storage::SeeProvider => quote!(Storage::SeeProvider),
        Storage::NotApplicable => quote!(Storage::NotApplicable),
        Storage::Unknown => quote!(Storage::Unknown),
    }
}

fn party(party: &Party, sets: &Sets) -> TokenStream {
    match party {
        Party::Publisher => quote!(Party::Publisher),
        Party::Provider => quote!(Party::Provider),
        Party::User => quote!(Party::User),
        Party::District => quote!(Party::District),
        Party::ThirdParty => quote!(Party::ThirdParty),
        Party::OtherProvider(key) => {
            let provider = sets.value("Provider", key);
            quote!(Party::OtherProvider(#provider))
        }
    }
}
