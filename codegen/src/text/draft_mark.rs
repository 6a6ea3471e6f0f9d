//! The mark that is in a cell until a person has read the page and written the fact.

use std::fmt;

/// Names the row of a document whose words a cell still waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DraftMark<'t> {
    /// The document, by id.
    pub document: &'t str,
    /// The row in the document, counted from 1.
    pub row: usize,
    /// The line of the page on which the row stands, counted from 1.
    pub line: usize,
    /// The key of the row of the same table that held the cell before, or the name that the page
    /// prints, where one of them helps; without colons and semicolons.
    pub about: Option<&'t str>,
}

const START: &str = "draft:";

impl fmt::Display for DraftMark<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{START}{}:{}:{}", self.document, self.row, self.line)?;
        self.about.map_or(Ok(()), |about| write!(f, ":{about}"))
    }
}

impl<'t> DraftMark<'t> {
    /// The mark that a cell consists of.
    pub fn read(cell: &'t str) -> Option<Self> {
        let mut parts = cell.strip_prefix(START)?.split(':');
        let (document, row, line) = (parts.next()?, parts.next()?, parts.next()?);
        let about = parts.next();
        if document.is_empty() || about == Some("") || parts.next().is_some() {
            return None;
        }
        Some(Self { document, row: row.parse().ok()?, line: line.parse().ok()?, about })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_is_read_as_it_is_written() {
        let mark = DraftMark { document: "list-2026", row: 12, line: 31, about: None };
        assert_eq!(mark.to_string(), "draft:list-2026:12:31");
        assert_eq!(DraftMark::read(&mark.to_string()), Some(mark));
        let mark = DraftMark { about: Some("mailer-2025"), ..mark };
        assert_eq!(mark.to_string(), "draft:list-2026:12:31:mailer-2025");
        assert_eq!(DraftMark::read(&mark.to_string()), Some(mark));
        for text in
            ["draft: of the contract", "draft:a:1", "draft::1:2", "draft:a:1:2:3:4", "a:1:2"]
        {
            assert_eq!(DraftMark::read(text), None, "{text}");
        }
    }
}
