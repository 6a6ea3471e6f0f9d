//! `README.md`: what lies in a release, for somebody who opens its folder.

use serde_json::json;

use super::Request;
use super::manifest::Manifest;
use crate::page::markdown;

/// The name of the file.
pub const NAME: &str = "README.md";

/// The page.
pub fn page(manifest: &Manifest, request: &Request<'_>) -> String {
    let announced = request.register.announced_editions().iter();
    let announced: Vec<&str> = announced.map(|edition| edition.id.as_str()).collect();
    markdown(
        include_str!("templates/readme.md.jinja"),
        json!({
            "publisher": request.register.file.publisher.name,
            "version": manifest.version.to_string(),
            "previous": manifest.previous.as_ref().map(ToString::to_string),
            "editions": manifest.editions,
            "announced": announced,
            "compared": manifest.compared,
            "command": request.command,
            "has_docs": request.has_docs,
        }),
    )
}
