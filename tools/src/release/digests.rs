//! SHA-256 digests of files, in the form that `sha256sum -c` reads.

use std::collections::BTreeMap;

use super::Files;
use crate::sha256;

/// The file that holds the digests of all others.
pub const SUMS: &str = "SHA256SUMS";

/// The digests of files by path.
pub fn digests(files: &Files) -> BTreeMap<String, String> {
    files.iter().map(|(path, bytes)| (path.clone(), sha256::hex(bytes))).collect()
}

/// The text of [`SUMS`] for files.
pub fn sums(files: &Files) -> String {
    digests(files).into_iter().map(|(path, digest)| format!("{digest}  {path}\n")).collect()
}

/// What is wrong with the files of a release, compared with the digests that it was published with.
/// The list of digests must name every file. Only the history of the repository, or a copy kept
/// elsewhere, can tell whether the list itself is the one that was published.
pub fn check(files: &Files) -> Vec<String> {
    let Some(text) = files.get(SUMS) else { return vec![format!("{SUMS} is missing")] };
    let Ok(text) = std::str::from_utf8(text) else { return vec![format!("{SUMS} is no text")] };
    let mut wrong = Vec::new();
    let mut listed = BTreeMap::new();
    for line in text.lines() {
        match line.split_once("  ") {
            Some((digest, path)) => {
                listed.insert(path, digest);
            }
            None => wrong.push(format!("{SUMS}: `{line}` is no digest and path")),
        }
    }
    for (path, expected) in &listed {
        match files.get(*path) {
            None => wrong.push(format!("{path} is missing")),
            Some(bytes) if sha256::hex(bytes) != **expected => {
                wrong.push(format!("{path} was altered"))
            }
            Some(_) => {}
        }
    }
    let others = files.keys().filter(|path| *path != SUMS && !listed.contains_key(path.as_str()));
    wrong.extend(others.map(|path| format!("{path} is not part of the release")));
    wrong
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The test vectors of FIPS 180-4.
    #[test]
    fn sha_256_vectors() {
        for (text, hex) in [
            ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ] {
            assert_eq!(sha256::hex(text.as_bytes()), hex);
        }
    }

    #[test]
    fn what_was_altered_is_found() {
        let file = |name: &str, text: &str| (name.to_owned(), text.as_bytes().to_vec());
        let mut files: Files = [file("a", "1"), file("b/c", "2")].into();
        files.extend([file(SUMS, &sums(&files))]);
        assert_eq!(check(&files), Vec::<String>::new());
        let with = |name: &str, text: Option<&str>| {
            let mut files = files.clone();
            match text {
                Some(text) => files.extend([file(name, text)]),
                None => drop(files.remove(name)),
            }
            check(&files)
        };
        assert_eq!(with("a", Some("2")), ["a was altered"]);
        assert_eq!(with("b/c", None), ["b/c is missing"]);
        assert_eq!(with("d", Some("")), ["d is not part of the release"]);
        assert_eq!(with(SUMS, None), ["SHA256SUMS is missing"]);
        assert_eq!(with(SUMS, Some("x\n"))[0], "SHA256SUMS: `x` is no digest and path");
    }
}
