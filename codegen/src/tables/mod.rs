//! The source tables: one module per file of `data/`, with its row type.
//!
//! A row type says everything about its columns: the type and the description of each, the table it
//! refers to (`x-references`), and the words that may be written instead of a fact (`x-words`).
//! Schema files, data dictionary and the checks of references are made from it.

mod accepted_findings;
mod column;
mod contract_facts;
mod disclosures;
mod engagement_features;
mod engagements;
mod identifiers;
mod listings;
mod practice_recipients;
mod practice_subjects;
mod practices;
mod providers;
mod register;
mod storage;
mod successions;
mod vocabulary;

use std::collections::HashMap;
use std::sync::LazyLock;

use schemars::JsonSchema;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::cells::ExpectedTable;
use crate::limits::{MAX_PROVIDERS, MAX_ROWS, MAX_TERMS};

/// The row types.
pub mod row {
    pub use super::accepted_findings::AcceptedFindingRow;
    pub use super::contract_facts::ContractFactRow;
    pub use super::disclosures::DisclosureRow;
    pub use super::engagement_features::EngagementFeatureRow;
    pub use super::engagements::EngagementRow;
    pub use super::identifiers::IdentifierRow;
    pub use super::listings::ListingRow;
    pub use super::practice_recipients::PracticeRecipientRow;
    pub use super::practice_subjects::PracticeSubjectRow;
    pub use super::practices::PracticeRow;
    pub use super::providers::{Aliases, ProviderRow};
    pub use super::register::{Document, Edition, Publisher, RegisterFile};
    pub use super::storage::StorageRow;
    pub use super::successions::SuccessionRow;
    pub use super::vocabulary::*;
}

use column::columns;
pub use column::{Column, column};
pub use register::FORMAT_VERSION;
pub use register::REGISTER;
pub(crate) use register::{DOCUMENTS, EDITIONS};
use row::*;
pub(crate) use vocabulary::every_vocabulary;
pub use vocabulary::{OwnRecord, Record, Variants, VocabularyRow, VocabularyTerm};

/// A row of a source table.
pub trait Row: DeserializeOwned + Serialize + JsonSchema {
    /// The table's name, by which others refer to it.
    const TABLE: &'static str;
    /// Its path inside the data folder.
    const PATH: &'static str;
    /// The columns that together identify a row, and by which rows are sorted.
    const KEY: &'static [&'static str];
}

/// What there is to know about a source table.
pub struct TableInfo {
    /// The table's name, by which others refer to it.
    pub name: &'static str,
    /// Its path inside the data folder.
    pub path: &'static str,
    /// The columns that together identify a row, and by which rows are sorted.
    pub key: &'static [&'static str],
    /// The JSON Schema of a row.
    pub schema: fn() -> schemars::Schema,
}

impl TableInfo {
    /// What there is to know about the table of this row type.
    pub(crate) const fn of<R: Row>() -> Self {
        Self { name: R::TABLE, path: R::PATH, key: R::KEY, schema: || schemars::schema_for!(R) }
    }

    /// The path of its schema file inside the schema folder.
    pub fn schema_path(&self) -> String {
        format!("{}.schema.json", self.name)
    }

    /// The table's columns in order.
    pub fn columns(&self) -> &'static [Column] {
        // A schema takes far longer to make than a table's header takes to read: each is made once.
        static COLUMNS: LazyLock<HashMap<&str, Vec<Column>>> = LazyLock::new(|| {
            TABLES.iter().map(|table| (table.name, columns(&(table.schema)()))).collect()
        });
        COLUMNS.get(self.name).map(Vec::as_slice).unwrap_or_default()
    }

    /// What the header of its file should be, with these columns.
    pub(crate) fn expected<'e>(&self, columns: &'e [&'e str]) -> ExpectedTable<'e> {
        ExpectedTable { table: self.name, columns, row_limit: self.row_limit(), path_of }
    }

    /// The most rows that it may have. The library numbers providers and terms with two bytes.
    fn row_limit(&self) -> usize {
        match self.path {
            path if path.starts_with("vocabulary/") => MAX_TERMS,
            _ if self.name == ProviderRow::TABLE => MAX_PROVIDERS,
            _ => MAX_ROWS,
        }
    }

    /// The names of the table's columns in order.
    pub fn column_names(&self) -> Vec<&'static str> {
        self.columns().iter().map(|column| column.name.as_str()).collect()
    }
}

/// Gives the list of all tables to a macro: the vocabularies, then the others, each with the name of
/// its field and the type of its rows. A table comes after those it refers to.
macro_rules! every_table {
    ($callback:ident) => {
        $crate::tables::every_vocabulary! { $callback
            tables {
                providers: ProviderRow,
                identifiers: IdentifierRow,
                successions: SuccessionRow,
                engagements: EngagementRow,
                engagement_features: EngagementFeatureRow,
                storage: StorageRow,
                disclosures: DisclosureRow,
                contract_facts: ContractFactRow,
                practices: PracticeRow,
                practice_subjects: PracticeSubjectRow,
                practice_recipients: PracticeRecipientRow,
                listings: ListingRow,
                accepted_findings: AcceptedFindingRow,
            }
        }
    };
}
pub(crate) use every_table;

macro_rules! table_list {
    (
        vocabularies { $(#[$doc:meta] $vocabulary:ident: $term:ty,)* }
        tables { $($table:ident: $row:ty,)* }
    ) => {
        /// Every CSV table, each after the tables it refers to.
        pub const TABLES: &[TableInfo] =
            &[$(TableInfo::of::<$term>(),)* $(TableInfo::of::<$row>(),)*];
    };
}

every_table!(table_list);

macro_rules! withdrawable {
    ($($row:ty),*) => {
        $(impl $row {
            /// Whether the row was a mistake.
            pub fn is_withdrawn(&self) -> bool {
                self.withdrawn.known().is_some()
            }
        })*
    };
}

withdrawable!(
    ContractFactRow,
    DisclosureRow,
    EngagementRow,
    PracticeRow,
    ProviderRow,
    StorageRow,
    SuccessionRow
);

/// The name by which columns refer to countries and regions together. No key is in both tables.
pub(crate) const PLACES: &str = "places";

/// The path of the table that has exactly these columns.
pub(crate) fn path_of(columns: &[&str]) -> Option<&'static str> {
    TABLES.iter().find(|table| table.column_names() == columns).map(|table| table.path)
}
