//! The vocabularies.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs;
use super::hierarchy;
use super::overlap;
use super::packed::Cells;
use super::sets::{Set, Sets};
use super::term_enum::{TermEntry, TermEnum};
use crate::cell_types::{Text, YesNo};
use crate::register::{OwnRecord, Record, Register, VocabularyRow, VocabularyVisitor};

/// Every vocabulary that becomes an enum, in the order of their names.
pub(super) fn terms(register: &Register, sets: &Sets) -> TokenStream {
    let mut visitor = Enums { register, sets, enums: Vec::new() };
    register.vocabulary.visit(&mut visitor);
    let mut enums = visitor.enums;
    enums.sort_by_key(|term_enum| term_enum.set.name);
    let items = enums.iter().map(TermEnum::items);
    let countries = country_sets(register, sets.get("Country"));
    quote!(#(#items)* #countries)
}

/// Adds the enum of every vocabulary.
struct Enums<'e> {
    register: &'e Register,
    sets: &'e Sets,
    enums: Vec<TermEnum<'e>>,
}

impl VocabularyVisitor for Enums<'_> {
    fn visit<R: VocabularyRow>(&mut self, _: &'static str, _: &'static str, rows: &[R]) {
        let Some(variants) = R::VARIANTS else { return };
        let set = self.sets.get(variants.enum_name);
        let name = set.ident();
        let (record, cells): (_, Vec<(&Text, Cells)>) = match variants.record {
            Record::Own(OwnRecord::Country) => {
                return self.enums.push(countries(self.register, self.sets));
            }
            Record::Own(OwnRecord::DataCategory) => {
                return self.enums.push(data_categories(self.register, self.sets));
            }
            Record::Own(OwnRecord::DataSubject) => {
                return self.enums.push(data_subjects(self.register, self.sets));
            }
            Record::Own(OwnRecord::LegalBasis) => {
                return self.enums.push(legal_bases(self.register, self.sets));
            }
            Record::Own(OwnRecord::Region) => {
                return self.enums.push(regions(self.register, self.sets));
            }
            Record::Own(OwnRecord::Relation) => {
                return self.enums.push(relations(self.register, self.sets));
            }
            Record::Plain(text) => {
                let cells = |row| (text(row), Cells::new().text(text(row)));
                (quote!(TermRecord<#name>), rows.iter().map(cells).collect())
            }
            Record::Mapped { dpv, description: text } => {
                let cells = |row| (text(row), Cells::new().optional_text(dpv(row)).text(text(row)));
                (quote!(MappedRecord<#name>), rows.iter().map(cells).collect())
            }
            Record::Heading { position, description: text } => {
                let cells = |row| (text(row), Cells::new().number(position(row)).text(text(row)));
                (quote!(HeadingRecord<#name>), rows.iter().map(cells).collect())
            }
        };
        let terms = rows.iter().zip(cells);
        let terms = terms.map(|(row, (text, cells))| entry((variants.name)(row), text, cells));
        let doc = schemars::schema_for!(R);
        let doc = doc.get("description").and_then(|doc| doc.as_str()).unwrap_or_default();
        self.enums.push(TermEnum::new(set, &format!(" {doc}"), record, terms));
    }
}

/// A term whose record is these cells after key and name.
fn entry(name: &str, description: &str, cells: Cells) -> TermEntry {
    TermEntry {
        doc: format!("{}\n\n{}", docs::plain(name), docs::plain(description)),
        deprecated: None,
        names: vec![name.to_owned()],
        cells,
    }
}

fn countries<'s>(register: &Register, sets: &'s Sets) -> TermEnum<'s> {
    let members = register.eea(&register.current_edition().id);
    let terms = register.vocabulary.countries.iter().map(|row| {
        let eea = members.contains(&*row.key);
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

fn regions<'s>(register: &Register, sets: &'s Sets) -> TermEnum<'s> {
    let terms = register.vocabulary.regions.iter().map(|row| {
        let cells = Cells::new()
            .small_term(sets.get("RegionKind"), &row.kind.to_string())
            .optional_text(&row.dpv)
            .text(&row.description);
        entry(&row.name, &row.description, cells)
    });
    let doc = " A part of the world that is more than one country.";
    TermEnum::new(sets.get("Region"), doc, quote!(RegionRecord), terms)
}

fn relations<'s>(register: &Register, sets: &'s Sets) -> TermEnum<'s> {
    let terms = register.vocabulary.relations.iter().map(|row| {
        let cells = Cells::new().flag(row.own_data == YesNo::Yes).text(&row.description);
        entry(&row.name, &row.description, cells)
    });
    let doc = " How a group of people relates to the data of a practice.";
    TermEnum::new(sets.get("Relation"), doc, quote!(RelationRecord), terms)
}

/// Sets of countries that many questions need.
fn country_sets(register: &Register, set: &Set) -> TokenStream {
    let members = register.eea(&register.current_edition().id);
    let eea = set.subset(|key| members.contains(key));
    let with_us = set.subset(|key| members.contains(key) || key == "us");
    quote! {
        impl CountrySet {
            #[doc = " The members of the European Economic Area when the current edition was published."]
            pub const EEA: Self = #eea;
        }

        #[doc = " The members of the European Economic Area when the current edition was published, and the"]
        #[doc = " United States."]
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
    let branches = hierarchy::branches(rows);
    let possible = overlap::possible_members(rows, &branches, &register.vocabulary.overlaps);
    let terms = rows.iter().zip(branches).zip(possible).map(|((row, branch), possible)| {
        let cells = Cells::new()
            .branch(branch)
            .places(possible)
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
               [`DataSubject::is_a`]. Groups may overlap as well; see [`DataSubject::overlap`].";
    TermEnum::new(sets.get("DataSubject"), doc, quote!(DataSubjectRecord), terms)
}

/// The path of a term, for a link in documentation.
pub(super) fn link(sets: &Sets, set: &str, key: &str) -> String {
    let set = sets.get(set);
    format!("{}::{}", set.name, set.variant(key))
}
