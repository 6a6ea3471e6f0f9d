//! The formats of pages.

use std::path::Path;

use clap::ValueEnum;

/// A format of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// Markdown.
    Md,
    /// A web page.
    Html,
    /// The text that copying a web page leaves, with or without Markdown in it.
    Txt,
    /// Comma-separated values; semicolons, tabs and pipes will do too.
    Csv,
    /// JSON, with a list of objects somewhere in it.
    Json,
}

impl Format {
    /// The format that the end of a file's name tells.
    pub fn of(path: &Path) -> Option<Self> {
        let end = path.extension()?.to_str()?.to_ascii_lowercase();
        Some(match end.as_str() {
            "md" | "markdown" => Self::Md,
            "html" | "htm" | "xhtml" => Self::Html,
            "txt" | "text" => Self::Txt,
            "csv" | "tsv" => Self::Csv,
            "json" => Self::Json,
            _ => return None,
        })
    }
}
