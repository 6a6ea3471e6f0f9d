//! `damaged-text`: a text that a program damaged: an error of a spreadsheet, or letters read in the
//! wrong encoding.

use super::CellAt;
use crate::cell_types::Kind;
use crate::problem::{Cause, Code, Problem};
use crate::text::{MISREAD, misread};

pub(super) static CODE: Code = Code {
    name: "damaged-text",
    refuses: "A text that a program damaged: an error of a spreadsheet such as `#REF!`, or UTF-8 that was read as Windows-1252.",
    why: "It would be published like that, and the text that was there before would be lost.",
    mend: "Write the text again, or take it from an older version. Open files as UTF-8.",
    example: ("The team\u{e2}\u{20ac}\u{2122}s messenger.", "The team\u{2019}s messenger."),
    ..Code::RULE
};

/// What spreadsheets show where a formula failed.
const ERRORS: [&str; 12] = [
    "#BLOCKED!",
    "#CALC!",
    "#CONNECT!",
    "#DIV/0!",
    "#FIELD!",
    "#N/A",
    "#NAME?",
    "#NULL!",
    "#NUM!",
    "#REF!",
    "#SPILL!",
    "#VALUE!",
];

pub(super) fn check(cell: &CellAt<'_>, problems: &mut Vec<Problem>) {
    if cell.column.references.is_some() || cell.column.holds(Kind::Term) {
        return;
    }
    for (index, item) in cell.items.iter().enumerate() {
        if let Some(error) = failed_formula(item) {
            problems.push(
                cell.problem(&CODE, index, format!("`{error}` is an error of a spreadsheet"))
                    .help("write the text that belongs here"),
            );
        } else if let Some(misread) = misread(item) {
            let problem = cell.problem(&CODE, index, misread.message()).help(misread.help());
            problems.push(problem.cause(Cause::new(MISREAD, cell.table)));
        }
    }
}

fn failed_formula(text: &str) -> Option<&str> {
    let at = text.find('#')?;
    if text[at..].bytes().all(|byte| byte == b'#') && text.len() - at >= 3 {
        return Some(&text[at..]);
    }
    ERRORS.into_iter().find(|error| text.contains(error))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_of_spreadsheets_are_known() {
        assert_eq!(failed_formula("#REF!"), Some("#REF!"));
        assert_eq!(failed_formula("Sends #N/A to us"), Some("#N/A"));
        assert_eq!(failed_formula("########"), Some("########"));
        assert_eq!(failed_formula("C# and the #1 of lists"), None);
        assert_eq!(failed_formula("C#"), None);
    }
}
