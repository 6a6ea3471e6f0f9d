//! A text that is no term, and the term that was probably meant.

use core::fmt;

use super::Terms;
use crate::text::Text;

/// A text that is neither the key nor a name of a term.
///
/// ```
/// use service_providers::Form;
///
/// let error = Form::try_from("aggregatd").unwrap_err();
/// assert_eq!(error.text(), "aggregatd");
/// assert_eq!(error.nearest(), Some("aggregated"));
/// ```
pub struct UnknownTerm {
    terms: &'static Terms,
    text: Text<HELD>,
    whole: bool,
}

/// How much of a text the error holds. The crate does not allocate.
const HELD: usize = 64;

impl UnknownTerm {
    #[inline]
    pub(super) fn new(terms: &'static Terms, text: &str) -> Self {
        let mut held = Text::new();
        held.push(text);
        Self { terms, text: held, whole: held.as_str().len() == text.len() }
    }

    /// The name of the enum, such as `Provider`.
    #[inline]
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        self.terms.kind
    }

    /// The text. Of a text longer than 64 bytes, its beginning.
    #[inline]
    #[must_use]
    pub const fn text(&self) -> &str {
        self.text.as_str()
    }

    /// The key of the term that was probably meant; `None` if no key and no name is alike.
    ///
    /// Alike means that at most a third of the letters differ. Of two terms that are alike as
    /// much, the first counts.
    #[inline]
    #[must_use]
    pub fn nearest(&self) -> Option<&'static str> {
        let text = self.text().as_bytes();
        let mut best = None;
        let mut fewest = text.len() / 3 + 1;
        let mut place = 0;
        while self.whole && place < self.terms.table.len() {
            let key = self.terms.key(place);
            for term in [key, self.terms.name(place)] {
                let edits = edits(text, term.as_bytes(), fewest);
                if edits < fewest {
                    (best, fewest) = (Some(key), edits);
                }
            }
            place += 1;
        }
        best
    }
}

/// How many letters must be changed, added or left out to make one text of the other, ignoring ASCII
/// capitals. Stops counting at `limit`.
#[inline]
fn edits(text: &[u8], term: &[u8], limit: usize) -> usize {
    if text.len().abs_diff(term.len()) >= limit {
        return limit;
    }
    // One row of the table of distances: from the beginnings of the text to that of the term.
    let mut row = [0; HELD + 1];
    for (at, distance) in row.iter_mut().enumerate() {
        *distance = at;
    }
    for (at, letter) in term.iter().enumerate() {
        let mut diagonal = at;
        let mut least = at + 1;
        row[0] = at + 1;
        for (at, other) in text.iter().enumerate() {
            let replaced = diagonal + usize::from(!letter.eq_ignore_ascii_case(other));
            diagonal = row[at + 1];
            row[at + 1] = replaced.min(diagonal + 1).min(row[at] + 1);
            least = least.min(row[at + 1]);
        }
        if least >= limit {
            return limit;
        }
    }
    row[text.len()]
}

impl PartialEq for UnknownTerm {
    #[inline]
    fn eq(&self, other: &Self) -> bool {
        self.kind() == other.kind() && self.whole == other.whole && self.text() == other.text()
    }
}

impl Eq for UnknownTerm {}

impl fmt::Debug for UnknownTerm {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "UnknownTerm({self})")
    }
}

impl fmt::Display for UnknownTerm {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let more = if self.whole { "" } else { "…" };
        write!(f, "`{}{more}` is neither a key nor a name of a {}", self.text(), self.kind())?;
        match self.nearest() {
            Some(key) => write!(f, "; did you mean `{key}`?"),
            None => Ok(()),
        }
    }
}

impl core::error::Error for UnknownTerm {}

crate::copied::copied!(UnknownTerm);
