//! Cuts Rust source into tokens.

/// A word, a `::`, or another character.
#[derive(Debug)]
pub struct Token<'s> {
    pub text: &'s str,
    /// 1-based line.
    pub line: usize,
}

/// The tokens of a source. Comments, texts and characters are left out.
pub fn tokens(source: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut line = 1;
    let mut rest = source;
    while let Some(first) = rest.chars().next() {
        let word = rest.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(rest.len());
        let length = match left_out(rest, first) {
            Some(length) => length,
            None => {
                let mark = if rest.starts_with("::") { 2 } else { first.len_utf8() };
                let length = if word == 0 { mark } else { word };
                tokens.push(Token { text: &rest[..length], line });
                length
            }
        };
        line += rest[..length].matches('\n').count();
        rest = &rest[length..];
    }
    tokens
}

/// The length of the space, comment, text or character that begins here.
fn left_out(rest: &str, first: char) -> Option<usize> {
    let behind = |end: &str, from: usize| {
        rest[from..].find(end).map_or(rest.len(), |at| from + at + end.len())
    };
    match first {
        _ if first.is_whitespace() => Some(first.len_utf8()),
        '/' if rest.starts_with("//") => Some(behind("\n", 2)),
        '/' if rest.starts_with("/*") => Some(behind("*/", 2)),
        '"' => Some(end_of_text(rest)),
        'b' if rest.starts_with("b\"") => Some(1 + end_of_text(&rest[1..])),
        'r' => {
            let marks = rest[1..].find(|c| c != '#')?;
            let raw = rest[1 + marks..].starts_with('"');
            raw.then(|| behind(&format!("\"{}", "#".repeat(marks)), 2 + marks))
        }
        '\'' => {
            let inside = rest[1..].chars().next()?;
            let end = 1 + inside.len_utf8();
            match inside {
                '\\' => Some(behind("'", 3)),
                // Otherwise a lifetime.
                _ => rest[end..].starts_with('\'').then_some(end + 1),
            }
        }
        _ => None,
    }
}

/// The length of a text between quotation marks.
fn end_of_text(text: &str) -> usize {
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        match c {
            '"' if !escaped => return at + 1,
            _ => escaped = c == '\\' && !escaped,
        }
    }
    text.len()
}
