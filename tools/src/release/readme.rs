//! `README.md`: what lies in a release, for somebody who opens its folder.

use serde_json::json;

use super::Request;
use super::manifest::Manifest;
use crate::page::markdown;

/// The name of the file.
pub const NAME: &str = "README.md";

/// The page.
pub fn page(manifest: &Manifest, request: &Request<'_>) -> String {
    markdown(
        include_str!("templates/readme.md.jinja"),
        json!({
            "publisher": request.register.file.publisher.name,
            "version": manifest.version.to_string(),
            "previous": manifest.previous.as_ref().map(ToString::to_string),
            "editions": manifest.editions,
            "compared": manifest.compared,
            "command": request.command,
            "has_docs": request.has_docs,
        }),
    )
}
