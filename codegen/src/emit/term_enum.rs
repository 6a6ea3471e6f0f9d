//! One closed set: its enum, its table, its constants and its lookups.

use std::collections::HashSet;

use heck::{ToShoutySnakeCase, ToSnakeCase};
use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::docs;
use super::literal::index;
use super::lookup;
use super::packed::{Cells, Table};
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
    /// The fields of its record behind `name`, where the record is a constant as well.
    pub(super) constant: Option<TokenStream>,
}

impl TermEnum<'_> {
    /// Everything the closed set needs, as items.
    pub(super) fn items(&self) -> TokenStream {
        let name = self.set.ident();
        let terms = format_ident!("{}_TERMS", self.set.name.to_shouty_snake_case());
        let record = &self.record;
        let variants = self.entries().map(|(key, term)| {
            let variant = self.set.variant(key);
            let doc = docs::attributes(&term.doc);
            let deprecated = deprecated(term);
            let aliases = docs::aliases(&variant.to_string(), &term.names);
            quote!(#doc #(#[doc(alias = #aliases)])* #deprecated #variant,)
        });
        let doc = docs::attributes(&self.doc);
        let values = self.set.keys.iter().map(|key| self.set.variant(key));
        let (tables, constants, set) = (self.tables(), self.constants(), self.set_type());
        quote! {
            #doc
            #[derive(Clone, Copy, PartialEq)]
            #[non_exhaustive]
            #[repr(u16)]
            pub enum #name { #(#variants)* }

            impl #name {
                #[doc = " All terms, in key order."]
                pub const ALL: &'static [Self] = &[#(Self::#values),*];
            }

            pub(crate) static #terms: Terms = #tables;

            crate::term::term!(#name, #record, #terms);

            #set

            #constants
        }
    }

    /// The type of sets of these terms, where the library has one.
    fn set_type(&self) -> Option<TokenStream> {
        let set = self.set.set_ident()?;
        let (name, words) = (self.set.ident(), index(self.set.word_count()));
        let doc = format!(" A set of [`{}`].", self.set.name);
        Some(quote! {
            #[doc = #doc]
            pub type #set = TermSet<#name, #words>;

            crate::set::set!(#name, #set);
        })
    }

    fn entries(&self) -> impl Iterator<Item = (&String, &TermEntry)> {
        self.set.keys.iter().zip(&self.terms)
    }

    /// The records, and the lookups by key and by name.
    fn tables(&self) -> TokenStream {
        let mut table = Table::of(self.entries().map(|(key, term)| {
            Cells::new().text(key).text(&term.names[0]).then(term.cells.clone())
        }));
        let mut keys = Vec::new();
        let mut names = Vec::new();
        let mut seen: HashSet<String> = HashSet::new();
        for (place, (key, term)) in self.entries().enumerate() {
            keys.push(lookup::Entry { text: key.clone(), held: table.text(key), place });
            for text in &term.names {
                let small = text.to_ascii_lowercase();
                if seen.insert(small.clone()) {
                    names.push(lookup::Entry { text: small, held: table.text(text), place });
                }
            }
        }
        let kind = self.set.name;
        let (table, keys, names) =
            (table.value(), lookup::table(&keys, false), lookup::table(&names, true));
        quote!(Terms { kind: #kind, table: #table, keys: #keys, names: #names })
    }

    /// A constant for every record, where the set has them. Written out: the compiler reads them
    /// faster than it reads the table.
    fn constants(&self) -> TokenStream {
        if self.terms.iter().all(|term| term.constant.is_none()) {
            return TokenStream::new();
        }
        let module = ident(&plural(&self.set.name.to_snake_case()));
        let record = &self.record;
        let doc = format!(
            " The record of every [`{name}`](super::{name}), as a constant.",
            name = self.set.name
        );
        let constants = self.entries().map(|(key, term)| {
            let constant = ident(&names::constant(self.set.name, key));
            let doc = docs::plain(&term.names[0]);
            let deprecated = deprecated(term);
            let (value, name, fields) = (self.set.value(key), &term.names[0], &term.constant);
            quote! {
                #[doc = #doc]
                #deprecated
                pub const #constant: #record =
                    #record { term: #value, key: #key, name: #name, #fields };
            }
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

fn deprecated(term: &TermEntry) -> Option<TokenStream> {
    term.deprecated.as_ref().map(|note| quote!(#[deprecated(note = #note)]))
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
                    constant: None,
                }
            })
            .collect();
        TermEnum { set, doc: docs::plain(info.meaning), record: quote!(TermRecord<#name>), terms }
            .items()
    });
    quote!(#(#items)*)
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
