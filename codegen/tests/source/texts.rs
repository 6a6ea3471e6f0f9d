//! Texts for people are written and shown, and nothing is read out of them: rewording one changes the
//! text and nothing else.

use crate::sources;
use crate::tokens::tokens;

/// The fields that hold texts for people.
const TEXTS: [&str; 7] = ["description", "form", "help", "mend", "message", "refuses", "why"];

/// What may be asked of a text: whether there is one, and what it is as a whole.
const ALLOWED: [&str; 8] = [
    "as_ref",
    "as_str",
    "clone",
    "clone_into",
    "is_empty",
    "to_owned",
    "to_string",
    "unwrap_or_else",
];

/// Where a source looks into a text, as `line: field`.
fn faults(source: &str) -> Vec<String> {
    let tokens = tokens(source);
    let text = |at: usize| tokens.get(at).map_or("", |token| token.text);
    let fields = (1..tokens.len()).filter(|at| text(at - 1) == "." && TEXTS.contains(&text(*at)));
    let looks_into = |at: &usize| match (text(at + 1), text(at + 2)) {
        (".", method) => text(at + 3) == "(" && !ALLOWED.contains(&method),
        ("=" | "!", "=") => true,
        _ => false,
    };
    fields.filter(looks_into).map(|at| format!("{}: {}", tokens[at].line, text(at))).collect()
}

#[test]
fn nothing_looks_into_a_text() {
    let mut found = Vec::new();
    for (file, source) in sources() {
        found.extend(faults(&source).into_iter().map(|fault| format!("{file}:{fault}")));
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn a_look_into_a_text_is_found() {
    assert_eq!(faults("fault.message.ends_with(x)"), ["1: message"]);
    assert_eq!(faults("a\nif column.form.as_deref() == b {}"), ["2: form"]);
    assert_eq!(faults("problem.help == other.help"), ["1: help"]);
    assert_eq!(faults("code.why != x"), ["1: why"]);
    let right = ["problem.help.is_empty()", "write!(f, self.message)", "column.form.clone()"];
    for source in right.into_iter().chain(["problem.help = x", "finding.help(x)"]) {
        assert_eq!(faults(source), [""; 0], "{source}");
    }
}
