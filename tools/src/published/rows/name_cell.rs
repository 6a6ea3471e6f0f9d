//! What a name cell holds besides the name: footnotes, links to policies, several services.

use std::ops::Range;

use super::name_parts::parts;
use crate::published::legal::is_legal_form;
use crate::published::page::Name;
use crate::published::rich::RichText;

/// The longest cell in which anything is looked for besides the name, in bytes.
const LONGEST: usize = 4096;

/// Reads a name cell.
pub fn read(cell: &RichText) -> Name {
    if cell.text.len() > LONGEST {
        let printed = one_line(&cell.text);
        let (cell, span) = (printed.clone(), cell.span.clone());
        return Name { printed, cell, span, ..Name::default() };
    }
    let mut text = cell.clone();
    remove_labels(&mut text);
    let (mut printed, mut footnote) = split_footnote(&text.text);
    let parts = parts(&text, printed.trim_end().len());
    if parts.is_empty() {
        split_sentence(&mut printed, &mut footnote);
        split_lines(cell, &mut printed, &mut footnote);
    }
    Name {
        printed: without_open_link(&one_line(&printed)).trim_end_matches(TRAILING).to_owned(),
        cell: one_line(&cell.text),
        lines: match cell.text.contains('\n') {
            true => cell.text.lines().map(str::to_owned).collect(),
            false => Vec::new(),
        },
        footnote: footnote.map(|note| one_line(&note)).filter(|note| !note.is_empty()),
        links: cell.links.clone(),
        parts,
        span: cell.span.clone(),
    }
}

/// A name without the mark of a link that another one inside broke off.
fn without_open_link(name: &str) -> &str {
    if name.contains(']') { name } else { name.trim_start_matches(['[', ' ']) }
}

/// What may be left after a name when a link is taken away.
const TRAILING: &[char] = &[' ', ':', ',', ';', '|', '-', '\u{2013}', '\u{2014}'];

pub(super) fn one_line(text: &str) -> String {
    // Cells have single spaces already.
    if !text.contains(['\n', '\t']) && !text.contains("  ") {
        return text.trim().to_owned();
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Where a link is the whole first line, the lines below it are about the provider and no name.
fn split_lines(cell: &RichText, printed: &mut String, footnote: &mut Option<String>) {
    let (Some((first, rest)), [link], None) =
        (cell.text.split_once('\n'), &cell.links[..], &footnote)
    else {
        return;
    };
    if link.text == first && !rest.starts_with('(') && !LABELS.contains(&link.text.as_str()) {
        first.clone_into(printed);
        *footnote = Some(rest.trim_matches(MARKS).to_owned());
    }
}

/// Texts of links that say what the link is, and nothing of the provider.
const LABELS: &[&str] = &[
    "data processing agreement",
    "details",
    "dpa",
    "here",
    "learn more",
    "link",
    "more",
    "more info",
    "more information",
    "policy",
    "privacy",
    "privacy notice",
    "privacy policy",
    "privacy statement",
    "site",
    "terms",
    "terms of service",
    "terms of use",
    "url",
    "website",
];

/// Takes away links that only say that they are links, and addresses, as long as something is left.
fn remove_labels(text: &mut RichText) {
    for link in text.links.clone().iter().rev() {
        let shown = link.text.trim().to_lowercase();
        let is_label = LABELS.contains(&shown.as_str()) || link.text == link.target;
        if !is_label || link.text.is_empty() || link.at.len() >= text.text.trim().len() {
            continue;
        }
        let mut range = link.at.clone();
        // The brackets around it go too.
        if text.text[..range.start].ends_with('(') && text.text[range.end..].starts_with(')') {
            range = range.start - 1..range.end + 1;
        }
        text.remove(range);
    }
}

const MARKS: &[char] = &[
    '*', '\u{2020}', '\u{2021}', '\u{b9}', '\u{b2}', '\u{b3}', '\u{2070}', '\u{2074}', '\u{2075}',
    '\u{2076}', '\u{2077}', '\u{2078}', '\u{2079}',
];

/// The name without footnote marks, and the footnote after them.
fn split_footnote(text: &str) -> (String, Option<String>) {
    let mut name = without_numbered_marks(text.trim_start_matches(MARKS).trim_start());
    let mut from = 0;
    while let Some(at) = name[from..].find(MARKS).map(|at| from + at) {
        let mark = mark_at(&name, at);
        let rest = name[mark.end..].trim_start_matches(|c: char| MARKS.contains(&c) || c == ' ');
        let words = rest.split_whitespace().count();
        let inside = name[..at].ends_with(char::is_alphanumeric)
            && name[mark.end..].starts_with(char::is_alphanumeric);
        if inside && words < 3 {
            from = mark.end;
        } else if let Some(kept) = kept_after(rest) {
            let before = name[..mark.start].trim_end();
            let gap = if kept.starts_with([')', ',']) { "" } else { " " };
            let joined = format!("{before}{gap}{kept}");
            from = before.len() + gap.len();
            name = joined;
        } else {
            let note = rest.trim_start_matches('\n').trim_end_matches(MARKS).trim();
            let name = name[..mark.start].to_owned();
            return (name, (!note.is_empty()).then(|| note.to_owned()));
        }
    }
    (name, None)
}

/// A mark, with the brackets around it.
fn mark_at(text: &str, at: usize) -> Range<usize> {
    let end = at + text[at..].len() - text[at..].trim_start_matches(MARKS).len();
    if text[..at].ends_with('(') && text[end..].starts_with(')') {
        at - 1..end + 1
    } else {
        at..end
    }
}

/// What stands after a mark and still belongs to the name: a bracket, or a legal form.
fn kept_after(rest: &str) -> Option<&str> {
    let rest = rest.trim();
    let mut words = rest.trim_start_matches(',').split_whitespace();
    let is_form = !rest.is_empty() && words.all(is_legal_form);
    (rest.starts_with(['(', ')']) || is_form).then_some(rest)
}

/// A name without `[1]` or `[^1]` after it.
fn without_numbered_marks(text: &str) -> String {
    let trimmed = text.trim_end();
    let mark = trimmed.strip_suffix(']').and_then(|inner| inner.rsplit_once('['));
    match mark {
        Some((name, number)) if is_number(number) && !name.trim().is_empty() => {
            name.trim_end().to_owned()
        }
        _ => text.to_owned(),
    }
}

fn is_number(text: &str) -> bool {
    let digits = text.trim_start_matches('^');
    !digits.is_empty() && digits.chars().all(|c| c.is_ascii_digit())
}

/// From so many words on, a line below the name is a sentence about it.
const SENTENCE: usize = 5;

/// Lines below the name that are no part of it are a footnote without a mark.
fn split_sentence(printed: &mut String, footnote: &mut Option<String>) {
    let Some((first, rest)) = printed.split_once('\n') else { return };
    let is_sentence = rest.split_whitespace().count() >= SENTENCE || rest.trim_end().ends_with('.');
    if is_sentence && !rest.split_whitespace().all(is_legal_form) {
        let note = match footnote.take() {
            Some(more) => format!("{rest} {more}"),
            None => rest.to_owned(),
        };
        *footnote = Some(note);
        *printed = first.to_owned();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::published::markdown::inline;

    fn name(markdown: &str) -> Name {
        read(&inline::read(markdown, 0..0, &inline::Definitions::new()))
    }

    fn printed(markdown: &str) -> String {
        name(markdown).printed
    }

    #[test]
    fn links_stand_where_they_like() {
        for (markdown, shown) in [
            ("Vendor", "Vendor"),
            ("[ Vendor ](https://v.example)", "Vendor"),
            ("Maker [Vendor](https://v.example)", "Maker Vendor"),
            ("[Vendor](https://v.example) Inc.", "Vendor Inc."),
            ("**[Vendor](https://v.example)**", "Vendor"),
            ("[**Vendor**](https://v.example)", "Vendor"),
            ("Vendor (formerly [Old Name](https://v.example))", "Vendor (formerly Old Name)"),
            ("[Vendor (old](https://v.example) name)", "Vendor (old name)"),
            ("[Vendor (formerly [Old Name](https://v.example))", "Vendor (formerly Old Name)"),
            ("Vendor ([privacy policy](https://v.example))", "Vendor"),
            ("Vendor - [Website](https://v.example)", "Vendor"),
            ("[Elm](https://elm.example)[more](https://elm.example/more)", "Elm"),
            ("Vendor https://v.example/privacy", "Vendor"),
            ("[Website](https://v.example)", "Website"),
            ("https://v.example", "https://v.example"),
        ] {
            assert_eq!(printed(markdown), shown, "{markdown}");
        }
    }

    #[test]
    fn footnotes_are_no_part_of_the_name() {
        for (markdown, shown, note) in [
            (
                "[Vendor*](https://v.example) \\*Data use is limited.",
                "Vendor",
                "Data use is limited.",
            ),
            ("Vendor* * Data use is limited.", "Vendor", "Data use is limited."),
            ("[Vendor](https://v.example)<br />\\*", "Vendor", ""),
            ("Vendor**\\***  *Data use is limited.*", "Vendor", "Data use is limited."),
            ("Vendor (\\*)", "Vendor", ""),
            ("Vendor\\* (SSO)", "Vendor (SSO)", ""),
            ("Vendor\\*, Inc.", "Vendor, Inc.", ""),
            ("Vendor<sup>1</sup>", "Vendor", ""),
            ("Vendor [1]", "Vendor", ""),
            ("E\\*Trade", "E*Trade", ""),
            (
                "Vendor<br>Data use is limited by a contract.",
                "Vendor",
                "Data use is limited by a contract.",
            ),
            ("Vendor<br>Inc.", "Vendor Inc.", ""),
            ("Vendor (formerly Old\\*)", "Vendor (formerly Old)", ""),
        ] {
            let name = name(markdown);
            assert_eq!(name.printed, shown, "{markdown}");
            assert_eq!(name.footnote.unwrap_or_default(), note, "{markdown}");
        }
    }
}
