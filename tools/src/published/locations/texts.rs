//! Which words of a row are about the company's place, and which about the data's.

use std::ops::Range;

use crate::published::columns::Meaning;
use crate::published::page::PageRow;

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::published::{Format, NamedColumns, read};

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
