//! The source files of format 1, as far as format 2 has them in another way.

use std::ops::ControlFlow;

use serde::Deserialize;

use crate::cells::{CsvFile, ExpectedTable, JsonFile};
use crate::limits::MAX_ROWS;
use crate::problem::Problem;
use crate::read::open;
use crate::schema::SHAPE;
use crate::sources::Sources;
use crate::tables::REGISTER;

/// A register in format 1.
pub(super) struct Format1 {
    pub(super) register: OldRegister,
    pub(super) engagements: OldTable,
    pub(super) practices: OldTable,
    pub(super) successions: OldTable,
    pub(super) disclosures: OldTable,
    pub(super) countries: OldTable,
    pub(super) engagement_features: OldTable,
    pub(super) practice_subjects: OldTable,
}

impl Format1 {
    pub(super) fn read(sources: &Sources, problems: &mut Vec<Problem>) -> Option<Self> {
        let register = OldRegister::read(sources, problems)?;
        let mut table = |columns| OldTable::read(sources, columns, problems);
        let [engagements, practices, successions, countries] =
            [ENGAGEMENTS, PRACTICES, SUCCESSIONS, COUNTRIES].map(&mut table);
        let [disclosures, engagement_features, practice_subjects] =
            [DISCLOSURES, ENGAGEMENT_FEATURES, PRACTICE_SUBJECTS].map(&mut table);
        Some(Self {
            register,
            engagements: engagements?,
            practices: practices?,
            successions: successions?,
            disclosures: disclosures?,
            countries: countries?,
            engagement_features: engagement_features?,
            practice_subjects: practice_subjects?,
        })
    }

    /// The positions of the rows of a table that an edition publishes, by their order number. Rows
    /// that were withdrawn are published by none.
    pub(super) fn published(&self, table: &OldTable, edition: &str) -> Vec<usize> {
        let mut rows: Vec<usize> = (0..table.rows.len())
            .filter(|at| table.cell(*at, "withdrawn") == "none")
            .filter(|at| {
                // Ids of editions are dates, and compare like them.
                let until = table.cell(*at, "until");
                table.cell(*at, "since") <= edition && (until == "current" || edition < until)
            })
            .collect();
        rows.sort_by_key(|at| table.number(*at, "position"));
        rows
    }
}

/// `register.json` of format 1.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct OldRegister {
    /// Known to be 1 by now.
    #[serde(rename = "format_version")]
    _format_version: u32,
    pub(super) publisher: OldPublisher,
    pub(super) data_licence_note: String,
    pub(super) sources: Vec<OldDocument>,
    pub(super) editions: Vec<OldEdition>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct OldPublisher {
    pub(super) key: String,
    pub(super) name: String,
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct OldDocument {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) date: String,
    pub(super) date_basis: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct OldEdition {
    pub(super) id: String,
    pub(super) published: String,
    pub(super) effective: String,
    pub(super) objection_until: String,
    pub(super) source: String,
}

impl OldRegister {
    fn read(sources: &Sources, problems: &mut Vec<Problem>) -> Option<Self> {
        let text = open(sources, REGISTER, problems)?;
        let file = JsonFile::read(text, problems)?;
        let mut refuse = |pointer: &str, message: String| {
            problems.push(
                Problem::new(&SHAPE, file.place(pointer), message)
                    .field("register", pointer)
                    .help("only a register in format 1 can be migrated"),
            );
            None
        };
        let version = &file.value["format_version"];
        if *version != 1 {
            return refuse("/format_version", format!("the register is in format {version}"));
        }
        match Self::deserialize(&file.value) {
            Ok(register) if register.editions.is_empty() => {
                refuse("/editions", "the register has no editions".to_owned())
            }
            Ok(register) => Some(register),
            Err(error) => refuse("", format!("this is not what format 1 looks like: {error}")),
        }
    }
}

/// A table of format 1.
pub(super) struct OldTable {
    columns: &'static [&'static str],
    pub(super) rows: Vec<Vec<String>>,
}

/// The path of a table inside the data folder, and its columns.
type Layout = (&'static str, &'static [&'static str]);

const ENGAGEMENTS: Layout = (
    "engagements.csv",
    &[
        "key",
        "provider",
        "published_name",
        "section",
        "position",
        "service_category",
        "purposes",
        "summary",
        "entity_country",
        "storage",
        "hosted_by",
        "territory",
        "optional",
        "excluded_subjects",
        "safeguards",
        "policy_url",
        "since",
        "until",
        "source",
        "source_row",
        "note",
        "withdrawn",
    ],
);

const PRACTICES: Layout = (
    "practices.csv",
    &[
        "key",
        "position",
        "data_category",
        "certainty",
        "inferred_from",
        "collection",
        "acquired_from",
        "purposes",
        "summary",
        "use",
        "sharing",
        "transfer",
        "destination",
        "transfer_reason",
        "legal_bases",
        "since",
        "until",
        "source",
        "source_record",
        "note",
        "withdrawn",
    ],
);

const SUCCESSIONS: Layout =
    ("successions.csv", &["from", "to", "kind", "certainty", "evidence", "source", "withdrawn"]);

const ENGAGEMENT_FEATURES: Layout =
    ("engagement-features.csv", &["engagement", "feature", "setting", "extent"]);

const PRACTICE_SUBJECTS: Layout =
    ("practice-subjects.csv", &["practice", "position", "data_subject", "relation", "condition"]);

const DISCLOSURES: Layout = (
    "disclosures.csv",
    &[
        "engagement",
        "position",
        "from",
        "to",
        "data_category",
        "data_subject",
        "form",
        "likelihood",
        "example",
        "context",
        "condition",
        "asserted",
        "withdrawn",
    ],
);

const COUNTRIES: Layout = ("vocabulary/countries.csv", &["key", "name", "eea"]);

impl OldTable {
    /// Reads a table as text. Reports damaged rows; `None` if there is one.
    fn read(
        sources: &Sources,
        (path, columns): Layout,
        problems: &mut Vec<Problem>,
    ) -> Option<Self> {
        let mut found = Vec::new();
        let text = open(sources, path, &mut found);
        let expected = ExpectedTable {
            table: path.trim_end_matches(".csv"),
            columns,
            row_limit: MAX_ROWS,
            path_of: |_| None,
        };
        let file = text.and_then(|text| CsvFile::open(text, expected, &mut found));
        let mut rows = Vec::new();
        if let Some(file) = file {
            file.rows(expected.table, &mut found, |row, _| {
                rows.push(row.cells.iter().map(|cell| cell.trim().to_owned()).collect());
                ControlFlow::Continue(())
            });
        }
        // What `sync` would mend does not keep a table from being read.
        found.retain(|problem| !problem.mendable);
        let whole = found.is_empty();
        problems.extend(found);
        whole.then_some(Self { columns, rows })
    }

    /// Whether there is a column of this name.
    pub(super) fn has(&self, column: &str) -> bool {
        self.columns.contains(&column)
    }

    /// The cell of a row in the column of this name.
    pub(super) fn cell(&self, row: usize, column: &str) -> &str {
        let column = self.columns.iter().position(|name| *name == column);
        column.map_or("", |column| &self.rows[row][column])
    }

    /// The number in a cell; 0 where there is none.
    pub(super) fn number(&self, row: usize, column: &str) -> u32 {
        self.cell(row, column).parse().unwrap_or_default()
    }
}
