//! The digests of a row, one for each meaning.

use super::columns::Meaning;
use super::locations::LocationTexts;
use super::normal::digest;
use super::page::PageRow;

/// A digest for each meaning; `None` where there is none to compare.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Digests {
    /// Of what a row says of the purpose.
    pub purpose: Option<String>,
    /// Of what it says of the data.
    pub data: Option<String>,
    /// Of what it says of places.
    pub location: Option<String>,
    /// Of what it says of the parts of the product.
    pub features: Option<String>,
}

impl Digests {
    /// The digests of what a row of a page says.
    pub fn of(row: &PageRow) -> Self {
        let cell = |meaning| row.cells.get(&meaning).map(|cell| digest(&cell.text));
        Self {
            purpose: cell(Meaning::Purpose),
            data: cell(Meaning::Data),
            location: location(row).map(|text| digest(&text)),
            features: cell(Meaning::Features),
        }
    }
}

/// What a row says of places, in one form, whether it has one column for it or two.
fn location(row: &PageRow) -> Option<String> {
    let texts = LocationTexts::of(row);
    let named = [("company", texts.company), ("storage", texts.storage), ("place", texts.either)];
    let said = named.iter().filter_map(|(name, text)| text.map(|text| (name, text)));
    if said.clone().next().is_none() {
        return None;
    }
    let filled = said.filter(|(_, text)| !text.is_empty());
    Some(filled.map(|(name, text)| format!("{name} {text}\n")).collect())
}
