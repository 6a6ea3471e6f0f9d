//! The items of a list cell.

use std::ops::Range;

/// The items of a list cell, with the space around them.
pub(crate) fn split_list(cell: &str) -> impl Iterator<Item = &str> {
    cell.split(';')
}

/// The byte range of one item in a line, without the space around it; that of the whole cell where
/// there is no such item.
pub(super) fn item_span(line: &str, cell: Range<usize>, item: usize) -> Range<usize> {
    let mut start = cell.start;
    for (index, part) in split_list(&line[cell.clone()]).enumerate() {
        if index == item {
            let lead = part.len() - part.trim_start().len();
            return start + lead..start + lead + part.trim().len();
        }
        start += part.len() + 1;
    }
    cell
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_and_their_places() {
        let line = "x,us; fr ;de";
        assert_eq!(item_span(line, 2..12, 0), 2..4);
        assert_eq!(item_span(line, 2..12, 1), 6..8);
        assert_eq!(item_span(line, 2..12, 2), 10..12);
        assert_eq!(item_span(line, 2..12, 3), 2..12);
    }
}
