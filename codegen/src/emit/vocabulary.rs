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
use crate::cell_types::{Text, YesNo};
use crate::register::{OwnRecord, Record, Register, VocabularyRow, VocabularyVisitor};
use crate::tables::row::DataCategoryRow;

/// Every vocabulary that becomes an enum, in the order of their names.
pub(super) fn terms(register: &Register, sets: &Sets) -> TokenStream {
    let enums = vec![editions(register, sets), sources(register, sets)];
    let mut visitor = Enums { register, sets, enums };
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
        let terms = terms.map(|(row, (text, cells))| plain((variants.name)(row), text, cells));
        let doc = schemars::schema_for!(R);
        let doc = doc.get("description").and_then(|doc| doc.as_str()).unwrap_or_default();
        self.enums.push(TermEnum { set, doc: format!(" {doc}"), record, terms: terms.collect() });
    }
}

/// A term with a name, a description and the cells of its record.
fn plain(name: &str, description: &str, cells: Cells) -> TermEntry {
    TermEntry {
        doc: format!("{}\n\n{}", docs::plain(name), docs::plain(description)),
        deprecated: None,
        names: vec![name.to_owned()],
        cells,
        constant: None,
    }
}

fn countries<'s>(register: &Register, sets: &'s Sets) -> TermEnum<'s> {
    let terms = register.vocabulary.countries.iter().map(|row| {
        let eea = row.eea == YesNo::Yes;
        let member = if eea { "A member of the European Economic Area." } else { "" };
        plain(&row.name, member, Cells::new().flag(eea))
    });
    TermEnum {
        set: sets.get("Country"),
        doc: " A country of ISO 3166-1. Variants are named by its alpha-2 code.".into(),
        record: quote!(CountryRecord),
        terms: terms.collect(),
    }
}

fn legal_bases<'s>(register: &Register, sets: &'s Sets) -> TermEnum<'s> {
    let terms = register.vocabulary.legal_bases.iter().map(|row| {
        let cells = Cells::new().optional_text(&row.dpv).text(&row.article).text(&row.description);
        plain(&row.name, &row.description, cells)
    });
    TermEnum {
        set: sets.get("LegalBasis"),
        doc: " A legal basis for processing.".into(),
        record: quote!(LegalBasisRecord),
        terms: terms.collect(),
    }
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
            .term(sets.get("Source"), &edition.documents[0]),
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
        let source = register.document(key)?;
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
