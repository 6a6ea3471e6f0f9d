//! `Copy` of types whose fields all are.

/// Makes types `Copy`. A derived `Clone` also asks of the type of every field whether it can be
/// cloned, which costs the compiler about half a million instructions a type, and every dependent
/// waits for it.
macro_rules! copied {
    ($($type:ty),+) => {$(
        impl Copy for $type {}

        impl Clone for $type {
            #[inline]
            fn clone(&self) -> Self {
                *self
            }
        }
    )+};
}

pub(crate) use copied;
