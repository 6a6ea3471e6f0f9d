//! The vocabularies, the editions and the documents.

use std::collections::HashSet;
use std::fmt::Display;
use std::str::FromStr;

use proc_macro2::TokenStream;
use quote::quote;

use super::docs;
use super::hierarchy;
use super::packed::Cells;
use super::sets::{Set, Sets};
use super::term_enum::{TermEntry, TermEnum};
use crate::cell_types::{Stated, YesNo};
use crate::register::Register;

/// Every vocabulary.
pub(super) fn terms(register: &Register, sets: &Sets) -> TokenStream {
    let v = &register.vocabulary;
    let methods = v.collection_methods.iter().map(|r| mapped(&r.name, &r.dpv, &r.description));
    let contexts = v.contexts.iter().map(|r| described(&r.name, &r.description));
    let features = v.features.iter().map(|r| described(&r.name, &r.description));
    let purposes = v.purposes.iter().map(|r| mapped(&r.name, &r.dpv, &r.description));
    let safeguards = v.safeguards.iter().map(|r| mapped(&r.name, &r.dpv, &r.description));
    let sections = v.sections.iter().map(|r| heading(&r.name, r.position, &r.description));
    let services =
        v.service_categories.iter().map(|r| heading(&r.name, r.position, &r.description));
    let parts = [
        TermEnum::new(
            sets.get("CollectionMethod"),
            " A way in which data is collected.",
            quote!(MappedRecord<CollectionMethod>),
            methods,
        ),
        TermEnum::new(
            sets.get("Context"),
            " One of several uses that the row of one provider tells apart.",
            quote!(TermRecord<Context>),
            contexts,
        ),
        countries(register, sets),
        data_categories(register, sets),
        data_subjects(register, sets),
        editions(register, sets),
        TermEnum::new(
            sets.get("Feature"),
            " A part of the product that needs a provider.",
            quote!(TermRecord<Feature>),
            features,
        ),
        legal_bases(register, sets),
        TermEnum::new(
            sets.get("Purpose"),
            " What data is used for.",
            quote!(MappedRecord<Purpose>),
            purposes,
        ),
        TermEnum::new(
            sets.get("Safeguard"),
            " A safeguard or contract that protects data.",
            quote!(MappedRecord<Safeguard>),
            safeguards,
        ),
        TermEnum::new(
            sets.get("Section"),
            " A section of the published page.",
            quote!(HeadingRecord<Section>),
            sections,
        ),
        TermEnum::new(
            sets.get("ServiceCategory"),
            " A kind of service under which providers are published.",
            quote!(HeadingRecord<ServiceCategory>),
            services,
        ),
        sources(register, sets),
    ];
    let items = parts.iter().map(TermEnum::items);
    let countries = country_sets(register, sets.get("Country"));
    quote!(#(#items)* #countries)
}

/// A term whose record is these cells behind key and name.
fn entry(name: &str, description: &str, cells: Cells) -> TermEntry {
    TermEntry {
        doc: format!("{}\n\n{}", docs::plain(name), docs::plain(description)),
        deprecated: None,
        names: vec![name.to_owned()],
        cells,
    }
}

/// A term with a `TermRecord`.
fn described(name: &str, description: &str) -> TermEntry {
    entry(name, description, Cells::new().text(description))
}

/// A term with a `MappedRecord`.
fn mapped<T: FromStr + Display>(name: &str, dpv: &Stated<T>, description: &str) -> TermEntry {
    entry(name, description, Cells::new().optional_text(dpv).text(description))
}

/// A term with a `HeadingRecord`.
fn heading(name: &str, position: u32, description: &str) -> TermEntry {
    entry(name, description, Cells::new().number(position).text(description))
}

fn countries<'s>(register: &Register, sets: &'s Sets) -> TermEnum<'s> {
    let terms = register.vocabulary.countries.iter().map(|row| {
        let eea = row.eea == YesNo::Yes;
        let member = if eea { "A member of the European Economic Area." } else { "" };
        entry(&row.name, member, Cells::new().flag(eea))
    });
    let doc = " A country of ISO 3166-1. Variants are named by its alpha-2 code.";
    TermEnum::new(sets.get("Country"), doc, quote!(CountryRecord), terms)
}

fn legal_bases<'s>(register: &Register, sets: &'s Sets) -> TermEnum<'s> {
    let terms = register.vocabulary.legal_bases.iter().map(|row| {
        let cells = Cells::new().optional_text(&row.dpv).text(&row.article).text(&row.description);
        entry(&row.name, &row.description, cells)
    });
    let doc = " A legal basis for processing.";
    TermEnum::new(sets.get("LegalBasis"), doc, quote!(LegalBasisRecord), terms)
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
    let terms = rows.iter().zip(hierarchy::branches(rows)).map(|(row, branch)| {
        let cells = Cells::new()
            .branch(branch)
            .optional_term(sets.get("DataCategory"), &row.parent)
            .optional_text(&row.dpv)
            .optional_text(&row.fideslang)
            .small_term(sets.get("SpecialCare"), &row.special_care.to_string())
            .text(&row.description);
        let mut term = entry(&row.name, &row.description, cells);
        if let Some(parent) = row.parent.known() {
            term.doc += &format!("\n\n A kind of [`{}`].", link(sets, "DataCategory", parent));
        }
        term
    });
    let doc = " A kind of data. Kinds form a hierarchy; see [`DataCategory::is_a`].";
    TermEnum::new(sets.get("DataCategory"), doc, quote!(DataCategoryRecord), terms).with_constants()
}

fn data_subjects<'s>(register: &Register, sets: &'s Sets) -> TermEnum<'s> {
    let rows = &register.vocabulary.data_subjects;
    let terms = rows.iter().zip(hierarchy::branches(rows)).map(|(row, branch)| {
        let cells = Cells::new()
            .branch(branch)
            .optional_term(sets.get("DataSubject"), &row.parent)
            .optional_text(&row.dpv)
            .text(&row.description);
        let mut term = entry(&row.name, &row.description, cells);
        if let Some(parent) = row.parent.known() {
            term.doc += &format!("\n\n Part of [`{}`].", link(sets, "DataSubject", parent));
        }
        term
    });
    let doc = " A group of people whom data is about. A wider group includes the narrower ones; see \
               [`DataSubject::is_a`].";
    TermEnum::new(sets.get("DataSubject"), doc, quote!(DataSubjectRecord), terms)
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
    });
    let doc = " An edition of the published list, in the order of their dates.";
    TermEnum::new(sets.get("Edition"), doc, quote!(EditionRecord), terms)
}

fn sources<'s>(register: &Register, sets: &'s Sets) -> TermEnum<'s> {
    let set = sets.get("Source");
    let terms = set.keys.iter().filter_map(|key| {
        let source = register.file.sources.iter().find(|source| source.id.as_str() == key)?;
        let basis = &*source.date_basis;
        // Two documents may bear one title; the first found by it is the newest.
        Some(entry(&source.title, basis, Cells::new().optional_text(&source.date).text(basis)))
    });
    TermEnum::new(set, " A document that facts come from.", quote!(SourceRecord), terms)
}

/// The path of a term, for a link in documentation.
pub(super) fn link(sets: &Sets, set: &str, key: &str) -> String {
    let set = sets.get(set);
    format!("{}::{}", set.name, set.variant(key))
}
