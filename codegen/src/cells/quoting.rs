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

/// The mark that closes the cell opened at `open`; doubled marks are part of the text.
fn closing(bytes: &[u8], open: usize) -> Option<usize> {
    let mut at = open + 1;
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

/// Whether a cell's text must stand in quotation marks.
pub(super) fn needed(value: &str) -> bool {
    value.contains([',', '"', '\n', '\r'])
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
    }
}
