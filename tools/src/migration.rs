//! Registers of format 1, and their sources after migration.

use serde_json::Value;
use service_providers_codegen::Sources;

/// Whether these are the sources of a register in format 1.
pub fn is_format_1(sources: &Sources) -> bool {
    let file = sources.data("register.json");
    let file = file.and_then(|file| serde_json::from_slice::<Value>(&file.bytes).ok());
    file.is_some_and(|file| file["format_version"] == 1)
}

/// The sources with these files in place of their own.
pub fn with_files(sources: &Sources, files: Vec<(String, Vec<u8>)>) -> Sources {
    let mut new = sources.clone();
    for (path, bytes) in files {
        new.set_data(&path, bytes);
    }
    new
}
