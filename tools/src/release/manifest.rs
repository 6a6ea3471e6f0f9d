//! `manifest.json`: what a release is.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use semver::Version;
use serde::{Deserialize, Serialize};

use super::Files;
use crate::diff::version_step::Step;
use crate::json::{annotated_schema, pretty, schema_file};

/// The name of the file.
pub const NAME: &str = "manifest.json";

/// The version of its format.
pub const VERSION: u32 = 1;

/// The path of its schema file inside the schema folder.
pub const SCHEMA_PATH: &str = "export/manifest.schema.json";

/// What a release is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Manifest {
    /// The version of this format.
    pub manifest_version: u32,
    /// The version of the release.
    #[schemars(with = "String")]
    pub version: Version,
    /// The key of the publisher.
    pub publisher: String,
    /// The version of the release before. Missing in the first.
    #[schemars(with = "Option<String>")]
    pub previous: Option<Version>,
    /// What changed against the release before, and how far each change moves the version.
    pub changes: Vec<Change>,
    /// The editions that `diff.json` and its kin compare. Missing if there is nothing to compare.
    pub compared: Option<Compared>,
    /// What the release was made from.
    pub source: SourceCommit,
    /// The version of the program that made it.
    pub tool_version: String,
    /// The version of the tables' format.
    pub format_version: u32,
    /// The newest edition that is in force; those after it are announced. Missing in releases of
    /// format 1, which had no announced editions.
    #[serde(default)]
    pub current: Option<String>,
    /// The editions, oldest first.
    pub editions: Vec<EditionCounts>,
    /// How many rows the register has, by table.
    pub rows: BTreeMap<String, usize>,
    /// The SHA-256 digest of every file of the release but this one and `SHA256SUMS`.
    pub digests: BTreeMap<String, String>,
}

/// A change against the release before.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Change {
    /// How far it moves the version.
    pub step: Step,
    /// What changed.
    pub what: String,
}

/// Two editions that are compared.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Compared {
    /// The older one.
    pub from: String,
    /// The newer one.
    pub to: String,
}

/// Where the sources of a release lie.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct SourceCommit {
    /// The commit, in full.
    pub commit: String,
    /// The data folder inside the repository.
    pub data: String,
}

/// An edition of a release.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct EditionCounts {
    /// The edition's id.
    pub id: String,
    /// When it was published.
    pub published: String,
    /// How many providers it lists.
    pub providers: usize,
    /// How many rows it publishes.
    pub engagements: usize,
    /// How many disclosures these have, those that are said not to happen among them.
    pub disclosures: usize,
    /// How many data transparency records it publishes.
    pub practices: usize,
}

impl Manifest {
    /// The edition in force.
    pub fn current_edition(&self) -> Option<&EditionCounts> {
        let current = |edition: &&EditionCounts| Some(&edition.id) == self.current.as_ref();
        self.editions.iter().find(current).or(self.editions.last())
    }

    /// Reads a manifest.
    ///
    /// # Errors
    /// In words, if it is none.
    pub fn read(files: &Files) -> Result<Self, String> {
        let bytes = files.get(NAME).ok_or_else(|| format!("{NAME} is missing"))?;
        serde_json::from_slice(bytes).map_err(|error| format!("{NAME}: {error}"))
    }

    /// The manifest as text.
    pub fn text(&self) -> String {
        pretty(self)
    }
}

/// The JSON Schema of the file.
pub fn schema() -> String {
    schema_file(&annotated_schema::<Manifest>(), SCHEMA_PATH, VERSION)
}
