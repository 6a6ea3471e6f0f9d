//! The reasons why a version may not be released.

use semver::Version;

use super::Files;
use super::changes::Changes;
use super::digests;
use super::manifest::{self, Manifest};

/// Why a version may not follow another.
pub fn of_version(version: &Version, previous: &Version, changes: &Changes) -> Vec<String> {
    let verdict = &changes.verdict;
    let mut refusals: Vec<String> = (verdict.gone.iter())
        .map(|key| {
            format!(
                "{key} was in release {previous} and is gone; keys are never removed: put it back, \
                 and if it was a mistake, write the reason into its `withdrawn`"
            )
        })
        .collect();
    let step = verdict.step();
    let lowest = step.from(previous);
    if *version < lowest {
        let reasons: Vec<&str> = (verdict.reasons.iter())
            .filter(|(reason, _)| *reason == step)
            .map(|(_, why)| why.as_str())
            .collect();
        refusals.push(format!(
            "{version} is too small a step from {previous}: a {step} step is needed, {lowest} or \
             higher, because {}",
            reasons.join("; ")
        ));
    }
    refusals
}

/// Why a version may not be released again with these files.
pub fn of_published(
    version: &Version,
    published: &Files,
    files: &Files,
    commit: &str,
) -> Option<String> {
    let others = different(published, files);
    if let Some(commit) = other_commit(published, commit, &others) {
        return Some(format!(
            "{version} is released already, from commit {commit}, and nothing but the commit \
             differs"
        ));
    }
    (!others.is_empty()).then(|| {
        format!(
            "{version} is released with other bytes ({}); a release never changes, choose a higher \
             version",
            others.join(", ")
        )
    })
}

/// The commit that a release was made from, if nothing differs now but the commit.
fn other_commit(published: &Files, commit: &str, others: &[String]) -> Option<String> {
    let source = Manifest::read(published).ok()?.source;
    let alone = others.iter().all(|path| [manifest::NAME, digests::SUMS].contains(&path.as_str()));
    (alone && source.commit != commit).then_some(source.commit)
}

/// The first few files that are not the same in both, and how many more there are.
fn different(a: &Files, b: &Files) -> Vec<String> {
    const SHOWN: usize = 5;
    let mut paths: Vec<&String> = a
        .iter()
        .filter(|(path, bytes)| b.get(*path) != Some(bytes))
        .map(|(path, _)| path)
        .chain(b.keys().filter(|path| !a.contains_key(*path)))
        .collect();
    paths.sort();
    let more = paths.len().saturating_sub(SHOWN);
    let mut shown: Vec<String> = paths.into_iter().take(SHOWN).cloned().collect();
    if more > 0 {
        shown.push(format!("{more} more"));
    }
    shown
}
