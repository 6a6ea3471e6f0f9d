//! The vocabularies, the editions and the documents.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs;
use super::hierarchy;
use super::literal::{number, option};
use super::sets::Sets;
use super::term_enum::{TermEntry, TermEnum};
use crate::cell_types::{Stated, YesNo};
use crate::register::Register;

/// Every vocabulary.
pub(super) fn terms(register: &Register, sets: &Sets) -> TokenStream {
    let vocabulary = &register.vocabulary;
    let plain = |name: &str, description: &str, fields: TokenStream| TermEntry {
        doc: format!("{}\n\n{}", docs::plain(name), docs::plain(description)),
        deprecated: None,
        names: vec![name.to_owned()],
        fields,
    };
    let parts = [
        TermEnum {
            set: sets.get("CollectionMethod"),
            doc: " A way in which data is collected.".into(),
            record: quote!(CollectionMethodRecord),
            terms: (vocabulary.collection_methods.iter())
                .map(|row| {
                    let (dpv, description) = (stated(&row.dpv), &*row.description);
                    plain(&row.name, description, quote!(dpv: #dpv, description: #description,))
                })
                .collect(),
        },
        TermEnum {
            set: sets.get("Context"),
            doc: " One of several uses that the row of one provider tells apart.".into(),
            record: quote!(ContextRecord),
            terms: (vocabulary.contexts.iter())
                .map(|row| {
                    let description = &*row.description;
                    plain(&row.name, description, quote!(description: #description,))
                })
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
                    plain(&row.name, member, quote!(eea: #eea,))
                })
                .collect(),
        },
        data_categories(register, sets),
        data_subjects(register, sets),
        editions(register, sets),
        TermEnum {
            set: sets.get("Feature"),
            doc: " A part of the product that needs a provider.".into(),
            record: quote!(FeatureRecord),
            terms: (vocabulary.features.iter())
                .map(|row| {
                    let description = &*row.description;
                    plain(&row.name, description, quote!(description: #description,))
                })
                .collect(),
        },
        TermEnum {
            set: sets.get("LegalBasis"),
            doc: " A legal basis for processing.".into(),
            record: quote!(LegalBasisRecord),
            terms: (vocabulary.legal_bases.iter())
                .map(|row| {
                    let (dpv, article) = (stated(&row.dpv), &*row.article);
                    let description = &*row.description;
                    let fields = quote!(dpv: #dpv, article: #article, description: #description,);
                    plain(&row.name, description, fields)
                })
                .collect(),
        },
        TermEnum {
            set: sets.get("Purpose"),
            doc: " What data is used for.".into(),
            record: quote!(PurposeRecord),
            terms: (vocabulary.purposes.iter())
                .map(|row| {
                    let (dpv, description) = (stated(&row.dpv), &*row.description);
                    plain(&row.name, description, quote!(dpv: #dpv, description: #description,))
                })
                .collect(),
        },
        TermEnum {
            set: sets.get("Safeguard"),
            doc: " A safeguard or contract that protects data.".into(),
            record: quote!(SafeguardRecord),
            terms: (vocabulary.safeguards.iter())
                .map(|row| {
                    let (dpv, description) = (stated(&row.dpv), &*row.description);
                    plain(&row.name, description, quote!(dpv: #dpv, description: #description,))
                })
                .collect(),
        },
        TermEnum {
            set: sets.get("Section"),
            doc: " A section of the published page.".into(),
            record: quote!(SectionRecord),
            terms: (vocabulary.sections.iter())
                .map(|row| {
                    let (position, description) = (number(row.position), &*row.description);
                    let fields = quote!(position: #position, description: #description,);
                    plain(&row.name, description, fields)
                })
                .collect(),
        },
        TermEnum {
            set: sets.get("ServiceCategory"),
            doc: " A kind of service under which providers are published.".into(),
            record: quote!(ServiceCategoryRecord),
            terms: (vocabulary.service_categories.iter())
                .map(|row| {
                    let (position, description) = (number(row.position), &*row.description);
                    let fields = quote!(position: #position, description: #description,);
                    plain(&row.name, description, fields)
                })
                .collect(),
        },
        sources(register, sets),
    ];
    let items = parts.iter().map(TermEnum::items);
    quote!(#(#items)*)
}

fn data_categories<'s>(register: &Register, sets: &'s Sets) -> TermEnum<'s> {
    let rows = &register.vocabulary.data_categories;
    let stretches = hierarchy::stretches(rows);
    let terms = rows.iter().zip(stretches).map(|(row, stretch)| {
        let parent = sets.option("DataCategory", row.parent.known());
        let (dpv, fideslang) = (stated(&row.dpv), stated(&row.fideslang));
        let care = sets.value("SpecialCare", &row.special_care.to_string());
        let (stretch, description) = (hierarchy::tokens(stretch), &*row.description);
        let wider = row
            .parent
            .known()
            .map(|parent| format!("\n\n A kind of [`{}`].", link(sets, "DataCategory", parent)));
        TermEntry {
            doc: format!(
                "{}\n\n{}{}",
                docs::plain(&row.name),
                docs::plain(description),
                wider.unwrap_or_default()
            ),
            deprecated: None,
            names: vec![row.name.to_string()],
            fields: quote! {
                parent: #parent, dpv: #dpv, fideslang: #fideslang, special_care: #care,
                description: #description, stretch: #stretch,
            },
        }
    });
    TermEnum {
        set: sets.get("DataCategory"),
        doc: " A kind of data. Kinds form a hierarchy; see [`DataCategory::is_a`].".into(),
        record: quote!(DataCategoryRecord),
        terms: terms.collect(),
    }
}

fn data_subjects<'s>(register: &Register, sets: &'s Sets) -> TermEnum<'s> {
    let rows = &register.vocabulary.data_subjects;
    let stretches = hierarchy::stretches(rows);
    let terms = rows.iter().zip(stretches).map(|(row, stretch)| {
        let parent = sets.option("DataSubject", row.parent.known());
        let dpv = stated(&row.dpv);
        let (stretch, description) = (hierarchy::tokens(stretch), &*row.description);
        let wider = row
            .parent
            .known()
            .map(|parent| format!("\n\n Part of [`{}`].", link(sets, "DataSubject", parent)));
        TermEntry {
            doc: format!(
                "{}\n\n{}{}",
                docs::plain(&row.name),
                docs::plain(description),
                wider.unwrap_or_default()
            ),
            deprecated: None,
            names: vec![row.name.to_string()],
            fields: quote! {
                parent: #parent, dpv: #dpv, description: #description, stretch: #stretch,
            },
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
    let terms = register.editions().iter().map(|edition| {
        let published = &edition.published;
        let (effective, objection) = (stated(&edition.effective), stated(&edition.objection_until));
        let source = sets.value("Source", &edition.source);
        TermEntry {
            doc: format!(" The edition of {}.", edition.id),
            deprecated: None,
            names: vec![edition.id.clone()],
            fields: quote! {
                published: #published, effective: #effective, objection_until: #objection,
                source: #source,
            },
        }
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
        let (date, basis) = (stated(&source.date), &*source.date_basis);
        // Two documents may bear one title; the first found by it is the newest.
        let title = source.title.to_string();
        Some(TermEntry {
            doc: format!("{}\n\n{}", docs::plain(&title), docs::plain(basis)),
            deprecated: None,
            names: vec![title],
            fields: quote!(date: #date, date_basis: #basis,),
        })
    });
    TermEnum {
        set,
        doc: " A document that facts come from.".into(),
        record: quote!(SourceRecord),
        terms: terms.collect(),
    }
}

/// A fact that may be missing, as an optional text.
fn stated<T: std::str::FromStr + std::fmt::Display>(value: &Stated<T>) -> TokenStream {
    option(value.known().map(ToString::to_string))
}

/// The path of a term, for a link in documentation.
pub(super) fn link(sets: &Sets, set: &str, key: &str) -> String {
    let set = sets.get(set);
    format!("{}::{}", set.name, set.variant(key))
}
