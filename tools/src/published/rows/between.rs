//! What stands between the tables and lists of a page.

use std::ops::Range;

use super::context::is_date_line;
use crate::published::page::Unread;
use crate::published::rich::RichText;

/// The headings and lines since the last table or list, and where each stands.
#[derive(Default)]
pub struct TextsBetween {
    texts: Vec<(bool, Range<usize>)>,
}

impl TextsBetween {
    pub fn heading(&mut self, text: &RichText) {
        self.texts.push((true, text.span.clone()));
    }

    pub fn line(&mut self, text: &RichText) {
        if !is_date_line(&text.text) {
            self.texts.push((false, text.span.clone()));
        }
    }

    /// The lines among them. What stands right above the next table or list is its heading.
    pub fn unread_lines(self, is_above: bool) -> Option<Unread> {
        let mut texts = self.texts;
        if is_above {
            let is_title = |(is_heading, _): &(bool, Range<usize>)| *is_heading;
            texts.pop_if(|text| !is_title(text));
            while texts.pop_if(|text| is_title(text)).is_some() {}
        }
        let lines = texts.iter().filter(|(is_heading, _)| !is_heading).count();
        let (_, span) = texts.into_iter().find(|(is_heading, _)| !is_heading)?;
        let reason = match lines {
            1 => "a line after the rows".to_owned(),
            lines => format!("{lines} lines after the rows"),
        };
        Some(Unread { span, reason, rows: 1 })
    }
}
