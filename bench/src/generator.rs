//! A made-up register of any size: plausible names, awkward characters, the real vocabularies.
//! The same size gives the same bytes.

use std::fs;
use std::path::Path;

use service_providers_codegen::csv_text;

/// How large a register is.
pub struct Size {
    /// How many providers.
    pub providers: usize,
    /// How many disclosures each published row has. Every provider has two rows.
    pub disclosures: usize,
}

impl Size {
    /// The size by which the library is measured: two rows and six disclosures a provider.
    pub fn of_library(providers: usize) -> Self {
        Self { providers, disclosures: 3 }
    }

    /// The size by which the check is measured: this many published rows, one disclosure each.
    pub fn of_check(rows: usize) -> Self {
        Self { providers: rows / 2, disclosures: 1 }
    }
}

const FIRST: [&str; 16] = [
    "Amber", "Blue", "Copper", "Dr.", "East &", "Fjörd", "Grün", "Höher", "Iris", "Júpiter",
    "Kōyō", "L'Eau", "Møns", "North-", "Ōsaka", "\"Pure\"",
];
const SECOND: [&str; 12] = [
    "Cloud",
    "Mail",
    "Metrics",
    "Pay (EU)",
    "Logs, Inc.",
    "C++ Tools",
    "Search™",
    "R&D",
    "#Sign",
    "Store_7",
    "Ask?",
    "東京",
];
const EDITIONS: [&str; 2] = ["2018-11-05", "2025-11-17"];

/// Steps of a fixed sequence that looks random.
struct Sequence(u64);

impl Sequence {
    fn next(&mut self, below: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % below
    }

    fn pick<'t>(&mut self, texts: &'t [String]) -> &'t str {
        &texts[self.next(texts.len())]
    }
}

/// Writes the data folder of a register of this size.
pub fn write(size: &Size, out: &Path) -> crate::Result {
    let own = crate::project::root().join("data");
    fs::create_dir_all(out.join("vocabulary"))?;
    for entry in fs::read_dir(own.join("vocabulary"))? {
        let entry = entry?;
        fs::copy(entry.path(), out.join("vocabulary").join(entry.file_name()))?;
    }
    fs::copy(own.join("register.json"), out.join("register.json"))?;
    // Tables that stay empty: their header alone.
    for entry in fs::read_dir(&own)? {
        let entry = entry?;
        if entry.path().extension().is_some_and(|extension| extension == "csv") {
            let text = fs::read_to_string(entry.path())?;
            let header = text.lines().next().unwrap_or_default();
            fs::write(out.join(entry.file_name()), format!("{header}\n"))?;
        }
    }
    let mut rows = Rows::default();
    let vocabulary = Vocabulary::read(&own)?;
    let mut sequence = Sequence(1);
    for number in 0..size.providers {
        rows.provider(number, size.disclosures, &vocabulary, &mut sequence);
    }
    rows.write(out)
}

/// The keys that rows are made of.
struct Vocabulary {
    categories: Vec<String>,
    subjects: Vec<String>,
    purposes: Vec<String>,
    countries: Vec<String>,
}

impl Vocabulary {
    fn read(data: &Path) -> crate::Result<Self> {
        let keys = |table: &str| -> crate::Result<Vec<String>> {
            let mut reader = csv::Reader::from_path(data.join(format!("vocabulary/{table}.csv")))?;
            reader.records().map(|row| Ok(row?[0].to_owned())).collect()
        };
        Ok(Self {
            categories: keys("data-categories")?,
            subjects: keys("data-subjects")?,
            purposes: keys("purposes")?,
            countries: keys("countries")?,
        })
    }
}

#[derive(Default)]
struct Rows {
    providers: Vec<Vec<String>>,
    engagements: Vec<Vec<String>>,
    disclosures: Vec<Vec<String>>,
}

impl Rows {
    fn provider(
        &mut self,
        number: usize,
        disclosures: usize,
        vocabulary: &Vocabulary,
        sequence: &mut Sequence,
    ) {
        let key = format!("provider-{number:06}");
        let name = format!(
            "{} {} {number}",
            FIRST[sequence.next(FIRST.len())],
            SECOND[sequence.next(SECOND.len())]
        );
        self.providers.push(vec![key.clone(), name.clone(), "none".into(), "none".into()]);
        for (index, edition) in EDITIONS.iter().enumerate() {
            let engagement = format!("{key}-{edition}");
            let until = EDITIONS.get(index + 1).copied().unwrap_or("current");
            let text = |text: &str| text.to_owned();
            let number = (number + 1).to_string();
            self.engagements.push(vec![
                engagement.clone(),
                key.clone(),
                name.clone(),
                text("none"),
                number.clone(),
                text("none"),
                text(sequence.pick(&vocabulary.purposes)),
                format!("Helps with the work of department {number}, in school and at home."),
                text(sequence.pick(&vocabulary.countries)),
                text(sequence.pick(&vocabulary.countries)),
                text("unknown"),
                text("unknown"),
                text("unknown"),
                text("none"),
                text("unknown"),
                format!("https://provider.example/{number}/privacy"),
                text(edition),
                text(until),
                format!("providers-{edition}"),
                number,
                text("none"),
                text("none"),
            ]);
            for at in 0..disclosures {
                self.disclosures.push(vec![
                    engagement.clone(),
                    ((at + 1) * 10).to_string(),
                    text("publisher"),
                    text("provider"),
                    text(sequence.pick(&vocabulary.categories)),
                    text(sequence.pick(&vocabulary.subjects)),
                    text(["hashed", "plain", "unknown"][sequence.next(3)]),
                    text("stated"),
                    text("no"),
                    text("none"),
                    text("none"),
                    text("yes"),
                    text("none"),
                ]);
            }
        }
    }

    fn write(self, out: &Path) -> crate::Result {
        for (table, rows) in [
            ("providers.csv", self.providers),
            ("engagements.csv", self.engagements),
            ("disclosures.csv", self.disclosures),
        ] {
            let path = out.join(table);
            let text = fs::read_to_string(&path)?;
            let header: Vec<&str> = text.trim_end().split(',').collect();
            let rows = rows.iter().map(|row| row.iter().map(String::as_str));
            fs::write(&path, csv_text(&header, rows))?;
        }
        Ok(())
    }
}
