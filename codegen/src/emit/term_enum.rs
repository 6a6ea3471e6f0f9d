//! One closed set: its enum, its table, its constants and its lookups.

use std::collections::HashSet;

use heck::{ToShoutySnakeCase, ToSnakeCase};
use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::docs;
use super::literal::index;
use super::lookup;
use super::packed::{self, Cells};
use super::sets::{Set, Sets, ident};
use crate::cell_types::TERM_SETS;
use crate::names;

/// What one closed set is made of.
pub(super) struct TermEnum<'e> {
    /// Its keys and names.
    pub(super) set: &'e Set,
    /// The documentation of the enum.
    pub(super) doc: String,
    /// The type of its records.
    pub(super) record: TokenStream,
    /// Its terms, in order.
    pub(super) terms: Vec<TermEntry>,
}

/// One term.
pub(super) struct TermEntry {
    /// The documentation of the variant.
    pub(super) doc: String,
    /// Why it should no longer be used.
    pub(super) deprecated: Option<String>,
    /// All names by which it is found, the one to show first.
    pub(super) names: Vec<String>,
    /// The cells of its record behind `key` and `name`.
    pub(super) cells: Cells,
}

impl TermEnum<'_> {
    /// Everything the set needs, as items.
    pub(super) fn items(&self) -> TokenStream {
        let name = self.set.ident();
        let upper = self.set.name.to_shouty_snake_case();
        let table = format_ident!("{upper}_RECORDS");
        let record = &self.record;
        let count = index(self.terms.len());
        let entries: Vec<(&String, &TermEntry)> = self.set.keys.iter().zip(&self.terms).collect();
        let variants = entries.iter().map(|(key, term)| {
            let variant = self.set.variant(key);
            let doc = docs::attributes(&term.doc);
            let deprecated =
                term.deprecated.as_ref().map(|note| quote!(#[deprecated(note = #note)]));
            let aliases = docs::aliases(&variant.to_string(), key, &term.names);
            quote!(#doc #(#[doc(alias = #aliases)])* #deprecated #variant,)
        });
        let rows = entries.iter().map(|(key, term)| {
            Cells::new().text(key).text(&term.names[0]).then(term.cells.clone())
        });
        let read = record_path(record);
        let records = packed::table(rows, &quote!(#read::read)).value;
        let doc = docs::attributes(&self.doc);
        let behaviour = self.behaviour(&upper);
        let constants = self.constants(&upper);
        quote! {
            #doc
            #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
            #[non_exhaustive]
            #[repr(u16)]
            pub enum #name { #(#variants)* }

            pub(crate) static #table: [#record; #count] = #records;

            #behaviour

            #constants
        }
    }

    /// The lookups and the call of the macro that gives the enum its methods.
    fn behaviour(&self, upper: &str) -> TokenStream {
        let name = self.set.ident();
        let table = format_ident!("{upper}_RECORDS");
        let set = format_ident!("{}Set", self.set.name);
        let (every, count) = (format_ident!("EVERY_{upper}"), index(self.terms.len()));
        let record = &self.record;
        let words = index(self.set.word_count());
        let variants = self.set.keys.iter().map(|key| self.set.value(key));
        let key_texts: Vec<&str> = self.set.keys.iter().map(String::as_str).collect();
        let key_lookup = lookup::table(&key_texts);
        let mut found: Vec<(&str, &str)> = Vec::new();
        let mut folded: Vec<String> = Vec::new();
        let mut seen: HashSet<String> = HashSet::new();
        for (key, term) in self.set.keys.iter().zip(&self.terms) {
            for text in &term.names {
                let small = text.to_ascii_lowercase();
                if seen.insert(small.clone()) {
                    folded.push(small);
                    found.push((text, key));
                }
            }
        }
        let name_texts: Vec<&str> = folded.iter().map(String::as_str).collect();
        let name_lookup = lookup::table(&name_texts);
        let name_count = index(found.len());
        let cells = found
            .iter()
            .fold(Cells::new(), |cells, (text, key)| cells.text(text).term(self.set, key));
        let (name_numbers, name_rows) = cells.values();
        let doc = format!(" A set of [`{}`].", self.set.name);
        quote! {
            #[doc = #doc]
            pub type #set = crate::set::TermSet<#name, #words>;

            crate::term::term! {
                #name, #set, #record, #table,
                all: #every [#count] = [#(#variants),*],
                keys: #key_lookup,
                names: #name_lookup,
                named: #name_count, #name_numbers, #name_rows
            }
        }
    }

    /// A constant for every record.
    fn constants(&self, upper: &str) -> TokenStream {
        let module = ident(&plural(&self.set.name.to_snake_case()));
        let table = format_ident!("{upper}_RECORDS");
        let record = &self.record;
        let doc = format!(
            "The record of every [`{name}`](super::{name}), as a constant.",
            name = self.set.name
        );
        let constants =
            self.set.keys.iter().zip(&self.terms).enumerate().map(|(at, (key, term))| {
                let constant = ident(&names::constant(self.set.name, key));
                let doc = docs::plain(&term.names[0]);
                let at = index(at);
                let deprecated =
                    term.deprecated.as_ref().map(|note| quote!(#[deprecated(note = #note)]));
                quote!(#[doc = #doc] #deprecated pub const #constant: &#record = &#table[#at];)
            });
        quote! {
            #[doc = #doc]
            pub mod #module {
                use super::*;

                #(#constants)*
            }
        }
    }
}

/// The closed sets of the model itself.
pub(super) fn model_sets(sets: &Sets) -> TokenStream {
    let items = TERM_SETS.iter().map(|info| {
        let set = sets.get(info.name);
        let name = set.ident();
        let terms = (info.terms)()
            .iter()
            .map(|term| {
                let meaning = term.meaning;
                let mut shown = term.key.to_owned();
                shown[..1].make_ascii_uppercase();
                TermEntry {
                    doc: docs::plain(meaning),
                    deprecated: None,
                    names: vec![shown],
                    cells: Cells::new().text(meaning),
                }
            })
            .collect();
        TermEnum { set, doc: docs::plain(info.meaning), record: quote!(TermRecord<#name>), terms }
            .items()
    });
    quote!(#(#items)*)
}

/// The type's name without what it is generic over.
fn record_path(record: &TokenStream) -> TokenStream {
    record.clone().into_iter().take(1).collect()
}

/// The English plural of a set's name, as the name of a module.
fn plural(name: &str) -> String {
    if let Some(stem) = name.strip_suffix("sis") {
        format!("{stem}ses")
    } else if let Some(stem) = name.strip_suffix('y') {
        format!("{stem}ies")
    } else if name.ends_with('s') {
        format!("{name}es")
    } else {
        format!("{name}s")
    }
}
