//! The digests of a row, one for each meaning.

use std::borrow::Cow;

use super::columns::Meaning;
use super::locations::LocationTexts;
use super::normal::digest;
use super::page::PageRow;

/// A digest for each meaning; `None` if there is none to compare.
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
    /// The digests, each with the column of listings.csv that holds it.
    pub fn columns(&self) -> [(&'static str, &Option<String>); 4] {
        [
            ("purpose_digest", &self.purpose),
            ("data_digest", &self.data),
            ("location_digest", &self.location),
            ("features_digest", &self.features),
        ]
    }

    /// The digests in the order of the fields.
    pub fn all(&self) -> [&Option<String>; 4] {
        [&self.purpose, &self.data, &self.location, &self.features]
    }

    /// The digests of what a row of a page says.
    pub fn of(row: &PageRow) -> Self {
        let all = Self {
            purpose: Some(String::new()),
            data: Some(String::new()),
            location: Some(String::new()),
            features: Some(String::new()),
        };
        Self::where_wanted(row, &all)
    }

    /// The digests of what a row of a page says, as far as these others are not `None`.
    pub fn where_wanted(row: &PageRow, wanted: &Self) -> Self {
        let cell = |wanted: &Option<String>, meaning| {
            let cell = row.cells.get(meaning).filter(|_| wanted.is_some());
            cell.map(|cell| digest(&cell.text))
        };
        let location = Some(row).filter(|_| wanted.location.is_some()).and_then(location);
        let purpose = row.cells.get(Meaning::Purpose).map(|cell| cell.text.as_str());
        // A footnote of the name says more about the use, and has no column of its own.
        let footnote = row.name.as_ref().and_then(|name| name.footnote.as_deref());
        let purpose = match (purpose, footnote) {
            (Some(purpose), Some(footnote)) => Some(format!("{purpose}\n{footnote}").into()),
            (one, other) => one.or(other).map(Cow::Borrowed),
        };
        Self {
            purpose: purpose
                .filter(|_| wanted.purpose.is_some())
                .map(|text: Cow<'_, str>| digest(&text)),
            data: cell(&wanted.data, Meaning::Data),
            location: location.map(|text| digest(&text)),
            features: cell(&wanted.features, Meaning::Features),
        }
    }
}

/// What a row says of places, in one form, whether it has one column for it or two.
fn location(row: &PageRow) -> Option<String> {
    let texts = LocationTexts::of(row);
    let named = [("company", texts.company), ("storage", texts.storage), ("place", texts.either)];
    let stated = named.iter().filter_map(|(name, text)| text.map(|text| (name, text)));
    stated.clone().next()?;
    let filled = stated.filter(|(_, text)| !text.is_empty());
    Some(filled.map(|(name, text)| format!("{name} {text}\n")).collect())
}
