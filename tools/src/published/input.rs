//! What a command is given to read: a file or standard input, and what a person says of its columns.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;
use std::str::FromStr;

use super::columns::{Meaning, NamedColumns};
use super::text::MAX_PAGE_BYTES;
use crate::failure::Failure;
use crate::paths::shown;

/// The bytes of a file, or of standard input.
#[derive(Debug)]
pub struct Input {
    /// How messages call it.
    pub name: String,
    /// What it holds; one byte more than is allowed, where it is too large.
    pub bytes: Vec<u8>,
}

impl Input {
    /// Reads a file; `-` is standard input.
    ///
    /// # Errors
    /// Where it cannot be read.
    pub fn read(path: &Path) -> Result<Self, Failure> {
        let mut bytes = Vec::new();
        let is_standard = path == Path::new("-");
        let name = if is_standard { "standard input".to_owned() } else { shown(path) };
        let source: Box<dyn Read> = if is_standard {
            Box::new(io::stdin().lock())
        } else {
            Box::new(File::open(path).map_err(|error| Failure::io(path, &error))?)
        };
        // What is too large is not read to its end.
        let most = MAX_PAGE_BYTES as u64 + 1;
        source.take(most).read_to_end(&mut bytes).map_err(|error| Failure::io(path, &error))?;
        Ok(Self { name, bytes })
    }

    /// Says that the format must be named.
    pub fn unknown_format(&self) -> Failure {
        Failure::new(format!(
            "{}: the format is not known; say it with `--as md`, `html`, `txt`, `csv` or `json`",
            self.name
        ))
    }
}

/// What a person says of columns: `name=Vendor,purpose="What for"`.
#[derive(Clone, Debug, Default)]
pub struct PageColumns(pub NamedColumns);

impl FromStr for PageColumns {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let mut columns = NamedColumns::default();
        for pair in pairs(text).iter().map(|pair| pair.trim()).filter(|pair| !pair.is_empty()) {
            let (word, column) = pair.split_once('=').ok_or_else(|| {
                format!("`{pair}` has no `=`; write a meaning and a column, such as name=Vendor")
            })?;
            let meaning = Meaning::ALL.into_iter().find(|meaning| meaning.word() == word.trim());
            let meaning = meaning.ok_or_else(|| {
                let words: Vec<&str> = Meaning::ALL.iter().map(|meaning| meaning.word()).collect();
                format!("no meaning `{}`; there are {}", word.trim(), words.join(", "))
            })?;
            let column = column.trim().trim_matches('"');
            if column.is_empty() {
                return Err(format!("`{pair}` names no column"));
            }
            columns.add(meaning, column);
        }
        Ok(Self(columns))
    }
}

/// Cuts a text at its commas, but not between quotation marks.
fn pairs(text: &str) -> Vec<&str> {
    let mut pairs = Vec::new();
    let (mut from, mut quoted) = (0, false);
    for (at, c) in text.char_indices() {
        match c {
            '"' => quoted = !quoted,
            ',' if !quoted => {
                pairs.push(&text[from..at]);
                from = at + 1;
            }
            _ => {}
        }
    }
    pairs.push(&text[from..]);
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_named_by_header_or_number() {
        let columns: PageColumns = "name=Vendor, purpose=\"What, for\",data=3".parse().unwrap();
        assert_eq!(columns.0.by_header("vendor"), Some(Meaning::Name));
        assert_eq!(columns.0.by_header("What, for"), Some(Meaning::Purpose));
        assert_eq!(columns.0.by_index(2), Some(Meaning::Data));
        for (text, error) in [
            ("Vendor", "`Vendor` has no `=`; write a meaning and a column, such as name=Vendor"),
            ("name=", "`name=` names no column"),
        ] {
            assert_eq!(text.parse::<PageColumns>().unwrap_err(), error);
        }
        assert!("nam=x".parse::<PageColumns>().unwrap_err().starts_with("no meaning `nam`"));
    }
}
