//! What is said of the relation with a provider.

use super::rows::row;
use super::storage::Place;
use crate::generated::CONTRACT_FACTS;
use crate::term::ContractFactKind;

/// A fact about the relation with a provider: who the company is, in which role it acts, by which
/// contract.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct ContractFact {
    /// What it is about. It says how the value is written.
    pub kind: ContractFactKind,
    /// The fact; `None` if the source says that there is none.
    pub value: Option<&'static str>,
    /// When or for what it holds, if only then.
    pub condition: Option<&'static str>,
    /// The country or region that it is about, if one is named.
    pub place: Option<Place>,
}

impl ContractFact {
    #[inline]
    pub(crate) const fn row(row: usize) -> Self {
        let mut cells = CONTRACT_FACTS.cells(row, 0);
        Self {
            kind: cells.small_term(ContractFactKind::ALL),
            value: cells.optional_text(),
            condition: cells.optional_text(),
            place: match cells.place() {
                0 => None,
                place => Some(Place::at(place - 1)),
            },
        }
    }
}

row!(ContractFact);
