//! Reads the source files: every table with its rows typed and its keys, and `register.json`.

mod accepted;
mod characters;
mod files;
mod json_row;
mod places;
pub(crate) mod register_file;
mod row;
mod table;
mod typed;

pub(crate) use files::{open, refused_files, strange_files};
pub use places::Places;
pub(crate) use register_file::RegisterEntry;
pub(crate) use table::{AnyTable, Table, TableReader};

use crate::tables::every_table;
use crate::tables::row::*;

macro_rules! tables {
    ($($field:ident: $row:ty,)*) => {
        /// The rows of every table, typed.
        #[derive(Default)]
        pub(crate) struct Tables<'s> {
            $(pub(crate) $field: Table<'s, $row>,)*
        }

        impl<'s> Tables<'s> {
            /// Reads every table, each after the tables it refers to.
            pub(crate) fn read(reader: &mut TableReader<'s>) -> Self {
                Self { $($field: reader.table::<$row>(),)* }
            }

            /// Every table without the type of its rows.
            pub(crate) fn untyped(&self) -> Vec<&dyn AnyTable<'s>> {
                vec![$(&self.$field),*]
            }
        }
    };
}

every_table!(tables);
