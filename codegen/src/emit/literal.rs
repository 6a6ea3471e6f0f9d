//! Values as tokens.

use proc_macro2::Literal;

/// A number without a type suffix.
pub(super) fn index(value: usize) -> Literal {
    Literal::usize_unsuffixed(value)
}

/// One string of bytes, a line of the file for each piece.
pub(super) fn byte_lines<'p>(pieces: impl IntoIterator<Item = &'p [u8]>) -> Literal {
    let pieces = pieces.into_iter().map(|piece| Literal::byte_string(piece).to_string());
    lines("b", pieces.map(|piece| first_blank_escaped(&piece[1..])))
}

/// One string, a line of the file for each piece.
pub(super) fn text_lines<'p>(pieces: impl IntoIterator<Item = &'p str>) -> Literal {
    let pieces = pieces.into_iter().map(|piece| Literal::string(piece).to_string());
    lines("", pieces.map(|piece| first_blank_escaped(&piece)))
}

/// What is between the quotation marks of a literal. A blank at the start would be lost after a
/// line that continues.
fn first_blank_escaped(literal: &str) -> String {
    let inner = &literal[1..literal.len() - 1];
    match inner.strip_prefix(' ') {
        Some(rest) => format!("\\x20{rest}"),
        None => inner.to_owned(),
    }
}

fn lines(prefix: &str, pieces: impl Iterator<Item = String>) -> Literal {
    let mut text = format!("{prefix}\"");
    for piece in pieces {
        text.push_str("\\\n    ");
        text.push_str(&piece);
    }
    text.push('"');
    text.parse().expect("escaped pieces are a literal")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_are_read_back_as_they_were() {
        let pieces =
            [" blank first", "quote \" and \\", "tab\tline\nend", "ends with blank ", "日本"];
        let literal: syn::LitStr = syn::parse_str(&text_lines(pieces).to_string()).unwrap();
        assert_eq!(literal.value(), pieces.concat());
        let bytes: Vec<u8> = (0..=255).collect();
        let rows: Vec<&[u8]> = bytes.chunks(1).chain([b"  ".as_slice(), b"\n "]).collect();
        let literal: syn::LitByteStr =
            syn::parse_str(&byte_lines(rows.iter().copied()).to_string()).unwrap();
        assert_eq!(literal.value(), rows.concat());
    }
}
