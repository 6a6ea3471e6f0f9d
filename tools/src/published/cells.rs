//! What a row says, by meaning.

use super::columns::Meaning;
use super::rich::RichText;

/// The cells of a row that have a meaning, in the order of the meanings. There are few of them, so
/// that a list is smaller than a map, and as fast.
#[derive(Clone, Debug, Default)]
pub struct Cells(Vec<(Meaning, RichText)>);

impl Cells {
    /// The cell of this meaning.
    pub fn get(&self, meaning: Meaning) -> Option<&RichText> {
        self.find(meaning).ok().map(|at| &self.0[at].1)
    }

    /// The cell of this meaning; a blank one is added if there is none.
    pub fn get_or_add(&mut self, meaning: Meaning) -> &mut RichText {
        let at = match self.find(meaning) {
            Ok(at) => at,
            Err(at) => {
                self.0.insert(at, (meaning, RichText::default()));
                at
            }
        };
        &mut self.0[at].1
    }

    /// The cells with their meanings.
    pub fn iter(&self) -> impl Iterator<Item = (Meaning, &RichText)> {
        self.0.iter().map(|(meaning, cell)| (*meaning, cell))
    }

    fn find(&self, meaning: Meaning) -> Result<usize, usize> {
        self.0.binary_search_by_key(&meaning, |(other, _)| *other)
    }
}

/// Cells of these meanings, of which each comes once.
impl<const N: usize> From<[(Meaning, RichText); N]> for Cells {
    fn from(mut cells: [(Meaning, RichText); N]) -> Self {
        cells.sort_by_key(|(meaning, _)| *meaning);
        Self(cells.into())
    }
}
