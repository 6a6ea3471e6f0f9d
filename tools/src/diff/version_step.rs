//! How far the version number must move from one release to the next. `docs/versioning.md` says
//! the same to people.

use std::collections::BTreeSet;
use std::fmt;

use schemars::JsonSchema;
use semver::Version;
use serde::{Deserialize, Serialize};

use super::model::Diff;
use super::rows::{Rows, TableRows};

/// How far a version moves.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Step {
    /// Nothing changed; any higher version will do.
    #[default]
    None,
    /// A corrected fact.
    Patch,
    /// An addition or a retirement.
    Minor,
    /// Another format.
    Major,
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::None => "no",
            Self::Patch => "patch",
            Self::Minor => "minor",
            Self::Major => "major",
        })
    }
}

impl Step {
    /// The lowest version this far from another.
    pub fn from(self, version: &Version) -> Version {
        let Version { major, minor, patch, .. } = *version;
        match self {
            Self::None | Self::Patch => Version::new(major, minor, patch + 1),
            Self::Minor => Version::new(major, minor + 1, 0),
            Self::Major => Version::new(major + 1, 0, 0),
        }
    }
}

/// What a release changes for those who build on the one before.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Verdict {
    /// What changed, and how far each moves the version.
    pub reasons: Vec<(Step, String)>,
    /// Keys of the earlier release that are gone. No version allows that.
    pub gone: Vec<String>,
}

impl Verdict {
    /// The widest step.
    pub fn step(&self) -> Step {
        self.reasons.iter().map(|(step, _)| *step).max().unwrap_or_default()
    }

    fn add(&mut self, step: Step, what: impl Into<String>) {
        self.reasons.push((step, what.into()));
    }
}

/// Judges the tables of a release against those of the one before, together with what changed
/// between their newest editions; that is missing where the earlier tables have another format.
pub fn judge(before: &Rows, after: &Rows, diff: Option<&Diff>) -> Verdict {
    let mut verdict = Verdict::default();
    let (old, new) = (before.format_version(), after.format_version());
    if old != new {
        verdict.add(Step::Major, format!("the format changed from {old} to {new}"));
    }
    for (what, old, new) in [
        ("edition", before.editions(), after.editions()),
        ("source", before.sources(), after.sources()),
    ] {
        verdict.gone.extend(old.difference(&new).map(|id| format!("{what} {id}")));
        for id in new.difference(&old) {
            verdict.add(Step::Minor, format!("new {what} {id}"));
        }
    }
    if verdict.reasons.is_empty() && before.register != after.register {
        verdict.add(Step::Patch, "register.json was corrected");
    }
    if let Some(diff) = diff {
        listed(diff, &mut verdict);
    }
    let empty = TableRows::default();
    let paths: BTreeSet<&String> = before.tables.keys().chain(after.tables.keys()).collect();
    for path in paths {
        match (before.tables.get(path), after.tables.get(path)) {
            (Some(old), Some(new)) => table(path, old, new, &mut verdict),
            (Some(old), None) => {
                verdict.add(Step::Major, format!("{path} is gone"));
                table(
                    path,
                    old,
                    &TableRows { columns: old.columns.clone(), ..empty.clone() },
                    &mut verdict,
                );
            }
            (None, Some(_)) => verdict.add(Step::Minor, format!("new table {path}")),
            (None, None) => {}
        }
    }
    verdict.reasons.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
    verdict
}

/// What changed in the list itself.
fn listed(diff: &Diff, verdict: &mut Verdict) {
    for listing in &diff.added {
        verdict.add(Step::Minor, format!("{} is listed now", listing.provider));
    }
    for listing in &diff.retired {
        verdict.add(Step::Minor, format!("{} is listed no longer", listing.provider));
    }
    for event in &diff.succeeded {
        let join = |keys: &BTreeSet<String>| {
            keys.iter().map(String::as_str).collect::<Vec<_>>().join(", ")
        };
        verdict.add(Step::Minor, format!("{} became {}", join(&event.from), join(&event.to)));
    }
}

fn table(path: &str, old: &TableRows, new: &TableRows, verdict: &mut Verdict) {
    let lacks = |of: &TableRows, column: &&String| !of.columns.contains(column);
    for column in old.columns.iter().filter(|column| lacks(new, column)) {
        verdict.add(Step::Major, format!("{path} lost its column {column}"));
    }
    for column in new.columns.iter().filter(|column| lacks(old, column)) {
        verdict.add(Step::Minor, format!("{path} has a new column {column}"));
    }
    let lasting = lasting(path, old);
    let mut corrected = 0;
    for (key, row) in &old.rows {
        match new.rows.get(key) {
            None if lasting => verdict.gone.push(format!("{path}: {}", key.join(", "))),
            None => corrected += 1,
            Some(other) => {
                let same = |column: &String| old.cell(row, column) == new.cell(other, column);
                let shared = old.columns.iter().filter(|column| !lacks(new, column));
                corrected += usize::from(!shared.clone().all(same));
                let withdrawn = |table: &TableRows, row| {
                    table.cell(row, "withdrawn").is_some_and(|why| why != "none")
                };
                if names(path) && withdrawn(new, other) && !withdrawn(old, row) {
                    verdict.add(Step::Minor, format!("{path}: {} is withdrawn", key.join(", ")));
                }
            }
        }
    }
    let added: Vec<&Vec<String>> =
        new.rows.keys().filter(|key| !old.rows.contains_key(*key)).collect();
    if names(path) {
        for key in &added {
            verdict.add(Step::Minor, format!("{path}: new key {}", key.join(", ")));
        }
    } else {
        corrected += added.len();
    }
    if corrected > 0 {
        let rows = if corrected == 1 { "row differs" } else { "rows differ" };
        verdict.add(Step::Patch, format!("{path}: {corrected} {rows}"));
    }
}

/// Whether the keys of a table are names that others build on.
fn names(path: &str) -> bool {
    path == "providers.csv" || (path.starts_with("vocabulary/") && !outside(path))
}

/// Whether the keys of a table belong to an outside standard, of which the register lists what it
/// uses.
fn outside(path: &str) -> bool {
    path.ends_with("-terms.csv")
}

/// Whether the rows of a table stay for ever: those with keys of their own, and those that can be
/// withdrawn.
fn lasting(path: &str, table: &TableRows) -> bool {
    !outside(path)
        && (table.columns.first().is_some_and(|column| column == "key")
            || table.columns.iter().any(|column| column == "withdrawn"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lowest_version_a_step_away() {
        let version = Version::new(1, 4, 2);
        for (step, next) in [
            (Step::None, "1.4.3"),
            (Step::Patch, "1.4.3"),
            (Step::Minor, "1.5.0"),
            (Step::Major, "2.0.0"),
        ] {
            assert_eq!(step.from(&version).to_string(), next);
        }
    }
}
