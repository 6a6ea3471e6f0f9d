//! The vocabularies, the editions and the documents.

use std::collections::HashSet;

use proc_macro2::TokenStream;
use quote::quote;

use super::docs;
use super::hierarchy;
use super::literal;
use super::packed::Cells;
use super::sets::{Set, Sets};
use super::term_enum::{TermEntry, TermEnum};
use crate::cell_types::YesNo;
use crate::register::Register;
use crate::tables::row::DataCategoryRow;

/// Every vocabulary.
pub(super) fn terms(register: &Register, sets: &Sets) -> TokenStream {
    let vocabulary = &register.vocabulary;
    let plain = |name: &str, description: &str, cells: Cells| TermEntry {
        doc: format!("{}\n\n{}", docs::plain(name), docs::plain(description)),
        deprecated: None,
        names: vec![name.to_owned()],
        cells,
        constant: None,
    };
    let parts = [
        TermEnum {
            set: sets.get("CollectionMethod"),
            doc: " A way in which data is collected.".into(),
            record: quote!(MappedRecord<CollectionMethod>),
            terms: (vocabulary.collection_methods.iter())
                .map(|row| {
                    let cells = Cells::new().optional_text(&row.dpv).text(&row.description);
                    plain(&row.name, &row.description, cells)
                })
                .collect(),
        },
        TermEnum {
            set: sets.get("Context"),
            doc: " One of several uses that the row of one provider tells apart.".into(),
            record: quote!(TermRecord<Context>),
            terms: (vocabulary.contexts.iter())
                .map(|row| plain(&row.name, &row.description, Cells::new().text(&row.description)))
                .collect(),
        },
        TermEnum {
            set: sets.get("Country"),
            doc: " A country of ISO 3166-1. Variants are named by its alpha-2 code.".into(),
            record: quote!(CountryRecord),
            terms: (vocabulary.countries.iter())
                .map(|row| {
                    let eea = row.eea == YesNo::Yes;
                    let member = if eea { "A member of the European Economic Area." } else { "" };
                    plain(&row.name, member, Cells::new().flag(eea))
                })
                .collect(),
        },
        data_categories(register, sets),
        data_subjects(register, sets),
        editions(register, sets),
        TermEnum {
            set: sets.get("Feature"),
            doc: " A part of the product that needs a provider.".into(),
            record: quote!(TermRecord<Feature>),
            terms: (vocabulary.features.iter())
                .map(|row| plain(&row.name, &row.description, Cells::new().text(&row.description)))
                .collect(),
        },
        TermEnum {
            set: sets.get("LegalBasis"),
            doc: " A legal basis for processing.".into(),
            record: quote!(LegalBasisRecord),
            terms: (vocabulary.legal_bases.iter())
                .map(|row| {
                    let cells = Cells::new()
                        .optional_text(&row.dpv)
                        .text(&row.article)
                        .text(&row.description);
                    plain(&row.name, &row.description, cells)
                })
                .collect(),
        },
        TermEnum {
            set: sets.get("Purpose"),
            doc: " What data is used for.".into(),
            record: quote!(MappedRecord<Purpose>),
            terms: (vocabulary.purposes.iter())
                .map(|row| {
                    let cells = Cells::new().optional_text(&row.dpv).text(&row.description);
                    plain(&row.name, &row.description, cells)
                })
                .collect(),
        },
        TermEnum {
            set: sets.get("Safeguard"),
            doc: " A safeguard or contract that protects data.".into(),
            record: quote!(MappedRecord<Safeguard>),
            terms: (vocabulary.safeguards.iter())
                .map(|row| {
                    let cells = Cells::new().optional_text(&row.dpv).text(&row.description);
                    plain(&row.name, &row.description, cells)
                })
                .collect(),
        },
        TermEnum {
            set: sets.get("Section"),
            doc: " A section of the published page.".into(),
            record: quote!(HeadingRecord<Section>),
            terms: (vocabulary.sections.iter())
                .map(|row| {
                    let cells = Cells::new().number(row.position).text(&row.description);
                    plain(&row.name, &row.description, cells)
                })
                .collect(),
        },
        TermEnum {
            set: sets.get("ServiceCategory"),
            doc: " A kind of service under which providers are published.".into(),
            record: quote!(HeadingRecord<ServiceCategory>),
            terms: (vocabulary.service_categories.iter())
                .map(|row| {
                    let cells = Cells::new().number(row.position).text(&row.description);
                    plain(&row.name, &row.description, cells)
                })
                .collect(),
        },
        sources(register, sets),
    ];
    let items = parts.iter().map(TermEnum::items);
    let countries = country_sets(register, sets.get("Country"));
    quote!(#(#items)* #countries)
}

/// Sets of countries that many questions need.
fn country_sets(register: &Register, set: &Set) -> TokenStream {
    let members: HashSet<&str> = (register.vocabulary.countries.iter())
        .filter(|row| row.eea == YesNo::Yes)
        .map(|row| row.key.as_str())
        .collect();
    let eea = set.subset(|key| members.contains(key));
    let with_us = set.subset(|key| members.contains(key) || key == "us");
    quote! {
        impl CountrySet {
            #[doc = " The members of the European Economic Area."]
            pub const EEA: Self = #eea;
        }

        #[doc = " The members of the European Economic Area and the United States."]
        pub const EEA_AND_US: CountrySet = #with_us;
    }
}

fn data_categories<'s>(register: &Register, sets: &'s Sets) -> TermEnum<'s> {
    let rows = &register.vocabulary.data_categories;
    let stretches = hierarchy::stretches(rows);
    let terms = rows.iter().zip(stretches).map(|(row, stretch)| {
        let wider = row
            .parent
            .known()
            .map(|parent| format!("\n\n A kind of [`{}`].", link(sets, "DataCategory", parent)));
        TermEntry {
            doc: format!(
                "{}\n\n{}{}",
                docs::plain(&row.name),
                docs::plain(&row.description),
                wider.unwrap_or_default()
            ),
            deprecated: None,
            names: vec![row.name.to_string()],
            cells: Cells::new()
                .stretch(stretch)
                .optional_term(sets.get("DataCategory"), &row.parent)
                .optional_text(&row.dpv)
                .optional_text(&row.fideslang)
                .small_term(sets.get("SpecialCare"), &row.special_care.to_string())
                .text(&row.description),
            constant: Some(category_fields(row, sets)),
        }
    });
    TermEnum {
        set: sets.get("DataCategory"),
        doc: " A kind of data. Kinds form a hierarchy; see [`DataCategory::is_a`].".into(),
        record: quote!(DataCategoryRecord),
        terms: terms.collect(),
    }
}

/// The fields of a kind of data's record, behind its name.
fn category_fields(row: &DataCategoryRow, sets: &Sets) -> TokenStream {
    let parent = literal::option(row.parent.known().map(|p| sets.get("DataCategory").value(p)));
    let dpv = literal::option(row.dpv.known().map(ToString::to_string));
    let fideslang = literal::option(row.fideslang.known().map(ToString::to_string));
    let special_care = sets.get("SpecialCare").value(&row.special_care.to_string());
    let description = &*row.description;
    quote! {
        parent: #parent,
        dpv: #dpv,
        fideslang: #fideslang,
        special_care: #special_care,
        description: #description,
    }
}

fn data_subjects<'s>(register: &Register, sets: &'s Sets) -> TermEnum<'s> {
    let rows = &register.vocabulary.data_subjects;
    let stretches = hierarchy::stretches(rows);
    let terms = rows.iter().zip(stretches).map(|(row, stretch)| {
        let wider = row
            .parent
            .known()
            .map(|parent| format!("\n\n Part of [`{}`].", link(sets, "DataSubject", parent)));
        TermEntry {
            doc: format!(
                "{}\n\n{}{}",
                docs::plain(&row.name),
                docs::plain(&row.description),
                wider.unwrap_or_default()
            ),
            deprecated: None,
            names: vec![row.name.to_string()],
            cells: Cells::new()
                .stretch(stretch)
                .optional_term(sets.get("DataSubject"), &row.parent)
                .optional_text(&row.dpv)
                .text(&row.description),
            constant: None,
        }
    });
    TermEnum {
        set: sets.get("DataSubject"),
        doc:
            " A group of people whom data is about. A wider group includes the narrower ones; see \
              [`DataSubject::is_a`]."
                .into(),
        record: quote!(DataSubjectRecord),
        terms: terms.collect(),
    }
}

fn editions<'s>(register: &Register, sets: &'s Sets) -> TermEnum<'s> {
    let terms = register.editions().iter().map(|edition| TermEntry {
        doc: format!(" The edition of {}.", edition.id),
        deprecated: None,
        names: vec![edition.id.clone()],
        cells: Cells::new()
            .text(&edition.published)
            .optional_text(&edition.effective)
            .optional_text(&edition.objection_until)
            .term(sets.get("Source"), &edition.source),
        constant: None,
    });
    TermEnum {
        set: sets.get("Edition"),
        doc: " An edition of the published list, in the order of their dates.".into(),
        record: quote!(EditionRecord),
        terms: terms.collect(),
    }
}

fn sources<'s>(register: &Register, sets: &'s Sets) -> TermEnum<'s> {
    let set = sets.get("Source");
    let terms = set.keys.iter().filter_map(|key| {
        let source = register.file.sources.iter().find(|source| source.id.as_str() == key)?;
        let basis = &*source.date_basis;
        // Two documents may bear one title; the first found by it is the newest.
        let title = source.title.to_string();
        Some(TermEntry {
            doc: format!("{}\n\n{}", docs::plain(&title), docs::plain(basis)),
            deprecated: None,
            names: vec![title],
            cells: Cells::new().optional_text(&source.date).text(basis),
            constant: None,
        })
    });
    TermEnum {
        set,
        doc: " A document that facts come from.".into(),
        record: quote!(SourceRecord),
        terms: terms.collect(),
    }
}

/// The path of a term, for a link in documentation.
pub(super) fn link(sets: &Sets, set: &str, key: &str) -> String {
    let set = sets.get(set);
    format!("{}::{}", set.name, set.variant(key))
}
