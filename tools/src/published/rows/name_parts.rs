//! Several services in one name cell.

use std::ops::Range;

use super::name_cell::one_line;
use crate::published::page::NamePart;
use crate::published::rich::{Link, RichText};

/// The services that a cell names, where links or brackets tell them apart.
pub(super) fn parts(text: &RichText, end: usize) -> Vec<NamePart> {
    let end = text.text.floor_char_boundary(end.min(text.text.len()));
    let inside = |link: &&Link| !link.text.is_empty() && link.at.end <= end;
    let links: Vec<&Link> = text.links.iter().filter(inside).collect();
    let in_brackets = bracket_parts(&text.text[..end], &links);
    if in_brackets.len() >= 2 { in_brackets } else { linked_parts(&text.text[..end], &links) }
}

/// `Maker ([Product A](…) and Product B)`: parts in brackets, of which one at least is a link.
fn bracket_parts(text: &str, links: &[&Link]) -> Vec<NamePart> {
    let Some(open) = text.find('(') else { return Vec::new() };
    let close = text[open..].find(')').map_or(text.len(), |at| open + at);
    let inner = open + 1..close;
    let linked = links.iter().any(|link| inner.contains(&link.at.start));
    let maker = text[..open].trim();
    if !linked || maker.is_empty() || is_former(&text[inner.clone()]) {
        return Vec::new();
    }
    let pieces = pieces(text, inner);
    let part = |piece: &Range<usize>| NamePart {
        printed: one_line(&text[piece.clone()]),
        maker: one_line(maker),
        link: links.iter().find(|link| piece.contains(&link.at.start)).map(|link| (*link).clone()),
    };
    pieces.iter().map(part).collect()
}

/// Whether a bracket says what something was called before.
fn is_former(text: &str) -> bool {
    let text = text.trim_start().to_lowercase();
    ["formerly", "previously", "fka", "f/k/a", "now", "aka", "also known"]
        .iter()
        .any(|word| text.starts_with(word))
}

/// Cuts a range at its commas, slashes, ampersands and `and`, where a new name follows.
fn pieces(text: &str, range: Range<usize>) -> Vec<Range<usize>> {
    const CUTS: &[&str] = &[",", ";", "/", "&", " and", " or", "\n"];
    let mut pieces = Vec::new();
    let mut start = range.start;
    let mut at = range.start;
    while at < range.end {
        let rest = &text[at..range.end];
        let cut = CUTS.iter().find(|cut| {
            let after = rest.strip_prefix(**cut).map(str::trim_start);
            after.is_some_and(|b| b.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()))
        });
        match cut {
            Some(cut) => {
                pieces.push(start..at);
                at += cut.len();
                start = at;
            }
            None => at += rest.chars().next().map_or(1, char::len_utf8),
        }
    }
    pieces.push(start..range.end);
    pieces.retain(|piece| !text[piece.clone()].trim().is_empty());
    pieces
}

/// `[A](…) and [B](…)`: links with nothing but a conjunction between them.
fn linked_parts(text: &str, links: &[&Link]) -> Vec<NamePart> {
    let (Some(first), Some(last)) = (links.first(), links.last()) else { return Vec::new() };
    let joined = links.windows(2).all(|pair| {
        let between = text[pair[0].at.end..pair[1].at.start.max(pair[0].at.end)].trim_matches(' ');
        ["and", "&", ",", "/", "+", ";", "\n", "or", ", and", "and/or"].contains(&between)
            && pair[0].target != pair[1].target
    });
    let around = [&text[..first.at.start], &text[last.at.end..]].concat();
    if links.len() < 2 || !joined || around.chars().any(char::is_alphanumeric) {
        return Vec::new();
    }
    let part = |link: &&Link| NamePart {
        printed: one_line(&link.text),
        maker: String::new(),
        link: Some((*link).clone()),
    };
    links.iter().map(part).collect()
}

#[cfg(test)]
mod tests {
    use super::super::name_cell;
    use crate::published::markdown::inline;

    #[test]
    fn several_services_in_a_cell_are_its_parts() {
        let parts = |markdown| -> Vec<String> {
            let cell = inline::read(markdown, 0..0, &inline::Definitions::new());
            name_cell::read(&cell).parts.into_iter().map(|part| part.printed).collect()
        };
        for markdown in [
            "Maker ([Product A](https://a.example) andProduct B)",
            "Maker ([Product A](https://a.example) and [Product B](https://b.example)",
            "Maker (Product A, [Product B](https://b.example))",
            "[Product A](https://a.example) and [Product B](https://b.example)",
            "[Product A](https://a.example)<br>[Product B](https://b.example)",
        ] {
            assert_eq!(parts(markdown), ["Product A", "Product B"], "{markdown}");
        }
        for markdown in [
            "[Ads (Pixel, Custom Audiences)](https://a.example)",
            "[Dun](https://a.example) & [Bradstreet](https://a.example)",
            "Marks and Spencer",
            "Vendor (formerly [A](https://a.example) and B)",
            "[Vendor](https://a.example) ([privacy policy](https://b.example))",
        ] {
            assert_eq!(parts(markdown), Vec::<String>::new(), "{markdown}");
        }
    }
}
