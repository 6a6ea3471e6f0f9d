//! Values as tokens.

use proc_macro2::Literal;

/// A number without a type suffix.
pub(super) fn index(value: usize) -> Literal {
    Literal::usize_unsuffixed(value)
}
