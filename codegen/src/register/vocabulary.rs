//! The vocabularies of a register.

use crate::tables::row::*;
use crate::tables::{VocabularyRow, VocabularyTerm, every_vocabulary};

macro_rules! vocabulary {
    (vocabularies { $(#[doc = $doc:literal] $name:ident: $row:ident,)* }) => {
        /// Every vocabulary, each by key.
        #[derive(Clone, Debug, Default, PartialEq)]
        pub struct Vocabulary {
            $(#[doc = $doc] pub $name: Vec<$row>,)*
        }

        impl Vocabulary {
            /// Lets a visitor visit every vocabulary.
            pub fn visit(&self, visitor: &mut impl VocabularyVisitor) {
                $(visitor.visit(stringify!($name), $doc.trim_ascii(), &self.$name);)*
            }
        }
    };
}

every_vocabulary!(vocabulary);

/// Visits one vocabulary after the other, whatever the type of its rows.
pub trait VocabularyVisitor {
    /// Visits a vocabulary: its name, its description, and its rows by key.
    fn visit<R: VocabularyRow>(
        &mut self,
        name: &'static str,
        description: &'static str,
        rows: &[R],
    );
}

impl Vocabulary {
    /// How many rows the vocabularies have together.
    pub(super) fn row_count(&self) -> usize {
        struct Count(usize);

        impl VocabularyVisitor for Count {
            fn visit<R: VocabularyRow>(&mut self, _: &'static str, _: &'static str, rows: &[R]) {
                self.0 += rows.len();
            }
        }

        let mut count = Count(0);
        self.visit(&mut count);
        count.0
    }

    /// The name of the term with this key; the key itself if there is no such term.
    pub fn name<'r, T: VocabularyTerm>(terms: &'r [T], key: &'r str) -> &'r str {
        let term = terms.binary_search_by(|term| term.key().cmp(key));
        term.map_or(key, |index| terms[index].name())
    }
}
