//! How a register of format 1 is known.

use serde_json::Value;
use service_providers_codegen::Sources;

/// Whether these are the sources of a register in format 1.
pub fn is_format_1(sources: &Sources) -> bool {
    let file = sources.data("register.json");
    let file = file.and_then(|file| serde_json::from_slice::<Value>(&file.bytes).ok());
    file.is_some_and(|file| file["format_version"] == 1)
}
