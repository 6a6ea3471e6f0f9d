//! The closed sets of the library: which keys, in which order, under which Rust names.

use std::collections::HashMap;

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::quote;

use crate::cell_types::CLOSED_SETS;
use crate::names;
use crate::register::{Register, VocabularyRow, VocabularyTerm, VocabularyVisitor};

/// The closed sets of which a record can hold several terms, or a question can take or return several.
/// The others have no type of sets: nothing could be asked with one, and every dependent would
/// wait for its methods.
const SETS_OF: [&str; 11] = [
    "CollectionMethod",
    "Country",
    "DataCategory",
    "DataSubject",
    "Edition",
    "Form",
    "LegalBasis",
    "Provider",
    "Purpose",
    "Safeguard",
    "Setting",
];

/// One closed set.
pub(super) struct Set {
    /// The name of the enum.
    pub(super) name: &'static str,
    /// The keys in order.
    pub(super) keys: Vec<String>,
    positions: HashMap<String, usize>,
}

impl Set {
    fn new(name: &'static str, keys: Vec<String>) -> Self {
        let positions = keys.iter().enumerate().map(|(at, key)| (key.clone(), at)).collect();
        Self { name, keys, positions }
    }

    /// The enum's name.
    pub(super) fn ident(&self) -> Ident {
        ident(self.name)
    }

    /// The name of the type of sets of its terms, where the library has one.
    pub(super) fn set_ident(&self) -> Option<Ident> {
        SETS_OF.contains(&self.name).then(|| ident(&format!("{}Set", self.name)))
    }

    /// The variant of a key, without its enum.
    pub(super) fn variant(&self, key: &str) -> Ident {
        ident(&names::variant(self.name, key))
    }

    /// The value of a key: `Provider::Twilio`.
    pub(super) fn value(&self, key: &str) -> TokenStream {
        let (set, variant) = (self.ident(), self.variant(key));
        quote!(#set::#variant)
    }

    /// The position of a key.
    pub(super) fn position(&self, key: &str) -> usize {
        self.positions[key]
    }

    /// The position of a key; `None` if it is none of the keys.
    pub(super) fn find(&self, key: &str) -> Option<usize> {
        self.positions.get(key).copied()
    }

    /// The set of the keys that pass a test, as a value.
    pub(super) fn subset(&self, test: impl Fn(&str) -> bool) -> TokenStream {
        let keys = self.keys.iter().enumerate().filter(|(_, key)| test(key));
        self.subset_of(&keys.map(|(at, _)| at).collect::<Vec<_>>())
    }

    /// The set of the terms at these places, as a value.
    pub(super) fn subset_of(&self, places: &[usize]) -> TokenStream {
        let mut words = vec![0_u64; self.word_count()];
        for at in places {
            words[at / 64] |= 1 << (at % 64);
        }
        let words = words.into_iter().map(Literal::u64_unsuffixed);
        quote!(TermSet::of_words([#(#words),*]))
    }

    /// How many words the set's bits fill.
    pub(super) fn word_count(&self) -> usize {
        self.keys.len().div_ceil(64).max(1)
    }
}

/// Every closed set.
pub(super) struct Sets {
    sets: Vec<Set>,
}

impl Sets {
    pub(super) fn new(register: &Register) -> Self {
        let editions = register.editions().iter().map(|edition| edition.id.clone()).collect();
        let mut documents: Vec<String> =
            register.documents().iter().map(|document| document.id.to_string()).collect();
        documents.sort();
        let mut sets = VocabularySets(vec![
            Set::new("Document", documents),
            Set::new("Edition", editions),
            Set::new("Provider", keys(&register.providers)),
        ]);
        register.vocabulary.visit(&mut sets);
        let mut sets = sets.0;
        sets.extend(CLOSED_SETS.iter().map(|set| {
            Set::new(set.name, (set.terms)().iter().map(|term| term.key.to_owned()).collect())
        }));
        Self { sets }
    }

    /// Every closed set, the model's own last.
    pub(super) fn all(&self) -> &[Set] {
        &self.sets
    }

    /// The set of this name. Names are those of [`Sets::new`].
    pub(super) fn get(&self, name: &str) -> &Set {
        self.sets.iter().find(|set| set.name == name).expect("a set of this name")
    }
}

/// Adds the closed set of every vocabulary that the library has as an enum.
struct VocabularySets(Vec<Set>);

impl VocabularyVisitor for VocabularySets {
    fn visit<R: VocabularyRow>(&mut self, _: &'static str, _: &'static str, rows: &[R]) {
        if let Some(variants) = R::VARIANTS {
            let keys = rows.iter().map(|row| (variants.key)(row).to_string()).collect();
            self.0.push(Set::new(variants.enum_name, keys));
        }
    }
}

fn keys<T: VocabularyTerm>(terms: &[T]) -> Vec<String> {
    terms.iter().map(|term| term.key().to_owned()).collect()
}

/// An identifier; one that is a word of the language is written raw.
pub(super) fn ident(name: &str) -> Ident {
    if syn::parse_str::<Ident>(name).is_ok() {
        Ident::new(name, Span::call_site())
    } else {
        Ident::new_raw(name, Span::call_site())
    }
}
