//! `Debug` of what has nothing to show but its name.

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
