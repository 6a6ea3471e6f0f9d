//! Days, months, and the ids of editions.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::Kind;

/// Defines the schemas of cells that hold a date as text. Whether the calendar has the date is
/// left to the rule `impossible-date`.
macro_rules! date_schemas {
    ($($(#[$doc:meta])* $name:ident { $($schema:tt)* })*) => {$(
        $(#[$doc])*
        pub(crate) struct $name;

        impl JsonSchema for $name {
            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }

            fn inline_schema() -> bool {
                true
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!({ "type": "string", $($schema)* })
            }
        }
    )*};
}

date_schemas! {
    /// A day: `2025-11-17`.
    Day {
        "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "format": "date", "x-kind": Kind::Date,
        "x-form": "a date as year-month-day: 2025-11-17"
    }
    /// A day that no document may say.
    DayOrUnknown {
        "pattern": "^([0-9]{4}-[0-9]{2}-[0-9]{2}|unknown)$", "format": "date", "x-kind": Kind::Date,
        "x-form": "a date as year-month-day, such as 2025-11-17, or `unknown`"
    }
    /// The date of a document: a day, or a month where the document names no day, or `unknown`.
    DocumentDate {
        "pattern": "^([0-9]{4}-[0-9]{2}(-[0-9]{2})?|unknown)$", "format": "date", "x-kind": Kind::Date,
        "x-form": "a date as year-month-day, such as 2025-11-17, a month, such as 2025-11, or `unknown`"
    }
    /// The id of an edition: its date, `2025-11-17`, and `-2` to `-9` behind it for a further one
    /// of the same day. With one digit the ids of editions sort like the editions.
    EditionId {
        "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}(-[2-9])?$", "format": "date", "x-kind": Kind::Date,
        "x-form": "the id of an edition, which is its date, such as 2025-11-17 or 2025-11-17-2"
    }
}
