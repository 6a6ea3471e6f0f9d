//! The lines of a page, and what can be told of each by itself.

use std::ops::Range;

/// A line.
#[derive(Debug)]
pub struct Line<'t> {
    /// Its text, without marks of a quotation and white space around it.
    pub text: &'t str,
    /// Where the text starts.
    pub start: usize,
}

/// The lines of a text.
pub fn lines(text: &str) -> Vec<Line<'_>> {
    let mut start = 0;
    let line = |line: &'_ str| {
        let body = line.trim_start_matches(|c: char| c.is_whitespace() || c == '>');
        let at = start + (line.len() - body.len());
        start += line.len();
        (at, body.trim_end().len())
    };
    let places = text.split_inclusive('\n').map(line);
    places.map(|(start, length)| Line { text: &text[start..start + length], start }).collect()
}

impl Line<'_> {
    /// Where it ends.
    pub fn end(&self) -> usize {
        self.start + self.text.len()
    }

    /// Where it stands.
    pub fn span(&self) -> Range<usize> {
        self.start..self.end()
    }

    /// Whether it says nothing.
    pub fn is_blank(&self) -> bool {
        self.text.is_empty()
    }

    /// Whether it holds a pipe that is not text.
    pub fn has_pipe(&self) -> bool {
        self.text.match_indices('|').any(|(at, _)| !self.text[..at].ends_with('\\'))
    }

    /// Whether it starts with a pipe.
    pub fn starts_with_pipe(&self) -> bool {
        self.text.starts_with('|')
    }

    /// Whether it ends with a pipe that is not text.
    pub fn ends_with_pipe(&self) -> bool {
        self.text.len() > 1 && self.text.ends_with('|') && !self.text.ends_with("\\|")
    }

    /// Whether it is the line between the header of a table and its rows: `|---|:-:|`.
    pub fn is_dashes(&self) -> bool {
        let marks =
            |c: char| matches!(c, '|' | '-' | ':' | '+' | ' ' | '\t' | '\u{2013}' | '\u{2014}');
        self.text.contains(['|', '+'])
            && self.text.contains(['-', '\u{2013}', '\u{2014}'])
            && self.text.chars().all(marks)
    }

    /// Whether it starts something that is no part of a paragraph.
    pub fn starts_block(&self) -> bool {
        let text = self.text;
        text.starts_with('#')
            || text.starts_with("---")
            || text.starts_with("***")
            || text.starts_with("<table")
            || ["* ", "- ", "+ "].iter().any(|mark| text.starts_with(mark))
            || (text.starts_with("**") && text.ends_with("**"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_knows_where_it_starts() {
        let text = "a\r\n > | b |\n\n|c\\|";
        let lines = lines(text);
        let shown: Vec<&str> = lines.iter().map(|line| line.text).collect();
        assert_eq!(shown, ["a", "| b |", "", "|c\\|"]);
        assert!(lines.iter().all(|line| text[line.span()] == *line.text));
        assert!(lines[1].ends_with_pipe() && !lines[3].ends_with_pipe());
    }

    #[test]
    fn lines_of_dashes() {
        for dashes in ["|---|---|", "|:-|", "| :---- |", ":-: | -", "+---+---+", "|—|"] {
            assert!(lines(dashes)[0].is_dashes(), "{dashes}");
        }
        for other in ["---", "| a |", "| |"] {
            assert!(!lines(other)[0].is_dashes(), "{other}");
        }
    }
}
