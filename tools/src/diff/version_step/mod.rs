//! How far the version number must move from one release to the next. `docs/versioning.md` explains
//! it.

mod judge;

pub use judge::{is_lost, judge};

use std::fmt;

use schemars::JsonSchema;
use semver::Version;
use serde::{Deserialize, Serialize};

/// How far a version moves.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Step {
    /// Nothing changed, so any higher version will do.
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
    /// The lowest version that is this step away from another.
    pub fn from(self, version: &Version) -> Version {
        let Version { major, minor, patch, .. } = *version;
        match self {
            Self::None | Self::Patch => Version::new(major, minor, patch + 1),
            Self::Minor => Version::new(major, minor + 1, 0),
            Self::Major => Version::new(major + 1, 0, 0),
        }
    }
}

/// What a release changes for people who build on the one before.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct VersionChange {
    /// What changed, and how far each moves the version.
    pub reasons: Vec<(Step, String)>,
    /// Keys of the earlier release that are gone. No version may do that.
    pub gone: Vec<String>,
}

impl VersionChange {
    /// The widest step.
    pub fn step(&self) -> Step {
        self.reasons.iter().map(|(step, _)| *step).max().unwrap_or_default()
    }

    fn add(&mut self, step: Step, what: impl Into<String>) {
        self.reasons.push((step, what.into()));
    }
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
