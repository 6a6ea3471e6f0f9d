//! Everything that was read, before anybody knows whether it is a valid register.

use super::table_reader::TableReader;
use super::typed_register::{self, TypedRegister};
use super::typed_table::{AnyTable, TypedTable};
use crate::problem::Problem;
use crate::sources::Sources;
use crate::tables::row::*;
use crate::tables::{VocabularyRow, every_table};

/// The typed rows of all tables, and `register.json` where it could be read. Rows that were refused
/// are not among them; their keys are.
pub(crate) struct Parsed<'s> {
    pub(crate) register: Option<TypedRegister<'s>>,
    pub(crate) tables: TypedTables<'s>,
}

impl<'s> Parsed<'s> {
    /// Reads `register.json` and then every table.
    pub(crate) fn read(sources: &'s Sources, problems: &mut Vec<Problem>) -> Self {
        let register = typed_register::read(sources, problems);
        let mut reader = TableReader::new(sources, register.as_ref(), problems);
        let tables = TypedTables::read(&mut reader);
        Self { register, tables }
    }

    /// The position of an edition among all editions.
    pub(crate) fn edition(&self, id: &str) -> Option<usize> {
        self.editions().iter().position(|edition| edition.id == id)
    }

    /// The editions, oldest first. None where `register.json` could not be read.
    pub(crate) fn editions(&self) -> &[Edition] {
        self.register.as_ref().map_or(&[], |register| &register.content.editions)
    }
}

/// Visits the table of one vocabulary after the other, whatever the type of its rows.
pub(crate) trait VocabularyTables {
    fn visit<R: VocabularyRow>(&mut self, table: &TypedTable<'_, R>);
}

macro_rules! typed_tables {
    (
        vocabularies { $(#[$doc:meta] $vocabulary:ident: $term:ty,)* }
        tables { $($table:ident: $row:ty,)* }
    ) => {
        /// Every table, typed.
        pub(crate) struct TypedTables<'s> {
            $(pub(crate) $vocabulary: TypedTable<'s, $term>,)*
            $(pub(crate) $table: TypedTable<'s, $row>,)*
        }

        impl<'s> TypedTables<'s> {
            fn read(reader: &mut TableReader<'s, '_>) -> Self {
                Self {
                    $($vocabulary: reader.read::<$term>(),)*
                    $($table: reader.read::<$row>(),)*
                }
            }

            /// Every table without the type of its rows.
            pub(crate) fn untyped(&self) -> Vec<&dyn AnyTable<'s>> {
                vec![$(&self.$vocabulary,)* $(&self.$table,)*]
            }

            /// Lets a visitor visit the table of every vocabulary.
            pub(crate) fn visit_vocabularies(&self, visitor: &mut impl VocabularyTables) {
                $(visitor.visit(&self.$vocabulary);)*
            }
        }
    };
}

every_table!(typed_tables);
