//! `Debug` of records, and of what has nothing to show but its name.

use core::fmt::{Debug, Formatter, Result};

/// Shows every field of a record; one that is left out does not compile. A derived `Debug` takes the
/// compiler one and a half times as long, and every name of a field costs a program a pointer.
macro_rules! record {
    ($record:ident { $($field:ident),+ $(,)? }) => {
        impl core::fmt::Debug for $record {
            #[inline]
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                let Self { $($field),+ } = self;
                let names = stringify!($($field)+);
                crate::debug::fields(f, stringify!($record), names, &[$($field),+])
            }
        }
    };
}

pub(crate) use record;

/// Shows the fields; `names` holds their names, separated by spaces.
#[inline]
pub(crate) fn fields(
    f: &mut Formatter<'_>,
    record: &str,
    names: &str,
    fields: &[&dyn Debug],
) -> Result {
    let mut shown = f.debug_struct(record);
    for (name, field) in names.split_ascii_whitespace().zip(fields) {
        shown.field(name, field);
    }
    shown.finish()
}

/// Shows the name alone: the fields of an iterator are places in tables, which tell a reader nothing.
macro_rules! opaque {
    ($type:ident) => {
        impl core::fmt::Debug for $type {
            #[inline]
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.debug_struct(stringify!($type)).finish_non_exhaustive()
            }
        }
    };
}

pub(crate) use opaque;
