//! Days, months, and the ids of editions. A rule checks whether the calendar has them.

use super::{Kind, cell_schema};

/// A day: `2025-11-17`.
pub(crate) struct Day;

cell_schema!(Day, |_| {
    "type": "string",
    "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
    "format": "date",
    "x-kind": Kind::Date,
    "x-form": "a date as year-month-day: 2025-11-17"
});

/// A day, or `unknown` where no document names one.
pub(crate) struct DayOrUnknown;

cell_schema!(DayOrUnknown, |_| {
    "type": "string",
    "pattern": "^([0-9]{4}-[0-9]{2}-[0-9]{2}|unknown)$",
    "format": "date",
    "x-kind": Kind::Date,
    "x-form": "a date as year-month-day, such as 2025-11-17, or `unknown`"
});

/// The last day of something, or `none` while it lasts.
pub(crate) struct DayOrNone;

cell_schema!(DayOrNone, |_| {
    "type": "string",
    "pattern": "^([0-9]{4}-[0-9]{2}-[0-9]{2}|none)$",
    "format": "date",
    "x-kind": Kind::Date,
    "x-form": "a date as year-month-day, such as 2025-11-17, or `none`"
});

/// The date of a document: a day, a month where the document names no day, or `unknown`.
pub(crate) struct DocumentDate;

cell_schema!(DocumentDate, |_| {
    "type": "string",
    "pattern": "^([0-9]{4}-[0-9]{2}(-[0-9]{2})?|unknown)$",
    "anyOf": [
        { "format": "date" },
        { "pattern": "^[0-9]{4}-(0[1-9]|1[0-2])$" },
        { "enum": ["unknown"] }
    ],
    "x-kind": Kind::Date,
    "x-form": "a date as year-month-day, such as 2025-11-17, a month, such as 2025-11, or `unknown`"
});

/// The id of an edition: its date, `2025-11-17`, and `-2` to `-9` after it for a further one of
/// that day. With one digit the ids of editions sort like the editions.
pub(crate) struct EditionId;

cell_schema!(EditionId, |_| {
    "type": "string",
    "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}(-[2-9])?$",
    "anyOf": [
        { "format": "date" },
        { "pattern": "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])-[2-9]$" }
    ],
    "x-kind": Kind::Date,
    "x-form": "the id of an edition, which is its date, such as 2025-11-17 or 2025-11-17-2"
});
