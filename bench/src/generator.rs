//! A made-up register of any size: plausible names, awkward characters, the real vocabularies.
//! The same size gives the same bytes.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};
use service_providers_codegen::csv_text;

/// How large a register is.
pub struct Size {
    /// How many providers.
    pub providers: usize,
    /// How many disclosures each engagement has. Every provider has two engagements.
    pub disclosures: usize,
    /// How many editions there are, two at least. Each lists every provider: the first half of them
    /// by its first engagement, the others by its second.
    pub editions: usize,
}

impl Size {
    /// The size by which the library is measured: two engagements and six disclosures a provider.
    pub fn of_library(providers: usize, editions: usize) -> Self {
        Self { providers, disclosures: 3, editions }
    }

    /// The size by which the check is measured: this many engagements, one disclosure each.
    pub fn of_check(engagements: usize, editions: usize) -> Self {
        Self { providers: engagements / 2, disclosures: 1, editions }
    }

    /// The days of the editions, one a year.
    fn days(&self) -> Vec<String> {
        (1..=self.editions).map(|at| format!("{}-11-17", 2025 - self.editions + at)).collect()
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
    if size.editions < 2 {
        return Err("two editions at least".into());
    }
    let own = crate::project::root().join("data");
    fs::create_dir_all(out.join("vocabulary"))?;
    for entry in fs::read_dir(own.join("vocabulary"))? {
        let entry = entry?;
        fs::copy(entry.path(), out.join("vocabulary").join(entry.file_name()))?;
    }
    let days = size.days();
    let register = register_file(&own, &days, size.providers)?;
    fs::write(out.join("register.json"), register)?;
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
    rows.list(&days);
    rows.write(out)
}

/// The project's own `register.json`, with one document and one edition for each of these days.
fn register_file(own: &Path, days: &[String], published_rows: usize) -> crate::Result<String> {
    let mut file: Value = serde_json::from_slice(&fs::read(own.join("register.json"))?)?;
    let documents = days.iter().map(|day| {
        json!({
            "id": document(day),
            "list": "service-providers",
            "title": "Service providers",
            "date": day,
            "date_basis": "The document states its day.",
            "address": "unknown",
            "sha256": "unknown",
            "listed": "yes",
            "published_rows": published_rows,
        })
    });
    file["documents"] = documents.collect();
    let editions = days.iter().map(|day| {
        json!({
            "id": day,
            "published": day,
            "effective": "unknown",
            "objection_until": "unknown",
            "documents": [document(day)],
            "undated_basis": "none",
        })
    });
    file["editions"] = editions.collect();
    file["current"] = days.last().cloned().into();
    Ok(serde_json::to_string_pretty(&file)? + "\n")
}

/// The document of an edition.
fn document(day: &str) -> String {
    format!("providers-{day}")
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

/// A row: its cells with the names of their columns.
type Row = Vec<(&'static str, String)>;

/// A row of cells that are told by name.
macro_rules! row {
    ($($column:ident: $cell:expr),* $(,)?) => {
        vec![$((stringify!($column), String::from($cell))),*]
    };
}

#[derive(Default)]
struct Rows {
    providers: Vec<Row>,
    engagements: Vec<Row>,
    storage: Vec<Row>,
    disclosures: Vec<Row>,
    listings: Vec<Row>,
    /// The name of each provider and the keys of its engagements.
    listed: Vec<(String, [String; 2])>,
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
        let first = FIRST[sequence.next(FIRST.len())];
        let name = format!("{first} {} {number}", SECOND[sequence.next(SECOND.len())]);
        self.providers.push(row! {
            key: &key, name: &name, aliases: "none", withdrawn: "none",
        });
        let engagements = ["earlier", "later"].map(|which| format!("{key}-{which}"));
        for engagement in &engagements {
            self.engagement(engagement, &key, number + 1, vocabulary, sequence);
            for at in 0..disclosures {
                self.disclosures.push(row! {
                    engagement: engagement,
                    position: ((at + 1) * 10).to_string(),
                    sender: "publisher",
                    recipient: "provider",
                    data_category: sequence.pick(&vocabulary.categories),
                    data_subject: sequence.pick(&vocabulary.subjects),
                    form: ["hashed", "plain", "unknown"][sequence.next(3)],
                    likelihood: "stated",
                    example: "no",
                    context: "none",
                    condition: "none",
                    asserted: "yes",
                    withdrawn: "none",
                });
            }
        }
        self.listed.push((name, engagements));
    }

    fn engagement(
        &mut self,
        key: &str,
        provider: &str,
        number: usize,
        vocabulary: &Vocabulary,
        sequence: &mut Sequence,
    ) {
        self.engagements.push(row! {
            key: key,
            provider: provider,
            service_category: "none",
            purposes: sequence.pick(&vocabulary.purposes),
            summary: format!("Helps with the work of department {number}, in school and at home."),
            data: "listed",
            entity_country: sequence.pick(&vocabulary.countries),
            storage: "listed",
            hosted_by: "unknown",
            territory: "unknown",
            optional: "unknown",
            excluded_subjects: "none",
            safeguards: "unknown",
            note: "none",
            withdrawn: "none",
        });
        self.storage.push(row! {
            engagement: key,
            place: sequence.pick(&vocabulary.countries),
            context: "none",
            condition: "none",
            withdrawn: "none",
        });
    }

    /// Lists every provider in every edition.
    fn list(&mut self, days: &[String]) {
        for (at, day) in days.iter().enumerate() {
            let half = 2 * at / days.len();
            for (number, (name, engagements)) in (1..).zip(&self.listed) {
                self.listings.push(row! {
                    document: document(day),
                    row: number.to_string(),
                    part: "1",
                    engagement: &engagements[half],
                    practice: "none",
                    section: "none",
                    published_name: name,
                    policy_url: format!("https://provider.example/{number}/privacy"),
                    note: "none",
                    purpose_digest: "unknown",
                    data_digest: "unknown",
                    location_digest: "unknown",
                    features_digest: "unknown",
                });
            }
        }
    }

    fn write(self, out: &Path) -> crate::Result {
        for (table, rows) in [
            ("providers.csv", self.providers),
            ("engagements.csv", self.engagements),
            ("storage.csv", self.storage),
            ("disclosures.csv", self.disclosures),
            ("listings.csv", self.listings),
        ] {
            let path = out.join(table);
            let text = fs::read_to_string(&path)?;
            let header: Vec<&str> = text.trim_end().split(',').collect();
            let named = rows.first().into_iter().flatten().map(|(column, _)| *column);
            if !rows.is_empty() && !named.eq(header.iter().copied()) {
                return Err(format!("{table}: the generator writes other columns").into());
            }
            let rows = rows.iter().map(|row| row.iter().map(|(_, cell)| cell.as_str()));
            fs::write(&path, csv_text(&header, rows))?;
        }
        Ok(())
    }
}
