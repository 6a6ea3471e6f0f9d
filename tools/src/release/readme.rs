//! `README.md`: what lies in a release, for somebody who opens its folder.

use semver::Version;
use serde_json::json;

use super::manifest::{Compared, EditionCounts};
use crate::page::markdown;

/// The name of the file.
pub const NAME: &str = "README.md";

/// The page.
pub fn page(
    publisher: &str,
    version: &Version,
    previous: Option<&Version>,
    editions: &[EditionCounts],
    compared: Option<&Compared>,
) -> String {
    markdown(
        include_str!("templates/readme.md.jinja"),
        json!({
            "publisher": publisher,
            "version": version.to_string(),
            "previous": previous.map(ToString::to_string),
            "editions": editions,
            "compared": compared,
        }),
    )
}
