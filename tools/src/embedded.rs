//! The files that the program brings along, embedded by `build.rs`.

/// The path of every embedded file, and its text, in path order.
const FILES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/embedded.rs"));

/// The files below a folder that ends in `/`, by their path inside it.
pub fn below(folder: &str) -> impl Iterator<Item = (&'static str, &'static str)> {
    FILES.iter().filter_map(move |(path, text)| Some((path.strip_prefix(folder)?, *text)))
}

/// The text of a file.
///
/// # Panics
/// If it is not embedded. Every caller names a file of the repository.
pub fn text(path: &str) -> &'static str {
    let file = FILES.iter().find(|(known, _)| *known == path);
    file.unwrap_or_else(|| panic!("{path} is embedded")).1
}
