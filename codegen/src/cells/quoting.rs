//! How the cells of a line are quoted.

use std::ops::Range;

/// What is wrong with the quotation marks of a line.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// A cell opens and never closes; from its opening mark to the end of the line.
    Unclosed(Range<usize>),
    /// A mark inside a cell that it does not enclose, or text after the closing mark.
    Stray(Range<usize>),
}

/// The first fault in a line's quotation marks.
pub(super) fn fault(line: &str) -> Option<Fault> {
    let bytes = line.as_bytes();
    let mut at = 0;
    loop {
        if bytes.get(at) == Some(&b'"') {
            let Some(close) = closing(bytes, at) else {
                return Some(Fault::Unclosed(at..line.len()));
            };
            if !matches!(bytes.get(close + 1), None | Some(b',')) {
                return Some(Fault::Stray(close..close + 1));
            }
            at = close + 1;
        } else {
            let end = bytes[at..].iter().position(|b| *b == b',').map_or(bytes.len(), |n| at + n);
            if let Some(stray) = bytes[at..end].iter().position(|b| *b == b'"') {
                return Some(Fault::Stray(at + stray..at + stray + 1));
            }
            at = end;
        }
        match bytes.get(at) {
            Some(_) => at += 1,
            None => return None,
        }
    }
}

/// Whether the stray mark at `at` ends a cell and is the only one of its line up to there that
/// neither opens nor closes: then it lacks its partner.
pub(super) fn closes_unopened(line: &str, at: usize) -> bool {
    let bytes = line.as_bytes();
    let ends = matches!(bytes.get(at + 1), None | Some(b','));
    ends && !cells(line).any(|cell| cell.contains(&at) && bytes[cell.start] == b'"')
}

/// The mark that closes the cell opened at `open`; doubled marks are part of the text.
fn closing(bytes: &[u8], open: usize) -> Option<usize> {
    closed_at(bytes, open + 1)
}

/// The first closing mark at or after `at`, inside a quoted cell.
fn closed_at(bytes: &[u8], mut at: usize) -> Option<usize> {
    while at < bytes.len() {
        if bytes[at] == b'"' {
            if bytes.get(at + 1) != Some(&b'"') {
                return Some(at);
            }
            at += 1;
        }
        at += 1;
    }
    None
}

/// The byte ranges of a line's cells, with their quotation marks. A cell with a fault ends at the
/// next comma, one that is not closed with the line.
pub(super) fn cells(line: &str) -> impl Iterator<Item = Range<usize>> {
    let bytes = line.as_bytes();
    let mut next = Some(0);
    std::iter::from_fn(move || {
        let start = next?;
        let inside = match bytes.get(start) {
            Some(b'"') => closing(bytes, start).map_or(bytes.len(), |close| close + 1),
            _ => start,
        };
        let comma = bytes[inside..].iter().position(|b| *b == b',');
        let end = comma.map_or(bytes.len(), |at| inside + at);
        next = comma.map(|_| end + 1);
        Some(start..end)
    })
}

/// The first cell of a line without faults that stands in quotation marks and needs none, with its
/// marks.
pub(super) fn needless(line: &str) -> Option<Range<usize>> {
    cells(line).find(|cell| {
        let inside = line[cell.clone()].strip_prefix('"').and_then(|text| text.strip_suffix('"'));
        inside.is_some_and(|text| !text.contains([',', '"', '\r']))
    })
}

/// How a cell left open goes on over line ends: the number of the following lines after which it
/// is closed and its row whole, and how many cells that row has.
pub(super) fn continued<'l>(
    first: &str,
    following: impl IntoIterator<Item = &'l str>,
) -> Option<(usize, usize)> {
    let mut cells = 1;
    let mut open = scan(first, false, &mut cells)?;
    for (index, line) in following.into_iter().enumerate() {
        open = scan(line, open, &mut cells)?;
        if !open {
            return Some((index + 1, cells));
        }
    }
    None
}

/// Goes over one line, starting inside a quoted cell or not; whether it ends inside one. `None`
/// where the marks are at fault.
fn scan(line: &str, open: bool, cells: &mut usize) -> Option<bool> {
    let bytes = line.as_bytes();
    let mut at = 0;
    if open {
        let Some(close) = closed_at(bytes, 0) else { return Some(true) };
        at = close + 1;
        match bytes.get(at) {
            None => return Some(false),
            Some(b',') => {
                *cells += 1;
                at += 1;
            }
            Some(_) => return None,
        }
    }
    loop {
        if bytes.get(at) == Some(&b'"') {
            let Some(close) = closing(bytes, at) else { return Some(true) };
            at = close + 1;
        } else {
            let end = bytes[at..].iter().position(|b| *b == b',').map_or(bytes.len(), |n| at + n);
            if bytes[at..end].contains(&b'"') {
                return None;
            }
            at = end;
        }
        match bytes.get(at) {
            None => return Some(false),
            Some(b',') => {
                *cells += 1;
                at += 1;
            }
            Some(_) => return None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn faults_are_found_where_they_are() {
        assert_eq!(fault("a,b"), None);
        assert_eq!(fault("a,\"b, c\",d"), None);
        assert_eq!(fault("a,\"say \"\"hi\"\"\""), None);
        assert_eq!(fault("a,\"b,c"), Some(Fault::Unclosed(2..6)));
        assert_eq!(fault("a,b\"c,d"), Some(Fault::Stray(3..4)));
        assert_eq!(fault("a,\"b\"c,d"), Some(Fault::Stray(4..5)));
        assert_eq!(fault("\""), Some(Fault::Unclosed(0..1)));
        assert_eq!(fault(""), None);
    }

    #[test]
    fn needless_marks_are_found() {
        assert_eq!(needless("a,\"b, c\",d"), None);
        assert_eq!(needless("a,\"say \"\"hi\"\"\",d"), None);
        assert_eq!(needless("a,\"b\",d"), Some(2..5));
        assert_eq!(needless("\"b, c\",\"\""), Some(7..9));
        assert_eq!(needless("a,b,"), None);
    }

    #[test]
    fn cells_over_several_lines() {
        assert_eq!(continued("a,\"b", ["c\",d"]), Some((1, 3)));
        assert_eq!(continued("a,\"b", ["", "c \"\"x\"\"", "\""]), Some((3, 2)));
        assert_eq!(continued("a,\"b", ["c,d"]), None);
        assert_eq!(continued("a,\"b", ["c,\"d\""]), None);
        assert_eq!(continued("a,\"b", ["c\",\"d", "e\""]), Some((2, 3)));
        assert_eq!(continued("\"a, b\",\"c", ["d\""]), Some((1, 2)));
    }
}
