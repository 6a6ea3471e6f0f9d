//! The documents, and the editions that are made of them.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs;
use super::facts::item;
use super::packed::Cells;
use super::published::Published;
use super::sets::Sets;
use super::term_enum::{TermEntry, TermEnum};
use crate::cell_types::YesNo;
use crate::register::Register;

/// Every document and every edition.
pub(super) fn terms(register: &Register, published: &Published<'_>, sets: &Sets) -> TokenStream {
    let parts = [documents(register, published, sets).items(), editions(register, sets).items()];
    let current = sets.get("Edition").value(&register.current_edition().id);
    let documents = register.editions().iter().flat_map(|edition| &edition.documents);
    let documents = documents.map(|id| Cells::new().term(sets.get("Document"), id));
    let documents = item("EDITION_DOCUMENTS", documents);
    quote! {
        #(#parts)*

        impl Edition {
            #[doc = " The newest edition that is in force."]
            pub const CURRENT: Self = #current;
        }

        #documents
    }
}

fn documents<'s>(register: &Register, published: &Published<'_>, sets: &'s Sets) -> TermEnum<'s> {
    let set = sets.get("Document");
    let rows = published.of_documents(set);
    let terms = set.keys.iter().zip(rows).filter_map(|(key, rows)| {
        let document = register.document(key)?;
        let basis = &*document.date_basis;
        // Several documents may bear one title: the first of them is found by it.
        let title = document.title.to_string();
        // Queries read the editions without reading the rest.
        let cells = Cells::new()
            .bits(sets.get("Edition"), published.editions_with(key))
            .text(&document.list)
            .optional_text(&document.date)
            .text(basis)
            .optional_text(&document.address)
            .optional_text(&document.sha256)
            .flag(document.listed == YesNo::Yes)
            .number(document.published_rows)
            .rows(rows);
        Some(TermEntry {
            doc: format!("{}\n\n{}", docs::plain(&title), docs::plain(basis)),
            deprecated: None,
            names: vec![title],
            cells,
        })
    });
    TermEnum::new(set, " A document that facts come from.", quote!(DocumentRecord), terms)
}

fn editions<'s>(register: &Register, sets: &'s Sets) -> TermEnum<'s> {
    let mut documents = 0;
    let terms = register.editions().iter().map(|edition| {
        let first = documents;
        documents += edition.documents.len();
        TermEntry {
            doc: format!(" The edition of {}.", edition.id),
            deprecated: None,
            names: vec![edition.id.clone()],
            cells: Cells::new()
                .text(&edition.published)
                .optional_text(&edition.effective)
                .optional_text(&edition.objection_until)
                .optional_text(&edition.undated_basis)
                .rows(first..documents),
        }
    });
    let doc = " An edition of the register: documents that hold together. Editions are in the order of \
               the register, oldest first.";
    TermEnum::new(sets.get("Edition"), doc, quote!(EditionRecord), terms)
}
