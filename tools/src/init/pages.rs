//! The files of a new project that belong to its owner from then on: manifest, pages, settings.

use super::Owner;
use crate::embedded;
use crate::page;

/// Where a text of the owner, or the version of the program, stands in an embedded file.
const MARKS: [&str; 4] = ["@NAME@", "@CRATE@", "@LIBRARY@", "@VERSION@"];

/// The files outside of the generated ones, by their path inside the project.
pub fn files(owner: &Owner) -> Vec<(String, String)> {
    let own = embedded::below("starter/").filter(|(path, _)| !path.starts_with("data/"));
    own.map(|(path, text)| (place(path), filled(text, path, owner))).collect()
}

/// Where an embedded file is written. Cargo would take a second manifest for a package of its own,
/// and git would follow the settings, so they have other names here.
fn place(path: &str) -> String {
    match path {
        "manifest.toml" => "Cargo.toml".to_owned(),
        "gitattributes" | "gitignore" => format!(".{path}"),
        "check.yml" => ".github/workflows/check.yml".to_owned(),
        path => path.to_owned(),
    }
}

/// The text with the owner's words. In Markdown nothing of a name acts as markup; in a manifest it
/// stands inside a string.
fn filled(text: &str, path: &str, owner: &Owner) -> String {
    let name = if path.ends_with(".md") {
        page::text(&owner.name)
    } else {
        owner.name.replace('\\', "\\\\").replace('"', "\\\"")
    };
    let library = owner.crate_name.replace('-', "_");
    let words = [&name, &owner.crate_name, &library, env!("CARGO_PKG_VERSION")];
    MARKS.iter().zip(words).fold(text.to_owned(), |text, (mark, word)| text.replace(mark, word))
}
