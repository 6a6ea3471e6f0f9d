//! Values as tokens.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

/// A number without a type suffix.
pub(super) fn number(value: impl Into<u64>) -> Literal {
    Literal::u64_unsuffixed(value.into())
}

/// A position in a table.
pub(super) fn index(value: usize) -> Literal {
    Literal::usize_unsuffixed(value)
}

/// An optional value.
pub(super) fn option<T: quote::ToTokens>(value: Option<T>) -> TokenStream {
    match value {
        Some(value) => quote!(Some(#value)),
        None => quote!(None),
    }
}

/// A stretch of rows of another table.
pub(super) fn rows(start: usize, end: usize) -> TokenStream {
    let (start, end) = (index(start), index(end));
    quote!(Rows { start: #start, end: #end })
}

/// The words of a bit set with these bits.
pub(super) fn words(count: usize, bits: impl IntoIterator<Item = usize>) -> TokenStream {
    let mut words = vec![0_u64; count];
    for bit in bits {
        words[bit / 64] |= 1 << (bit % 64);
    }
    let words = words.into_iter().map(Literal::u64_unsuffixed);
    quote!([#(#words),*])
}
