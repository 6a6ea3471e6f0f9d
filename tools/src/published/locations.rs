//! Where a row says that the company is and that the data is kept, read only where it says so in
//! known words.

use std::collections::{BTreeSet, HashMap};
use std::fmt;
use std::ops::Range;

use super::columns::Meaning;
use super::normal::fold;
use super::page::PageRow;

/// A place, or the word that stands for one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Location {
    /// These countries, by key.
    Countries(BTreeSet<String>),
    /// Anywhere in the world.
    Global,
    /// Nothing is kept.
    Nowhere,
    /// The reader is sent to the provider.
    SeeProvider,
    /// The question does not arise.
    NotApplicable,
    /// Nothing is said.
    Unstated,
}

impl fmt::Display for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Countries(keys) => {
                f.write_str(&keys.iter().map(String::as_str).collect::<Vec<_>>().join(";"))
            }
            Self::Global => f.write_str("global"),
            Self::Nowhere => f.write_str("none"),
            Self::SeeProvider => f.write_str("see-provider"),
            Self::NotApplicable => f.write_str("not-applicable"),
            Self::Unstated => f.write_str("unknown"),
        }
    }
}

/// What was made of a text about a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reading {
    /// It says this.
    Known(Location),
    /// It says something else, which a person must read.
    Open(String),
}

/// What a row says of places; `None` where its page has no column for it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RowLocations {
    /// Where the company is.
    pub company: Option<Reading>,
    /// Where the data is kept.
    pub storage: Option<Reading>,
    /// Where one of the two is: the page does not say which.
    pub either: Option<Reading>,
}

/// The words of a row about places, before they are read.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct LocationTexts<'p> {
    /// About the company.
    pub company: Option<&'p str>,
    /// About the data.
    pub storage: Option<&'p str>,
    /// About one of the two.
    pub either: Option<&'p str>,
}

impl<'p> LocationTexts<'p> {
    /// Takes the cells of a row apart.
    pub fn of(row: &'p PageRow) -> Self {
        let cell = |meaning| row.cells.get(meaning).map(|cell| cell.text.as_str());
        let mut texts = Self::default();
        if let Some(text) = cell(Meaning::Location) {
            texts.take_apart(text);
        }
        for (meaning, is_company) in [(Meaning::EntityLocation, true), (Meaning::Storage, false)] {
            if let Some(text) = cell(meaning) {
                let mut own = Self::default();
                own.take_apart(text);
                let value = own.either.or(if is_company { own.company } else { own.storage });
                let place = if is_company { &mut texts.company } else { &mut texts.storage };
                *place = Some(value.unwrap_or(text));
            }
        }
        texts
    }

    fn take_apart(&mut self, text: &'p str) {
        let labels = labels(text);
        let Some((first, _)) = labels.first() else {
            self.either = Some(text);
            return;
        };
        // Words before the first label are about nothing that is known.
        self.either = Some(text[..first.start].trim()).filter(|before| !before.is_empty());
        (self.company, self.storage) = (Some(""), Some(""));
        for (index, (label, is_company)) in labels.iter().enumerate() {
            let end = labels.get(index + 1).map_or(text.len(), |(next, _)| next.start);
            let value = text[label.end..end].trim();
            *(if *is_company { &mut self.company } else { &mut self.storage }) = Some(value);
        }
    }
}

/// Labels of the company's place, and of the data's, the longer ones first.
const COMPANY_LABELS: &[&str] = &[
    "location of the entity",
    "location of entity",
    "corporate location",
    "provider location",
    "company location",
    "entity location",
    "vendor location",
    "entity country",
    "company country",
    "headquarters",
    "company",
    "entity",
];
const STORAGE_LABELS: &[&str] = &[
    "country of data storage",
    "location of data storage",
    "data storage location",
    "data hosting location",
    "data center location",
    "location of data",
    "storage location",
    "hosting location",
    "server location",
    "data stored in",
    "data residency",
    "data location",
    "data storage",
    "data hosting",
    "data center",
    "stored in",
    "hosted in",
    "storage",
    "hosting",
];

/// The labels in a text, in order: where each stands, with its colon, and whether it is about the
/// company. A break before a label may be lost: `SwedenData Storage Location:`.
fn labels(text: &str) -> Vec<(Range<usize>, bool)> {
    let lower = text.to_ascii_lowercase();
    let mut found: Vec<(Range<usize>, bool)> = Vec::new();
    for (colon, mark) in lower.match_indices(':') {
        let before = lower[..colon].trim_end();
        let ends = |labels: &[&str]| labels.iter().find(|l| before.ends_with(**l)).map(|l| l.len());
        let company = ends(COMPANY_LABELS);
        let storage = ends(STORAGE_LABELS);
        // `Company location` ends in no label of the other kind, so at most one of them counts.
        if let Some(length) = company.or(storage) {
            found.push((before.len() - length..colon + mark.len(), company.is_some()));
        }
    }
    found
}

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
            by_form.insert(code_form(key), key.to_owned());
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
    use crate::published::{Format, NamedColumns, read};

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

    #[test]
    fn labels_tell_the_company_from_the_data() {
        let row = |cell: &str| {
            let page = format!("|Vendor|Purpose|Location|\n|-|-|-|\n|A|b|{cell}|\n");
            let page = read("p", page.as_bytes(), Format::Md, &NamedColumns::default()).unwrap();
            let texts = LocationTexts::of(&page.rows[0]);
            [texts.company, texts.storage, texts.either].map(|text| text.map(str::to_owned))
        };
        let some = |text: &str| Some(text.to_owned());
        for cell in [
            "Entity Location: Sweden Data Storage Location: Global",
            "Entity Location: SwedenData Storage: Global",
            "Entity location: Sweden<br /><br />Hosting: Global",
        ] {
            assert_eq!(row(cell), [some("Sweden"), some("Global"), None], "{cell}");
        }
        assert_eq!(row("Entity Location: Data Storage Location: X"), [some(""), some("X"), None]);
        assert_eq!(row("Sweden"), [None, None, some("Sweden")]);
    }
}
