//! What a command is given to read: a file or standard input, and what a person says of its columns.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;
use std::str::FromStr;

use serde_json::Value;
use service_providers_codegen::{REGISTER, Sources};

use super::columns::{Meaning, NamedColumns};
use super::format::Format;
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
    /// If it cannot be read.
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

    /// The format of a page: the one that was given, or that of its name.
    ///
    /// # Errors
    /// If none was given, and the name does not tell.
    pub fn format(&self, given: Option<Format>) -> Result<Format, Failure> {
        given.or_else(|| Format::of(Path::new(&self.name))).ok_or_else(|| {
            Failure::new(format!(
                "{}: the format is not known; say it with `--as md`, `html`, `txt`, `csv` or `json`",
                self.name
            ))
        })
    }
}

/// What a person says of columns: `name=Vendor,purpose="What for"`.
#[derive(Clone, Debug, Default)]
pub struct PageColumns(Vec<(Meaning, String)>);

impl PageColumns {
    /// What `register.json` says of the columns of its pages, and what is said here, which counts
    /// more, and which the page must have. A register with open cells is read as well.
    pub fn or_of_register(&self, sources: &Sources) -> NamedColumns {
        let file = sources.data(REGISTER);
        let file = file.and_then(|file| serde_json::from_slice::<Value>(&file.bytes).ok());
        let pairs = file.as_ref().and_then(|file| file["page_columns"].as_array());
        let pairs = pairs.into_iter().flatten().filter_map(Value::as_str);
        let mut columns = NamedColumns::default();
        for (meaning, column) in pairs.filter_map(|pair| meaning_and_column(pair).ok()) {
            columns.add(meaning, column);
        }
        for (meaning, column) in &self.0 {
            columns.require(*meaning, column);
        }
        columns
    }
}

impl FromStr for PageColumns {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        if !text.matches('"').count().is_multiple_of(2) {
            return Err("a quotation mark is not closed".to_owned());
        }
        let pairs = pairs(text).into_iter().map(str::trim).filter(|pair| !pair.is_empty());
        let pairs = pairs.map(|pair| {
            let (meaning, column) = meaning_and_column(pair)?;
            Ok((meaning, column.to_owned()))
        });
        Ok(Self(pairs.collect::<Result<_, String>>()?))
    }
}

/// The parts of `name=Vendor`.
fn meaning_and_column(pair: &str) -> Result<(Meaning, &str), String> {
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
    Ok((meaning, column))
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
        let register = br#"{ "page_columns": ["name=Who", "link=3", "section=4"] }"#;
        let file = (REGISTER.to_owned(), register.to_vec());
        let sources = Sources::from_memory([file], []);
        let columns = columns.or_of_register(&sources);
        assert_eq!(columns.by_header("vendor"), Some(Meaning::Name));
        assert_eq!(columns.by_header("What, for"), Some(Meaning::Purpose));
        assert_eq!(columns.by_index(2), Some(Meaning::Data));
        // What the register says stands, where nothing else is said.
        assert_eq!(columns.by_header("who"), Some(Meaning::Name));
        assert_eq!(columns.by_index(3), Some(Meaning::Section));
        for (text, error) in [
            ("Vendor", "`Vendor` has no `=`; write a meaning and a column, such as name=Vendor"),
            ("name=", "`name=` names no column"),
            ("name=\"Vendor,data=3", "a quotation mark is not closed"),
        ] {
            assert_eq!(text.parse::<PageColumns>().unwrap_err(), error);
        }
        assert!("nam=x".parse::<PageColumns>().unwrap_err().starts_with("no meaning `nam`"));
    }
}
