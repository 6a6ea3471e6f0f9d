//! Places in the words of publishers.

use std::collections::{BTreeSet, HashMap};

use super::texts::LocationTexts;
use super::{Location, Reading, RowLocations};
use crate::published::columns::Meaning;
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
/// Sentences that say so, in lower case.
const STORES_NOTHING: &[&str] = &[
    "no data is stored",
    "no data stored",
    "nothing is stored",
    "does not store data",
    "no data storage",
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
        if row.cells.get(Meaning::EntityLocation).or(row.cells.get(Meaning::Storage)).is_none() {
            self.share_one_cell(&texts, &mut locations);
        }
        if locations == RowLocations::default() {
            locations.either = self.heading(row).map(|(_, location)| Reading::Known(location));
        }
        locations
    }

    /// Where one cell says both places and only one of them has a label, the words after that label
    /// may be about the other one, too: `Entity Location: Sweden No data stored.`
    fn share_one_cell(&self, texts: &LocationTexts<'_>, locations: &mut RowLocations) {
        let after_company = texts.company.and_then(before_nowhere).map(|text| self.read(text));
        match (&locations.company, &locations.storage) {
            (Some(company @ Reading::Open(_)), Some(_)) if texts.storage == Some("") => {
                match after_company {
                    Some(known @ Reading::Known(_)) => {
                        locations.company = Some(known);
                        locations.storage = Some(Reading::Known(Location::Nowhere));
                    }
                    _ => locations.storage = Some(company.clone()),
                }
            }
            (Some(_), Some(storage @ Reading::Open(_))) if texts.company == Some("") => {
                locations.company = Some(storage.clone());
            }
            _ => {}
        }
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
        let text = self.without_brackets(text)?;
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

    /// A text without what stands in brackets; `None` where a bracket tells two countries apart, or
    /// names one itself: `Georgia (US)`.
    fn without_brackets(&self, text: &str) -> Option<String> {
        const TELLS: &[&str] = &["republic", "north", "south"];
        const AROUND: &[&str] = &["eu", "eea", "europe", "europeanunion"];
        let mut kept = String::new();
        let mut inside = String::new();
        let mut depth = 0_usize;
        for c in text.chars() {
            match c {
                '(' => depth += 1,
                ')' => {
                    depth = depth.saturating_sub(1);
                    inside.push('\n');
                }
                c if depth > 0 => inside.push(c),
                c => kept.push(c),
            }
        }
        let lower = inside.to_lowercase();
        let outside = self.country(&kept);
        let names_another = |inner: &str| {
            let country = self.country(inner).filter(|_| !AROUND.contains(&&*fold(inner)));
            outside.is_some() && country.is_some() && country != outside
        };
        let tells = TELLS.iter().any(|word| lower.contains(word));
        (!tells && !inside.lines().any(names_another)).then_some(kept)
    }

    fn country(&self, text: &str) -> Option<&str> {
        let text = text.trim().trim_end_matches('.');
        let text = ["the ", "The ", "and ", "or "]
            .iter()
            .find_map(|article| text.strip_prefix(article))
            .unwrap_or(text);
        let is_code = text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_alphabetic());
        // `no` and `na` are words as well as codes.
        let code = is_code && !matches!(text, "no" | "na" | "No" | "Na");
        let by_code = code.then(|| self.by_form.get(&code_form(text))).flatten();
        by_code.or_else(|| self.by_form.get(&fold(text))).map(String::as_str)
    }
}

/// What stands before the sentence that nothing is stored, if a text ends with one.
fn before_nowhere(text: &str) -> Option<&str> {
    let body = text.trim_end_matches(['.', ' ']);
    let lower = body.to_ascii_lowercase();
    let end = STORES_NOTHING.iter().find(|end| lower.ends_with(**end))?;
    Some(body[..body.len() - end.len()].trim_end_matches([' ', '\n', ',', ';', '.', '-']))
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

#[cfg(test)]
mod tests {
    use super::*;

    fn countries() -> Countries {
        Countries::new([
            ("ba", "Bosnia and Herzegovina"),
            ("de", "Germany"),
            ("eu", "European Union"),
            ("gb", "United Kingdom"),
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
            ("UK", "gb"),
            ("Germany (EU)", "de"),
            ("Germany (US)", "? Germany (US)"),
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
