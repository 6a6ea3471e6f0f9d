//! Places in the words of publishers.

use std::collections::{BTreeSet, HashMap};

use super::texts::LocationTexts;
use super::{Location, Reading, RowLocations};
use crate::published::normal::fold;
use crate::published::page::PageRow;

/// Countries by the names that pages print.
#[derive(Debug)]
pub struct Countries {
    by_form: HashMap<String, String>,
}

/// Names that pages print besides those of the vocabulary.
const OTHER_NAMES: &[(&str, &str)] = &[
    ("america", "us"),
    ("czechrepublic", "cz"),
    ("greatbritain", "gb"),
    ("holland", "nl"),
    ("ivorycoast", "ci"),
    ("macau", "mo"),
    ("republicofireland", "ie"),
    ("republicofkorea", "kr"),
    ("korea", "kr"),
    ("russia", "ru"),
    ("swaziland", "sz"),
    ("turkey", "tr"),
    ("uae", "ae"),
    ("uk", "gb"),
    ("unitedstatesofamerica", "us"),
    ("usa", "us"),
    ("us", "us"),
    ("vaticancity", "va"),
];

const GLOBAL: &[&str] = &["global", "globally", "worldwide", "anywhereintheworld"];
const NOWHERE: &[&str] = &[
    "nodataisstored",
    "nodatastored",
    "nostorage",
    "none",
    "nothingisstored",
    "notstored",
    "nowhere",
    "doesnotstoredata",
];
const UNSTATED: &[&str] = &["notdisclosed", "notsaid", "notspecified", "notstated", "unknown"];
const SEE_PROVIDER: &str = "wheretheprovidersays";
/// The longest text that sends the reader to the provider, in words.
const LONGEST_SEE: usize = 5;

impl Countries {
    /// These countries, each by its key and its name.
    pub fn new<'r>(countries: impl IntoIterator<Item = (&'r str, &'r str)>) -> Self {
        let mut by_form = HashMap::new();
        for (key, name) in countries {
            by_form.insert(fold(name), key.to_owned());
            // A code of two letters is told apart from words; a longer one is a name.
            let code = if key.len() == 2 { code_form(key) } else { fold(key) };
            by_form.insert(code, key.to_owned());
        }
        for (form, key) in OTHER_NAMES {
            if by_form.contains_key(&code_form(key)) {
                by_form.entry((*form).to_owned()).or_insert_with(|| (*key).to_owned());
            }
        }
        Self { by_form }
    }

    /// What a row says of places. Where no column does, a heading that is a country counts.
    pub fn read_row(&self, row: &PageRow) -> RowLocations {
        let texts = LocationTexts::of(row);
        let read = |text: Option<&str>| text.map(|text| self.read(text));
        let mut locations = RowLocations {
            company: read(texts.company),
            storage: read(texts.storage),
            either: read(texts.either),
        };
        if locations == RowLocations::default() {
            locations.either = self.heading(row).map(|(_, location)| Reading::Known(location));
        }
        locations
    }

    /// The section of a row: the nearest heading that is no place, where the nearest one is.
    pub fn section(&self, row: &PageRow) -> Option<String> {
        let section = row.section.as_deref()?;
        let is_heading = row.headings.last().is_some_and(|heading| heading == section);
        if !is_heading || !self.is_place(section) {
            return Some(section.to_owned());
        }
        row.headings.iter().rev().find(|heading| !self.is_place(heading)).cloned()
    }

    fn is_place(&self, text: &str) -> bool {
        let read = self.read(text);
        matches!(read, Reading::Known(Location::Countries(_) | Location::Global))
    }

    /// The nearest heading above a row that is a place.
    pub fn heading<'p>(&self, row: &'p PageRow) -> Option<(&'p str, Location)> {
        row.headings.iter().rev().find_map(|text| match self.read(text) {
            Reading::Known(location @ (Location::Countries(_) | Location::Global)) => {
                Some((text.as_str(), location))
            }
            _ => None,
        })
    }

    /// What a text says.
    pub fn read(&self, text: &str) -> Reading {
        let text = text.trim();
        let form = fold(text);
        let lower = text.to_lowercase();
        let is = |words: &[&str]| words.contains(&form.as_str());
        let words = text.split_whitespace().count();
        Reading::Known(if form.is_empty() || is(UNSTATED) {
            Location::Unstated
        } else if is(GLOBAL) {
            Location::Global
        } else if is(NOWHERE) {
            Location::Nowhere
        } else if lower.starts_with("n/a") || lower.starts_with("not applicable") || form == "na" {
            Location::NotApplicable
        } else if form == SEE_PROVIDER || lower.starts_with("see ") && words <= LONGEST_SEE {
            Location::SeeProvider
        } else {
            match self.countries(text) {
                Some(countries) => Location::Countries(countries),
                None => return Reading::Open(text.to_owned()),
            }
        })
    }

    /// The countries that a text names, if it names nothing else.
    fn countries(&self, text: &str) -> Option<BTreeSet<String>> {
        const MARKS: &[&[&str]] = &[&["\n", ";", "|"], &["/", ","], &[" and ", " or ", " & "]];
        let text = without_brackets(text)?;
        let mut pieces = vec![text.as_str()];
        for level in std::iter::once(None).chain(MARKS.iter().map(Some)) {
            if let Some(marks) = level {
                let known = |piece: &&str| self.country(piece).is_some();
                pieces = (pieces.iter())
                    .flat_map(|piece| if known(piece) { vec![*piece] } else { cut(piece, marks) })
                    .collect();
            }
            let found: Option<BTreeSet<String>> =
                pieces.iter().map(|piece| self.country(piece).map(str::to_owned)).collect();
            if let Some(found) = found.filter(|found| !found.is_empty()) {
                return Some(found);
            }
        }
        None
    }

    fn country(&self, text: &str) -> Option<&str> {
        let text = text.trim().trim_end_matches('.');
        let text = ["the ", "The ", "and ", "or "]
            .iter()
            .find_map(|article| text.strip_prefix(article))
            .unwrap_or(text);
        let is_code = text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_alphabetic());
        // `no` and `na` are words as well as codes.
        let form = if is_code && !matches!(text, "no" | "na" | "No" | "Na") {
            code_form(text)
        } else {
            fold(text)
        };
        self.by_form.get(&form).map(String::as_str)
    }
}

/// A code, told apart from every name.
fn code_form(code: &str) -> String {
    format!("-{}", code.to_ascii_lowercase())
}

fn cut<'t>(text: &'t str, marks: &[&str]) -> Vec<&'t str> {
    let mut pieces = vec![text];
    for mark in marks {
        pieces = pieces.iter().flat_map(|piece| piece.split(mark)).collect();
    }
    pieces.retain(|piece| !piece.trim().is_empty());
    pieces
}

/// A text without what stands in brackets; `None` where a bracket tells two countries apart.
fn without_brackets(text: &str) -> Option<String> {
    let mut kept = String::new();
    let mut inside = String::new();
    let mut depth = 0_usize;
    for c in text.chars() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            c if depth > 0 => inside.push(c),
            c => kept.push(c),
        }
    }
    let inside = inside.to_lowercase();
    let tells = ["republic", "north", "south"].iter().any(|word| inside.contains(word));
    (!tells).then_some(kept)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn countries() -> Countries {
        Countries::new([
            ("ba", "Bosnia and Herzegovina"),
            ("de", "Germany"),
            ("no", "Norway"),
            ("se", "Sweden"),
            ("us", "United States"),
        ])
    }

    fn shown(text: &str) -> String {
        match countries().read(text) {
            Reading::Known(location) => location.to_string(),
            Reading::Open(text) => format!("? {text}"),
        }
    }

    #[test]
    fn known_words_are_read_and_others_are_not() {
        for (text, location) in [
            ("Sweden", "se"),
            ("the United States.", "us"),
            ("U.S.", "us"),
            ("DE", "de"),
            ("us;de", "de;us"),
            ("United States (AWS)", "us"),
            ("USA (US Cloud) or Germany (EU Cloud)", "de;us"),
            ("Sweden, Germany and USA", "de;se;us"),
            ("Bosnia and Herzegovina / Sweden", "ba;se"),
            ("Sweden\nGermany", "de;se"),
            ("No data stored.", "none"),
            ("N/A (we only buy data)", "not-applicable"),
            ("Worldwide", "global"),
            ("See Vendor.", "see-provider"),
            ("", "unknown"),
            ("-", "unknown"),
            ("United States, EEA", "? United States, EEA"),
            ("Vendor collects but does not store", "? Vendor collects but does not store"),
            ("no", "? no"),
            ("California, USA", "? California, USA"),
        ] {
            assert_eq!(shown(text), location, "{text}");
        }
    }
}
