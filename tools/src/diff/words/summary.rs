//! How many providers changed, in sentences. Each names what it counts.

use crate::diff::model::Diff;

/// What happened to how many providers; nothing that happened to none.
pub(super) fn summary(diff: &Diff, changed: usize, kept: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut add = |number: usize, one: &str, several: &str| match number {
        0 => {}
        1 => lines.push(format!("1 service provider {one}.")),
        _ => lines.push(format!("{number} service providers {several}.")),
    };
    add(diff.added.len(), "is new", "are new");
    add(diff.returned.len(), "is listed again", "are listed again");
    add(diff.retired.len(), "is no longer listed", "are no longer listed");
    let followed = diff.succeeded.iter().map(|event| event.from.len()).sum();
    let what = "renamed, split, merged or replaced";
    add(followed, &format!("was {what}"), &format!("were {what}"));
    let what = "stays, and something said about it changed";
    add(changed, what, "stay, and something said about them changed");
    add(kept, "stays, and no fact about it changed", "stay, and no fact about them changed");
    lines
}
