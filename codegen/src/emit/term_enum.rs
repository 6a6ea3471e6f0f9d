//! One closed set: its enum, its table, its constants and its lookups.

use std::collections::HashSet;

use heck::ToShoutySnakeCase;
use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::docs;
use super::literal::index;
use super::lookup;
use super::packed::{Cells, Table};
use super::sets::{Set, Sets, ident};
use crate::cell_types::CLOSED_SETS;
use crate::names;

/// What one closed set is made of.
pub(super) struct TermEnum<'e> {
    pub(super) set: &'e Set,
    /// The documentation of the enum.
    doc: String,
    /// The type of its records.
    record: TokenStream,
    /// Whether each record is a constant as well.
    constants: bool,
    /// Its terms, in order.
    terms: Vec<TermEntry>,
}

/// One term.
pub(super) struct TermEntry {
    /// The documentation of the variant.
    pub(super) doc: String,
    /// Why it should no longer be used.
    pub(super) deprecated: Option<String>,
    /// All names by which it is found, the one to show first.
    pub(super) names: Vec<String>,
    /// The cells of its record after `key` and `name`.
    pub(super) cells: Cells,
}

impl<'e> TermEnum<'e> {
    /// The enum of a set.
    pub(super) fn new(
        set: &'e Set,
        doc: &str,
        record: TokenStream,
        terms: impl IntoIterator<Item = TermEntry>,
    ) -> Self {
        let terms = terms.into_iter().collect();
        Self { set, doc: doc.to_owned(), record, constants: false, terms }
    }

    /// The same with each record as a constant.
    pub(super) fn with_constants(mut self) -> Self {
        self.constants = true;
        self
    }

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
        // An enum without variants has no representation.
        let representation = (!self.terms.is_empty()).then(|| quote!(#[repr(u16)]));
        quote! {
            #doc
            #[derive(PartialEq)]
            #[non_exhaustive]
            #representation
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
            keys.push(lookup::Entry::key(key, place));
            for text in &term.names {
                let small = text.to_ascii_lowercase();
                if seen.insert(small.clone()) {
                    names.push(lookup::Entry::name(small, table.text(text), place));
                }
            }
        }
        let kind = self.set.name;
        let (table, keys, names) =
            (table.value(), lookup::table(&keys, false), lookup::table(&names, true));
        quote!(Terms { kind: #kind, table: #table, keys: #keys, names: #names })
    }

    /// A constant for every record, where the set has them: `ProviderRecord::TWILIO`. The compiler
    /// reads an associated constant when somebody uses it, a free one in every build of the library.
    fn constants(&self) -> Option<TokenStream> {
        if !self.constants {
            return None;
        }
        let record = &self.record;
        let constants = self.entries().map(|(key, term)| {
            let constant = ident(&names::constant(self.set.name, key));
            let doc = docs::plain(&term.names[0]);
            let (deprecated, value) = (deprecated(term), self.set.value(key));
            quote! {
                #[doc = #doc]
                #deprecated
                pub const #constant: Self = #value.record();
            }
        });
        Some(quote! {
            /// The record of every term, as a constant.
            impl #record { #(#constants)* }
        })
    }
}

fn deprecated(term: &TermEntry) -> Option<TokenStream> {
    term.deprecated.as_ref().map(|note| quote!(#[deprecated(note = #note)]))
}

/// The closed sets of the model itself.
pub(super) fn model_sets(sets: &Sets) -> TokenStream {
    let items = CLOSED_SETS.iter().map(|info| {
        let set = sets.get(info.name);
        let name = set.ident();
        let terms = (info.terms)();
        let terms = terms.iter().map(|term| {
            let mut shown = term.key.to_owned();
            shown[..1].make_ascii_uppercase();
            TermEntry {
                doc: docs::plain(term.meaning),
                deprecated: None,
                names: vec![shown],
                cells: Cells::new().text(term.meaning),
            }
        });
        let doc = docs::plain(info.meaning);
        TermEnum::new(set, &doc, quote!(TermRecord<#name>), terms).items()
    });
    quote!(#(#items)*)
}
