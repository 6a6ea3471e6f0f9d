//! A file as lines of text.

use std::ops::Range;

use memchr::{memchr, memchr_iter};

use super::codes::{BYTE_ORDER_MARK, CARRIAGE_RETURN, NO_FINAL_NEWLINE, NOT_UTF8, OLD_LINE_ENDS};
use super::refused_file::refused_file;
use crate::limits::MAX_FILE_BYTES;
use crate::problem::{Place, Problem, SYNC};
use crate::sources::{Refusal, SourceFile};

/// A UTF-8 file, cut into lines.
pub(crate) struct TextFile<'s> {
    pub(crate) name: &'s str,
    pub(crate) text: &'s str,
    /// Where each line starts. Files are far smaller than 4 GiB.
    starts: Vec<u32>,
}

/// The first bytes of a ZIP archive; workbooks are ZIP archives.
const ZIP: &[u8] = b"PK\x03\x04";

const BOM: &str = "\u{feff}";

impl<'s> TextFile<'s> {
    /// Reads a file as text. `None` where it is not text, which is reported.
    pub(crate) fn read(source: &'s SourceFile, problems: &mut Vec<Problem>) -> Option<Self> {
        let name = source.name.as_str();
        if source.bytes.len() > MAX_FILE_BYTES {
            let refusal = Refusal::TooLarge(source.bytes.len() as u64);
            problems.push(refused_file(Place::start(name), refusal));
            return None;
        }
        let text = match std::str::from_utf8(&source.bytes) {
            Ok(text) => text,
            Err(error) => {
                problems.push(not_utf8(source, error.valid_up_to()));
                return None;
            }
        };
        if let Some(at) = memchr(0, text.as_bytes()) {
            problems.push(not_utf8(source, at));
            return None;
        }
        let first_return = memchr(b'\r', text.as_bytes());
        if let (Some(at), false) = (first_return, text.contains('\n')) {
            let file = Self { name, text, starts: vec![0] };
            problems.push(
                Problem::new(
                    &OLD_LINE_ENDS,
                    file.place(at..at + 1),
                    "the lines end with only a carriage return",
                )
                .help("save the file again as \"CSV UTF-8\""),
            );
            return None;
        }
        let mut starts = vec![0];
        starts.extend(memchr_iter(b'\n', text.as_bytes()).map(|at| at as u32 + 1));
        if starts.last().is_some_and(|start| *start as usize == text.len()) {
            starts.pop();
        }
        let file = Self { name, text, starts };
        file.check_ends(first_return, problems);
        Some(file)
    }

    /// Reports a byte order mark and the wrong ends of lines, which `sync` mends.
    fn check_ends(&self, first_return: Option<usize>, problems: &mut Vec<Problem>) {
        let mut report = |code, range, message: &str| {
            let problem = Problem::new(code, self.place(range), message);
            problems.push(problem.help(SYNC));
        };
        if self.text.starts_with(BOM) {
            report(&BYTE_ORDER_MARK, 0..0, "the file starts with a byte order mark");
        }
        let first = first_return.and_then(|at| Some(at + self.text[at..].find("\r\n")?));
        if let Some(first) = first {
            let message = match self.text[first..].matches("\r\n").count() {
                1 => "a line ends with a carriage return".to_owned(),
                lines => format!("{lines} lines end with a carriage return"),
            };
            report(&CARRIAGE_RETURN, first..first + 1, &message);
        }
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            let end = self.text.len();
            report(&NO_FINAL_NEWLINE, end..end, "the last line does not end");
        }
    }

    /// How many lines there are.
    pub(crate) fn line_count(&self) -> usize {
        self.starts.len()
    }

    /// The byte range of a line (0-based), without its end and without a byte order mark.
    pub(crate) fn line_range(&self, line: usize) -> Range<usize> {
        let mut start = self.starts[line] as usize;
        let next = self.starts.get(line + 1).map_or(self.text.len(), |next| *next as usize);
        let text = &self.text[start..next];
        let text = text.strip_suffix('\n').unwrap_or(text);
        let text = text.strip_suffix('\r').unwrap_or(text);
        let end = start + text.len();
        if line == 0 && text.starts_with(BOM) {
            start += BOM.len();
        }
        start..end
    }

    /// The text of a line (0-based).
    pub(crate) fn line(&self, line: usize) -> &'s str {
        &self.text[self.line_range(line)]
    }

    /// The place of a byte range of a line (0-based).
    pub(crate) fn place_in_line(&self, line: usize, range: Range<usize>) -> Place {
        let start = self.line_range(line).start;
        self.place(start + range.start..start + range.end)
    }

    /// The place of a byte range.
    pub(crate) fn place(&self, range: Range<usize>) -> Place {
        let line = self.starts.partition_point(|start| *start as usize <= range.start).max(1);
        let line_start = self.starts.get(line - 1).map_or(0, |start| *start as usize);
        let before = self.text[line_start..range.start].trim_start_matches(BOM);
        Place {
            file: self.name.to_owned(),
            line,
            column: before.chars().count() + 1,
            span: range.into(),
        }
    }
}

fn not_utf8(source: &SourceFile, at: usize) -> Problem {
    let before = String::from_utf8_lossy(&source.bytes[..at]);
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    let place = Place { file: source.name.clone(), line, column, span: (at..at + 1).into() };
    let bytes = &source.bytes;
    let utf16 = bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]);
    let (message, help) = if bytes.starts_with(ZIP) {
        (
            "the file is a workbook or an archive with the name of a table".to_owned(),
            "open it in the spreadsheet, and save the sheet as \"CSV UTF-8\" under this name",
        )
    } else if utf16 || bytes[at] == 0 {
        ("the file is UTF-16 or binary, not UTF-8 text".to_owned(), "save it as \"CSV UTF-8\"")
    } else if matches!(bytes[at], 0x91..=0x97 | 0x80 | 0x85 | 0xa0..=0xff) {
        (
            format!("byte 0x{:02X} is not UTF-8; the file seems to be Windows-1252", bytes[at]),
            "save it as \"CSV UTF-8\"; look at quotation marks, dashes and accents afterwards",
        )
    } else {
        (format!("byte 0x{:02X} is not UTF-8 text", bytes[at]), "save the file as UTF-8")
    };
    Problem::new(&NOT_UTF8, place, message).help(help)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What stands at the places of the problems.
    fn at_fault(bytes: &[u8]) -> Vec<&[u8]> {
        let source = SourceFile { name: "data/x.csv".to_owned(), bytes: bytes.to_vec() };
        let mut problems = Vec::new();
        TextFile::read(&source, &mut problems);
        let spans = problems.iter().map(|problem| problem.place.span);
        spans.map(|span| &bytes[span.start..span.end]).collect()
    }

    #[test]
    fn places_cover_what_is_at_fault() {
        assert_eq!(at_fault(b"a\nb\r\nc\n"), [b"\r"]);
        assert_eq!(at_fault(b"a\rb"), [b"\r"]);
        assert_eq!(at_fault(b"a,\x93b\n"), [b"\x93"]);
        assert_eq!(at_fault(b"a\0\n"), [b"\0"]);
        assert_eq!(at_fault(b"a,b"), [b""]);
        assert!(at_fault(b"a,b\n").is_empty());
    }
}
