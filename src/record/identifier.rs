//! Providers in public registers.

use super::rows::{Rows, row};
use crate::generated::IDENTIFIERS;
use crate::term::Provider;

/// A number or code by which a public register knows a provider.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Identifier {
    /// The public register, as a short key.
    pub scheme: &'static str,
    /// The number or code, as that register writes it.
    pub value: &'static str,
}

impl Identifier {
    #[inline]
    pub(crate) const fn row(row: usize) -> Self {
        let mut cells = IDENTIFIERS.cells(row, 0);
        Self { scheme: cells.text(), value: cells.text() }
    }
}

row!(Identifier);

impl Provider {
    /// The numbers and codes by which public registers know it, by scheme and value.
    #[inline]
    #[must_use]
    pub const fn identifiers(self) -> Rows<Identifier> {
        self.record().identifiers
    }
}
