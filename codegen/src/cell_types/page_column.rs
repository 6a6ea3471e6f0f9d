//! What a column of a published page holds.

use super::{Kind, cell_schema};

/// A meaning and a column of a published page, `name=Vendor`. The column is its header, the name of a
/// JSON member, or a number from 1.
pub(crate) struct PageColumn;

cell_schema!(PageColumn, |_| {
    "type": "string",
    "pattern": "^(name|purpose|data|location|entity_location|storage|features|link|section)=[^\\s].*$",
    "maxLength": 100,
    "x-kind": Kind::Text,
    "x-form": "a meaning (name, purpose, data, location, entity_location, storage, features, link or section), `=` and a column's header or number, such as `name=Vendor`"
});
