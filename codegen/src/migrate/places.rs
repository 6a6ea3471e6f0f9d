//! Where data is kept. In format 1 that was one cell of an engagement, countries or a word, and a
//! column of the countries said which belong to the European Economic Area.

use super::format_1::Format1;
use crate::cells::split_list;

/// The region for what format 1 called `global`.
const WORLDWIDE: &str = "worldwide";

/// The region for the column `eea` of format 1.
const EEA: &str = "eea";

/// The status of storage of an engagement: the word of its cell, or that places are listed.
pub(super) fn status(cell: &str) -> &str {
    match cell {
        "none" | "not-applicable" | "see-provider" | "unknown" => cell,
        _ => "listed",
    }
}

/// The rows of storage.csv.
pub(super) fn storage(old: &Format1) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    for at in 0..old.engagements.rows.len() {
        let cell = old.engagements.cell(at, "storage");
        if status(cell) != "listed" {
            continue;
        }
        for place in split_list(cell) {
            let place = if place == "global" { WORLDWIDE } else { place };
            let row = [old.engagements.cell(at, "key"), place, "none", "none", "none"];
            rows.push(row.map(str::to_owned).to_vec());
        }
    }
    rows
}

/// The rows of regions.csv: those that the register needs.
pub(super) fn regions(old: &Format1) -> Vec<Vec<String>> {
    let global = (0..old.engagements.rows.len())
        .any(|at| split_list(old.engagements.cell(at, "storage")).any(|place| place == "global"));
    let mut rows = Vec::new();
    if members_of_the_eea(old).next().is_some() {
        let description = "Countries that are members of the European Economic Area.";
        rows.push([EEA, "European Economic Area", "members", "none", description]);
    }
    if global {
        let description = "The whole world, without a limit.";
        rows.push([WORLDWIDE, "Anywhere in the world", "worldwide", "none", description]);
    }
    rows.into_iter().map(|row| row.map(str::to_owned).to_vec()).collect()
}

/// The rows of region-members.csv. Format 1 did not say since when a country is a member.
pub(super) fn region_members(old: &Format1) -> Vec<Vec<String>> {
    let source = "The countries of the register in format 1, column eea.";
    let rows = members_of_the_eea(old).map(|country| [EEA, country, "unknown", "none", source]);
    rows.map(|row| row.map(str::to_owned).to_vec()).collect()
}

fn members_of_the_eea(old: &Format1) -> impl Iterator<Item = &str> {
    let members =
        (0..old.countries.rows.len()).filter(|at| old.countries.cell(*at, "eea") == "yes");
    members.map(|at| old.countries.cell(at, "key"))
}
